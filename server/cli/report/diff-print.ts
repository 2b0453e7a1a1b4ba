import type { Edit } from '../../index.ts';
import type { ReadArticle } from '../articles.ts';
import { coloursOf } from '../output.ts';
import type { Session } from '../session.ts';
import { diffHunks } from './diff.ts';
import { isolated, visible } from './visible.ts';

/** Prints an article's change as a unified diff that `git apply` and `patch -p1` understand. */
export async function printDiff(
  { name, decoded }: ReadArticle,
  edits: readonly Edit[],
  session: Session,
): Promise<void> {
  const { out } = session;
  const colours = coloursOf(out);
  const tints: Readonly<Record<string, (line: string) => string>> = {
    '+': colours.green,
    '-': colours.red,
    '@': colours.cyan,
  };
  if (decoded.encoding !== 'utf-8') {
    await session.note(
      name,
      'The file is in UTF-16 and its diff is shown in UTF-8, so it is for reading only.',
    );
  }
  // The mark is part of the file's first line, without which the diff would not apply.
  const mark = decoded.mark ? '\uFEFF' : '';
  const moved = edits.map((edit) => ({
    ...edit,
    start: edit.start + mark.length,
    end: edit.end + mark.length,
  }));
  await out.write(`--- ${labelOf('a', name)}\n+++ ${labelOf('b', name)}\n`);
  for (const line of diffHunks(mark + decoded.text, moved)) {
    if (!out.isTerminal) await out.write(`${line}\n`);
    else {
      const sign = line.charAt(0);
      const shown = sign === '@' || sign === '\\' ? line : sign + isolated(visible(line.slice(1)), true);
      await out.write(`${tints[sign]?.(shown) ?? shown}\n`);
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
