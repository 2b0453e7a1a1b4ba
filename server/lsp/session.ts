import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  ResponseError,
  TextDocuments,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { configurationNames } from '../formats/configuration-file.ts';
import { abilitiesOf, type Abilities } from './abilities.ts';
import { capabilitiesFor } from './capabilities.ts';
import { Configurations } from './configurations.ts';
import { serveDiagnostics } from './diagnostics-service.ts';
import { refreshFeatures, serveFeatures } from './features.ts';
import type { Host } from './host.ts';
import { Judgements } from './judgements.ts';
import { articleStatusMethod, languagesMethod } from './messages.ts';
import { knownLanguages, statusOf } from './status.ts';
import { version } from './version.ts';

/** What the parts of a session share. */
export interface Session {
  readonly connection: Connection;
  readonly host: Host;
  readonly documents: TextDocuments<TextDocument>;
  readonly abilities: Abilities;
  readonly configurations: Configurations;
  readonly judgements: Judgements;
  readonly life: { over: boolean };
}

/** Serves one client until it ends the connection. */
export function serve(connection: Connection, host: Host): void {
  const documents = new TextDocuments(TextDocument);
  const early = connection.onRequest((method) => {
    throw new ResponseError(ErrorCodes.ServerNotInitialized, `${method} was asked before “initialize”.`);
  });
  connection.onInitialize((params) => {
    early.dispose();
    return initialize(connection, host, documents, params);
  });
  documents.listen(connection);
  connection.listen();
}

function initialize(
  connection: Connection,
  host: Host,
  documents: TextDocuments<TextDocument>,
  params: InitializeParams,
): InitializeResult {
  const abilities = abilitiesOf(params.capabilities);
  const folders = foldersOf(params);
  const configurations = new Configurations(
    connection,
    host,
    abilities,
    folders,
    params.initializationOptions,
  );
  const judgements = new Judgements(connection, documents, configurations);
  const life = { over: false };
  const session: Session = { connection, host, documents, abilities, configurations, judgements, life };
  connection.onShutdown(() => {
    life.over = true;
  });
  const refreshDiagnostics = serveDiagnostics(session);
  const refresh = (): void => {
    refreshDiagnostics();
    refreshFeatures(session);
  };
  serveFeatures(session);
  judgements.onJudged((judgement) => {
    void connection.sendNotification(articleStatusMethod, statusOf(judgement));
  });
  connection.onRequest(languagesMethod, knownLanguages);
  documents.onDidClose(({ document }) => {
    judgements.forget(document.uri);
    configurations.forget(document.uri);
  });
  connection.onDidChangeConfiguration((change) => {
    configurations.push((change as { settings?: unknown } | undefined)?.settings ?? null);
    refresh();
  });
  connection.onDidChangeWatchedFiles(() => {
    configurations.changed();
    refresh();
  });
  // A client that watches no files for us tells of a changed configuration only by saving it.
  documents.onDidSave(() => {
    if (abilities.watchesFiles) return;
    configurations.changed();
    refresh();
  });
  connection.onInitialized(() => {
    register(session, folders, refresh);
  });
  return {
    capabilities: capabilitiesFor(abilities, params.initializationOptions),
    serverInfo: { name: 'Copydesk', version },
  };
}

/** Asks for word of what changes outside the documents. */
function register(session: Session, folders: readonly string[], refresh: () => void): void {
  const { connection, abilities, configurations } = session;
  const failed = (error: unknown): void => {
    connection.console.warn(`The editor refused to tell of changes: ${String(error)}`);
  };
  if (abilities.registersConfiguration) {
    const options = { section: 'copydesk' };
    connection.client.register(DidChangeConfigurationNotification.type, options).catch(failed);
  }
  if (abilities.watchesFiles) {
    const watchers = configurationNames.map((name) => ({ globPattern: `**/${name}` }));
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(failed);
  }
  if (!abilities.changesFolders) return;
  let current = folders;
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    const gone = new Set(removed.map(({ uri }) => uri));
    current = [...current.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
    configurations.setFolders(current);
    refresh();
  });
}

function foldersOf(params: InitializeParams): readonly string[] {
  if (params.workspaceFolders) return params.workspaceFolders.map(({ uri }) => uri);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- all that older clients send
  const { rootUri } = params;
  return rootUri ? [rootUri] : [];
}
