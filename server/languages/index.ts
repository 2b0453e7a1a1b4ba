import type { LanguageData } from '../core/language.ts';
import arabic from './ar.json' with { type: 'json' };
import german from './de.json' with { type: 'json' };
import english from './en.json' with { type: 'json' };
import spanish from './es.json' with { type: 'json' };
import french from './fr.json' with { type: 'json' };

/** The languages with facts of their own. `test/languages` holds every file against `schema.json`. */
export const languages = [arabic, english, french, german, spanish] as readonly unknown[] as readonly LanguageData[];
