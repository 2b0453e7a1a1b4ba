import type { CodeAction } from 'vscode-languageserver';
import { keptEntry } from '../core/engine/kept.ts';
import type { Finding } from '../index.ts';
import type { Abilities } from './abilities.ts';
import { toDiagnostic } from './diagnostics.ts';
import type { Host } from './host.ts';
import type { JudgedArticle } from './judgements.ts';
import { originOf } from './uris.ts';

/** The command that notes that a finding is to stay. */
export const keepCommand = 'copydesk.server.keep';

/** Which finding is to stay; its number means something under this judgement alone. */
export interface KeepTicket {
  readonly uri: string;
  readonly judgement: string;
  readonly keep: number;
}

export function isKeepTicket(value: unknown): value is KeepTicket {
  const ticket = value as Partial<KeepTicket> | null | undefined;
  return (
    typeof ticket?.uri === 'string' && typeof ticket.judgement === 'string' && Number.isInteger(ticket.keep)
  );
}

/**
 * Offers to keep findings as they are. It is a command, for the exceptions stand in a file of their own, which
 * may be too long for an editor to open.
 */
export function keepActions(
  { document, analysis, id }: JudgedArticle,
  touched: readonly Finding[],
  abilities: Abilities,
  host: Host,
): CodeAction[] {
  if (!abilities.actions.literals || !host.reaches(originOf(document.uri).uri)) return [];
  return touched.map((finding) => {
    const title = abilities.say('Keep this as it is ({rule})', { rule: finding.rule });
    const ticket: KeepTicket = {
      uri: document.uri,
      judgement: id,
      keep: analysis.findings.indexOf(finding),
    };
    return {
      title,
      kind: 'quickfix',
      diagnostics: [toDiagnostic(document, finding, abilities)],
      command: { title, command: keepCommand, arguments: [ticket] },
    };
  });
}

/** Notes an exception. @throws RangeError if the ticket names no finding, or whatever writing the file throws. */
export async function keep(
  { document, analysis }: JudgedArticle,
  ticket: KeepTicket,
  host: Host,
  folder: string | undefined,
): Promise<void> {
  const finding = analysis.findings[ticket.keep];
  if (!finding) throw new RangeError('There is no such problem in the article.');
  await host.keep(originOf(document.uri).uri, folder, keptEntry(document.getText(), finding));
}
