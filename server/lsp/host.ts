import type { ParsedConfiguration } from '../formats/configuration-file.ts';

/** A `copydesk.json` that holds for a document. */
export interface HostConfiguration extends ParsedConfiguration {
  /** The file, as its user would write it. */
  readonly path: string;
  /** The document's path from the file's folder, with `/` between folders. */
  readonly inFolder: string;
}

/** A file that may be an article and is not open. */
export interface HostFile {
  readonly uri: string;
  /** Changes whenever the file does. */
  readonly stamp: string;
  /** Its text. @throws Error with a sentence for its user where it can't be read without loss. */
  read(this: void): Promise<string>;
}

/** What the server needs of the place it runs in, so that the same server runs in Node and in a browser. */
export interface Host {
  /**
   * The configuration file that holds for a document; undefined where there is none, or none can be looked for.
   *
   * @throws Error with the file's path in `path` where a configuration is there but can't be read.
   */
  configurationOf(uri: string): HostConfiguration | undefined;
  /** Forgets which configuration files there are. */
  forgetConfigurations(): void;
  /** The files of a folder (a URI) whose names articles have, each once, folder by folder. */
  filesOf(folder: string): AsyncIterable<HostFile>;
}
