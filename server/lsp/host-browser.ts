import type { Host, HostFile } from './host.ts';

/** The host of a server that runs in a worker: it has no files of its own. Where the editor does not
 * read them for it, the settings alone hold. */
export class BrowserHost implements Host {
  prepare(): Promise<void> {
    return Promise.resolve();
  }

  configurationOf(): undefined {
    return undefined;
  }

  configurationFor(): undefined {
    return undefined;
  }

  keptOf(): undefined {
    return undefined;
  }

  reaches(): boolean {
    return false;
  }

  keep(): Promise<void> {
    return Promise.reject(new Error('An editor in a browser keeps no files.'));
  }

  forgetConfigurations(): void {
    // There are none.
  }

  async *filesOf(): AsyncGenerator<HostFile> {
    // There are none.
  }
}
