import { ResidueTable, type KnownLine } from '../../server/core/parse/residue-table.ts';
import { rules } from '../../server/rules/index.ts';
import { judgePage, labelledPages, type JudgedLine } from './residue-lines.ts';

/** Why a line of residue was not found, or one of the text was. */
type Cause =
  | 'a table knows it, but not where it stands'
  | 'a paragraph or a long sentence'
  | 'no four other lines of the page beside it'
  | 'too little beside it is known'
  | 'the text has its words too'
  | 'at the edge of a stretch that was found'
  | 'also a line of menus in these pages'
  | 'the text’s own';

const table = new ResidueTable(
  rules.flatMap((rule) => (rule.residue ?? []).map((pattern) => ({ rule: rule.id, pattern }))),
);

/** Found, wrong and missed lines by family, and why. */
export function evaluateFamilies(shared: string, half: 'a' | 'b' | undefined): void {
  const pages = labelledPages(shared, half).map((page) => judgePage(page));
  const residue = new Set(
    pages.flatMap((lines) => lines.flatMap(({ text, label }) => (label === 'residue' ? [text.trim()] : []))),
  );
  const rows = new Map<string, Record<string, number>>();
  const count = (family: string, column: string): void => {
    const row = rows.get(family) ?? { lines: 0, found: 0, missed: 0, wrong: 0 };
    row[column] = (row[column] ?? 0) + 1;
    rows.set(family, row);
  };
  const causes = new Map<string, number>();
  for (const lines of pages) {
    const known = lines.map(({ text }) => table.know(text.trim()));
    lines.forEach((line, index) => {
      const isFound = line.rules.length > 0;
      const family = familyOf(known[index]);
      if (line.label === 'residue') {
        count(family, 'lines');
        count(family, isFound ? 'found' : 'missed');
        if (!isFound) {
          const cause = missedBecause(lines, known, index);
          causes.set(`missed: ${cause}`, (causes.get(`missed: ${cause}`) ?? 0) + 1);
        }
      } else if (line.label === 'body' && isFound) {
        count(family, 'wrong');
        const cause: Cause = residue.has(line.text.trim())
          ? 'also a line of menus in these pages'
          : 'the text’s own';
        causes.set(`wrong: ${cause}`, (causes.get(`wrong: ${cause}`) ?? 0) + 1);
      }
    });
  }
  console.log('\nBy family: the rule that knows such a line, else what it looks like');
  console.table(
    Object.fromEntries([...rows].sort(([, one], [, other]) => (other['lines'] ?? 0) - (one['lines'] ?? 0))),
  );
  console.table(Object.fromEntries([...causes].sort(([, one], [, other]) => other - one)));
}

function familyOf(line: KnownLine | undefined): string {
  const [match] = line?.matches ?? [];
  if (match) return match.rule;
  if (!line || line.label) return 'menus: sections and services';
  if (line.numeric) return 'numbers, times, rates';
  if (line.prose) return 'teasers and other sentences';
  if (line.parted) return 'rows of links';
  return line.words <= 3 ? 'up to three words' : line.words <= 12 ? 'headlines of others' : 'longer lines';
}

function missedBecause(lines: readonly JudgedLine[], known: readonly KnownLine[], index: number): Cause {
  const line = known[index];
  if (!line || line.matches.length > 0) return 'a table knows it, but not where it stands';
  if (line.prose || line.words > 12) return 'a paragraph or a long sentence';
  const isPage = (at: number): boolean => known[at]?.prose === false;
  let [start, end] = [index, index + 1];
  while (isPage(start - 1)) start--;
  while (isPage(end)) end++;
  if (end - start < 5) return 'no four other lines of the page beside it';
  const text = known.flatMap(({ prose, folded, matches }) => (prose && matches.length === 0 ? [folded] : []));
  if (text.some((paragraph) => ` ${paragraph} `.includes(` ${line.folded} `)))
    return 'the text has its words too';
  if (lines.slice(start, end).some(({ rules: found }) => found.includes('residue/boilerplate')))
    return 'at the edge of a stretch that was found';
  return 'too little beside it is known';
}
