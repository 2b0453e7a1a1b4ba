import type { Connection } from 'vscode-languageserver';
import {
  appendToFileMethod,
  fileStampMethod,
  readFileMethod,
  readFolderMethod,
  type FolderEntry,
} from './messages.ts';

/** Files as the editor reads and writes them for the server. What it refuses is thrown with its reason. */
export class EditorFiles {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** A file's bytes; undefined where there is none. */
  async read(uri: string): Promise<Uint8Array | undefined> {
    const answer = await this.#ask(readFileMethod, { uri });
    return typeof answer === 'string'
      ? Uint8Array.from(atob(answer), (unit) => unit.charCodeAt(0))
      : undefined;
  }

  async list(uri: string): Promise<readonly FolderEntry[] | undefined> {
    const answer = await this.#ask(readFolderMethod, { uri });
    return Array.isArray(answer) ? (answer as FolderEntry[]) : undefined;
  }

  async stamp(uri: string): Promise<string | undefined> {
    const answer = await this.#ask(fileStampMethod, { uri });
    return typeof answer === 'string' ? answer : undefined;
  }

  async append(uri: string, text: string): Promise<void> {
    await this.#ask(appendToFileMethod, { uri, text });
  }

  #ask(method: string, params: object): Promise<unknown> {
    return this.#connection.sendRequest(method, params);
  }
}
