import { MessageType, ShowMessageNotification, type Connection } from 'vscode-languageserver';
import type { Kept } from '../core/engine/kept.ts';
import { settingsWith } from '../formats/record-judging.ts';
import { resolveSettings } from '../index.ts';
import type { Abilities } from './abilities.ts';
import { asRecord, isRecord, pick, sectionOf, type Given } from './given.ts';
import type { Host, HostConfiguration } from './host.ts';
import { Resolution, type Resolved } from './resolution.ts';
import { folderOf, originOf, pathInFolders } from './uris.ts';

/** How one document is judged. The same object for as long as nothing about it has changed. */
export interface Judging extends Resolved {
  /** What is to stay as it is, though a rule finds it. */
  readonly kept: Kept | undefined;
  /** Whether a carried speaker is shown beside the words that carry it. */
  readonly inlayHints: boolean;
}

/** What a folder’s settings say, their mistakes told. */
interface Section {
  readonly setting: Given;
  readonly inlayHints: boolean;
  /** With each configuration over them, by what it holds. */
  readonly resolutions: Map<Given, Resolution>;
}

/** Where there is no configuration, or none that can be used. */
const nothing: Given = {};

/** The settings of each document: the editor's for its folder, and over them those of a `copydesk.json`. */
export class Configurations {
  readonly #connection: Connection;
  readonly #host: Host;
  readonly #abilities: Abilities;
  #folders: readonly string[];
  /** What holds where the client answers nothing: from `initialize`, or pushed later. */
  #pushed: Given;
  readonly #judgings = new Map<string, Promise<Judging>>();
  readonly #sections = new Map<string, Section>();
  /** Configurations whose mistakes were told, by what they hold. */
  #checked = new WeakSet<object>();
  /** By what is the same for all documents that are judged alike, so that they share one object. */
  readonly #alike = new Map<Resolved, Map<Kept | undefined, Judging>>();
  readonly #told = new Set<string>();

  constructor(
    connection: Connection,
    host: Host,
    abilities: Abilities,
    folders: readonly string[],
    options: unknown,
  ) {
    this.#connection = connection;
    this.#host = host;
    this.#abilities = abilities;
    this.#folders = folders;
    this.#pushed = sectionOf(options);
  }

