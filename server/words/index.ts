import { inEnglish, type Say } from '../core/engine/words.ts';
import ar from './ar.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };

/** By language: the sentences of rules and server, each under its English words. Complete by test. */
export const translations: Readonly<Record<string, Readonly<Record<string, string>>>> = { ar, es, fr };

/** Names of scripts and languages that fill sentences: words of ours, and no article’s. */
const ours: ReadonlySet<string> = new Set(['main', 'other']);

/** Says sentences in a language (BCP 47); in English where there are no others for it. */
export function sayIn(locale: string | undefined): Say {
  const known = translations[(locale ?? '').toLowerCase().split('-')[0] ?? ''];
  if (!known) return inEnglish;
  return (english, data = {}) =>
    (known[english] ?? english).replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = data[name];
      if (value === undefined) return whole;
      return ours.has(name) ? (known[value] ?? value) : value;
    });
}
