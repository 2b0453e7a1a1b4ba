import { looksLikeArticle } from '../../formats/article-file.ts';
import type { FieldNames } from '../../formats/field-names.ts';
import { readRecords } from '../../formats/read-records.ts';
import type { SourceArticle } from '../../formats/record.ts';
import type { RecordsFormat } from './records-format.ts';

/** So much of a file, in UTF-16 units, is enough to tell what its records are, and so many of them. */
const sample = 262_144;
const mostSampled = 20;

/** A shorter text, in UTF-16 units, is a message, a label, a line of a dialogue. */
const shortest = 200;

/** The root of NITF, NewsML-G2, TEI, RSS or Atom. */
const vocabulary =
  /<(?:[\w.-]{1,40}:)?(?:nitf|newsitem|newsmessage|packageitem|tei|tei\.2|teicorpus|rss|rdf|feed)[\s>]/i;

/** What tells whether a document's records are articles. */
export interface Candidate {
  readonly text: string;
  readonly format: RecordsFormat;
  readonly fields: FieldNames;
  /** Whether the configuration lists the file. */
  readonly listed: boolean;
}

/**
 * Whether a file holds articles as records. What is listed in the configuration does. Tables, JSON Lines, web
 * archives and the vocabularies of news in XML do where most of their first records plainly are articles: a text
 * of some length that reads like one, with a headline or in several paragraphs. JSON and other XML are so only
 * where the configuration names their fields, and Markdown and HTML never: settings of programs and pages of
 * projects are written in them.
 */
export function holdsArticles({ text, format, fields, listed }: Candidate): boolean {
  if (listed) return true;
  if (format === 'markdown' || format === 'html') return false;
  const named = Object.keys(fields).length > 0;
  if (format === 'json' && !named) return false;
  if (format === 'xml' && !named && !vocabulary.test(text.slice(0, sample))) return false;
  const read = format === 'json-lines' ? lines(text) : [format === 'json' ? text : text.slice(0, sample)];
  const records = read
    .flatMap((part) => readRecords(part, format, fields).records)
    .slice(0, mostSampled)
    // The last row of a sample may be cut off, and of an element both it and what is around it.
    .filter(
      (record, index, all) => record.kind === 'article' || index < all.length - (format === 'xml' ? 2 : 1),
    );
  const articles = records.filter((record) => record.kind === 'article' && isPlain(record));
  return articles.length > 0 && articles.length * 2 > records.length;
}

/** The first lines that are whole, the very first however long it is. */
function lines(text: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length && found.length < mostSampled;) {
    const end = text.indexOf('\n', at);
    if (end < 0 && found.length > 0 && text.length > sample) break;
    const line = text.slice(at, end < 0 ? text.length : end);
    if (line.trim() !== '') found.push(line);
    if (end < 0 || end > sample) break;
    at = end + 1;
  }
  return found;
}

function isPlain({ map }: SourceArticle): boolean {
  const { text, fields } = map;
  // Of what has paragraphs of its own, each is a field.
  const body = text.slice((fields[1] ?? fields[0])?.start ?? 0);
  if (body.length < shortest || !looksLikeArticle(body)) return false;
  return fields.length > 1 || /\S[ \t]*[\r\n]+[ \t]*\S/.test(body);
}
