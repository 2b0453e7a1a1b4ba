import { languages } from '../../server/languages/index.ts';
import { textOf } from './output.ts';

/** The languages of the interface besides English. */
export const interfaceLanguages = ['ar', 'es', 'fr'] as const;

export type Translate = (english: string) => string;

/**
 * Puts what settings and schema say into a language: by `l10n/settings`, the words of the rules, and for names of
 * languages by CLDR. A sentence that is missing there, as of a rule that is just being written, stays English and is
 * told; a test wants them all.
 */
export function translator(
  root: string,
  language: (typeof interfaceLanguages)[number],
  missing?: (sentence: string) => void,
): Translate {
  const path = `l10n/settings.${language}.json`;
  const read = (file: string): Record<string, string> =>
    JSON.parse(textOf(root + file)) as Record<string, string>;
  const names = new Intl.DisplayNames([language], { type: 'language' });
  const words = new Map([
    ...languages.map(({ name, language: tag }) => [name, names.of(tag) ?? name] as const),
    ...Object.entries(read(`server/words/${language}.json`)),
    ...Object.entries(read(path)),
  ]);
  return (english) =>
    english
      .split('\n\n')
      .map((piece) => {
        const found = words.get(piece);
        if (found === undefined) missing?.(piece);
        if (found === undefined) return piece;
        return language === 'ar' ? inOwnDirection(found) : found;
      })
      .join('\n\n');
}

/** A sentence from right to left between marks that keep it so in a place that runs from left to right (Unicode, UAX 9). */
function inOwnDirection(sentence: string): string {
  return /[.؟…\w]/u.test(sentence) ? `\u2067${sentence}\u2069` : sentence;
}

/** The parts of a schema that people read. */
const forPeople: ReadonlySet<string> = new Set(['description', 'markdownDescription', 'enumDescriptions']);

/** A schema with all that people read in it said otherwise; `say` is told where in the schema it stands. */
export function inOtherWords(
  schema: unknown,
  say: (english: string, path: readonly string[]) => string,
  path: readonly string[] = [],
): unknown {
  if (Array.isArray(schema)) return schema.map((one) => inOtherWords(one, say, path));
  if (typeof schema !== 'object' || schema === null) return schema;
  const { description, markdownDescription } = schema as Readonly<Record<string, unknown>>;
  // The same with and without marks for code is translated once.
  const marked = typeof markdownDescription === 'string' ? markdownDescription : undefined;
  const isBoth = marked !== undefined && marked.replaceAll('`', '') === description;
  const said = (name: string, value: unknown): unknown => {
    if (!forPeople.has(name) || path.at(-1) === 'properties')
      return inOtherWords(value, say, [...path, name]);
    if (Array.isArray(value)) return value.map((one, index) => say(String(one), [...path, String(index)]));
    if (name === 'description' && isBoth) return say(marked, path).replaceAll('`', '');
    return say(String(value), path);
  };
  return Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, said(name, value)]));
}
