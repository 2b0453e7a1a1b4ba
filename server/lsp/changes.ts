import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { keptPath } from '../core/engine/kept.ts';
import { configurationNames } from '../formats/configuration-file.ts';
import type { Session } from './session.ts';

/** The files beside the articles by which they are judged. */
const watched: readonly string[] = [...configurationNames, keptPath];

/** Listens to what changes outside the documents: settings, configurations, exceptions, folders. */
export function serveChanges(session: Session): void {
  const { connection, documents, abilities, configurations, changed } = session;
  connection.onDidChangeConfiguration((change) => {
    configurations.push((change as { settings?: unknown } | undefined)?.settings ?? null);
    changed();
  });
  connection.onDidChangeWatchedFiles(changed);
  // A client that watches no files for us tells of a changed configuration only by saving it.
  documents.onDidSave(() => {
    if (!abilities.watchesFiles) changed();
  });
  connection.onInitialized(() => {
    register(session);
  });
}

/** Asks for word of these changes, as far as the client gives it. */
function register({ connection, abilities, configurations, changed }: Session): void {
  const refused = (error: unknown): void => {
    connection.console.warn(`The editor refused to tell of changes: ${String(error)}`);
  };
  if (abilities.registersConfiguration) {
    const options = { section: 'copydesk' };
    connection.client.register(DidChangeConfigurationNotification.type, options).catch(refused);
  }
  if (abilities.watchesFiles) {
    const watchers = watched.map((name) => ({ globPattern: `**/${name}` }));
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(refused);
  }
  if (!abilities.changesFolders) return;
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    const gone = new Set(removed.map(({ uri }) => uri));
    const stay = configurations.folders.filter((uri) => !gone.has(uri));
    configurations.setFolders([...stay, ...added.map(({ uri }) => uri)]);
    changed();
  });
}
