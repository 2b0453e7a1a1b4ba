import { PositionEncodingKind, TextDocumentSyncKind, type ServerCapabilities } from 'vscode-languageserver';
import type { Abilities } from './abilities.ts';
import { fixAllKind, fixCommand } from './code-actions.ts';
import { endOfParagraph } from './closing.ts';
import { keepCommand } from './kept.ts';
import { semanticTokensLegend } from './semantic-tokens.ts';

type Given = { readonly workspaceDiagnostics?: unknown } | null | undefined;

/** What the server offers to a client with these abilities. */
export function capabilitiesFor(abilities: Abilities, options: unknown): ServerCapabilities {
  const { literals, resolvesEdit } = abilities.actions;
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      // A client that watches no files tells of a changed configuration by saving it.
      ...(!abilities.watchesFiles && { save: true }),
    },
    ...(abilities.pullsDiagnostics && {
      diagnosticProvider: {
        identifier: 'copydesk',
        interFileDependencies: false,
        // Some clients ask again and again for as long as it is offered; the whole corpus is read on demand.
        workspaceDiagnostics: (options as Given)?.workspaceDiagnostics === true,
      },
    }),
    codeActionProvider: literals
      ? {
          codeActionKinds: [
            'quickfix',
            ...(resolvesEdit && abilities.createsFiles ? ['refactor'] : []),
            fixAllKind,
          ],
          resolveProvider: resolvesEdit,
        }
      : true,
    executeCommandProvider: { commands: [...(abilities.appliesEdits ? [fixCommand] : []), keepCommand] },
    ...(abilities.appliesEdits && { codeLensProvider: { resolveProvider: false } }),
    documentOnTypeFormattingProvider: { firstTriggerCharacter: endOfParagraph },
    hoverProvider: true,
    documentSymbolProvider: { label: 'Copydesk' },
    documentHighlightProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    renameProvider: abilities.preparesRename ? { prepareProvider: true } : true,
    semanticTokensProvider: { legend: semanticTokensLegend, full: true, range: true },
    inlayHintProvider: { resolveProvider: false },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
