import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { OwnPattern } from '../core/parse/own-patterns.ts';
import { emptyConfiguration, withPatterns } from '../formats/configuration-edit.ts';
import { decode, encode } from '../formats/decode.ts';
import { replaceContent } from './write.ts';

/**
 * Adds patterns to `residue.patterns` of a configuration, made anew where there is none. Gives how many were
 * not there yet.
 *
 * @throws Error whose message is for people, or a system error; the file is then as it was.
 */
export function addPatterns(path: string, patterns: readonly OwnPattern[]): number {
  const before = existsSync(path) ? readFileSync(path) : undefined;
  const decoded = before && decode(before);
  const { text, added } = withPatterns(decoded?.text ?? emptyConfiguration, patterns);
  if (added === 0) return 0;
  const after = encode({ encoding: 'utf-8', mark: false, ...decoded, text });
  if (before) replaceContent(path, before, after);
  else writeFileSync(path, after, { flag: 'wx' });
  return added;
}
