import type { Defect, DefectKind } from '../article.ts';
import type { Edit } from '../text/edit.ts';
import { shift, type Span } from '../text/span.ts';
import type { Conventions, Pair } from './conventions.ts';
import type { Mark } from './marks.ts';
import { otherRepair, replacement, spaceInside, type OtherRepair } from './mixed-pairs.ts';
import { equallyLikely } from './places.ts';
import type { InsertStep, MarkStep, Step } from './steps.ts';

/** A quotation within one paragraph, before anything is known of its speaker. Offsets are the article's. */
export interface Stretch extends Span {
  readonly open: Span | null;
  readonly close: Span | null;
  readonly depth: number;
  readonly continues: boolean;
  readonly continued: boolean;
  readonly paragraph: number;
}

interface OpenLevel {
  readonly pair: Pair;
  /** The mark that opened it, in the article's offsets; null where it is missing. */
  readonly mark: Span | null;
  /** What stands there; empty where nothing does. */
  readonly glyph: string;
  /** The space between it and what it encloses. */
  readonly space: string;
  /** Where it begins in the paragraph at hand. */
  start: number;
  open: Span | null;
  continues: boolean;
  /** The finding about its opening mark, if that was turned round or is of another kind. */
  misfit: DraftDefect | null;
}

interface DraftDefect extends Omit<Defect, 'repairs' | 'partner' | 'undecided'> {
  partner: Span | null;
  undecided: boolean;
  repairs: { edits: Edit[]; mark: string }[];
}

/** A closing mark of another kind than its quotation asks for. */
interface Strange {
  readonly defect: DraftDefect;
  readonly wanted: string;
  /** The opening mark as it stands. */
  readonly open: Edit | null;
}

/** A paragraph's place in the article and the steps that read its marks. */
export interface ReadParagraph extends Span {
  readonly steps: readonly Step[];
  readonly text: string;
}

/** Turns the steps of a reading into quotations, and what the reading had to change into defects. */
export class Spoken {
  readonly stretches: Stretch[] = [];
  readonly #defects: DraftDefect[] = [];
  readonly #conventions: Conventions;
  #stack: OpenLevel[] = [];
  /** The last step closed a quotation with a mark of another kind: the next may show that the two changed places. */
  #strange: Strange | null = null;

  /** @param conventions They tell which mark a stranger's partner would be, and what space goes with a new mark. */
  constructor(conventions: Conventions) {
    this.#conventions = conventions;
  }

  get defects(): readonly Defect[] {
    return this.#defects;
  }

  /** Whether a quotation is open, which the next paragraph goes on with. One without marks tells nothing else. */
  get goesOn(): boolean {
    return this.#stack.length > 0;
  }

