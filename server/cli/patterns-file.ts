import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { applyEdits, modify } from 'jsonc-parser';
import type { OwnPattern } from '../core/parse/own-patterns.ts';
import { parseConfiguration } from '../formats/configuration-file.ts';
import { decode } from '../formats/decode.ts';
import { replaceContent } from './write.ts';

/**
 * Adds patterns to `residue.patterns` of a configuration, made anew where there is none; comments and layout
 * stay. Gives how many were not there yet.
 *
 * @throws Error whose message is for people, or a system error; the file is then as it was.
 */
export function addPatterns(path: string, patterns: readonly OwnPattern[]): number {
  const before = existsSync(path) ? readFileSync(path) : undefined;
  const text = before ? decode(before).text : '{}\n';
  const { value, mistakes } = parseConfiguration(text);
  const [mistake] = mistakes;
  if (mistake) throw new Error(`Line ${String(mistake.line)}: ${mistake.message} Put that right first.`);
  const known = patternsIn(value);
  const seen = new Set(known.map((pattern) => JSON.stringify(pattern)));
  const added = patterns.filter((pattern) => !seen.has(JSON.stringify(pattern)));
  if (added.length === 0) return 0;
  const edits = modify(text, ['residue', 'patterns'], [...known, ...added], {
    formattingOptions: { insertSpaces: true, tabSize: 2 },
  });
  const after = Buffer.from(applyEdits(text, edits));
  if (before) replaceContent(path, before, after);
  else writeFileSync(path, after, { flag: 'wx' });
  return added.length;
}

function patternsIn(value: unknown): readonly unknown[] {
  const residue = (value as { residue?: { patterns?: unknown } } | null)?.residue;
  return Array.isArray(residue?.patterns) ? (residue.patterns as unknown[]) : [];
}
