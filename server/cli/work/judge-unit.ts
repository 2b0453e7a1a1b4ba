import { applyEdits, type Edit } from '../../index.ts';
import type { Format } from '../../formats/format-name.ts';
import { settingsWith } from '../../formats/record-judging.ts';
import type { Guess, SourceRecord } from '../../formats/record.ts';
import type { Position } from '../position.ts';
import type { ArticleView } from './article-view.ts';
import { articleOf, holdsRecords, isAlone, troubleOf } from './articles.ts';
import type { Job, Mandate, Sum, Task, Trouble } from './job.ts';
import { fixArticle, look, piecesOf, possible, sumOf, within, type Fixed } from './judge.ts';
import { movedUnit, recordsIn, type Unit } from './units.ts';

/** What is done, and with what. */
interface Order {
  readonly job: Job;
  readonly mandate: Mandate;
  readonly task: Task;
  readonly format: Format;
}

/** What a unit came to. */
export interface JudgedUnit {
  /** Its text, with its fixes. */
  readonly text: string;
  /** What made it so, in offsets of the unit. */
  readonly edits: readonly Edit[];
  readonly pieces: readonly string[];
  readonly sums: readonly Sum[];
  readonly troubles: readonly Trouble[];
  readonly reading?: string;
  /** How many records it holds. */
  readonly records: number;
  readonly fixed: number;
  /** How many of its articles changed. */
  readonly changed: number;
  /** Why nothing could be done with it, where it is all there is in its file. */
  readonly failure?: string;
}

const nothing = { edits: [], pieces: [], sums: [], troubles: [], records: 0, fixed: 0, changed: 0 };

/**
 * Judges the articles of a unit and, where the job is to fix, fixes them.
 *
 * @param before How many records go before it in its file, and where it begins once they are fixed.
 */
export function judgeUnit(
  order: Order,
  unit: Unit,
  before: { readonly record: number; readonly position: Position },
): JudgedUnit {
  const { text } = unit;
  if (unit.blank) return { ...nothing, text };
  if (unit.unread) {
    const troubles = [troubleOf(unit, before.record)];
    return { ...nothing, text, records: unit.unread.between === true ? 0 : 1, troubles };
  }
  const judging = new UnitJudgement(order, unit, before.record);
  const { records, guessed } = recordsIn(unit, order.format, order.mandate.fields);
  const fixing = order.job.command === 'fix' && !order.mandate.faulty;
  const judged = fixing ? judging.fix(records, before.position) : judging.check(records);
  return {
    ...nothing,
    text,
    ...judged,
    sums: judging.sums,
    troubles: judging.troubles,
    pieces: judging.pieces,
    records: records.length,
    ...(guessed && { reading: sayReading(guessed) }),
    ...(judging.failure !== undefined && { failure: judging.failure }),
  };
}

/** An article of a unit, and what judges it. */
interface Found {
  readonly index: number;
  readonly view: ArticleView;
  readonly mandate: Mandate;
}

class UnitJudgement {
  readonly #order: Order;
  readonly #unit: Unit;
  readonly #before: number;
  readonly pieces: string[] = [];
  readonly sums: Sum[] = [];
  readonly troubles: Trouble[] = [];
  failure: string | undefined;

  constructor(order: Order, unit: Unit, before: number) {
    this.#order = order;
    this.#unit = unit;
    this.#before = before;
  }

