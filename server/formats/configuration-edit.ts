import { applyEdits, modify, type ModificationOptions } from 'jsonc-parser';
import type { OwnPattern } from '../core/parse/own-patterns.ts';
import { parseConfiguration } from './configuration-file.ts';

/** What a configuration holds that is made anew. */
export const emptyConfiguration = '{}\n';

/**
 * The text of a configuration with a setting changed. Comments, layout and line breaks stay.
 *
 * @throws Error with a sentence for its user where the text is no JSON.
 */
export function withSetting(text: string, path: readonly string[], value: unknown): string {
  check(text);
  return applyEdits(text, modify(text, [...path], value, layoutOf(text)));
}

/**
 * The text of a configuration with patterns added to `residue.patterns`, each behind those that stand there, and
 * how many were not there yet. Comments, layout and line breaks stay.
 *
 * @throws Error with a sentence for its user where the text is no JSON, or something else stands in that place.
 */
export function withPatterns(
  text: string,
  patterns: readonly (string | OwnPattern)[],
): { readonly text: string; readonly added: number } {
  const known = patternsIn(check(text));
  const seen = new Set(known?.map((pattern) => JSON.stringify(pattern)));
  const added = patterns.filter((pattern) => !seen.has(JSON.stringify(pattern)));
  if (added.length === 0) return { text, added: 0 };
  const path = ['residue', 'patterns'];
  const layout = layoutOf(text);
  // A list that stands there is added to and not written anew, for it may hold comments.
  if (!known) return { text: applyEdits(text, modify(text, path, added, layout)), added: added.length };
  let longer = text;
  for (const [index, pattern] of added.entries()) {
    const place = [...path, known.length + index];
    longer = applyEdits(longer, modify(longer, place, pattern, { ...layout, isArrayInsertion: true }));
  }
  return { text: longer, added: added.length };
}

/** What a text holds. @throws Error where it is no JSON: an edit of it might lose something. */
function check(text: string): unknown {
  const { value, mistakes } = parseConfiguration(text);
  const [mistake] = mistakes;
  if (mistake) throw new Error(`Line ${String(mistake.line)}: ${mistake.message}`);
  return value;
}

/** The list of patterns; undefined where there is none yet. @throws Error where something else stands there. */
function patternsIn(value: unknown): readonly unknown[] | undefined {
  const residue = settingIn(value, 'residue');
  const patterns = residue === undefined ? undefined : settingIn(residue, 'patterns');
  if (patterns === undefined || Array.isArray(patterns)) return patterns;
  throw new Error('“residue.patterns” is no list, so nothing can be added to it. Write a list: [].');
}

function settingIn(value: unknown, key: string): unknown {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return (value as Record<string, unknown>)[key];
  throw new Error(`Something else stands where an object with “${key}” belongs. Write one: {}.`);
}

/** How a text is indented: as its first line that is. */
function layoutOf(text: string): ModificationOptions {
  const indentation = /^(?:\t| +)(?=[^\s])/mu.exec(text)?.[0] ?? '  ';
  const insertSpaces = indentation !== '\t';
  return { formattingOptions: { insertSpaces, tabSize: insertSpaces ? indentation.length : 1, eol: '\n' } };
}
