import {
  CodeActionKind,
  CodeActionTriggerKind,
  type CodeAction,
  type CodeActionContext,
  type CodeActionParams,
  type Command,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { fixAll, type FixRequest } from '../core/engine/fix.ts';
import { preferredFix, titleOf, type Edit, type Finding, type RuleId, type Say } from '../index.ts';
import type { Abilities } from './abilities.ts';
import { toSpan, toWorkspaceEdit } from './convert.ts';
import { corpusActions } from './corpus-fix.ts';
import { toDiagnostic } from './diagnostics.ts';
import { look, type JudgedArticle } from './judgements.ts';
import { keepActions } from './kept.ts';
import { ownResidueActions } from './own-residue.ts';
import { recordFixes } from './records/fixes.ts';
import { RecordDocument } from './records/record-document.ts';
import type { Session } from './session.ts';
import { turnOffActions } from './turn-off.ts';

/** What is safe in an article, as a kind of its own so that it may be run on every save. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.copydesk`;

/** The command that makes fixes; for clients that know commands alone, and for code lenses. */
export const fixCommand = 'copydesk.server.applyFixes';

/** Which fixes an action makes. It goes to the client and back, so it holds names and numbers alone. */
export interface FixTicket {
  readonly uri: string;
  /**
   * The judgement it was offered by: under any other, its numbers may mean something else. Left out where it
   * means what there is to fix when it is used.
   */
  readonly judgement?: string;
  readonly what: { readonly finding: number; readonly fix: number } | { readonly rule: RuleId } | 'safe';
}

/** An action before it is put into the client's words. */
interface Offer {
  readonly title: string;
  readonly kind: CodeActionKind;
  readonly ticket: FixTicket;
  readonly preferred?: boolean;
  readonly solves?: readonly Finding[];
}

/** What can be done about an article in a range of it, and about all of it. */
export function codeActions(
  session: Session,
  judged: JudgedArticle,
  params: CodeActionParams,
): (CodeAction | Command)[] {
  const safe =
    asksForAll(params.context) && doesAnything(session) ? safeFixes(judged, session.abilities.say) : [];
  return [
    ...actionsAt(session, judged, params),
    ...safe.map((offer) => toAction(judged, offer, session.abilities)),
  ];
}

/** Without actions and without a way to hand an edit over, nothing that is offered could be done. */
export function doesAnything({ abilities }: Session): boolean {
  return abilities.actions.literals || abilities.appliesEdits;
}

/** Whether what is safe in a whole document is among what is asked for. */
export function asksForAll(context: CodeActionContext): boolean {
  return !isUnasked(context) && asksFor(fixAllKind, context.only);
}

/** An editor that asks of itself wherever the cursor stands wants to know of problems there alone. */
function isUnasked({ only, triggerKind }: CodeActionContext): boolean {
  return only === undefined && triggerKind === CodeActionTriggerKind.Automatic;
}

/** What can be done about an article in a range of it. */
export function actionsAt(
  session: Session,
  judged: JudgedArticle,
  { range, context }: CodeActionParams,
): (CodeAction | Command)[] {
  const { abilities, host } = session;
  if (!doesAnything(session)) return [];
  const { document, analysis } = judged;
  const span = toSpan(document, range);
  const offers: Offer[] = [];
  const others: CodeAction[] = [];
  const unasked = isUnasked(context);
  if (asksFor(CodeActionKind.QuickFix, context.only)) {
    const touched = analysis.findings.filter(({ start, end }) => start <= span.end && span.start <= end);
    offers.push(...quickFixes(judged, touched, abilities.say), ...ruleFixes(judged, touched, abilities.say));
    others.push(
      ...corpusActions(session, judged, touched.filter(isFixable)),
      ...keepActions(judged, touched, abilities, host),
      ...turnOffActions(session, judged, touched),
    );
  }
  const kinds: readonly CodeActionKind[] = [
    CodeActionKind.QuickFix,
    ...(unasked ? [] : [CodeActionKind.Refactor]),
  ];
  if (kinds.some((kind) => asksFor(kind, context.only))) {
    const own = ownResidueActions(session, judged, span);
    others.push(...own.filter(({ kind = '' }) => kinds.includes(kind) && asksFor(kind, context.only)));
  }
  return [...offers.map((offer) => toAction(judged, offer, abilities)), ...others];
}

/** The edits of a ticket that was offered by this very judgement. */
export function editsOf(judged: JudgedArticle, { what }: FixTicket): readonly Edit[] {
  const { document, analysis, judging, memory } = judged;
  // What is kept stays, whatever has become of the rest by then.
  const fixes = (request: FixRequest): readonly Edit[] =>
    document instanceof RecordDocument
      ? recordFixes(judged, request)
      : fixAll(document.getText(), (text) => look(text, judging, memory).findings, request).edits;
  if (what === 'safe') return fixes({ safeties: ['safe'] });
  if ('rule' in what) return fixes({ safeties: ['safe', 'review'], rules: [what.rule] });
  return analysis.findings[what.finding]?.fixes[what.fix]?.edits ?? [];
}

/** Whether a value is a ticket, wherever it comes from. */
export function isTicket(value: unknown): value is FixTicket {
  const ticket = value as Partial<FixTicket> | null | undefined;
  if (typeof ticket?.uri !== 'string') return false;
  const { what, judgement } = ticket;
  if (what === 'safe' && judgement === undefined) return true;
  if (typeof judgement !== 'string') return false;
  if (what === 'safe') return true;
  if (typeof what !== 'object' || (what as object | null) === null) return false;
  return 'rule' in what
    ? typeof what.rule === 'string'
    : Number.isInteger(what.finding) && Number.isInteger(what.fix);
}

/** Every fix of every finding. */
function quickFixes(
  { document, analysis, id }: JudgedArticle,
  touched: readonly Finding[],
  say: Say,
): Offer[] {
  return touched.flatMap((finding) =>
    finding.fixes.map((candidate, index) => ({
      title: titleOf(finding, candidate, say),
      kind: CodeActionKind.QuickFix,
      ticket: {
        uri: document.uri,
        judgement: id,
        what: { finding: analysis.findings.indexOf(finding), fix: index },
      },
      preferred: index === 0 && candidate.safety !== 'choice',
      solves: [finding],
    })),
  );
}

/** For each rule that has more to put right than the one finding: all of them at once. */
function ruleFixes(
  { document, analysis, id }: JudgedArticle,
  touched: readonly Finding[],
  say: Say,
): Offer[] {
  const touchedRules = new Set(touched.filter(isFixable).map(({ rule }) => rule));
  return [...touchedRules].flatMap((rule) => {
    const all = analysis.findings.filter((finding) => finding.rule === rule && isFixable(finding));
    if (all.length < 2) return [];
    return [
      {
        title: say('Fix all {count} problems of this kind in the article ({rule})', {
          count: String(all.length),
          rule,
        }),
        kind: CodeActionKind.QuickFix,
        ticket: { uri: document.uri, judgement: id, what: { rule } },
        solves: touched.filter((finding) => finding.rule === rule),
      },
    ];
  });
}

/** Whether it has a fix that may be made without choosing. */
export function isFixable(finding: Finding): boolean {
  return (preferredFix(finding)?.safety ?? 'choice') !== 'choice';
}

export function isSafelyFixable(finding: Finding): boolean {
  return preferredFix(finding)?.safety === 'safe';
}

function safeFixes({ document, analysis, id }: JudgedArticle, say: Say): Offer[] {
  const safe = analysis.findings.filter(isSafelyFixable).length;
  if (safe === 0) return [];
  return [
    {
      title:
        safe === 1
          ? say('Fix the one problem that is safe to fix')
          : say('Fix all {count} problems that are safe to fix', { count: String(safe) }),
      kind: fixAllKind,
      ticket: { uri: document.uri, judgement: id, what: 'safe' },
    },
  ];
}

/** Whether actions of a kind are among those asked for; a kind covers those below it. */
export function asksFor(kind: CodeActionKind, only: readonly CodeActionKind[] | undefined): boolean {
  return only?.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`)) ?? true;
}

function toAction(judged: JudgedArticle, offer: Offer, abilities: Abilities): CodeAction | Command {
  const { title, kind, ticket, preferred = false, solves = [] } = offer;
  const { literals, resolvesEdit, preferred: knowsPreferred } = abilities.actions;
  if (!literals) return { title, command: fixCommand, arguments: [ticket] };
  const edit = (): WorkspaceEdit =>
    toWorkspaceEdit(judged.document, editsOf(judged, ticket), abilities.documentChanges);
  return {
    title,
    kind,
    ...(solves.length > 0 && {
      diagnostics: solves.map((finding) => toDiagnostic(judged.document, finding, abilities)),
    }),
    ...(preferred && knowsPreferred && { isPreferred: true }),
    ...(resolvesEdit ? { data: ticket } : { edit: edit() }),
  };
}
