import { arabic } from './labels/arabic.ts';
import { chinese } from './labels/chinese.ts';
import { english } from './labels/english.ts';
import { greek } from './labels/greek.ts';
import { others } from './labels/others.ts';
import { polish } from './labels/polish.ts';
import { russian } from './labels/russian.ts';

/**
 * Words of menus: sections and services that news sites have. None of them says anything alone; several of
 * them near each other say that the lines around are the page’s.
 */
export const labels: readonly string[] = [
  ...arabic,
  ...english,
  ...russian,
  ...polish,
  ...greek,
  ...chinese,
  ...others,
];
