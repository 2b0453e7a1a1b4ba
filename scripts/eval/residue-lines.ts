import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse, defaultSettings, preferredFix } from '../../server/index.ts';

type Label = 'body' | 'residue' | 'mixed';

interface LabelledPage {
  readonly doc: string;
  readonly lang: string;
  readonly source: string;
  readonly lines: readonly (readonly [string, Label])[];
}

/** What was counted over the lines of some pages. Lines of mixed content count for neither side. */
class Tally {
  lines = { body: 0, residue: 0, mixed: 0 };
  /** Residue lines that were flagged, body lines that were, and body lines that a safe fix deletes. */
  found = 0;
  wrong = 0;
  deleted = 0;
  /** Residue lines that a safe fix deletes. */
  cleaned = 0;

  get row(): Record<string, number | string> {
    const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(3));
    return {
      residue: this.lines.residue,
      found: this.found,
      wrong: this.wrong,
      precision: share(this.found, this.found + this.wrong),
      recall: share(this.found, this.lines.residue),
      'safely cleaned': this.cleaned,
      'body deleted safely': this.deleted,
      'of 100,000': this.lines.body === 0 ? '–' : ((this.deleted / this.lines.body) * 100_000).toFixed(1),
    };
  }
}

/** The half of the set that a page belongs to, by its name, so that what is developed on one is confirmed on the other. */
function halfOf(doc: string): 'a' | 'b' {
  return (createHash('sha256').update(doc).digest()[0] ?? 0) % 2 === 0 ? 'a' : 'b';
}

/** The pages of one half, or all. */
export function labelledPages(shared: string, half: 'a' | 'b' | undefined): LabelledPage[] {
  return readFileSync(join(shared, 'residue/lines/dev.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as LabelledPage)
    .filter(({ doc }) => half === undefined || halfOf(doc) === half);
}

/** Counts over labelled lines: by source and language, by rule, and what was missed or wrongly flagged most. */
export function evaluateLines(shared: string, half: 'a' | 'b' | undefined, show: number): void {
  const pages = labelledPages(shared, half);
  const bySource = new Map<string, Tally>();
  const byRule = new Map<string, { found: number; wrong: number }>();
  const missed = new Map<string, number>();
  const wrong = new Map<string, number>();
  const all = new Tally();
  for (const page of pages) {
    const source = `${page.source} ${page.lang}`;
    const tally = entry(bySource, source, () => new Tally());
    for (const { text, label, rules, deleted } of judgePage(page)) {
      for (const counted of [tally, all]) {
        counted.lines[label]++;
        if (label === 'residue' && rules.length > 0) counted.found++;
        if (label === 'body' && rules.length > 0) counted.wrong++;
        if (deleted && label === 'body') counted.deleted++;
        if (deleted && label === 'residue') counted.cleaned++;
      }
      if (label === 'mixed') continue;
      for (const rule of rules)
        entry(byRule, rule, () => ({ found: 0, wrong: 0 }))[label === 'residue' ? 'found' : 'wrong']++;
      const kind = `${page.source.slice(0, 7)} ${text.slice(0, 110)}`;
      if (label === 'residue' && rules.length === 0) missed.set(kind, (missed.get(kind) ?? 0) + 1);
      if (label === 'body' && rules.length > 0)
        wrong.set(`${rules.join()} ${kind}`, (wrong.get(`${rules.join()} ${kind}`) ?? 0) + 1);
    }
  }
  console.log(`\nLines of pages${half ? `, half ${half}` : ''} (${String(pages.length)} pages)`);
  console.table(
    Object.fromEntries([
      ...[...bySource].sort().map(([name, tally]) => [name, tally.row] as const),
      ['all', all.row] as const,
    ]),
  );
  console.table(
    Object.fromEntries(
      [...byRule]
        .sort()
        .map(([rule, { found, wrong }]) => [
          rule,
          { found, wrong, precision: (found / (found + wrong)).toFixed(3) },
        ]),
    ),
  );
  if (show > 0) {
    print('Missed most', missed, show);
    print('Wrongly flagged', wrong, show);
  }
}

export interface JudgedLine {
  readonly text: string;
  readonly label: Label;
  /** The residue rules whose findings cover at least half of it. */
  readonly rules: readonly string[];
  /** Whether safe fixes take at least half of it away. */
  readonly deleted: boolean;
}

/** What is found of a page’s lines. */
export function judgePage({ lines }: LabelledPage): JudgedLine[] {
  const text = lines.map(([line]) => line).join('\n');
  const findings = analyse(text, defaultSettings).findings.filter(({ rule }) => rule.startsWith('residue/'));
  const deletions = findings.flatMap((finding) => {
    const fix = preferredFix(finding);
    return fix?.safety === 'safe' ? fix.edits.filter(({ newText }) => newText === '') : [];
  });
  let start = 0;
  return lines.map(([line, label]) => {
    const span = { start, end: start + line.length };
    start = span.end + 1;
    const covers = (other: { start: number; end: number }): boolean =>
      Math.min(span.end, other.end) - Math.max(span.start, other.start) >= line.length / 2 && line.length > 0;
    return {
      text: line,
      label,
      rules: [...new Set(findings.filter(covers).map(({ rule }) => rule))],
      deleted: deletions.some(covers),
    };
  });
}

function entry<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

function print(title: string, counts: ReadonlyMap<string, number>, most: number): void {
  console.log(`\n${title}:`);
  for (const [text, count] of [...counts].sort(([, one], [, other]) => other - one).slice(0, most)) {
    console.log(`${String(count).padStart(5)}  ${text}`);
  }
}
