import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/**
 * The language server as the rest of the extension knows it. What talks to it is nine tenths of the extension’s code
 * and is loaded when the server is first needed: VS Code wakes the extension for any plain text, be it a box of its own.
 */
export class Server {
  readonly output: vscode.LogOutputChannel;
  readonly #create: () => Promise<BaseLanguageClient>;
  readonly #listeners: ((client: BaseLanguageClient) => unknown)[] = [];
  #creating: Promise<BaseLanguageClient> | undefined;
  #client: BaseLanguageClient | undefined;

  constructor(output: vscode.LogOutputChannel, create: () => Promise<BaseLanguageClient>) {
    this.output = output;
    this.#create = create;
  }

  /** Whether it was started and has not ended. */
  get isStarted(): boolean {
    return this.#client?.needsStart() === false;
  }

  /** For what listens to the server: is called once, before the server starts for the first time. */
  attach(listen: (client: BaseLanguageClient) => unknown): void {
    if (this.#client) listen(this.#client);
    else this.#listeners.push(listen);
  }

  /** Starts it unless it runs. @throws what keeps it from starting; asking again tries again. */
  async start(): Promise<BaseLanguageClient> {
    const client = await (this.#creating ??= this.#made());
    if (client.needsStart()) await client.start();
    return client;
  }

  async stop(): Promise<void> {
    await this.#creating?.catch(() => undefined);
    if (this.isStarted) await this.#client?.stop();
  }

  async #made(): Promise<BaseLanguageClient> {
    try {
      const client = await this.#create();
      this.#client = client;
      for (const listen of this.#listeners) listen(client);
      return client;
    } catch (error) {
      this.#creating = undefined;
      throw error;
    }
  }
}
