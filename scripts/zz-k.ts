import { analyse, createMemory, defaultSettings } from '../server/index.ts';
import { articleOf } from './bench/articles.ts';
const settings = { ...defaultSettings, language: 'ar' };
const memory = createMemory();
const text = articleOf(1_000_000);
const middle = text.indexOf(' ', 500_000);
analyse(text, settings, memory);
for (let run = 0; run < 40; run++)
  analyse(`${text.slice(0, middle)}${'ب'.repeat(run + 2)}${text.slice(middle)}`, settings, memory);
