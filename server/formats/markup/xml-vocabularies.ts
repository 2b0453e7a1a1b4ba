import { fieldWith, type FieldNames, type FieldRole } from '../field-names.ts';
import { aboutOf, type About, type Guess } from '../record.ts';
import { localName, type OpenToken, type Token } from './tokens.ts';

/** Where an article’s parts stand among the tokens: the places of their elements. */
export interface RecordPlaces extends ReadPlaces {
  /** The place of the article’s own element. */
  readonly at: number;
}

interface ReadPlaces {
  readonly headline?: number;
  readonly body?: number;
  readonly about?: About;
  /** Whether its text may be HTML that is written as text, as in feeds. */
  readonly escaped?: boolean;
  /** What was chosen by common names. */
  readonly guess?: Guess;
}

/**
 * The articles among the tokens of an XML file. A vocabulary of news says itself what is what (IPTC’s
 * NewsML-G2 and NITF 3, TEI P5); elsewhere an element is an article whose child has the name of a text.
 *
 * @param around The language of what is around them in their file.
 */
export function placesOfRecords(
  tokens: readonly Token[],
  fields: FieldNames,
  around?: string,
): readonly RecordPlaces[] {
  const tree = new Tree(tokens);
  const configured = fields.body !== undefined || fields.headline !== undefined;
  const records: RecordPlaces[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.kind !== 'open') continue;
    const read = configured ? undefined : vocabularies[token.name];
    const found = read?.(tree, at) ?? common(tree, at, fields);
    if (!found) continue;
    const language = found.about?.language ?? tree.languageOf(at) ?? around;
    records.push({ ...found, at, about: aboutOf({ ...found.about, language }) });
    at = token.close;
  }
  return records;
}

/** The tokens as a tree. */
class Tree {
  readonly #tokens: readonly Token[];
  #languages: (string | undefined)[] | undefined;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  at(place: number): OpenToken {
    const token = this.#tokens[place];
    if (token?.kind !== 'open') throw new RangeError(`No element begins at token ${String(place)}.`);
    return token;
  }

  /** The places of an element's own elements. */
  *children(place: number): Generator<number> {
    const { close } = this.at(place);
    for (let at = place + 1; at < close; at++) {
      const token = this.#tokens[at];
      if (token?.kind !== 'open') continue;
      yield at;
      at = token.close;
    }
  }

  child(place: number, name: string): number | undefined {
    for (const at of this.children(place)) if (this.at(at).name === name) return at;
    return undefined;
  }

  /** The first element with one of these names somewhere in an element. */
  within(place: number | undefined, ...names: readonly string[]): number | undefined {
    if (place === undefined) return undefined;
    const { close } = this.at(place);
    for (let at = place + 1; at < close; at++) {
      const token = this.#tokens[at];
      if (token?.kind === 'open' && names.includes(token.name)) return at;
    }
    return undefined;
  }

  /** The words of a short element; undefined if there are none, or far too many. */
  text(place: number | undefined): string | undefined {
    if (place === undefined) return undefined;
    const { close } = this.at(place);
    if (close - place > 40) return undefined;
    const words = this.#tokens
      .slice(place + 1, close)
      .flatMap((token) => ('pieces' in token ? token.pieces.map(({ text }) => text) : []))
      .join('')
      .trim();
    return words === '' ? undefined : words;
  }

  attribute(place: number | undefined, ...names: readonly string[]): string | undefined {
    if (place === undefined) return undefined;
    const { attributes } = this.at(place);
    return names.map((name) => attributes[name]).find((value) => value !== undefined);
  }

  /** What `xml:lang` says of an element, on itself or around it, or a `language` before it, as in RSS’s channel. */
  languageOf(place: number): string | undefined {
    this.#languages ??= this.#findLanguages();
    return this.#languages[place];
  }

  #findLanguages(): (string | undefined)[] {
    const around: (string | undefined)[] = [];
    return this.#tokens.map((token, at) => {
      if (token.kind === 'close') around.pop();
      if (token.kind !== 'open') return undefined;
      if (token.name === 'language' && around.length > 0) {
        const text = this.text(at);
        if (text !== undefined) around[around.length - 1] = text;
      }
      const language = token.attributes['xml:lang'] ?? token.attributes['lang'] ?? around.at(-1);
      around.push(language);
      return language;
    });
  }
}

type Reader = (tree: Tree, place: number) => ReadPlaces | undefined;