  /** Takes in the next paragraph. */
  add(paragraph: ReadParagraph, index: number): void {
    for (const level of this.#stack) {
      level.start = paragraph.start;
      level.open = null;
      level.continues = true;
    }
    paragraph.steps.forEach((step, position) => {
      this.#step(step, paragraph, index, position);
    });
    this.#stack.forEach((level, depth) => {
      this.#push(level, depth, { end: paragraph.end, close: null, continued: true, paragraph: index });
    });
  }

  #push(
    level: OpenLevel,
    depth: number,
    rest: { end: number; close: Span | null; continued: boolean; paragraph: number },
  ): void {
    const { start, open, continues } = level;
    this.stretches.push({ start, open, continues, depth, ...rest });
  }

  #step(step: Step, paragraph: ReadParagraph, index: number, position: number): void {
    const by = paragraph.start;
    const top = this.#stack.at(-1);
    const strange = this.#strange;
    if (step.kind !== 'literal') this.#strange = null;
    switch (step.kind) {
      case 'open':
        this.#opened(step, paragraph);
        break;
      case 'close':
        this.#stack.pop();
        if (top) this.#closed(step, paragraph, index, top, strange);
        break;
      case 'reopen':
        if (top) top.open = shift(step.mark, by);
        break;
      case 'insert-close':
        this.#stack.pop();
        if (top) this.#insertedClose(step, top, by, index);
        break;
      case 'insert-open':
        this.#insertedOpen(step, paragraph, position);
        break;
      case 'remove':
      case 'remove-double':
        this.#removed(step.kind, step.mark, by);
        break;
      case 'literal':
        break;
    }
  }

  #opened({ mark: own, pair, fit }: MarkStep<'open'>, { start: by, text }: ReadParagraph): void {
    const mark = shift(own, by);
    const space = spaceInside(text, 'open', own);
    const { innerSpace } = this.#conventions;
    const edit = replacement(mark, 'open', own.glyph, pair.open, { space, innerSpace });
    const misfit = fit === 'exact' ? null : this.#misfit(fit, mark, own.glyph, edit, pair.open);
    this.#stack.push({
      pair,
      mark,
      glyph: own.glyph,
      space,
      start: mark.start,
      open: mark,
      continues: false,
      misfit,
    });
  }

  /** `top` is the quotation that ends here, no longer on the stack. */
  #closed(
    step: MarkStep<'close'>,
    { start: by, text }: ReadParagraph,
    index: number,
    top: OpenLevel,
    strange: Strange | null,
  ): void {
    const mark = shift(step.mark, by);
    const rest = { end: mark.end, close: mark, continued: false, paragraph: index };
    this.#push(top, this.#stack.length, rest);
    if (top.misfit) top.misfit.partner = mark;
    const { pair, fit } = step;
    const space = spaceInside(text, 'close', step.mark);
    if (fit === 'exact') {
      if (top.misfit?.kind === 'mixed-pair') {
        const goes = { ...mark, glyph: step.mark.glyph, space };
        alsoOffer(top.misfit, otherRepair(this.#conventions, pair, top.glyph, 'close', goes));
      }
      return;
    }
    const { innerSpace } = this.#conventions;
    const edit = replacement(mark, 'close', step.mark.glyph, pair.close, { space, innerSpace });
    const first = top.misfit?.repairs[0];
    if (fit === 'turned' && first) first.edits.push(edit);
    else if (!this.#crossed(strange, step, mark, top)) {
      const defect = this.#misfit(fit, mark, step.mark.glyph, edit, pair.close);
      defect.partner = top.mark;
      if (fit !== 'wrong') return;
      this.#strange = {
        defect,
        wanted: pair.close,
        open: top.mark && { ...top.mark, newText: top.glyph },
      };
      const goes = top.mark && { ...top.mark, glyph: top.glyph, space: top.space };
      if (goes) alsoOffer(defect, otherRepair(this.#conventions, pair, step.mark.glyph, 'open', goes));
    }
  }

  #misfit(fit: 'turned' | 'wrong', mark: Span, glyph: string, edit: Edit, right: string): DraftDefect {
    const defect: DraftDefect = {
      start: mark.start,
      end: mark.end,
      kind: fit === 'turned' ? 'turned' : 'mixed-pair',
      mark: glyph,
      partner: null,
      repairs: [{ edits: [edit], mark: right }],
      undecided: false,
    };
    this.#defects.push(defect);
    return defect;
  }

  /** Two quotations that close in the order in which they opened: one slip, and two ways to mend it. */
  #crossed(strange: Strange | null, step: MarkStep<'close'>, mark: Span, top: OpenLevel): boolean {
    if (!strange?.open || !top.mark || step.mark.glyph !== strange.wanted) return false;
    if (strange.defect.mark !== step.pair.close) return false;
    const { defect, wanted, open } = strange;
    const closers = [
      { start: defect.start, end: defect.end, newText: wanted },
      { ...mark, newText: defect.mark },
    ];
    const openers = [
      { ...top.mark, newText: open.newText },
      { start: open.start, end: open.end, newText: top.glyph },
    ];
    this.#defects[this.#defects.lastIndexOf(defect)] = {
      ...defect,
      kind: 'nesting',
      partner: top.mark,
      repairs: [
        { edits: closers, mark: wanted },
        { edits: openers, mark: open.newText },
      ],
      undecided: true,
    };
    return true;
  }

  #insertedClose(step: InsertStep<'insert-close'>, level: OpenLevel, by: number, index: number): void {
    const { pair, places } = step;
    const repairs = places.map(({ at }) => ({
      edits: [{ start: at + by, end: at + by, newText: this.#innerFor(pair.close) + pair.close }],
      mark: pair.close,
    }));
    const end = (places[0]?.at ?? 0) + by;
    this.#push(level, this.#stack.length, { end, close: null, continued: false, paragraph: index });
    const blamed = level.mark ?? { start: level.start, end: level.start };
    this.#defect('never-closed', blamed, pair.open, repairs, equallyLikely(places));
  }

  #insertedOpen(step: InsertStep<'insert-open'>, paragraph: ReadParagraph, position: number): void {
    const { pair, places } = step;
    const by = paragraph.start;
    const start = (places[0]?.at ?? 0) + by;
    const closing = paragraph.steps[position + 1];
    const repairs = places.map(({ at }) => ({
      edits: [{ start: at + by, end: at + by, newText: pair.open + this.#innerFor(pair.open) }],
      mark: pair.open,
    }));
    if (closing?.kind === 'close')
      this.#defect('never-opened', shift(closing.mark, by), pair.close, repairs, equallyLikely(places));
    this.#stack.push({
      pair,
      mark: null,
      glyph: '',
      space: '',
      start,
      open: null,
      continues: false,
      misfit: null,
    });
  }

  #innerFor(glyph: string): string {
    return glyph === '«' || glyph === '»' ? this.#conventions.innerSpace : '';
  }

  #removed(kind: 'remove' | 'remove-double', mark: Mark, by: number): void {
    const place = shift(mark, by);
    const [mayOpen, mayClose] = [
      this.#conventions.pairs.some((pair) => pair.open === mark.glyph),
      this.#conventions.pairs.some((pair) => pair.close === mark.glyph),
    ];
    // A mark without a face of its own is told by its neighbours.
    const opens = mayOpen === mayClose ? mark.after !== 'space' && mark.before !== 'letter' : mayOpen;
    const which: DefectKind = kind === 'remove-double' ? 'doubled' : opens ? 'never-closed' : 'never-opened';
    this.#defect(which, place, mark.glyph, [{ edits: [{ ...place, newText: '' }], mark: '' }]);
  }

  #defect(
    kind: DefectKind,
    { start, end }: Span,
    mark: string,
    repairs: DraftDefect['repairs'],
    undecided = false,
  ): void {
    this.#defects.push({ start, end, kind, mark, partner: null, repairs, undecided });
  }
}

function alsoOffer(defect: DraftDefect, other: OtherRepair | null): void {
  if (!other) return;
  defect.repairs.push({ edits: [other.edit], mark: other.mark });
  defect.undecided = other.undecided;
}
