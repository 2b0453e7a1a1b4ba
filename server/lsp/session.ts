import {
  ErrorCodes,
  ResponseError,
  TextDocuments,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { abilitiesOf, type Abilities } from './abilities.ts';
import { capabilitiesFor } from './capabilities.ts';
import { serveChanges } from './changes.ts';
import { Configurations } from './configurations.ts';
import { Corpus } from './corpus.ts';
import { serveDiagnostics } from './diagnostics-service.ts';
import { refreshFeatures, refreshLenses, serveFeatures } from './features.ts';
import { asRecord } from './given.ts';
import { BothHosts } from './host-both.ts';
import { EditorHost } from './host-editor.ts';
import type { Host } from './host.ts';
import { Judgements } from './judgements.ts';
import { articleStatusMethod, languagesMethod } from './messages.ts';
import { serveMining } from './mine/serve.ts';
import { serveOpening } from './records/opening.ts';
import { knownLanguages, statusOf } from './status.ts';
import { isStored } from './uris.ts';
import { version } from './version.ts';

/** What the parts of a session share. */
export interface Session {
  readonly connection: Connection;
  readonly host: Host;
  readonly documents: TextDocuments<TextDocument>;
  readonly abilities: Abilities;
  readonly configurations: Configurations;
  readonly judgements: Judgements;
  readonly corpus: Corpus;
  /** Whether the client opens records as articles. */
  readonly opensRecords: boolean;
  readonly life: { over: boolean };
  /** Takes in that settings, configurations or exceptions have changed, and shows everything anew. */
  changed(this: void): void;
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
  own: Host,
  documents: TextDocuments<TextDocument>,
  params: InitializeParams,
): InitializeResult {
  const abilities = abilitiesOf(
    params.capabilities,
    params.locale,
    sectionFlag(params.initializationOptions, 'isolates'),
  );
  const host = hostFor(own, connection, params.initializationOptions);
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
  const changed = (): void => {
    configurations.changed();
    refreshDiagnostics();
    refreshFeatures(session);
  };
  const corpus = new Corpus({ connection, host, documents, abilities, configurations });
  const session = {
    connection,
    host,
    documents,
    abilities,
    configurations,
    judgements,
    corpus,
    opensRecords: sectionFlag(params.initializationOptions, 'openRecords'),
    life,
    changed,
  };
  const refreshDiagnostics = serveDiagnostics(session);
  serveFeatures(session);
  serveChanges(session);
  serveMining(session);
  serveOpening(session);
  judgements.onJudged((judgement) => {
    void connection.sendNotification(articleStatusMethod, statusOf(judgement));
  });
  judgements.onProgress(() => {
    refreshDiagnostics();
    refreshLenses(session);
  });
  connection.onRequest(languagesMethod, knownLanguages);
  documents.onDidClose(({ document }) => {
    judgements.forget(document.uri);
    configurations.forget(document.uri);
  });
  connection.onShutdown(() => {
    life.over = true;
  });
  return {
    capabilities: capabilitiesFor(abilities, params.initializationOptions),
    serverInfo: { name: 'Copydesk', version },
  };
}

/** What a client says of itself beyond the protocol. */
function sectionFlag(options: unknown, name: string): boolean {
  return asRecord(options)[name] === true;
}

/** The host that serves this client: one that reads files for the server is asked for those the server can't. */
function hostFor(own: Host, connection: Connection, options: unknown): Host {
  if (!sectionFlag(options, 'files')) return own;
  return new BothHosts(own, new EditorHost(connection, isStored));
}

function foldersOf(params: InitializeParams): readonly string[] {
  if (params.workspaceFolders) return params.workspaceFolders.map(({ uri }) => uri);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- all that older clients send
  const { rootUri } = params;
  return rootUri ? [rootUri] : [];
}
