import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse, defaultSettings, fix, type Finding } from '../../server/index.ts';

const isOfInterest = ({ rule }: Finding): boolean => /^(?:residue|text|structure)\//.test(rule);

/** Importer's posts: whether safe fixes take the importer's lines away and leave everything else as it was. */
export function evaluateAutoblog(shared: string): void {
  const folder = join(shared, 'residue/autoblog');
  let posts = 0;
  let clean = 0;
  let changed = 0;
  const left: string[] = [];
  for (const name of readdirSync(folder)) {
    posts++;
    const text = readFileSync(join(folder, name), 'utf8');
    const fixed = fix(text, defaultSettings, {
      safeties: ['safe'],
      rules: ['residue/importer-marker', 'residue/source-stub'],
    }).text;
    const all = fix(text, defaultSettings, { safeties: ['safe'] }).text;
    const isMarker = (line: string): boolean =>
      /\[ad_[12]\]|^<br><a href="[^"]*">Source (?:link )?<\/a>$/.test(line);
    const wanted = text.split('\n').filter((line) => !isMarker(line) && line.trim() !== '');
    const got = fixed.split('\n');
    if (got.some(isMarker)) left.push(name);
    if (got.filter((line) => line.trim() !== '').join('\n') === wanted.join('\n')) clean++;
    if (all !== fixed) changed++;
  }
  console.log('\nPosts of an importer');
  console.table([
    {
      posts,
      'importer’s lines gone, all else untouched': clean,
      'with some left': left.length,
      'changed further by other safe fixes': changed,
    },
  ]);
}

/** Findings a thousand articles, by rule, in articles that are clean or nearly so, and in dirty ones. */
export function evaluateArticles(shared: string, show: number): void {
  const evaluation = join(shared, 'eval/dev');
  const sets: [string, { text: string; language: string }[]][] = [];
  for (const language of ['ar', 'en', 'de']) {
    const articles = readFileSync(join(evaluation, `${language}.clean.jsonl`), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => ({ text: (JSON.parse(line) as { text: string }).text, language }));
    sets.push([`${language} clean`, articles]);
  }
  for (const name of ['without', 'with-residue']) {
    const folder = join(shared, 'residue/arabic', name);
    if (!existsSync(folder)) continue;
    sets.push([
      `ar ${name}`,
      readdirSync(folder).map((file) => ({
        text: readFileSync(join(folder, file), 'utf8'),
        language: 'auto',
      })),
    ]);
  }
  console.log('\nFindings a thousand articles (hints left out)');
  const rows: Record<string, Record<string, string | number>> = {};
  for (const [name, articles] of sets) {
    const row: Record<string, string | number> = { articles: articles.length };
    let residue = 0;
    for (const { text, language } of articles) {
      for (const finding of analyse(text, { ...defaultSettings, language }).findings.filter(isOfInterest)) {
        if (finding.severity === 'hint') continue;
        if (finding.rule.startsWith('residue/')) residue++;
        row[finding.rule] = Number(row[finding.rule] ?? 0) + 1;
        if (show > 0) {
          const passage = text.slice(finding.start, finding.end).replace(/\s+/gu, ' ');
          console.log(`${name}  ${finding.rule}  ${JSON.stringify(passage.slice(0, 160))}`);
        }
      }
    }
    row['residue per 1,000'] = ((residue / articles.length) * 1000).toFixed(1);
    rows[name] = row;
  }
  for (const [name, row] of Object.entries(rows)) console.log(name, row);
}
