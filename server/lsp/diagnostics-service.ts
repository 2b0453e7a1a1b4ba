import {
  DocumentDiagnosticReportKind,
  ErrorCodes,
  ResponseError,
  type WorkspaceDocumentDiagnosticReport,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { diagnosticsOf } from './diagnostics.ts';
import { cancelled, handle } from './requests.ts';
import type { Session } from './session.ts';

/** A judgement longer than a frame of the screen, in milliseconds, is made only when typing pauses. */
const frame = 16;

/**
 * Shows problems: to a client that pulls them when it asks, to others after each change.
 *
 * @returns Shows all of them anew, after the settings have changed.
 */
export function serveDiagnostics(session: Session): () => void {
  return session.abilities.pullsDiagnostics ? servePull(session) : servePush(session);
}

function servePull(session: Session): () => void {
  const { connection, abilities, judgements } = session;
  const answer = async (
    { textDocument, previousResultId }: DocumentDiagnosticParams,
    token: Parameters<typeof judgements.of>[1],
  ): Promise<DocumentDiagnosticReport> => {
    const judgement = await judgements.of(textDocument.uri, token);
    if (token?.isCancellationRequested) throw cancelled();
    if (!judgement) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    if (judgement.id === previousResultId) {
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: judgement.id };
    }
    const items = diagnosticsOf(judgement, abilities);
    return { kind: DocumentDiagnosticReportKind.Full, resultId: judgement.id, items };
  };
  connection.languages.diagnostics.on(handle(session, { method: 'textDocument/diagnostic' }, answer));
  serveCorpus(session);
  return () => {
    if (!abilities.refreshesDiagnostics) return;
    connection.languages.diagnostics.refresh().catch((error: unknown) => {
      connection.console.warn(`The editor did not ask for its problems anew: ${String(error)}`);
    });
  };
}

/** The whole corpus, for a client that asks: bit by bit where it takes partial results, and until it cancels. */
function serveCorpus(session: Session): void {
  const { connection, life, corpus } = session;
  connection.languages.diagnostics.onWorkspace(async (params, token, work, partial) => {
    if (life.over) throw new ResponseError(ErrorCodes.InvalidRequest, 'The server has been shut down.');
    if (!Array.isArray((params as Partial<typeof params> | undefined)?.previousResultIds)) {
      throw new ResponseError(
        ErrorCodes.InvalidParams,
        'workspace/diagnostic: it does not say which results the client has (previousResultIds).',
      );
    }
    work.begin(session.abilities.say('Checking the corpus'), 0, undefined, true);
    const held: WorkspaceDocumentDiagnosticReport[] = [];
    const { items } = await corpus.check(params, {
      token,
      progress: (done, all) => {
        work.report(
          Math.floor((100 * done) / all),
          session.abilities.say('{done} of {all} articles', { done: String(done), all: String(all) }),
        );
      },
      report: (some) => {
        if (!partial) held.push(...some);
        else if (some.length > 0) partial.report({ items: some });
      },
    });
    work.done();
    if (token.isCancellationRequested) throw cancelled();
    return { items: [...held, ...items] };
  });
}

function servePush({ connection, documents, abilities, judgements }: Session): () => void {
  /** The documents that wait to be judged, and how long judging each took last. */
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const took = new Map<string, number>();

  const publish = async (uri: string): Promise<void> => {
    const judgement = await judgements.of(uri);
    if (!judgement) return;
    took.set(uri, judgement.took);
    await connection.sendDiagnostics({
      uri,
      ...(abilities.diagnostics.version && { version: judgement.version }),
      diagnostics: diagnosticsOf(judgement, abilities),
    });
  };
  const schedule = (uri: string): void => {
    clearTimeout(waiting.get(uri));
    const last = took.get(uri) ?? 0;
    const timer = setTimeout(
      () => {
        waiting.delete(uri);
        publish(uri).catch((error: unknown) => {
          connection.console.error(`Copydesk could not show the problems of ${uri}: ${String(error)}`);
        });
      },
      last > frame ? last : 0,
    );
    waiting.set(uri, timer);
  };

  documents.onDidChangeContent(({ document }) => {
    schedule(document.uri);
  });
  documents.onDidClose(({ document: { uri } }) => {
    clearTimeout(waiting.get(uri));
    waiting.delete(uri);
    took.delete(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  return () => {
    for (const { uri } of documents.all()) schedule(uri);
  };
}
