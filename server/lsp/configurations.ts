import { MessageType, ShowMessageNotification, type Connection } from 'vscode-languageserver';
import type { Kept } from '../core/engine/kept.ts';
import { exclusion } from '../formats/exclude.ts';
import type { FieldNames } from '../formats/field-names.ts';
import { settingsWith } from '../formats/record-settings.ts';
import { overrideGlobs, resolveSettings, type Settings } from '../index.ts';
import type { Abilities } from './abilities.ts';
import { asRecord, isRecord, pick, sectionOf, under, type Given } from './given.ts';
import type { Host, HostConfiguration } from './host.ts';
import { folderOf, originOf, pathInFolders } from './uris.ts';

/** How one document is judged. The same object for as long as nothing about it has changed. */
export interface Judging {
  readonly settings: Settings;
  /** Whether the configuration leaves the document out. */
  readonly excluded: boolean;
  readonly languageFrom: 'found' | 'setting' | 'file';
  /** What is to stay as it is, though a rule finds it. */
  readonly kept: Kept | undefined;
  /** Whether the configuration says that the document's records are articles. */
  readonly listed: boolean;
  /** The names of fields that the configuration gives. */
  readonly fields: FieldNames;
  /** Whether a carried speaker is shown beside the words that carry it. */
  readonly inlayHints: boolean;
}

/** A configuration that was resolved. */
interface ResolvedJudging {
  readonly settings: Settings;
  readonly fields: FieldNames;
}

/** The settings of each document: the editor's for its folder, and over them those of a `copydesk.json`. */
export class Configurations {
  readonly #connection: Connection;
  readonly #host: Host;
  readonly #abilities: Abilities;
  #folders: readonly string[];
  /** What holds where the client answers nothing: from `initialize`, or pushed later. */
  #pushed: Given;
  readonly #judgings = new Map<string, Promise<Judging>>();
  readonly #resolved = new Map<string, ResolvedJudging>();
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
    const judging = this.#sectionFor(origin.uri).then(async (section) => {
      const found = await this.#prepared(origin.uri, section);
      return { ...found, settings: settingsWith(found.settings, origin.language) };
    });
    this.#judgings.set(uri, judging);
    return judging;
  }

  /** How files of a folder are judged that are not open. The client is asked once for all of them. */
  async ofFilesIn(folder: string): Promise<(uri: string) => Promise<Judging>> {
    const section = await this.#sectionFor(folder);
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
    this.#resolved.clear();
  }

  /** Takes in settings that the client sends of itself. One that answers questions is asked instead. */
  push(settings: unknown): void {
    if (!this.#abilities.configuration && settings !== null) this.#pushed = sectionOf(settings);
  }

  setFolders(folders: readonly string[]): void {
    this.#folders = folders;
  }

  async #prepared(uri: string, section: Given): Promise<Judging> {
    await this.#host.prepare(uri, folderOf(uri, this.#folders));
    return this.#judgingOf(uri, section);
  }

  #judgingOf(uri: string, section: Given): Judging {
    const setting = pick(section);
    this.#tellAll(resolveSettings(setting).problems.map(({ message }) => `Copydesk’s settings: ${message}`));
    const file = this.#fileOf(uri);
    const inFile = file?.mistakes.length === 0 ? asRecord(file.value) : {};
    const overriding = overrideGlobs(inFile).map((globs) => exclusion(globs)(file?.inFolder ?? ''));
    const { settings, fields } = this.#resolvedOf(under(setting, inFile), overriding);
    const place = pathInFolders(uri, this.#folders);
    return {
      settings,
      fields,
      excluded: this.#globsMatch('exclude', place, setting, inFile, file),
      listed: this.#globsMatch('records', place, setting, inFile, file),
      languageFrom: this.#languageFrom(settings, inFile, overriding),
      kept: this.#keptFor(uri),
      inlayHints: asRecord(section['inlayHints'])['carriedSpeakers'] === true,
    };
  }

  async #sectionFor(uri: string): Promise<Given> {
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
      const settings = file.mistakes.length > 0 ? undefined : file.value;
      const located = [...file.mistakes, ...file.locate(resolveSettings(settings).problems)];
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
          ({ line, message }) => `${found?.path ?? ''}:${String(line)}: ${message}`,
        ),
      );
      return found?.kept;
    } catch (error) {
      this.#tellUnreadable('The file of exceptions', error);
      return undefined;
    }
  }

  #tellUnreadable(what: string, error: unknown): void {
    const { path = what, message } = error as Error & { path?: string };
    this.#tellAll([`${path} can’t be read: ${message} Until it can, Copydesk judges without it.`]);
  }

  /** What a configuration means where those of its overrides count that are marked so. */
  #resolvedOf(configuration: Given, overriding: readonly boolean[]): ResolvedJudging {
    const key = JSON.stringify([configuration, overriding]);
    const known = this.#resolved.get(key);
    if (known) return known;
    // The overrides are asked for in their order.
    const answers = overriding.values();
    const { settings, fields } = resolveSettings(configuration, () => answers.next().value === true);
    const resolved = { settings, fields };
    this.#resolved.set(key, resolved);
    return resolved;
  }

  /** Whose word the language is. */
  #languageFrom(
    { language }: Settings,
    inFile: Given,
    overriding: readonly boolean[],
  ): Judging['languageFrom'] {
    if (language === 'auto') return 'found';
    return this.#resolvedOf(inFile, overriding).settings.language === 'auto' ? 'setting' : 'file';
  }

  /** Whether globs name a document: those of the file, which count from its folder, else those of the settings. */
  #globsMatch(
    key: 'exclude' | 'records',
    place: string,
    setting: Given,
    inFile: Given,
    file: HostConfiguration | undefined,
  ): boolean {
    if (file && inFile[key] !== undefined) {
      return exclusion(resolveSettings({ [key]: inFile[key] })[key])(file.inFolder);
    }
    return exclusion(resolveSettings({ [key]: setting[key] ?? [] })[key])(place);
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
