import type { Edit } from '../../index.ts';
import type { Decoded } from '../../formats/decode.ts';
import { coloursOf } from './colours.ts';
import { diffHunks } from './diff.ts';
import type { Style } from './report.ts';
import { isolated, visible } from './visible.ts';

/** An article's change as a unified diff that `git apply` and `patch -p1` understand, line by line. */
export function* diffEntries(
  name: string,
  decoded: Decoded,
  edits: readonly Edit[],
  { terminal, colour }: Style,
): Generator<string> {
  const colours = coloursOf(colour);
  const tints: Readonly<Record<string, (line: string) => string>> = {
    '+': colours.green,
    '-': colours.red,
    '@': colours.cyan,
  };
  // The mark is part of the file's first line, without which the diff would not apply.
  const mark = decoded.mark ? '\uFEFF' : '';
  const moved = edits.map((edit) => ({
    ...edit,
    start: edit.start + mark.length,
    end: edit.end + mark.length,
  }));
  yield `--- ${labelOf('a', name)}\n+++ ${labelOf('b', name)}\n`;
  for (const line of diffHunks(mark + decoded.text, moved)) {
    if (!terminal) yield `${line}\n`;
    else {
      const sign = line.charAt(0);
      const shown = sign === '@' || sign === '\\' ? line : sign + isolated(visible(line.slice(1)), true);
      yield `${tints[sign]?.(shown) ?? shown}\n`;
    }
  }
}

/** A file's name as git writes it in diffs: in quotation marks where it holds anything out of the way. */
function labelOf(side: 'a' | 'b', name: string): string {
  const label = `${side}/${name.replace(/^(\.\/)+|^\/+/, '')}`;
  if (/[\p{Cc}"\\]/u.test(label)) return `"${label.replace(/[\p{Cc}"\\]/gu, quoted)}"`;
  // A tab ends the name, so that no space in it does.
  return label.includes(' ') ? `${label}\t` : label;
}

function quoted(character: string): string {
  if (character === '"' || character === '\\') return `\\${character}`;
  return [...Buffer.from(character)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}
