import type { LanguageData } from '../core/language.ts';
import { readFileSync } from 'node:fs';
export const languages: readonly LanguageData[] = JSON.parse(readFileSync('/tmp/lead/dev.json','utf8'));
