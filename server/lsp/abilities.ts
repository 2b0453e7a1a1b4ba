import type { DiagnosticTag } from 'vscode-languageserver';
import { MarkupKind, type ClientCapabilities } from 'vscode-languageserver';
import type { Say } from '../index.ts';
import { sayIn } from '../words/index.ts';
import { retellIn } from '../words/retell.ts';

/** What the client can do, as far as the server asks. What it does not say it can't. */
export interface Abilities {
  /** BCP 47 tag of the language of its interface; `en` where it does not say. */
  readonly locale: string;
  /** Puts our sentences into that language. */
  readonly say: Say;
  /** The same of a sentence that comes whole in English, from a layer that knows no reader; any other as it is. */
  readonly retell: (this: void, english: string) => string;
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly diagnostics: {
    readonly related: boolean;
    readonly tags: readonly DiagnosticTag[];
    readonly pages: boolean;
    /** Published diagnostics may carry the version they are of. */
    readonly version: boolean;
  };
  readonly actions: {
    /** Knows code actions, rather than commands alone. */
    readonly literals: boolean;
    readonly preferred: boolean;
    /** Asks for the edit of an action when it is chosen. */
    readonly resolvesEdit: boolean;
  };
  /** Edits of a document may say of which version they are. */
  readonly documentChanges: boolean;
  readonly appliesEdits: boolean;
  /** Takes edits that make new files. */
  readonly createsFiles: boolean;
  /** Shows edits that wait to be confirmed, article by article. */
  readonly previewsEdits: boolean;
  readonly hover: MarkupKind;
  readonly symbolTree: boolean;
  readonly preparesRename: boolean;
  readonly refreshesSemanticTokens: boolean;
  readonly refreshesInlayHints: boolean;
  readonly refreshesCodeLenses: boolean;
  /** Answers `workspace/configuration`. */
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly watchesFiles: boolean;
  readonly changesFolders: boolean;
}

export function abilitiesOf(
  { textDocument, workspace }: ClientCapabilities,
  locale = 'en',
  isolates = false,
): Abilities {
  // A client may say once, for published diagnostics, what holds for those it pulls as well.
  const diagnostics = { ...textDocument?.publishDiagnostics, ...textDocument?.diagnostic };
  const actions = textDocument?.codeAction;
  const say = sayIn(locale, isolates);
  return {
    locale,
    say,
    retell: retellIn(say),
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport ?? false,
    diagnostics: {
      related: diagnostics.relatedInformation ?? false,
      tags: diagnostics.tagSupport?.valueSet ?? [],
      pages: diagnostics.codeDescriptionSupport ?? false,
      version: textDocument?.publishDiagnostics?.versionSupport ?? false,
    },
    actions: {
      literals: actions?.codeActionLiteralSupport !== undefined,
      preferred: actions?.isPreferredSupport ?? false,
      resolvesEdit:
        (actions?.dataSupport ?? false) && (actions?.resolveSupport?.properties.includes('edit') ?? false),
    },
    documentChanges: workspace?.workspaceEdit?.documentChanges ?? false,
    appliesEdits: workspace?.applyEdit ?? false,
    createsFiles:
      (workspace?.workspaceEdit?.documentChanges ?? false) &&
      (workspace?.workspaceEdit?.resourceOperations?.includes('create') ?? false),
    previewsEdits:
      (workspace?.workspaceEdit?.documentChanges ?? false) &&
      workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    hover: textDocument?.hover?.contentFormat?.[0] ?? MarkupKind.PlainText,
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    preparesRename: textDocument?.rename?.prepareSupport ?? false,
    refreshesSemanticTokens: workspace?.semanticTokens?.refreshSupport ?? false,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport ?? false,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport ?? false,
    configuration: workspace?.configuration ?? false,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration ?? false,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    changesFolders: workspace?.workspaceFolders ?? false,
  };
}
