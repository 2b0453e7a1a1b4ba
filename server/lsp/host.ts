import type { Kept, KeptEntry, KeptMistake } from '../core/engine/kept.ts';
import type { ParsedConfiguration } from '../formats/configuration-file.ts';

/** A `copydesk.json` that holds for a document. */
export interface HostConfiguration extends ParsedConfiguration {
  /** The file, as its user would write it. */
  readonly path: string;
  /** The document's path from the file's folder, with `/` between folders. */
  readonly inFolder: string;
}

/** A configuration file to be written to. */
export interface ConfigurationTarget {
  readonly uri: string;
  /** Its name without folders. */
  readonly name: string;
  /** What it holds; undefined where it is yet to be made. */
  readonly text: string | undefined;
}

/** Exceptions, and what in their file is none. */
export interface HostKept {
  readonly path: string;
  readonly kept: Kept;
  readonly mistakes: readonly KeptMistake[];
}

/** A file that may be an article and is not open. */
export interface HostFile {
  readonly uri: string;
  /** Changes whenever the file does. */
  readonly stamp: string;
  /** Its bytes, where that is known. */
  readonly size?: number;
  /** Its text bit by bit, where it can be had so. @throws UnreadableText where it can't be read without loss. */
  parts?(this: void): AsyncIterable<string>;
  /** Its text. @throws Error with a sentence for its user where it can't be read without loss. */
  read(this: void): Promise<string>;
}

/** What the server needs of the place it runs in, so that the same server runs in Node and in a browser. */
export interface Host {
  /**
   * Reads whatever the answers about a document need; to be awaited before one asks. `top` is the open folder
   * that holds the document.
   */
  prepare(uri: string, top: string | undefined): Promise<void>;
  /**
   * The configuration file that holds for a document; undefined where there is none, or none can be looked for.
   *
   * @throws Error with the file's path in `path` where a configuration is there but can't be read.
   */
  configurationOf(uri: string): HostConfiguration | undefined;
  /**
   * Where a document's settings are to be written: the configuration that holds for it, or one that is yet to
   * be made in `folder` (a URI), and beside the document without one. Undefined for what is no file.
   *
   * @throws Error where a configuration is there but can't be read.
   */
  configurationFor(uri: string, folder: string | undefined): ConfigurationTarget | undefined;
  /** The exceptions that hold for a document. @throws Error where there are some that can't be read. */
  keptOf(uri: string): HostKept | undefined;
  /** Whether a document or a folder is among the files that the host can read and write. */
  reaches(uri: string): boolean;
  /** Notes an exception; where there is no corpus yet it begins in `folder`. @throws Error where it can't. */
  keep(uri: string, folder: string | undefined, entry: KeptEntry): Promise<void>;
  /** Forgets which configurations and exceptions there are. */
  forgetConfigurations(): void;
  /** The files of a folder (a URI) whose names articles have, each once, folder by folder. */
  filesOf(folder: string): AsyncIterable<HostFile>;
}
