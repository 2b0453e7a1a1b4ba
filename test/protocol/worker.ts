import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createMessageConnection,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageConnection,
} from 'vscode-languageserver/node';

/** What a browser gives a worker, made of what Node gives one. */
const prelude = `
const { parentPort } = require('node:worker_threads');
const events = new EventTarget();
globalThis.addEventListener = events.addEventListener.bind(events);
globalThis.postMessage = (message) => parentPort.postMessage(message);
parentPort.on('message', (data) => globalThis.onmessage?.({ data }));
// A browser has neither; whoever leans on them fails here.
globalThis.process = undefined;
globalThis.Buffer = undefined;
globalThis.require = undefined;
globalThis.setImmediate = undefined;
// As in a worker that runs a copy of its script.
globalThis.self = globalThis;
globalThis.location = { origin: 'http://localhost:8080', pathname: 'http://localhost:8080/0-1-2', search: '' };
`;

class Reader extends AbstractMessageReader {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    super();
    this.#worker = worker;
  }

  listen(callback: DataCallback): Disposable {
    this.#worker.on('message', callback);
    return { dispose: () => this.#worker.off('message', callback) };
  }
}

class Writer extends AbstractMessageWriter {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    super();
    this.#worker = worker;
  }

  write(message: Message): Promise<void> {
    this.#worker.postMessage(message);
    return Promise.resolve();
  }

  end(): void {
    // The worker is ended by whoever started it.
  }
}

/** Runs a test with a connection to the built server in a worker, in which nothing may fail. */
export async function inWorker(test: (connection: MessageConnection) => Promise<void>): Promise<void> {
  const built = readFileSync(fileURLToPath(new URL('../../dist/server.cjs', import.meta.url)), 'utf8');
  const worker = new Worker(`{${prelude}}\n${built}`, { eval: true });
  const failures: unknown[] = [];
  worker.on('error', (error) => failures.push(error));
  try {
    const connection = createMessageConnection(new Reader(worker), new Writer(worker));
    await test(connection);
    await connection.sendRequest('shutdown');
  } catch (error) {
    failures.push(error);
  } finally {
    await worker.terminate();
  }
  if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('\n'));
}
