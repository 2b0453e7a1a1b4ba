import type { LanguageData } from '../core/language.ts';
import arabic from './ar.json' with { type: 'json' };
import german from './de.json' with { type: 'json' };
import english from './en.json' with { type: 'json' };
import spanish from './es.json' with { type: 'json' };
import french from './fr.json' with { type: 'json' };
import russian from './ru.json' with { type: 'json' };
import { readLanguage, type LanguageFile } from './read.ts';

/** The files as they stand, a language before the countries that extend it. */
export const languageFiles = [
  arabic,
  english,
  french,
  german,
  spanish,
  russian,
] as readonly unknown[] as readonly LanguageFile[];

const byTag = new Map<string, LanguageData>();
for (const file of languageFiles) {
  byTag.set(file.language.toLowerCase(), readLanguage(file, byTag.get(file.extends ?? '')));
}

/** The languages with facts of their own. `test/languages` holds every file against `schema.json`. */
export const languages: readonly LanguageData[] = [...byTag.values()];

/** Tags in use beside the ones of the files: older ones, and those that name a country for its script. */
const otherTags: ReadonlyMap<string, string> = new Map([
  ['no', 'nb'],
  ['iw', 'he'],
  ['in', 'id'],
  ['prs', 'fa'],
  ['zh-tw', 'zh-hant'],
  ['zh-hk', 'zh-hant'],
  ['zh-mo', 'zh-hant'],
]);

/** The facts for a BCP 47 tag: its own, or those of its language; null where no file speaks of it. */
export function languageOf(tag: string): LanguageData | null {
  for (let part = tag.toLowerCase(); part !== ''; part = part.slice(0, Math.max(0, part.lastIndexOf('-')))) {
    const found = byTag.get(otherTags.get(part) ?? part);
    if (found) return found;
  }
  return null;
}