  check(records: readonly SourceRecord[]): Partial<JudgedUnit> {
    const { task } = this.#order;
    for (const found of this.#articles(records, this.#unit)) {
      this.#guarded(found.index, () => {
        this.#tell(found.view, within(task.lines, found.view, look(found.mandate, found.view)));
      });
    }
    return {};
  }

  fix(records: readonly SourceRecord[], position: Position): Partial<JudgedUnit> {
    const { job } = this.#order;
    const fixed = new Map<Found, Fixed>();
    for (const found of this.#articles(records, this.#unit))
      this.#guarded(found.index, () => fixed.set(found, fixArticle(job, found.mandate, found.view)));
    const { text, after } = this.#readBack(fixed, position);
    let [count, changed] = [0, 0];
    for (const [found, one] of fixed) {
      const stays = one.edits.length === 0;
      if (job.diff || stays) this.#tell(found.view, one.before, job.diff);
      else {
        const view = after.get(found.index) ?? found.view;
        this.#tell(view, view.whole === true ? one.after : possible(one.after, view));
      }
      if (stays) continue;
      changed++;
      for (const times of one.result.fixed.values()) count += times;
    }
    const edits = [...fixed.values()].flatMap((one) => one.edits);
    return { text, edits, fixed: count, changed };
  }

  fail(index: number, at: number, why: string): void {
    const record = { kind: 'bad', at, why } as const;
    const bad = articleOf(record, this.#unit, this.#order.format, this.#before + index, false);
    if (bad.kind === 'bad') this.troubles.push(bad.trouble);
  }

  /**
   * Makes the edits and reads the result again: an article that does not read as it was meant stays as it is.
   * Gives each article as it then stands.
   */
  #readBack(fixed: Map<Found, Fixed>, position: Position): { text: string; after: Map<number, ArticleView> } {
    const { format } = this.#order;
    for (;;) {
      const text = applyEdits(
        this.#unit.text,
        [...fixed.values()].flatMap(({ edits }) => edits),
      );
      const unit = movedUnit(this.#unit, text, position, format);
      const after = new Map<number, ArticleView>();
      const { records } = recordsIn(unit, format, this.#order.mandate.fields);
      for (const { index, view } of this.#articles(records, unit, false)) after.set(index, view);
      const wrong = [...fixed].filter(
        ([{ index }, { edits, result }]) => edits.length > 0 && after.get(index)?.text !== result.text,
      );
      if (wrong.length === 0) return { text, after };
      for (const [found, { before, result }] of wrong)
        fixed.set(found, { before, after: before, result: { ...result, fixed: new Map() }, edits: [] });
    }
  }

  *#articles(records: readonly SourceRecord[], unit: Unit, telling = true): Generator<Found> {
    const { format, mandate } = this.#order;
    for (const [index, record] of records.entries()) {
      const found = articleOf(record, unit, format, this.#before + index, isAlone(records, unit));
      if (found.kind === 'article')
        yield { index, view: found.view, mandate: mandateFor(mandate, found.language) };
      else if (telling) this.troubles.push(found.trouble);
    }
  }

  #tell(view: ArticleView, seen: ReturnType<typeof look>, quietly = this.#order.job.diff): void {
    const { job, task } = this.#order;
    if (!quietly) for (const piece of piecesOf(job, task.name, view, seen)) this.pieces.push(piece);
    this.sums.push(sumOf(seen, view));
  }

  /** Does something with an article; if the program fails on it, the others go on. */
  #guarded(index: number, work: () => void): void {
    try {
      work();
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      const why = `Copydesk failed on this article (${said}). It was left as it is; please report this.`;
      if (holdsRecords(this.#order.format)) this.fail(index, 0, why);
      else this.failure = why;
    }
  }
}

/** The mandate with the language that an article's own file gives it, where nobody says another. */
export function mandateFor(mandate: Mandate, said: string | undefined): Mandate {
  const settings = settingsWith(mandate.settings, said);
  return settings === mandate.settings ? mandate : { ...mandate, settings };
}

function sayReading({ headline, body, language, author, date }: Guess): string {
  const parts = [
    ['the headline', headline],
    ['the text', body],
    ['the language', language],
    ['the author', author],
    ['the date', date],
  ].flatMap(([what = '', name]) => (name === undefined ? [] : [`“${name}” as ${what}`]));
  return `Read ${parts.join(', ')}, going by the names. If that is wrong, say so under “fields” in copydesk.json.`;
}
