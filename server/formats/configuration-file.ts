import {
  findNodeAtLocation,
  getNodeValue,
  parseTree,
  printParseErrorCode,
  type ParseError,
} from 'jsonc-parser';
import { LineIndex } from '../core/text/line-index.ts';

/** The names a configuration may have, the first one that a folder holds counts. */
export const configurationNames: readonly string[] = ['copydesk.json', '.copydesk.json'];

/** Something wrong in a configuration file, where a person finds it. */
export interface LocatedProblem {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  readonly message: string;
}

/** A configuration as it was read; whether its settings mean anything is not known yet. */
export interface ParsedConfiguration {
  /** What the file holds, as far as it could be read; `{}` where it holds nothing. */
  readonly value: unknown;
  /** What is no JSON in it. */
  readonly mistakes: readonly LocatedProblem[];
  /** Gives problems of settings, which know only their path of keys, their place in the file, from its top down. */
  locate(
    problems: readonly { readonly path: readonly string[]; readonly message: string }[],
  ): LocatedProblem[];
}

/** Reads a configuration: JSON, in which comments and commas after the last entry are allowed. */
export function parseConfiguration(text: string): ParsedConfiguration {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const index = new LineIndex(text);
  const problemAt = (offset: number, message: string): LocatedProblem => {
    const place = index.placeAt(offset);
    return { line: place.line + 1, column: place.character + 1, message };
  };
  return {
    value: root ? (getNodeValue(root) as unknown) : {},
    // What follows the first mistake is mostly its echo.
    mistakes: (text.trim() === '' ? [] : errors.slice(0, 1)).map((error) =>
      problemAt(error.offset, sayMistake(error)),
    ),
    locate: (problems) =>
      problems
        .map(({ path, message }) => {
          const node = root && findNodeAtLocation(root, numbered(root, path));
          // A name's mistake is shown at the name, and the value begins right after it.
          const shown = node?.parent?.type === 'property' ? node.parent : (node ?? root);
          return problemAt(shown?.offset ?? 0, message);
        })
        .sort((one, other) => one.line - other.line || one.column - other.column),
  };
}

type Root = NonNullable<ReturnType<typeof parseTree>>;

/** The path with the places in lists as numbers, as the parser wants them. */
function numbered(root: Root, path: readonly string[]): (string | number)[] {
  const steps: (string | number)[] = [];
  for (const key of path) {
    const inList = findNodeAtLocation(root, steps)?.type === 'array';
    steps.push(inList ? Number(key) : key);
  }
  return steps;
}

const expectations: Readonly<Record<string, string>> = {
  InvalidSymbol: 'This is no value. A text stands between double quotation marks.',
  InvalidNumberFormat: 'This is no number.',
  PropertyNameExpected: 'A name in double quotation marks must stand here.',
  ValueExpected: 'A value must stand here.',
  ColonExpected: 'A colon must stand here.',
  CommaExpected: 'A comma must stand here.',
  CloseBraceExpected: 'A closing brace } is missing.',
  CloseBracketExpected: 'A closing bracket ] is missing.',
  EndOfFileExpected: 'The configuration ends before this; nothing may follow.',
  InvalidCommentToken: 'This comment is not well-formed.',
  UnexpectedEndOfComment: 'This comment is never closed.',
  UnexpectedEndOfString: 'This text is never closed; a double quotation mark is missing.',
  UnexpectedEndOfNumber: 'This number is cut off.',
  InvalidUnicode: 'After \\u four digits from 0 to F must stand.',
  InvalidEscapeCharacter: 'A backslash here must be written twice.',
  InvalidCharacter: 'A control character such as a tab must be written as an escape: \\t.',
};

function sayMistake(error: ParseError): string {
  const expectation = expectations[printParseErrorCode(error.error)] ?? 'This is no JSON.';
  return `${expectation} Until it is put right, the file can’t be used.`;
}
