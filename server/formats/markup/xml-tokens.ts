import { decodeHTMLStrict } from 'entities';
import { SaxesParser } from 'saxes';
import { TokenList, type Mistake, type Piece, type Token } from './tokens.ts';

/**
 * The tokens of an XML file, or what keeps it from being one. Entities that the file declares itself are
 * never replaced, and nothing that it names is fetched: a few lines of declarations can stand for gigabytes,
 * or for a file of whoever reads them.
 */
export function xmlTokens(source: string): readonly Token[] | Mistake {
  return parsed(source, new Set(), { fragment: false, cut: false });
}

/**
 * The tokens of what stands in an XML file by itself.
 *
 * @param declared Entities that the file declares.
 */
export function fragmentTokens(source: string, declared: readonly string[]): readonly Token[] | Mistake {
  return parsed(source, new Set(declared), { fragment: true, cut: false });
}

/** The tokens of the beginning of an XML file; what is open at its end ends there. */
export function firstTokens(source: string): readonly Token[] | Mistake {
  return parsed(source, new Set(), { fragment: false, cut: true });
}

function parsed(
  source: string,
  declared: Set<string>,
  { fragment, cut }: { readonly fragment: boolean; readonly cut: boolean },
): readonly Token[] | Mistake {
  const list = new TokenList();
  const parser = new SaxesParser<{ xmlns: false; fragment: boolean }>({ xmlns: false, fragment });
  let done = 0;
  /** Takes the text before a mark and gives the place where the mark begins. */
  const markAt = (): number => {
    const start = Math.max(done, source.indexOf('<', done));
    if (start > done) list.text('text', piecesOf(source, done, start, declared));
    return start;
  };
  const passing = (ending: string): (() => void) => {
    return () => {
      const start = markAt();
      done = source.indexOf(ending, start) + ending.length;
    };
  };
  parser.on('xmldecl', passing('?>'));
  parser.on('processinginstruction', passing('?>'));
  parser.on('comment', passing('-->'));
  parser.on('doctype', (doctype) => {
    markAt();
    done = parser.position;
    for (const name of entitiesIn(doctype)) declared.add(name);
  });
  parser.on('cdata', () => {
    const start = markAt() + '<![CDATA['.length;
    const end = source.indexOf(']]>', start);
    done = end + ']]>'.length;
    if (end > start) list.text('cdata', [{ text: source.slice(start, end), start, end, plain: true }]);
  });
  parser.on('opentag', ({ name, attributes }) => {
    const start = markAt();
    done = parser.position;
    list.open(name, attributes, start, done);
  });
  parser.on('closetag', ({ isSelfClosing }) => {
    const start = isSelfClosing ? done : markAt();
    done = parser.position;
    list.close(start, done);
  });
  parser.on('error', ({ message }) => {
    // What it stands for is found here, or nothing is changed in it.
    if (message.endsWith('undefined entity.')) return;
    list.mistake ??= { at: Math.min(parser.position, source.length), why: sayMistake(message, fragment) };
    throw new Stopped();
  });
  try {
    // In portions, so that a file that goes on too deep is left soon.
    for (let at = 0; at < source.length && !list.mistake; at += portion)
      parser.write(source.slice(at, at + portion));
    if (!list.mistake && !cut) parser.close();
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  }
  return list.mistake ?? list.end(source.length);
}

/** The entities that the head of a file declares. */
export function entitiesIn(doctype: string): string[] {
  return Array.from(doctype.matchAll(/<!ENTITY\s+([^\s%"'>]+)/g), ([, name = '']) => name);
}

class Stopped extends Error {}

const portion = 1_000_000;

function sayMistake(message: string, fragment: boolean): string {
  const said = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
  if (fragment)
    return `The element is no well-formed XML here (${said}), so it stays as it is. Have it written again, or mend this place.`;
  return `The file is no well-formed XML here (${said}), so it can’t be told where its articles are. Have it written again, or mend this place.`;
}

/** A text with its references (`&amp;`, `&#x627;`) apart. */
function piecesOf(source: string, start: number, end: number, declared: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  let done = start;
  const plain = (until: number): void => {
    if (until > done) pieces.push({ text: source.slice(done, until), start: done, end: until, plain: true });
    done = until;
  };
  for (let at = source.indexOf('&', start); at >= 0 && at < end; at = source.indexOf('&', done)) {
    plain(at);
    const semicolon = source.indexOf(';', at) + 1;
    const raw = source.slice(at, semicolon);
    const name = raw.slice(1, -1);
    const text = declared.has(name) ? raw : decodeHTMLStrict(raw);
    const opaque = text === raw;
    pieces.push({ text, start: at, end: semicolon, plain: false, ...(opaque && { opaque }) });
    done = semicolon;
  }
  plain(end);
  return pieces;
}
