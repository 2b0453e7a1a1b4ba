import type { KeptEntry } from '../core/engine/kept.ts';
import type { ConfigurationTarget, Host, HostConfiguration, HostFile, HostKept } from './host.ts';

/** A host that leaves to another one what it does not reach itself. */
export class BothHosts implements Host {
  readonly #own: Host;
  readonly #other: Host;

  constructor(own: Host, other: Host) {
    this.#own = own;
    this.#other = other;
  }

  prepare(uri: string, top: string | undefined): Promise<void> {
    return this.#for(uri).prepare(uri, top);
  }

  configurationOf(uri: string): HostConfiguration | undefined {
    return this.#for(uri).configurationOf(uri);
  }

  configurationFor(uri: string, folder: string | undefined): ConfigurationTarget | undefined {
    return this.#for(uri).configurationFor(uri, folder);
  }

  keptOf(uri: string): HostKept | undefined {
    return this.#for(uri).keptOf(uri);
  }

  reaches(uri: string): boolean {
    return this.#for(uri).reaches(uri);
  }

  keep(uri: string, folder: string | undefined, entry: KeptEntry): Promise<void> {
    return this.#for(uri).keep(uri, folder, entry);
  }

  forgetConfigurations(): void {
    this.#own.forgetConfigurations();
    this.#other.forgetConfigurations();
  }

  filesOf(folder: string): AsyncIterable<HostFile> {
    return this.#for(folder).filesOf(folder);
  }

  #for(uri: string): Host {
    return this.#own.reaches(uri) ? this.#own : this.#other;
  }
}
