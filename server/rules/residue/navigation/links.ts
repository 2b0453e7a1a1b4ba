import type { TextPattern } from '../../../core/parse/residue.ts';
import { arabic } from './links/arabic.ts';
import { chinese } from './links/chinese.ts';
import { english } from './links/english.ts';
import { french } from './links/french.ts';
import { german } from './links/german.ts';
import { greek } from './links/greek.ts';
import { others } from './links/others.ts';
import { polish } from './links/polish.ts';
import { portuguese } from './links/portuguese.ts';
import { russian } from './links/russian.ts';
import { shapes } from './links/shapes.ts';
import { spanish } from './links/spanish.ts';
import { ukrainian } from './links/ukrainian.ts';

/** A table a language, each with whole lines and with beginnings of lines that go on with a headline or a name. */
export const links: readonly TextPattern[] = [
  ...arabic,
  ...english,
  ...german,
  ...french,
  ...spanish,
  ...portuguese,
  ...russian,
  ...ukrainian,
  ...polish,
  ...greek,
  ...chinese,
  ...others,
  ...shapes,
];
