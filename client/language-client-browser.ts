import type * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { clientOptions } from './client-options.ts';

/** A worker as far as it is used here; its own type is the web’s, which the extension is not checked against. */
interface ServerWorker {
  terminate(): void;
}

declare const Worker: new (address: string) => ServerWorker;

let worker: ServerWorker | undefined;

/** What talks to a server that is a worker of the browser’s, from the script at an address. */
export function languageClient(address: string, output: vscode.LogOutputChannel): LanguageClient {
  const start = async (): Promise<MessageTransports> => {
    // A worker that was told to end lives on until somebody ends it.
    endWorker();
    worker = await workerOf(address);
    // They want the web’s own type, which can’t be named here.
    const port = worker as never;
    return { reader: new BrowserMessageReader(port), writer: new BrowserMessageWriter(port) };
  };
  return new LanguageClient('copydesk', 'Copydesk', start, clientOptions(output));
}

/** Ends the worker, if there is one. */
export function endWorker(): void {
  worker?.terminate();
  worker = undefined;
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