  /** How an open document is judged. */
  async of(uri: string): Promise<Judging> {
    const known = this.#judgings.get(uri);
    const origin = originOf(uri);
    if (known) {
      // What the host knew beside the document may have been forgotten since.
      await this.#host.prepare(origin.uri, folderOf(origin.uri, this.#folders));
      return known;
    }
    const judging = this.#givenFor(origin.uri).then(async (given) => {
      const found = await this.#prepared(origin.uri, this.#sectionOf(given));
      return { ...found, settings: settingsWith(found.settings, origin.language) };
    });
    this.#judgings.set(uri, judging);
    return judging;
  }

  /** How files of a folder are judged that are not open. The client is asked once for all of them. */
  async ofFilesIn(folder: string): Promise<(uri: string) => Promise<Judging>> {
    const section = this.#sectionOf(await this.#givenFor(folder));
    return (uri) => this.#prepared(uri, section);
  }

  get folders(): readonly string[] {
    return this.#folders;
  }

  forget(uri: string): void {
    this.#judgings.delete(uri);
  }

  /** Takes in that files or settings have changed; everything is asked for anew. */
  changed(): void {
    this.#host.forgetConfigurations();
    this.#judgings.clear();
    this.#sections.clear();
    this.#alike.clear();
    this.#checked = new WeakSet();
  }

  /** Takes in settings that the client sends of itself. One that answers questions is asked instead. */
  push(settings: unknown): void {
    if (!this.#abilities.configuration && settings !== null) this.#pushed = sectionOf(settings);
  }

  setFolders(folders: readonly string[]): void {
    this.#folders = folders;
  }

  #sectionOf(given: Given): Section {
    const key = JSON.stringify(given);
    const known = this.#sections.get(key);
    if (known) return known;
    const setting = pick(given);
    const { say } = this.#abilities;
    const { problems } = resolveSettings(setting, undefined, say);
    this.#tellAll(problems.map(({ message }) => say('Copydesk’s settings: {problem}', { problem: message })));
    const inlayHints = asRecord(given['inlayHints'])['carriedSpeakers'] === true;
    const section = { setting, inlayHints, resolutions: new Map<Given, Resolution>() };
    this.#sections.set(key, section);
    return section;
  }

  async #prepared(uri: string, section: Section): Promise<Judging> {
    await this.#host.prepare(uri, folderOf(uri, this.#folders));
    return this.#judgingOf(uri, section);
  }

  #judgingOf(uri: string, { setting, inlayHints, resolutions }: Section): Judging {
    const file = this.#fileOf(uri);
    const inFile = file?.mistakes.length === 0 && isRecord(file.value) ? file.value : nothing;
    const resolution = resolutions.get(inFile) ?? new Resolution(setting, inFile);
    resolutions.set(inFile, resolution);
    const resolved = resolution.of({
      inWorkspace: pathInFolders(uri, this.#folders),
      inFolder: file?.inFolder,
    });
    const kept = this.#keptFor(uri);
    const alike = this.#alike.get(resolved) ?? new Map<Kept | undefined, Judging>();
    this.#alike.set(resolved, alike);
    const judging = alike.get(kept) ?? { ...resolved, kept, inlayHints };
    alike.set(kept, judging);
    return judging;
  }

  async #givenFor(uri: string): Promise<Given> {
    if (!this.#abilities.configuration) return this.#pushed;
    try {
      const answer: unknown = await this.#connection.workspace.getConfiguration({
        scopeUri: uri,
        section: 'copydesk',
      });
      // A client that was told of no settings answers null.
      return isRecord(answer) ? answer : this.#pushed;
    } catch (error) {
      this.#connection.console.warn(
        `The editor did not say its settings for ${uri} (${String(error)}); Copydesk goes on with its defaults.`,
      );
      return this.#pushed;
    }
  }

  /** The configuration file, its mistakes told. One that can't be read is told and counts as none. */
  #fileOf(uri: string): HostConfiguration | undefined {
    try {
      const file = this.#host.configurationOf(uri);
      if (!file) return undefined;
      if (isRecord(file.value)) {
        if (this.#checked.has(file.value)) return file;
        this.#checked.add(file.value);
      }
      const settings = file.mistakes.length > 0 ? undefined : file.value;
      const { retell, say } = this.#abilities;
      const located = [
        ...file.mistakes.map((mistake) => ({ ...mistake, message: retell(mistake.message) })),
        ...file.locate(resolveSettings(settings, undefined, say).problems),
      ];
      this.#tellAll(
        located.map(
          ({ line, column, message }) => `${file.path}:${String(line)}:${String(column)}: ${message}`,
        ),
      );
      return file;
    } catch (error) {
      this.#tellUnreadable('copydesk.json', error);
      return undefined;
    }
  }

  /** The exceptions that hold for a document; what is wrong in their file is told. */
  #keptFor(uri: string): Kept | undefined {
    try {
      const found = this.#host.keptOf(uri);
      this.#tellAll(
        (found?.mistakes ?? []).map(
          ({ line, message }) => `${found?.path ?? ''}:${String(line)}: ${this.#abilities.retell(message)}`,
        ),
      );
      return found?.kept;
    } catch (error) {
      this.#tellUnreadable(this.#abilities.say('The file of exceptions'), error);
      return undefined;
    }
  }

  #tellUnreadable(what: string, error: unknown): void {
    const { path = what, message } = error as Error & { path?: string };
    const { retell, say } = this.#abilities;
    const data = { path, problem: retell(message) };
    this.#tellAll([say('{path} can’t be read: {problem} Until it can, Copydesk judges without it.', data)]);
  }

  /** Tells people of mistakes, each once for as long as the server runs. */
  #tellAll(messages: readonly string[]): void {
    const news = messages.filter((message) => !this.#told.has(message));
    for (const message of news) {
      this.#told.add(message);
      void this.#connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Warning,
        message,
      });
    }
  }
}
