import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { clientOptions } from './client-options.ts';
import { begin, end, type Copydesk } from './session.ts';

/** A worker as far as it is used here; its own type is the web’s, which the extension is not checked against. */
interface ServerWorker {
  terminate(): void;
}

declare const Worker: new (address: string) => ServerWorker;

let worker: ServerWorker | undefined;

/** The extension in a browser: its server is a worker. */
export function activate(context: vscode.ExtensionContext): Copydesk {
  const address = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.cjs').toString(true);
  const start = async (): Promise<MessageTransports> => {
    // A worker that was told to end lives on until somebody ends it.
    worker?.terminate();
    worker = await workerOf(address);
    // They want the web’s own type, which can’t be named here.
    const port = worker as never;
    return { reader: new BrowserMessageReader(port), writer: new BrowserMessageWriter(port) };
  };
  return begin(context, (output) => new LanguageClient('copydesk', 'Copydesk', start, clientOptions(output)));
}

export async function deactivate(): Promise<void> {
  await end();
  worker?.terminate();
}

/**
 * A worker that runs the script of an address. A browser starts none from another host, nor from a script that is
 * not called one by the host that gives it; from a copy in its own memory it does.
 */
async function workerOf(address: string): Promise<ServerWorker> {
  const answer = await fetch(address);
  if (!answer.ok)
    throw new Error(`${address} can’t be loaded: ${String(answer.status)} ${answer.statusText}`);
  const copy = URL.createObjectURL(new Blob([await answer.text()], { type: 'text/javascript' }));
  try {
    return new Worker(copy);
  } finally {
    // The worker has taken it over by then.
    setTimeout(() => {
      URL.revokeObjectURL(copy);
    }, 60_000);
  }
}
