import { possibleFindings, settingsWith } from '../../formats/record-judging.ts';
import type { SourceArticle, SourceRecord } from '../../formats/record.ts';
import type { Span } from '../../index.ts';
import type { Judging } from '../configurations.ts';
import { look } from '../judgements.ts';
import { shorten } from '../quotations.ts';
import type { Seen } from './entry.ts';

/** So many UTF-16 units of an article are enough to know its record by. */
const longestName = 60;

/** How a record is judged. */
interface Task {
  /** What the result is to be known by. */
  readonly id: string;
  readonly judging: Judging;
  /** Whether the record is a line that is read again when it is looked at. */
  readonly isLine: boolean;
}

/** What there is to know of a record. @throws Whatever the engine throws. */
export function seen(record: SourceRecord, { id, judging, isLine }: Task): Seen {
  if (record.kind === 'bad') return { ...unknown(id), bad: { at: isLine ? record.at : 0, why: record.why } };
  const { map } = record;
  const { article, findings } = look(map.text, judgingOf(record, judging));
  const possible = possibleFindings(findings, (edits) => map.edits(edits));
  const spans = new Map<object, Span>();
  if (isLine) {
    for (const finding of possible)
      for (const span of [finding, ...finding.related]) spans.set(span, map.span(span));
  }
  return {
    id,
    findings: possible,
    spans: isLine ? spans : undefined,
    name: nameOf(map.text),
    quotations: article.quotations.length,
    language: article.language,
  };
}

/** What is said of a record of which nothing is known. */
export function unknown(id: string): Seen {
  return { id, findings: [], spans: undefined, name: '', quotations: 0, language: 'und' };
}

/** How the article of a record is judged: in the language that it says it is in, unless somebody says another. */
export function judgingOf({ language }: SourceArticle, judging: Judging): Judging {
  const settings = settingsWith(judging.settings, language);
  return settings === judging.settings ? judging : { ...judging, settings };
}

/** The beginning of an article. */
export function nameOf(text: string): string {
  const [line = ''] = /\S[^\r\n]*/.exec(text.slice(0, 8 * longestName)) ?? [];
  return shorten(line, longestName);
}
