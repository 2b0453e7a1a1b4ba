import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  appendToFileMethod,
  fileStampMethod,
  readFileMethod,
  readFolderMethod,
  type FolderEntry,
} from '../server/lsp/messages.ts';

interface About {
  readonly uri: string;
}

/**
 * Reads and writes files for the server where it reaches none itself: in a browser, and in a virtual folder. It
 * asks for configurations, exceptions and the articles of the open folders, and writes exceptions.
 */
export function serveFiles(client: BaseLanguageClient): vscode.Disposable[] {
  const { fs } = vscode.workspace;
  /** What is written to one file is written one after the other. */
  let written = Promise.resolve();
  return [
    client.onRequest(readFileMethod, ({ uri }: About) =>
      unlessMissing(async () => base64(await fs.readFile(vscode.Uri.parse(uri)))),
    ),
    client.onRequest(readFolderMethod, ({ uri }: About) =>
      unlessMissing(async () => (await fs.readDirectory(vscode.Uri.parse(uri))).map(entry)),
    ),
    client.onRequest(fileStampMethod, ({ uri }: About) =>
      unlessMissing(async () => {
        const { size, mtime } = await fs.stat(vscode.Uri.parse(uri));
        return `${String(size)}.${String(mtime)}`;
      }),
    ),
    client.onRequest(appendToFileMethod, async ({ uri, text }: About & { readonly text: string }) => {
      const mine = written.then(() => append(vscode.Uri.parse(uri), text));
      written = mine.catch(() => undefined);
      await mine;
      return null;
    }),
  ];
}

async function append(file: vscode.Uri, text: string): Promise<void> {
  const { fs } = vscode.workspace;
  const before = (await unlessMissing(() => fs.readFile(file))) ?? new Uint8Array();
  // A last line without a line break, as people and merges leave it, would go on in what is added.
  const isOpenEnded = before.length > 0 && before.at(-1) !== 10;
  const more = new TextEncoder().encode((isOpenEnded ? '\n' : '') + text);
  const whole = new Uint8Array(before.length + more.length);
  whole.set(before);
  whole.set(more, before.length);
  await fs.createDirectory(vscode.Uri.joinPath(file, '..'));
  await fs.writeFile(file, whole);
}

/** What is read, or null where there is nothing. @throws What else keeps it from being read. */
async function unlessMissing<T>(read: () => Thenable<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    const missing = ['FileNotFound', 'FileNotADirectory', 'FileIsADirectory'];
    if (error instanceof vscode.FileSystemError && missing.includes(error.code)) return null;
    throw error;
  }
}

function entry([name, type]: [string, vscode.FileType]): FolderEntry {
  const kind =
    type === vscode.FileType.Directory ? 'folder' : (type & vscode.FileType.File) !== 0 ? 'file' : 'other';
  return { name, kind };
}

/** Bytes as text that any transport carries. */
function base64(bytes: Uint8Array): string {
  const piece = 0x80_00;
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += piece) {
    pieces.push(String.fromCharCode(...bytes.subarray(start, start + piece)));
  }
  return btoa(pieces.join(''));
}
