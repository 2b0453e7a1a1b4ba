import type { MarkupContext } from './cut/context.ts';
import type { FieldNames } from './field-names.ts';
import type { Field } from './field.ts';
import { htmlTokens } from './markup/html-tokens.ts';
import { Paragraph, type Reading } from './markup/paragraph.ts';
import {
  holdsBlocks,
  htmlRole,
  namesBesideText,
  paragraphsIn,
  xmlRoles,
  type RoleOf,
} from './markup/paragraphs.ts';
import type { OpenToken, Token } from './markup/tokens.ts';
import { fragmentTokens, xmlTokens } from './markup/xml-tokens.ts';
import { placesOfRecords, type RecordPlaces } from './markup/xml-vocabularies.ts';
import { nestedField } from './nested-field.ts';
import { listedNames, type Guess, type SourceRecord, type SourceRecords } from './record.ts';
import { recovered } from './recovered.ts';
import { SourceMap } from './source-map.ts';

/**
 * The articles of an XML file: NewsML-G2, NITF, TEI, RSS, Atom, or elements that hold a text under one of the
 * common names.
 */
export function readXml(text: string, fields: FieldNames): SourceRecords {
  const tokens = xmlTokens(text);
  if ('why' in tokens)
    return recovered(text, 'xml', fields, tokens) ?? { records: [{ kind: 'bad', ...tokens }] };
  const places = placesOfRecords(tokens, fields);
  if (places.length === 0) {
    const names = new Set(tokens.flatMap((token) => (token.kind === 'open' ? [token.name] : [])));
    const why = `No element is known to hold an article; there are ${listedNames([...names])}. Say which one holds the text under “fields” in copydesk.json.`;
    return { records: [{ kind: 'bad', at: 0, why }] };
  }
  const ascii = declaresOther(text) && isAscii(text);
  return recordsAt(places, new XmlReader(text, tokens, namesBesideText(tokens), ascii));
}

/** The articles of an element that stands without its file; there may be none in it. */
export function readElement(text: string, fields: FieldNames, around: MarkupContext): SourceRecords {
  const tokens = fragmentTokens(text, around.declared);
  if ('why' in tokens) return { records: [{ kind: 'bad', ...tokens }] };
  const places = placesOfRecords(tokens, fields, around.language);
  const beside = new Set([...around.beside, ...namesBesideText(tokens)]);
  return recordsAt(places, new XmlReader(text, tokens, beside, around.ascii && isAscii(text)));
}

function recordsAt(places: readonly RecordPlaces[], reader: XmlReader): SourceRecords {
  const records = places.map((place) => reader.record(place));
  const guessed = places.find(({ guess }) => guess !== undefined)?.guess;
  return guessed ? { records, guessed: guessed satisfies Guess } : { records };
}

class XmlReader {
  readonly #tokens: readonly Token[];
  readonly #roleOf: RoleOf;
  readonly #reading: Reading;

  constructor(source: string, tokens: readonly Token[], beside: ReadonlySet<string>, ascii: boolean) {
    this.#tokens = tokens;
    this.#roleOf = xmlRoles(beside);
    this.#reading = { source, folded: true, ascii };
  }

  record({ headline, body, about, escaped = false }: RecordPlaces): SourceRecord {
    const within = headline !== undefined && body !== undefined && this.#isIn(headline, body);
    const without = new Set(within ? [headline] : []);
    const fields = [
      ...(headline === undefined ? [] : this.#headline(headline)),
      ...(body === undefined ? [] : this.#body(body, escaped, without)),
    ];
    return { kind: 'article', map: new SourceMap(fields), ...about };
  }

  #isIn(inner: number, outer: number): boolean {
    const token = this.#tokens[outer];
    return token?.kind === 'open' && outer < inner && inner < token.close;
  }

  /** A headline that is laid out over several lines has none. */
  #headline(place: number): Field[] {
    const [from, to] = this.#within(place);
    const nested = this.#nested(place, ({ type }) => isHtml(type));
    return nested ?? paragraphsIn(this.#tokens, from, to, this.#roleOf, this.#reading);
  }

  #body(place: number, escaped: boolean, without: ReadonlySet<number>): Field[] {
    const [from, to] = this.#within(place);
    const folded = holdsBlocks(this.#tokens, from, to, this.#roleOf);
    const nested =
      escaped && !folded
        ? this.#nested(place, ({ type }, text) => isHtml(type) || (type === undefined && tag.test(text)))
        : undefined;
    // A text without paragraphs of its own may have lines.
    return (
      nested ?? paragraphsIn(this.#tokens, from, to, this.#roleOf, { ...this.#reading, folded }, without)
    );
  }

  #within(place: number): [number, number] {
    const token = this.#tokens[place];
    return token?.kind === 'open' ? [place + 1, token.close] : [place, place];
  }

  /** The paragraphs of HTML that stands in an element as its text, as feeds have it; undefined where it is none. */
  #nested(
    place: number,
    isNested: (attributes: OpenToken['attributes'], text: string) => boolean,
  ): Field[] | undefined {
    const token = this.#tokens[place];
    const outer = this.#verbatim(...this.#within(place));
    if (token?.kind !== 'open' || !outer || !isNested(token.attributes, outer.text)) return undefined;
    const tokens = htmlTokens(outer.text);
    if ('why' in tokens) return undefined;
    const reading = { ...this.#reading, source: outer.text };
    return paragraphsIn(tokens, 0, tokens.length, htmlRole, reading).map((inner) =>
      nestedField(outer, inner),
    );
  }

  /** The text of an element without elements, to the character. */
  #verbatim(from: number, to: number): Field | undefined {
    const paragraph = new Paragraph({ ...this.#reading, folded: false });
    for (let at = from; at < to; at++) {
      const token = this.#tokens[at];
      if (token?.kind !== 'text' && token?.kind !== 'cdata') return undefined;
      paragraph.add(token);
    }
    return paragraph.field();
  }
}

const tag = /<(?:p|br|div|a|b|i|em|strong|span|h[1-6]|ul|ol|li|img|figure|blockquote|table)\b[^<>]{0,500}>/i;

function isHtml(type: string | undefined): boolean {
  return type === 'html' || type === 'text/html';
}

/** Whether an XML file says that it is in another encoding than those it can be read in. */
export function declaresOther(source: string): boolean {
  const said = /^\uFEFF?<\?xml[^?>]{0,200}?encoding\s*=\s*["']([\w.-]+)/.exec(source)?.[1]?.toLowerCase();
  return said !== undefined && !/^utf-?(?:8|16)/.test(said);
}

export function isAscii(source: string): boolean {
  return !/[^\0-\u007F]/.test(source);
}
