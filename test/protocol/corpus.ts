import type {
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import type { Editor } from './editor.ts';

/** What the server reports on the whole corpus, `before` being what it reported last. */
export async function checkCorpus(
  editor: Editor,
  before: readonly WorkspaceDocumentDiagnosticReport[] = [],
): Promise<WorkspaceDocumentDiagnosticReport[]> {
  const previousResultIds = before.map(({ uri, resultId = '' }) => ({ uri, value: resultId }));
  const params = { previousResultIds };
  return (await editor.request<WorkspaceDiagnosticReport>('workspace/diagnostic', params)).items;
}
