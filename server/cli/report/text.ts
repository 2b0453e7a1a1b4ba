import { messageOf, type Finding } from '../../index.ts';
import { coloursOf } from './colours.ts';
import { excerptOf, type ExcerptStyle } from './excerpt.ts';
import { titleOfArticle, type Entries, type Style } from './report.ts';
import { isolated, visible } from './visible.ts';

/**
 * Findings for people: the file, then for each finding its place, what is wrong, the rule, and the
 * article's line with the place marked.
 */
export function textEntries({ terminal, colour }: Style): Entries {
  const colours = coloursOf(colour);
  const tint = { error: colours.red, warning: colours.yellow, information: colours.blue, hint: colours.dim };
  const style: ExcerptStyle = { terminal, mark: colours.inverse };
  return function* ({ text, findings, lines, placeAt, ...article }) {
    if (findings.length === 0) return;
    yield `${colours.underline(visible(titleOfArticle(article)))}\n`;
    for (const finding of findings) {
      const place = placeAt(finding.start);
      const where = `${String(place.line + 1)}:${String(place.character + 1)}`;
      const rule = colours.dim(finding.rule + fixNote(finding));
      yield `  ${where}  ${tint[finding.severity](finding.severity)}  ${sentence(finding, terminal)}  ${rule}\n`;
      yield `    ${excerptOf(text, finding, lines(), style)}\n`;
    }
    yield '\n';
  };
}

/** Quotations for people. */
export function textQuotations({ terminal, colour }: Style): Entries {
  const colours = coloursOf(colour);
  const style: ExcerptStyle = { terminal, mark: colours.inverse };
  return function* ({ text, quotations, lines, placeAt, ...article }) {
    if (quotations.length === 0) return;
    yield `${colours.underline(visible(titleOfArticle(article)))}\n`;
    for (const quotation of quotations) {
      const place = placeAt(quotation.start);
      const where = `${String(place.line + 1)}:${String(place.character + 1)}`;
      const { status, speaker } = quotation.attribution;
      const who = speaker ? ` ${isolated(visible(text.slice(speaker.start, speaker.end)), terminal)}` : '';
      yield `  ${where}  ${quotation.kind}, ${status}${who}\n`;
      yield `    ${excerptOf(text, quotation, lines(), style)}\n`;
    }
    yield '\n';
  };
}

/** The finding's message; what it cites of the article is kept apart from the sentence around it. */
function sentence(finding: Finding, apart: boolean): string {
  const data = Object.entries(finding.data).map(([key, value]) => [key, isolated(visible(value), apart)]);
  return messageOf({ ...finding, data: Object.fromEntries(data) as Finding['data'] });
}

function fixNote({ fixes: [first] }: Finding): string {
  if (!first) return '';
  return { safe: ' (fix)', review: ' (fix with --review)', choice: ' (fixes to choose from)' }[first.safety];
}
