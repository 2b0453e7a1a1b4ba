import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { parseConfiguration } from '../formats/configuration-file.ts';
import { messageOf, resolveSettings, ruleOf, type Finding } from '../index.ts';
import type { Abilities } from './abilities.ts';
import { rangeOfProblem, toRange, toSeverity } from './convert.ts';
import type { JudgedArticle, Judgement } from './judgements.ts';
import { pageOf } from './pages.ts';
import { recordsDiagnostics } from './records/diagnostics.ts';
import { isConfigurationUri } from './uris.ts';

/** What every diagnostic names as its source. */
export const source = 'copydesk';

/** VS Code shows no more of one file. */
export const mostShown = 1_000;

export const gravity = { error: 0, warning: 1, information: 2, hint: 3 } as const;

/** All that is to be shown of a document: of an article its problems, of a configuration its mistakes. */
export function diagnosticsOf(judgement: Judgement, abilities: Abilities): Diagnostic[] {
  const { document, analysis, records } = judgement;
  if (records) return recordsDiagnostics(records, abilities);
  if (isConfigurationUri(document.uri)) return configurationDiagnostics(document, abilities);
  return analysis ? articleDiagnostics({ ...judgement, analysis }, abilities) : [];
}

/** The gravest first; where there are more than an editor shows, the first says how many are left out. */
function articleDiagnostics({ document, analysis }: JudgedArticle, abilities: Abilities): Diagnostic[] {
  const findings = [...analysis.findings].sort(
    (one, other) => gravity[one.severity] - gravity[other.severity] || one.start - other.start,
  );
  if (findings.length <= mostShown) {
    return findings.map((finding) => toDiagnostic(document, finding, abilities));
  }
  const shown = findings.slice(0, mostShown - 1);
  return [
    {
      range: toRange(document, analysis.article.paragraphs[0] ?? { start: 0, end: 0 }),
      severity: DiagnosticSeverity.Information,
      source,
      message: leftOut(findings.length - shown.length, 'article', abilities),
    },
    ...shown.map((finding) => toDiagnostic(document, finding, abilities)),
  ];
}

/** That an editor does not list so many problems of an article, or of a file of them. */
function leftOut(left: number, of: 'article' | 'file', { say, locale }: Abilities): string {
  const number = (count: number): string => count.toLocaleString(locale);
  return say(
    of === 'article'
      ? '{count} more problems of this article are not listed, because an editor shows no more than {most} of one file. The gravest are listed; put some of them right to see the rest.'
      : '{count} more problems of this file are not listed, because an editor shows no more than {most} of one file. The gravest are listed; put some of them right to see the rest.',
    { count: number(left), most: number(mostShown) },
  );
}

/** Problems of a file of articles, and before them, where there are more than an editor shows, how many are left out. */
export function capped({
  items,
  left,
  abilities,
}: {
  readonly items: Diagnostic[];
  readonly left: number;
  readonly abilities: Abilities;
}): Diagnostic[] {
  const shown = left > 0 || items.length > mostShown ? items.slice(0, mostShown - 1) : items;
  const more = left + items.length - shown.length;
  if (more === 0) return shown;
  const start = { line: 0, character: 0 };
  const severity = DiagnosticSeverity.Information;
  return [
    { range: { start, end: start }, severity, source, message: leftOut(more, 'file', abilities) },
    ...shown,
  ];
}

export function toDiagnostic(document: TextDocument, finding: Finding, abilities: Abilities): Diagnostic {
  const { related, tags, pages } = abilities.diagnostics;
  const fades = ruleOf(finding.rule).unnecessary && tags.includes(DiagnosticTag.Unnecessary);
  return {
    range: toRange(document, finding),
    severity: toSeverity(finding.severity),
    code: finding.rule,
    ...(pages && { codeDescription: { href: pageOf(finding.rule) } }),
    source,
    message: messageOf(finding, finding.message, abilities.say),
    ...(fades && { tags: [DiagnosticTag.Unnecessary] }),
    ...(related &&
      finding.related.length > 0 && {
        relatedInformation: finding.related.map((place) => ({
          location: { uri: document.uri, range: toRange(document, place) },
          message: messageOf(finding, place.message, abilities.say),
        })),
      }),
  };
}

/** That a file can't be read, at the place in it where that shows. */
export function unreadable(message: string, line = 1): Diagnostic {
  const place = { line: line - 1, character: 0 };
  return { range: { start: place, end: place }, severity: DiagnosticSeverity.Error, source, message };
}

/** What is wrong in a `copydesk.json` as it stands in the editor. */
function configurationDiagnostics(document: TextDocument, { retell, say }: Abilities): Diagnostic[] {
  const parsed = parseConfiguration(document.getText());
  const { value, mistakes } = parsed;
  const problems =
    mistakes.length > 0
      ? mistakes.map((mistake) => ({ ...mistake, message: retell(mistake.message) }))
      : parsed.locate(resolveSettings(value, undefined, say).problems);
  return problems.map((problem) => ({
    range: rangeOfProblem(document, problem),
    severity: DiagnosticSeverity.Warning,
    source,
    message: problem.message,
  }));
}
