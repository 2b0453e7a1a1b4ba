import { Parser } from 'htmlparser2';
import { TokenList, type Mistake, type Piece, type Token } from './tokens.ts';

/**
 * The tokens of an HTML file or of a fragment of one, read as browsers do: whatever it is, it is HTML.
 *
 * @param xml Whether it is XML, to be read as forgivingly.
 */
export function htmlTokens(source: string, xml = false): readonly Token[] | Mistake {
  const list = new TokenList();
  let pieces: Piece[] = [];
  const endText = (): void => {
    list.text('text', pieces);
    pieces = [];
  };
  const parser: Parser = new Parser(
    {
      onopentag(name, attributes) {
        endText();
        list.open(name, attributes, parser.startIndex, parser.endIndex + 1);
      },
      onclosetag(_, implied) {
        endText();
        const start = parser.startIndex;
        list.close(start, implied ? start : parser.endIndex + 1);
      },
      ontext(text) {
        const [start, end] = [parser.startIndex, parser.endIndex + 1];
        const raw = source.slice(start, end);
        pieces.push({ text, start, end, plain: text === raw });
      },
      oncomment: endText,
      onprocessinginstruction: endText,
    },
    { recognizeCDATA: xml, xmlMode: xml },
  );
  // In portions, so that a file that goes on too deep is left soon.
  for (let at = 0; at < source.length && !list.mistake; at += portion)
    parser.write(source.slice(at, at + portion));
  if (!list.mistake) parser.end();
  endText();
  return list.mistake ?? list.end(source.length);
}

const portion = 65_536;
