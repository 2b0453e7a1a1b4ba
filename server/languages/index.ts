import type { LanguageData } from '../core/language.ts';
import arabic from './ar.json' with { type: 'json' };
import bulgarian from './bg.json' with { type: 'json' };
import bengali from './bn.json' with { type: 'json' };
import czech from './cs.json' with { type: 'json' };
import danish from './da.json' with { type: 'json' };
import german from './de.json' with { type: 'json' };
import swissGerman from './de-CH.json' with { type: 'json' };
import greek from './el.json' with { type: 'json' };
import english from './en.json' with { type: 'json' };
import britishEnglish from './en-GB.json' with { type: 'json' };
import spanish from './es.json' with { type: 'json' };
import persian from './fa.json' with { type: 'json' };
import finnish from './fi.json' with { type: 'json' };
import french from './fr.json' with { type: 'json' };
import canadianFrench from './fr-CA.json' with { type: 'json' };
import hebrew from './he.json' with { type: 'json' };
import hindi from './hi.json' with { type: 'json' };
import hungarian from './hu.json' with { type: 'json' };
import indonesian from './id.json' with { type: 'json' };
import italian from './it.json' with { type: 'json' };
import japanese from './ja.json' with { type: 'json' };
import korean from './ko.json' with { type: 'json' };
import bokmal from './nb.json' with { type: 'json' };
import dutch from './nl.json' with { type: 'json' };
import nynorsk from './nn.json' with { type: 'json' };
import polish from './pl.json' with { type: 'json' };
import portuguese from './pt.json' with { type: 'json' };
import europeanPortuguese from './pt-PT.json' with { type: 'json' };
import romanian from './ro.json' with { type: 'json' };
import russian from './ru.json' with { type: 'json' };
import swedish from './sv.json' with { type: 'json' };
import turkish from './tr.json' with { type: 'json' };
import ukrainian from './uk.json' with { type: 'json' };
import urdu from './ur.json' with { type: 'json' };
import vietnamese from './vi.json' with { type: 'json' };
import chinese from './zh.json' with { type: 'json' };
import traditionalChinese from './zh-Hant.json' with { type: 'json' };
import { readLanguage, type LanguageFile } from './read.ts';

/** The files as they stand. `test/languages` holds each against `schema.json`. */
export const languageFiles = [
  arabic,
  bengali,
  bulgarian,
  chinese,
  traditionalChinese,
  czech,
  danish,
  dutch,
  english,
  britishEnglish,
  finnish,
  french,
  canadianFrench,
  german,
  swissGerman,
  greek,
  hebrew,
  hindi,
  hungarian,
  indonesian,
  italian,
  japanese,
  korean,
  bokmal,
  nynorsk,
  persian,
  polish,
  portuguese,
  europeanPortuguese,
  romanian,
  russian,
  spanish,
  swedish,
  turkish,
  ukrainian,
  urdu,
  vietnamese,
] as readonly unknown[] as readonly LanguageFile[];

/** The languages with facts of their own: their tags and their names in English. */
export const languages: readonly Pick<LanguageFile, 'language' | 'name'>[] = languageFiles;

const files = new Map(languageFiles.map((file) => [file.language.toLowerCase(), file]));

/** An article needs one language of all: each is read when it is first asked for. */
const read = new Map<LanguageFile, LanguageData>();

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
    const file = files.get(otherTags.get(part) ?? part);
    if (file) return factsOf(file);
  }
  return null;
}

function factsOf(file: LanguageFile): LanguageData {
  const known = read.get(file);
  if (known) return known;
  const base = file.extends === undefined ? undefined : (languageOf(file.extends) ?? undefined);
  const facts = readLanguage(file, base);
  read.set(file, facts);
  return facts;
}
