import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Languages and countries that mark quotations alike. */
export interface DelimiterGroup {
  /** Opening and closing mark, and the same for a quotation within a quotation. */
  readonly marks: readonly string[];
  /** BCP 47 tags, sorted. A country that does as its language does is left out. */
  readonly languages: readonly string[];
}

interface DelimitersFile {
  readonly main: Readonly<Record<string, { readonly delimiters: Readonly<Record<string, string>> }>>;
}

/** The quotation marks of the package cldr-misc-full (licence Unicode-3.0), most used marks first. */
export function readDelimiters(): DelimiterGroup[] {
  const folder = join(dirname(fileURLToPath(import.meta.resolve('cldr-misc-full/package.json'))), 'main');
  const marksByTag = new Map(readdirSync(folder).map((tag) => [tag, marksOf(folder, tag)]));
  const groups = new Map<string, string[]>();
  for (const [tag, marks] of marksByTag) {
    const key = marks.join(' ');
    if (marksByTag.get(parentOf(tag, marksByTag))?.join(' ') === key) continue;
    groups.set(key, [...(groups.get(key) ?? []), tag]);
  }
  return [...groups]
    .map(([key, languages]) => ({ marks: key.split(' '), languages: languages.sort() }))
    .sort(
      (one, other) =>
        other.languages.length - one.languages.length || (one.marks.join() < other.marks.join() ? -1 : 1),
    );
}

/** @throws Error if CLDR's shape has changed, so that nothing is generated from what isn't understood. */
function marksOf(folder: string, tag: string): string[] {
  const path = join(folder, tag, 'delimiters.json');
  const file = JSON.parse(readFileSync(path, 'utf8')) as DelimitersFile;
  const delimiters = file.main[tag]?.delimiters ?? {};
  const names = ['quotationStart', 'quotationEnd', 'alternateQuotationStart', 'alternateQuotationEnd'];
  return names.map((name) => {
    // Some French locales write the space that stands within the marks along with them.
    const mark = delimiters[name]?.trim();
    if (!mark) throw new Error(`${path} has no ${name}.`);
    return mark;
  });
}

/** The tag without its last parts, as far as CLDR has one; empty if there is none. */
function parentOf(tag: string, known: ReadonlyMap<string, unknown>): string {
  let parent = tag;
  do parent = parent.slice(0, Math.max(0, parent.lastIndexOf('-')));
  while (parent !== '' && !known.has(parent));
  return parent;
}
