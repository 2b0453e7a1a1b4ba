import { MarkupKind, type Hover, type Position } from 'vscode-languageserver';
import { messageOf, ruleOf, type Finding, type Quotation, type Say } from '../index.ts';
import type { Abilities } from './abilities.ts';
import { toOffset, toRange } from './convert.ts';
import type { JudgedArticle } from './judgements.ts';
import { pageOf } from './pages.ts';
import { quotationAt, sayAttribution } from './quotations.ts';

/** What there is to say of a place: what is wrong there, and who says the quotation it is in. */
export function hoverAt(judged: JudgedArticle, position: Position, abilities: Abilities): Hover | null {
  const { document, analysis } = judged;
  const offset = toOffset(document, position);
  const findings = analysis.findings.filter(({ start, end }) => start <= offset && offset <= end);
  const quotation = quotationAt(analysis.article, offset);
  // Of what the place is in, the smallest is what is meant.
  const [span] = [...findings, ...(quotation ? [quotation] : [])].sort(
    (one, other) => one.end - one.start - (other.end - other.start),
  );
  if (!span) return null;
  const write = abilities.hover === MarkupKind.Markdown ? inMarkdown : inPlainText;
  return {
    contents: { kind: abilities.hover, value: write(abilities.say, judged, findings, quotation) },
    range: toRange(document, span),
  };
}

function inMarkdown(
  say: Say,
  { analysis }: JudgedArticle,
  findings: readonly Finding[],
  quotation?: Quotation,
): string {
  const parts = findings.map((finding) => {
    const rule = ruleOf(finding.rule);
    const why = say('Why it matters: {why}', { why: say(rule.why) });
    const set = why.replace(/^[^:]*:/, (label) => `*${label}*`);
    return `${escape(messageOf(finding, finding.message, say))}\n\n${set}\n\n[${finding.rule}](${pageOf(finding.rule)})`;
  });
  if (quotation) parts.push(escape(sayAttribution(analysis.article, quotation, say)));
  return parts.join('\n\n---\n\n');
}

function inPlainText(
  say: Say,
  { analysis }: JudgedArticle,
  findings: readonly Finding[],
  quotation?: Quotation,
): string {
  const parts = findings.map((finding) => {
    const why = say(ruleOf(finding.rule).why).replaceAll('`', '');
    return `${messageOf(finding, finding.message, say)}\n\n${say('Why it matters: {why}', { why })}\n\n${finding.rule}: ${pageOf(finding.rule)}`;
  });
  if (quotation) parts.push(sayAttribution(analysis.article, quotation, say));
  return parts.join('\n\n');
}

/**
 * Text of an article in Markdown, none of whose characters may format, link or embed anything. No more is
 * escaped than must be, for some editors show Markdown as it is written.
 */
function escape(text: string): string {
  return text.replace(/[\\`*_[\]<>~&]/g, '\\$&');
}
