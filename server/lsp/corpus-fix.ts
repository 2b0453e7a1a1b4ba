import type { CancellationToken, CodeAction, WorkspaceEdit } from 'vscode-languageserver';
import { fixAll } from '../core/engine/fix.ts';
import { ruleIds, type Finding, type RuleId } from '../index.ts';
import { toAnnotatedEdit } from './convert.ts';
import { toDiagnostic } from './diagnostics.ts';
import { look, type JudgedArticle } from './judgements.ts';
import type { Session } from './session.ts';

/** A rule whose problems are to be fixed in all articles of the open folders. */
export interface CorpusTicket {
  readonly uri: string;
  readonly everywhere: RuleId;
}

export function isCorpusTicket(value: unknown): value is CorpusTicket {
  const ticket = value as Partial<CorpusTicket> | null | undefined;
  return typeof ticket?.uri === 'string' && ruleIds.some((id) => id === ticket.everywhere);
}

/**
 * Offers to fix what a rule finds in the whole corpus. Only to a client that shows a preview in which each
 * article can be left out, for nobody has seen those articles yet.
 */
export function corpusActions(
  session: Session,
  { document }: JudgedArticle,
  fixable: readonly Finding[],
): CodeAction[] {
  const { abilities, configurations, host } = session;
  if (
    !abilities.previewsEdits ||
    !abilities.actions.resolvesEdit ||
    !configurations.folders.some((folder) => host.reaches(folder))
  )
    return [];
  return [...new Set(fixable.map(({ rule }) => rule))].map((rule) => {
    const ticket: CorpusTicket = { uri: document.uri, everywhere: rule };
    return {
      title: abilities.say('Fix all problems of this kind in the corpus, with a preview ({rule})', { rule }),
      kind: 'quickfix',
      diagnostics: fixable
        .filter((finding) => finding.rule === rule)
        .map((finding) => toDiagnostic(document, finding, abilities)),
      data: ticket,
    };
  });
}

/** The edits of all articles, each of which waits to be confirmed. */
export async function fixCorpus(
  { corpus, judgements }: Session,
  { everywhere }: CorpusTicket,
  token: CancellationToken,
): Promise<WorkspaceEdit> {
  const articles: Parameters<typeof toAnnotatedEdit>[0][number][] = [];
  for await (const { document, judging, open } of corpus.articles(token)) {
    const text = document.getText();
    const memory = judgements.memoryOf(document.uri);
    const { edits } = fixAll(text, (current) => look(current, judging, memory).findings, {
      safeties: ['safe', 'review'],
      rules: [everywhere],
    });
    if (edits.length > 0) articles.push({ document, edits, version: open ? document.version : null });
  }
  return toAnnotatedEdit(articles, { label: `Copydesk: ${everywhere}`, needsConfirmation: true });
}
