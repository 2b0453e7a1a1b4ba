import { inEnglish, type Say } from '../core/engine/words.ts';
import ar from './ar.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };

/** By language: the sentences of rules and server, each under its English words. Complete by test. */
export const translations: Readonly<Record<string, Readonly<Record<string, string>>>> = { ar, es, fr };

/** Names of scripts and languages that fill sentences: words of ours, and no article’s. */
const ours: ReadonlySet<string> = new Set(['main', 'other']);

/** Languages that run from right to left. */
const rightToLeft: ReadonlySet<string> = new Set(['ar']);

/** What tells a place that runs otherwise that a sentence runs from right to left, and where that ends (UAX 9). */
const [isolate, endOfIsolate] = ['\u2067', '\u2069'];

/**
 * Says sentences in a language (BCP 47); in English where there are no others for it. `isolates` is for readers that
 * lay out from left to right whatever the language is, and don't show the characters that tell them otherwise.
 */
export function sayIn(locale: string | undefined, isolates = false): Say {
  const say = plainlyIn(locale);
  if (!isolates || !rightToLeft.has(languageOf(locale))) return say;
  return (english, data) => isolate + say(english, data) + endOfIsolate;
}

function languageOf(locale: string | undefined): string {
  return (locale ?? '').toLowerCase().split('-')[0] ?? '';
}

function plainlyIn(locale: string | undefined): Say {
  const known = translations[languageOf(locale)];
  if (!known) return inEnglish;
  return (english, data = {}) =>
    (known[english] ?? english).replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = data[name];
      if (value === undefined) return whole;
      return ours.has(name) ? (known[value] ?? value) : value;
    });
}
