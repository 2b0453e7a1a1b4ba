import type { Defect, DefectKind } from '../article.ts';
import type { Edit } from '../text/edit.ts';
import { shift, type Span } from '../text/span.ts';
import type { Conventions, Pair } from './conventions.ts';
import type { Mark } from './marks.ts';
import type { InsertStep, MarkStep, Step } from './reading.ts';

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
  /** Where it begins in the paragraph at hand. */
  start: number;
  open: Span | null;
  continues: boolean;
  /** The finding about its opening mark, if that was turned round. */
  turned: DraftDefect | null;
}

interface DraftDefect extends Omit<Defect, 'repairs' | 'partner'> {
  partner: Span | null;
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
  readonly #pairs: readonly Pair[];
  readonly #innerSpace: string;
  #stack: OpenLevel[] = [];
  /** The last step closed a quotation with a mark of another kind: the next may show that the two changed places. */
  #strange: Strange | null = null;

  /** @param conventions They tell which mark a stranger's partner would be, and what space goes with a new mark. */
  constructor(conventions: Conventions) {
    this.#pairs = conventions.pairs;
    this.#innerSpace = conventions.innerSpace;
  }

  get defects(): readonly Defect[] {
    return this.#defects;
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
      case 'open': {
        const mark = shift(step.mark, by);
        const turned =
          step.fit === 'exact' ? null : this.#misfit(step.fit, mark, step.mark.glyph, step.pair.open, null);
        this.#stack.push({
          pair: step.pair,
          mark,
          glyph: step.mark.glyph,
          start: mark.start,
          open: mark,
          continues: false,
          turned,
        });
        break;
      }
      case 'close': {
        this.#stack.pop();
        if (!top) break;
        const mark = shift(step.mark, by);
        this.#push(top, this.#stack.length, {
          end: mark.end,
          close: mark,
          continued: false,
          paragraph: index,
        });
        if (top.turned) top.turned.partner = mark;
        if (step.fit === 'exact') break;
        const edit = { ...mark, newText: step.pair.close };
        const first = top.turned?.repairs[0];
        if (step.fit === 'turned' && first) first.edits.push(edit);
        else if (!this.#crossed(strange, step, mark, top)) this.#closingMisfit(step, mark, top);
        break;
      }
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

  #misfit(
    fit: 'turned' | 'wrong',
    mark: Span,
    glyph: string,
    right: string,
    partner: Span | null,
  ): DraftDefect {
    const defect: DraftDefect = {
      start: mark.start,
      end: mark.end,
      kind: fit === 'turned' ? 'turned' : 'mixed-pair',
      mark: glyph,
      partner,
      repairs: [{ edits: [{ start: mark.start, end: mark.end, newText: right }], mark: right }],
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
    };
    return true;
  }

  #closingMisfit(step: MarkStep<'close'>, mark: Span, top: OpenLevel): void {
    if (step.fit === 'exact') return;
    const defect = this.#misfit(step.fit, mark, step.mark.glyph, step.pair.close, top.mark);
    const open = top.mark && { ...top.mark, newText: top.glyph };
    if (step.fit === 'wrong') this.#strange = { defect, wanted: step.pair.close, open };
    // The other way to make a pair of the two: leave this mark and replace the one that opens.
    const other = this.#pairs.find((pair) => pair.close === step.mark.glyph && pair.open !== pair.close);
    if (step.fit === 'wrong' && other && top.mark && top.glyph !== other.open) {
      defect.repairs.push({ edits: [{ ...top.mark, newText: other.open }], mark: other.open });
    }
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
    this.#defect('never-closed', blamed, pair.open, null, repairs);
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
      this.#defect('never-opened', shift(closing.mark, by), pair.close, null, repairs);
    this.#stack.push({ pair, mark: null, glyph: '', start, open: null, continues: false, turned: null });
  }

  #innerFor(glyph: string): string {
    return glyph === '«' || glyph === '»' ? this.#innerSpace : '';
  }

  #removed(kind: 'remove' | 'remove-double', mark: Mark, by: number): void {
    const place = shift(mark, by);
    const [mayOpen, mayClose] = [
      this.#pairs.some((pair) => pair.open === mark.glyph),
      this.#pairs.some((pair) => pair.close === mark.glyph),
    ];
    // A mark without a face of its own is told by its neighbours.
    const opens = mayOpen === mayClose ? mark.after !== 'space' && mark.before !== 'letter' : mayOpen;
    const which: DefectKind = kind === 'remove-double' ? 'doubled' : opens ? 'never-closed' : 'never-opened';
    this.#defect(which, place, mark.glyph, null, [{ edits: [{ ...place, newText: '' }], mark: '' }]);
  }

  #defect(
    kind: DefectKind,
    span: Span,
    mark: string,
    partner: Span | null,
    repairs: DraftDefect['repairs'],
  ): void {
    this.#defects.push({ start: span.start, end: span.end, kind, mark, partner, repairs });
  }
}
