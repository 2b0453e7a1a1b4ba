import { CodeActionKind, type CodeAction, type WorkspaceEdit } from 'vscode-languageserver';
import { bare, fold } from '../core/parse/line-form.ts';
import type { Paragraph } from '../core/article.ts';
import { withPatterns } from '../formats/configuration-edit.ts';
import { preferredFix, type RuleId, type Span } from '../index.ts';
import { changeable, configurationEdit, type Change } from './configuration-edit.ts';
import { toDiagnostic } from './diagnostics.ts';
import type { JudgedArticle } from './judgements.ts';
import type { Session } from './session.ts';

/** A line that is to be residue in the whole corpus of a document. */
export interface ResidueTicket {
  readonly uri: string;
  readonly residue: string;
}

export function isResidueTicket(value: unknown): value is ResidueTicket {
  const ticket = value as Partial<ResidueTicket> | null | undefined;
  return typeof ticket?.uri === 'string' && typeof ticket.residue === 'string';
}

/** A longer line is a paragraph of its article alone and stands in no other. UTF-16 units. */
const longest = 300;

/** The rule that finds the corpus's own residue. */
const rule: RuleId = 'residue/own-line';

/**
 * Offers to name the line at a place as residue in the configuration. Where a rule finds the whole line already
 * but leaves the decision to a person, it is a quick fix; anywhere else a refactoring, so that menus stay short.
 */
export function ownResidueActions(session: Session, judged: JudgedArticle, span: Span): CodeAction[] {
  const { document, analysis, judging } = judged;
  const { article, findings } = analysis;
  const paragraph = article.paragraphs.find(({ end }) => span.start <= end);
  if (
    !paragraph ||
    !isMeant(paragraph, span, article.text) ||
    judging.settings.rules.get(rule)?.severity === 'off'
  )
    return [];
  const line = bare(article.text.slice(paragraph.start, paragraph.end));
  // What is nothing but marks and spaces can't be told from other such lines.
  if (line.length > longest || fold(line) === '') return [];
  const covering = findings.filter(
    (finding) =>
      finding.rule.startsWith('residue/') && finding.start <= paragraph.start && paragraph.end <= finding.end,
  );
  if (covering.some((finding) => finding.rule === rule)) return [];
  const where = changeable(session, document.uri, named(line));
  if (where === undefined) return [];
  const open = covering.filter((finding) => preferredFix(finding)?.safety !== 'safe');
  const ticket: ResidueTicket = { uri: document.uri, residue: line };
  return [
    {
      title: session.abilities.say(
        where.isNew
          ? 'Always treat this line as residue: write it into a new {where}'
          : 'Always treat this line as residue: write it into {where}',
        { where: where.name },
      ),
      kind: open.length > 0 ? CodeActionKind.QuickFix : CodeActionKind.Refactor,
      ...(open.length > 0 && {
        diagnostics: open.map((finding) => toDiagnostic(document, finding, session.abilities)),
      }),
      data: ticket,
    },
  ];
}

/** The edit of the configuration. @throws ResponseError where it can't be made any more. */
export function nameResidue(session: Session, { uri, residue }: ResidueTicket): WorkspaceEdit {
  return configurationEdit(session, uri, named(residue));
}

/** Whether a cursor stands in a paragraph, or a selection holds all of it and nothing else. */
function isMeant({ start, end }: Paragraph, span: Span, text: string): boolean {
  if (span.start === span.end) return start <= span.start;
  const around = text.slice(span.start, Math.max(span.start, start)) + text.slice(end, span.end);
  return span.start <= start && end <= span.end && around.trim() === '';
}

function named(line: string): Change {
  // A text that begins so would be read as a pattern that says more.
  const pattern = line.startsWith('{') ? { line } : line;
  return (text) => withPatterns(text, [pattern]).text;
}
