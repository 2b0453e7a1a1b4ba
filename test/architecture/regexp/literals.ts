import ts from 'typescript';
import { textOf } from '../files.ts';

/** A regular expression as it stands in the source. */
export interface FoundPattern {
  readonly place: string;
  readonly pattern: RegExp;
  /** The longest text it is given, where a comment above it says so: `bounded: 300`. */
  readonly longest: number;
}

/** The regular expression literals of a source file. */
export function patternsOf(path: string): FoundPattern[] {
  const text = textOf(path);
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const lines = text.split('\n');
  const found: FoundPattern[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({
        place: `${path}:${String(line + 1)}`,
        pattern: patternOf(node.text),
        longest: bound(lines, line),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function patternOf(literal: string): RegExp {
  const end = literal.lastIndexOf('/');
  return new RegExp(literal.slice(1, end), literal.slice(end + 1));
}

/** What the comment says that ends on the line above, or stands on the line itself. */
function bound(lines: readonly string[], line: number): number {
  const words = /bounded: (\d+)/.exec(`${lines[line - 1] ?? ''} ${lines[line] ?? ''}`);
  return words ? Number(words[1]) : Infinity;
}
