import type { LanguageData } from '../core/language.ts';
export const languages: readonly LanguageData[] = [];