const vocabularies: Readonly<Record<string, Reader | undefined>> = {
  nitf(tree, place) {
    const body = tree.child(place, 'body');
    if (body === undefined) return undefined;
    const head = tree.child(body, 'body.head');
    const headline = tree.within(head, 'hl1') ?? tree.within(head, 'hedline');
    const about = {
      author: tree.text(tree.within(head, 'byline')),
      date: tree.attribute(tree.within(place, 'date.issue') ?? tree.within(head, 'story.date'), 'norm'),
    };
    return parts(headline, tree.child(body, 'body.content'), about);
  },
  newsitem(tree, place) {
    const content = tree.child(place, 'contentset');
    if (content === undefined) return undefined;
    const inner = tree.within(content, 'nitf');
    const nitf = inner === undefined ? undefined : vocabularies['nitf']?.(tree, inner);
    const meta = tree.child(place, 'contentmeta');
    const headline = nitf?.headline ?? (meta === undefined ? undefined : tree.child(meta, 'headline'));
    const inline = tree.within(content, 'inlinexml', 'inlinedata');
    const body = nitf?.body ?? tree.within(inline, 'body') ?? inline;
    const about = {
      language: tree.attribute(tree.within(meta, 'language'), 'tag'),
      author: tree.text(tree.within(meta, 'by')) ?? nitf?.about?.author,
      date: tree.text(tree.within(meta, 'contentcreated')) ?? tree.text(tree.within(place, 'versioncreated')),
    };
    return parts(headline, body, about);
  },
  tei(tree, place) {
    const text = tree.child(place, 'text');
    if (text === undefined) return undefined;
    const body = tree.child(text, 'body') ?? text;
    const title = tree.within(tree.within(place, 'titlestmt'), 'title');
    // The text's own heading is the headline; without one, the header's title is.
    const date = tree.within(tree.within(place, 'publicationstmt'), 'date');
    const about = {
      author: tree.text(tree.within(tree.within(place, 'titlestmt'), 'author')),
      date: tree.attribute(date, 'when') ?? tree.text(date),
    };
    return parts(tree.within(body, 'head') ?? title, body, about);
  },
  get 'tei.2'() {
    return vocabularies['tei'];
  },
  item: (tree, place) => feedEntry(tree, place),
  entry: (tree, place) => feedEntry(tree, place),
};

/** RSS’s item or Atom’s entry: the whole text if there is one, else the summary. */
function feedEntry(tree: Tree, place: number): ReadPlaces | undefined {
  const children = new Map<string, number>();
  for (const at of tree.children(place)) {
    const { name } = tree.at(at);
    if (!children.has(name)) children.set(name, at);
  }
  const [name] = ['encoded', 'content', 'description', 'summary'].filter((one) => children.has(one));
  if (name === undefined || (!children.has('title') && !children.has('link'))) return undefined;
  const headline = children.get('title');
  const guess = { ...(headline !== undefined && { headline: 'title' }), body: name };
  const author = children.get('creator') ?? children.get('author');
  const date = ['pubdate', 'published', 'date', 'updated'].map((one) => children.get(one));
  const about = {
    author: tree.text(tree.within(author, 'name') ?? author),
    date: tree.text(date.find((one) => one !== undefined)),
  };
  return { ...parts(headline, children.get(name), about), escaped: true, guess };
}

function parts(
  headline: number | undefined,
  body: number | undefined,
  about: Parameters<typeof aboutOf>[0],
): ReadPlaces | undefined {
  if (headline === undefined && body === undefined) return undefined;
  return {
    ...(headline !== undefined && { headline }),
    ...(body !== undefined && { body }),
    about: aboutOf(about),
  };
}

/** An element whose children have names as the fields of records have. */
function common(tree: Tree, place: number, fields: FieldNames): ReadPlaces | undefined {
  const names: string[] = [];
  const places: number[] = [];
  for (const at of tree.children(place)) {
    names.push(tree.at(at).name);
    places.push(at);
  }
  const childWith = (role: FieldRole): { name: string; at: number } | undefined => {
    const name = fieldWith(role, names, fields);
    if (name === undefined) return undefined;
    const path = name.split('.');
    let at: number | undefined = place;
    const whole = names.indexOf(localName(name));
    if (whole >= 0) at = places[whole];
    else for (const step of path) at = at === undefined ? undefined : tree.child(at, localName(step));
    return at === undefined || at === place ? undefined : { name, at };
  };
  const body = childWith('body');
  if (!body) return undefined;
  // Several of a name are a list of articles, and so is one that is an article itself.
  if (fields.body === undefined) {
    if (names.filter((name) => name === body.name).length > 1) return undefined;
    const inner = [...tree.children(body.at)].map((at) => tree.at(at).name);
    if (fieldWith('body', inner, {}) !== undefined && fieldWith('headline', inner, {}) !== undefined)
      return undefined;
  }
  const found = {
    headline: childWith('headline'),
    body,
    language: childWith('language'),
    author: childWith('author'),
    date: childWith('date'),
  };
  const guess: Guess = Object.fromEntries(
    Object.entries(found).flatMap(([role, child]) =>
      child && fields[role as FieldRole] === undefined ? [[role, child.name]] : [],
    ),
  );
  const about = {
    language: tree.text(found.language?.at) ?? tree.attribute(found.language?.at, 'tag'),
    author: tree.text(found.author?.at),
    date: tree.text(found.date?.at) ?? tree.attribute(found.date?.at, 'when', 'norm'),
  };
  return {
    ...parts(found.headline?.at, body.at, about),
    escaped: true,
    ...(Object.keys(guess).length > 0 && { guess }),
  };
}
