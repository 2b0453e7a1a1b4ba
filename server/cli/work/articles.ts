import type { FieldNames } from '../../formats/field-names.ts';
import type { Format } from '../../formats/format-name.ts';
import { aboutOf, type About, type SourceRecord } from '../../formats/record.ts';
import { viewOf, wholeView, type ArticleView } from './article-view.ts';
import type { Trouble } from './job.ts';
import { recordsIn, type Content, type Unit } from './units.ts';

/** An article where it stands, or what is none and why. */
export type FoundArticle =
  | ({ readonly kind: 'article'; readonly view: ArticleView } & About)
  | { readonly kind: 'bad'; readonly trouble: Trouble };

/** Formats whose files hold one record after the other. */
const several: ReadonlySet<Format> = new Set(['json-lines', 'json', 'csv', 'tsv', 'wet']);

/** Formats whose files hold one article or several. */
const either: ReadonlySet<Format> = new Set(['text', 'xml', 'html']);

/** Whether a file of a format holds one record after the other. */
export function holdsRecords(format: Format): boolean {
  return several.has(format);
}

/**
 * A record of a unit.
 *
 * @param before How many records of its file come before it.
 * @param alone Whether there is no other in its unit.
 */
export function articleOf(
  record: SourceRecord,
  unit: Unit,
  format: Format,
  before: number,
  alone: boolean,
): FoundArticle {
  const number = several.has(format) || (either.has(format) && !alone) ? before + 1 : undefined;
  if (record.kind === 'bad') {
    const line = unit.placeAt(record.at).line + 1;
    const numbered = number !== undefined && record.between !== true;
    const trouble = { line, ...(numbered && { record: number }), why: record.why };
    return { kind: 'bad', trouble };
  }
  const { map, language, author, date } = record;
  const about = aboutOf({ author, date });
  const view = format === 'text' && map.text === unit.text ? wholeView(unit) : viewOf(map, unit, number);
  return { kind: 'article', view: { ...view, about }, ...aboutOf({ language }) };
}

/** Whether no other record can be in the file of a unit that holds these. */
export function isAlone(records: readonly SourceRecord[], { context }: Unit): boolean {
  return records.length === 1 && context === undefined;
}

/** What is wrong with a unit that is unread. @param before How many records of its file come before it. */
export function troubleOf({ unread, placeAt }: Unit, before: number): Trouble {
  const record = unread?.between === true ? {} : { record: before + 1 };
  return { line: placeAt(0).line + 1, ...record, why: unread?.why ?? '' };
}

/** All that is in a file, or, after `before` records, in a part of one. */
export function* articlesIn(
  { units }: Content,
  format: Format,
  fields: FieldNames,
  before = 0,
): Generator<FoundArticle> {
  let number = before;
  for (const unit of units) {
    if (unit.blank) continue;
    if (unit.unread) {
      yield { kind: 'bad', trouble: troubleOf(unit, number) };
      if (unit.unread.between !== true) number++;
      continue;
    }
    const { records } = recordsIn(unit, format, fields);
    for (const record of records) yield articleOf(record, unit, format, number++, isAlone(records, unit));
  }
}
