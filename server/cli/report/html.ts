import { messageOf, titleOf } from '../../index.ts';
import { excerptOf } from './excerpt.ts';
import { barsOf, columnsOf, escaped } from './html-plots.ts';
import { pageEnd, pageStart } from './html-page.ts';
import { titleOfArticle, type Entries, type Frame, type Totals } from './report.ts';
import { visible } from './visible.ts';
import { grouped } from './words.ts';

/**
 * A report for a browser, in one file that loads nothing. Articles come first in the file, for they are
 * written as they are judged; the style sheet shows the plots above them.
 */
export const htmlFrame: Frame = {
  begin: pageStart,
  between: '',
  end: (totals) => overview(totals) + pageEnd,
};

export const htmlEntries: Entries = function* ({ text, findings, lines, placeAt, ...article }) {
  if (findings.length === 0) return;
  yield `<details class="article"><summary><bdi>${escaped(visible(titleOfArticle(article)))}</bdi> <span class="count">${grouped(findings.length)}</span></summary>\n<ol>\n`;
  for (const finding of findings) {
    const { line, character } = placeAt(finding.start);
    const fixes = finding.fixes
      .map((fix) => `<li>${escaped(visible(titleOf(finding, fix)))} <small>${fix.safety}</small></li>`)
      .join('');
    yield (
      `<li data-rule="${escaped(finding.rule)}"><p><b>${String(line + 1)}:${String(character + 1)}</b> ` +
      `<span class="${finding.severity}">${finding.severity}</span> ${isolatedWords(messageOf(finding))} <code>${escaped(finding.rule)}</code></p>` +
      `<blockquote dir="auto">${excerpt(text, finding, lines())}</blockquote>` +
      `${fixes === '' ? '' : `<ul>${fixes}</ul>`}</li>\n`
    );
  }
  yield '</ol></details>\n';
};

/** The line with the place marked; the two characters that stand for the mark can't come from an article. */
function excerpt(
  ...[text, finding, index]: [string, Parameters<typeof excerptOf>[1], Parameters<typeof excerptOf>[2]]
): string {
  const style = { terminal: false, mark: (marked: string) => `\u0001${marked.slice(1, -1)}\u0002` };
  return escaped(excerptOf(text, finding, index, style))
    .replace('\u0001', '<mark>')
    .replace('\u0002', '</mark>');
}

function isolatedWords(message: string): string {
  return `<bdi>${escaped(visible(message))}</bdi>`;
}

function overview(totals: Totals): string {
  const sentence = totals.findings === 0 ? totals.cleanSentence : `${totals.whatStands}.`;
  const plots =
    totals.findings === 0
      ? ''
      : [
          ['By rule', barsOf(totals.byRule)],
          ['By folder', barsOf(totals.byFolder)],
          ['By language', barsOf(totals.byLanguage)],
          ['Articles by their number of problems', columnsOf(totals.spread)],
          ['Articles with the most problems', barsOf(totals.worst)],
        ]
          .map(([title = '', plot = '']) => `<section><h2>${title}</h2>${plot}</section>`)
          .join('\n');
  const choices = totals.byRule.map(([rule]) => `<option>${escaped(rule)}</option>`).join('');
  return (
    `<header><h1>Copydesk</h1><p>${escaped(sentence)}</p>\n<div class="plots">${plots}</div>\n` +
    `<p><label>Show <select id="rule"><option value="">all rules</option>${choices}</select></label> <button id="open">Open all</button></p></header>\n`
  );
}
