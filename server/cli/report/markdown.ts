import { messageOf } from '../../index.ts';
import { excerptOf } from './excerpt.ts';
import { titleOfArticle, type Entries, type Frame, type Totals } from './report.ts';
import { visible } from './visible.ts';
import { counted, grouped } from './words.ts';

/** A report to be pasted into a pull request: what was found by article, then how often each rule spoke. */
export const markdownFrame: Frame = { begin: '# Copydesk\n\n', between: '', end: summary };

export const markdownEntries: Entries = function* ({ text, findings, lines, placeAt, ...article }) {
  if (findings.length === 0) return;
  yield `## ${escaped(titleOfArticle(article))}\n\n`;
  for (const finding of findings) {
    const { line, character } = placeAt(finding.start);
    const excerpt = excerptOf(text, finding, lines(), { terminal: false, mark: (marked) => marked });
    const direction = '<bdi>';
    yield `- **${String(line + 1)}:${String(character + 1)}** ${finding.severity} \`${finding.rule}\` ${escaped(visible(messageOf(finding)))}<br>${direction}${escaped(excerpt)}</bdi>\n`;
  }
  yield '\n';
};

function summary(totals: Totals): string {
  if (totals.findings === 0) return totals.cleanSentence;
  const rows = totals.byRule.map(([rule, count]) => `| \`${rule}\` | ${grouped(count)} |\n`).join('');
  return `## In all\n\n${totals.whatStands}.\n\n| Rule | Problems |\n| --- | ---: |\n${rows}| of ${counted(totals.articles, 'article')} | ${grouped(totals.findings)} |\n`;
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~&]/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
