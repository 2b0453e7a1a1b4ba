import type { TextPattern } from '../../../../core/parse/residue.ts';
import { alone, begins } from './patterns.ts';

/** The links of Ukrainian pages. */
export const ukrainian: readonly TextPattern[] = [
  ...alone('uk', [
    'поділитися',
    'читайте також',
    'за темою',
    'новини за темою',
    'останні новини',
    'популярне',
    'коментарі',
    'друк',
    'головна',
    'теги',
  ]),
  ...begins('uk', 22, ['читайте також', 'за темою', 'дивіться також', 'теги']),
];
