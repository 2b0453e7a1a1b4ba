import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver';
import { withSetting } from '../formats/configuration-edit.ts';
import { ruleIds, type Finding, type RuleId } from '../index.ts';
import { changeable, configurationEdit, type Change } from './configuration-edit.ts';
import { toDiagnostic } from './diagnostics.ts';
import type { JudgedArticle } from './judgements.ts';
import type { Session } from './session.ts';

/** A rule to be turned off for the folder of a document. */
export interface OffTicket {
  readonly uri: string;
  readonly off: RuleId;
}

export function isOffTicket(value: unknown): value is OffTicket {
  const ticket = value as Partial<OffTicket> | null | undefined;
  return typeof ticket?.uri === 'string' && ruleIds.some((id) => id === ticket.off);
}

/** Offers to turn the rules of findings off in the configuration that holds for the article. */
export function turnOffActions(
  session: Session,
  { document }: JudgedArticle,
  touched: readonly Finding[],
): CodeAction[] {
  return [...new Set(touched.map(({ rule }) => rule))].flatMap((rule) => {
    const where = changeable(session, document.uri, turned(rule));
    if (where === undefined) return [];
    const ticket: OffTicket = { uri: document.uri, off: rule };
    return [
      {
        title: session.abilities.say(
          where.isNew ? 'Turn the rule {rule} off in a new {where}' : 'Turn the rule {rule} off in {where}',
          { rule, where: where.name },
        ),
        kind: 'quickfix',
        diagnostics: touched
          .filter((finding) => finding.rule === rule)
          .map((finding) => toDiagnostic(document, finding, session.abilities)),
        data: ticket,
      },
    ];
  });
}

/** The edit of the configuration. @throws ResponseError where it can't be made any more. */
export function turnOff(session: Session, { uri, off }: OffTicket): WorkspaceEdit {
  return configurationEdit(session, uri, turned(off));
}

function turned(rule: RuleId): Change {
  return (text) => withSetting(text, ['rules', rule], 'off');
}
