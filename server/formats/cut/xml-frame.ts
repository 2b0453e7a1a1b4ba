import type { FieldNames } from '../field-names.ts';
import { htmlTokens } from '../markup/html-tokens.ts';
import { namesBesideText } from '../markup/paragraphs.ts';
import type { OpenToken, Token } from '../markup/tokens.ts';
import { firstTokens } from '../markup/xml-tokens.ts';
import { placesOfRecords } from '../markup/xml-vocabularies.ts';

/** How the records of an XML file stand in it. */
export interface XmlFrame {
  /** The names of the elements around the records, from the root in. */
  readonly path: readonly string[];
  /** The name of the first record’s element. */
  readonly name: string;
  /** Whether elements of this name may stand in each other. */
  readonly nests: boolean;
  /** Names of elements that have text beside them. */
  readonly beside: readonly string[];
}

/** Elements that hold an article and never one another. */
const single = new Set([
  'item',
  'entry',
  'nitf',
  'newsitem',
  'tei',
  'tei.2',
  'article',
  'story',
  'document',
  'doc',
  'record',
]);

/**
 * How the records stand in a file that begins so; undefined where no record has come whole, or the whole file
 * is one.
 */
export function frameOf(beginning: string, fields: FieldNames): XmlFrame | undefined {
  const exact = firstTokens(beginning);
  // Where a record is broken, a parser that forgives finds the others.
  const tokens = 'why' in exact ? htmlTokens(beginning, true) : exact;
  if ('why' in tokens) return undefined;
  const [first] = placesOfRecords(tokens, fields);
  const record = first && tokens[first.at];
  if (record?.kind !== 'open' || !isClosed(tokens, record, beginning)) return undefined;
  const { path, nests } = surroundings(tokens, record);
  if (path.length === 0) return undefined;
  const { name } = record;
  // Where the beginning is broken, what was not closed seems to hold what follows it.
  const nest = nests && tokens === exact;
  return { path, name, nests: nest || !single.has(name), beside: [...namesBesideText(tokens)] };
}

/** Whether an element ends in the text, and not only with it. */
function isClosed(tokens: readonly Token[], { close }: OpenToken, text: string): boolean {
  const token = tokens[close];
  return token?.kind === 'close' && token.start < text.length;
}

/** The names of what is around an element, and whether any of its name stands in another. */
function surroundings(tokens: readonly Token[], element: OpenToken): { path: string[]; nests: boolean } {
  const open: string[] = [];
  let path: string[] = [];
  let nests = false;
  for (const token of tokens) {
    if (token.kind === 'close') open.pop();
    if (token.kind !== 'open') continue;
    if (token === element) path = [...open];
    nests ||= token.name === element.name && open.includes(token.name);
    open.push(token.name);
  }
  return { path, nests };
}
