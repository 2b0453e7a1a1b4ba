import type { FieldNames } from './field-names.ts';
import { htmlTokens } from './markup/html-tokens.ts';
import type { Field } from './field.ts';
import type { Reading } from './markup/paragraph.ts';
import { htmlRole, paragraphsIn } from './markup/paragraphs.ts';
import type { OpenToken, Token } from './markup/tokens.ts';
import { aboutOf, type About, type Guess, type SourceRecord, type SourceRecords } from './record.ts';
import { SourceMap } from './source-map.ts';

/** A place among the tokens at which an element begins. */
interface Element {
  readonly place: number;
  readonly token: OpenToken;
}

/**
 * The articles of an HTML file: what each `article` that stands in no other holds, or the only one of the
 * page, in what is marked as its text, in `main` or in `body`. The headline is the first `h1`, else the title.
 *
 * @param fields Elements: by name, `.class` or `#id`.
 */
export function readHtml(text: string, fields: FieldNames): SourceRecords {
  const tokens = htmlTokens(text);
  if ('why' in tokens) return { records: [{ kind: 'bad', ...tokens }] };
  const page = new Page(text, tokens, fields);
  const { bodies, name } = page.bodies();
  if (bodies.length === 0) {
    if (fields.body === undefined) return { records: [page.article(undefined, false)] };
    const why = `No element of this file is “${fields.body}”, which “fields” in copydesk.json says holds the text.`;
    return { records: [{ kind: 'bad', at: 0, why }] };
  }
  const records = bodies.map((body) => page.article(body, bodies.length > 1));
  const guessed: Guess = {
    ...(fields.headline === undefined && page.headline && { headline: page.headline.token.name }),
    ...(fields.body === undefined && { body: name }),
  };
  return Object.keys(guessed).length > 0 ? { records, guessed } : { records };
}

const candidates: readonly (readonly [string, (token: OpenToken) => boolean])[] = [
  ['articleBody', ({ attributes }) => attributes['itemprop']?.toLowerCase() === 'articlebody'],
  ['main', ({ name, attributes }) => name === 'main' || attributes['role'] === 'main'],
  ['body', ({ name }) => name === 'body'],
];

class Page {
  readonly #reading: Reading;
  readonly #tokens: readonly Token[];
  readonly #fields: FieldNames;
  readonly #language: string | undefined;
  readonly #isHeadline: (token: OpenToken) => boolean;
  /** The headline of the whole page, for its only article. */
  readonly headline: Element | undefined;

  constructor(source: string, tokens: readonly Token[], fields: FieldNames) {
    this.#reading = { source, folded: true, ascii: false };
    this.#tokens = tokens;
    this.#fields = fields;
    this.#language = this.#find(({ name }) => name === 'html')?.token.attributes['lang'];
    this.#isHeadline = matching(fields.headline ?? 'h1');
    this.headline =
      this.#find(this.#isHeadline) ?? (fields.headline === undefined ? this.#title() : undefined);
  }

  /** The elements that hold an article each, and by which name they were found. */
  bodies(): { bodies: Element[]; name: string } {
    const { body } = this.#fields;
    if (body !== undefined) return { bodies: this.#outermost(matching(body)), name: body };
    const articles = this.#outermost(({ name }) => name === 'article');
    if (articles.length > 0) return { bodies: articles, name: 'article' };
    for (const [name, isIt] of candidates) {
      const found = this.#find(isIt);
      if (found) return { bodies: [found], name };
    }
    return { bodies: [], name: '' };
  }

  /** The article in an element, or of the whole file. */
  article(body: Element | undefined, several: boolean): SourceRecord {
    const [from, to] = body ? [body.place + 1, body.token.close] : [0, this.#tokens.length];
    const inside = this.#find(this.#isHeadline, from, to);
    const headline = inside ?? (several ? undefined : this.headline);
    const fields = [
      ...(headline ? this.#paragraphs(headline.place + 1, headline.token.close) : []),
      ...this.#paragraphs(from, to, new Set(headline ? [headline.place] : [])),
    ];
    const language = body?.token.attributes['lang'] ?? this.#language;
    return {
      kind: 'article',
      map: new SourceMap(fields),
      ...aboutOf({ language, ...(!several && this.#about()) }),
    };
  }

  /** What the page says of its only article, for search engines and for readers of feeds. */
  #about(): About {
    const meta = (...names: readonly string[]): string | undefined =>
      this.#find(({ name, attributes }) => {
        if (name !== 'meta') return false;
        const { name: key, property, itemprop } = attributes;
        return names.includes((key ?? property ?? itemprop ?? '').toLowerCase());
      })?.token.attributes['content'];
    const time = this.#find(
      ({ name, attributes }) => name === 'time' && attributes['datetime'] !== undefined,
    );
    return aboutOf({
      author: meta('author', 'article:author', 'dc.creator'),
      date:
        meta('article:published_time', 'date', 'datepublished', 'dc.date', 'pubdate') ??
        time?.token.attributes['datetime'],
    });
  }

  #paragraphs(from: number, to: number, without?: ReadonlySet<number>): Field[] {
    return paragraphsIn(this.#tokens, from, to, htmlRole, this.#reading, without);
  }

  /** The title of the page; a drawing in it may have one, too. */
  #title(): Element | undefined {
    const title = this.#find(({ name }) => name === 'title' || name === 'svg');
    return title?.token.name === 'title' ? title : undefined;
  }

  #find(isIt: (token: OpenToken) => boolean, from = 0, to = this.#tokens.length): Element | undefined {
    for (let place = from; place < to; place++) {
      const token = this.#tokens[place];
      if (token?.kind === 'open' && isIt(token)) return { place, token };
    }
    return undefined;
  }

  #outermost(isIt: (token: OpenToken) => boolean): Element[] {
    const found: Element[] = [];
    for (let next = this.#find(isIt); next; next = this.#find(isIt, next.token.close)) found.push(next);
    return found;
  }
}

function matching(selector: string): (token: OpenToken) => boolean {
  const name = selector.slice(1);
  if (selector.startsWith('#')) return ({ attributes }) => attributes['id'] === name;
  if (selector.startsWith('.'))
    return ({ attributes }) => attributes['class']?.split(/\s+/).includes(name) === true;
  return (token) => token.name === selector.toLowerCase();
}
