import { dirname, relative, sep } from 'node:path';
import { defaultSettings, overrideGlobs, resolveSettings, type RuleId, type Settings } from '../index.ts';
import {
  findConfiguration,
  type ConfigurationFile,
  type ConfigurationMemory,
} from '../formats/configuration-node.ts';
import { findKept, type KeptFile, type KeptMemory } from '../formats/corpus-node.ts';
import { exclusion } from '../formats/exclude.ts';
import { keptFileOf } from './kept-file.ts';
import type { Recording } from './recording.ts';
import type { Session } from './session.ts';
import { sentenceOf } from './system-errors.ts';
import type { Mandate } from './work/job.ts';

/** What the command line says about judging; it goes before every configuration. */
export interface Overrides {
  readonly language?: string;
  readonly rules?: readonly RuleId[];
  readonly encoding?: string;
  /** Whether exceptions hold; they do unless this is false. */
  readonly kept?: boolean;
}

/** How one file is to be judged. */
export interface Judgement {
  /** Number of the mandate. */
  readonly mandate: number;
  /** Whether the configuration leaves the file out. */
  readonly excluded: boolean;
}

/** A configuration that was resolved. */
interface Resolved {
  /** Number of the mandate for an article, its path relative to the base, with `/` between folders. */
  mandateFor(this: void, path: string): number;
  /** Path of the folder it holds for, with a separator at the end. */
  readonly base: string;
  excludes(this: void, path: string): boolean;
}

/** The configurations of a run: each is read, and its mistakes are told, once. */
export class Configurations {
  /** How articles are judged; judgements hold the numbers of these. */
  readonly mandates: Mandate[] = [];
  readonly #session: Session;
  readonly #overrides: Overrides;
  readonly #found: ConfigurationMemory = new Map();
  readonly #resolved = new Map<ConfigurationFile | undefined, Resolved>();
  readonly #unreadable = new Map<string, Resolved>();
  readonly #keptFiles: KeptMemory = new Map();
  readonly #keepers = new Map<string, number>();
  readonly #keptReadable = new Map<string, boolean>();
  #last: { folder: string; resolved: Resolved } | undefined;

  constructor(session: Session, overrides: Overrides) {
    this.#session = session;
    this.#overrides = overrides;
  }

  /** What is to know all that the run looks at, if it is to be remembered. */
  get recording(): Recording | undefined {
    return this.#session.recording;
  }

  /** How a file (absolute path) is judged. */
  async of(path: string): Promise<Judgement> {
    const folder = dirname(path);
    if (this.#last?.folder !== folder) {
      this.recording?.around(folder);
      this.#last = { folder, resolved: await this.#in(folder) };
    }
    const { mandateFor, base, excludes } = this.#last.resolved;
    const place = path.slice(base.length).replaceAll(sep, '/');
    return { mandate: await this.#keeping(mandateFor(place), folder), excluded: excludes(place) };
  }

  async #in(folder: string): Promise<Resolved> {
    try {
      const file = findConfiguration(folder, this.#found);
      const known = this.#resolved.get(file);
      if (known) return known;
      const resolved = await this.#resolve(file);
      this.#resolved.set(file, resolved);
      return resolved;
    } catch (error) {
      const { path = folder } = error as NodeJS.ErrnoException;
      const known = this.#unreadable.get(path);
      if (known) return known;
      await this.#session.fail(nameOf(path), sentenceOf(error));
      const resolved = this.#without(true);
      this.#unreadable.set(path, resolved);
      return resolved;
    }
  }

  async #resolve(file: ConfigurationFile | undefined): Promise<Resolved> {
    if (!file) return this.#without(false);
    const value = file.mistakes.length > 0 ? {} : file.value;
    const { exclude, problems } = resolveSettings(value);
    const told = [...file.mistakes, ...file.locate(problems)];
    for (const { line, column, message } of told) {
      await this.#session.fail(`${nameOf(file.path)}:${String(line)}:${String(column)}`, message);
    }
    return {
      mandateFor: this.#choice(value, told.length > 0),
      base: file.path.slice(0, file.path.lastIndexOf(sep) + 1),
      excludes: exclusion(exclude),
    };
  }

  /** Gives each article the mandate of those overrides that are for it; there are few combinations of them. */
  #choice(value: unknown, faulty: boolean): (path: string) => number {
    const globs = overrideGlobs(value);
    const matchers = globs.map((files) => exclusion(files));
    const mandates = new Map<string, number>();
    return (path) => {
      const matching = matchers.map((matches) => matches(path));
      const key = matching.join();
      let mandate = mandates.get(key);
      if (mandate === undefined) {
        // The overrides are asked for in their order.
        const answers = matching.values();
        const resolved = resolveSettings(value, () => answers.next().value === true);
        mandate = this.#mandateOf(resolved, faulty);
        mandates.set(key, mandate);
      }
      return mandate;
    };
  }

  /** How articles are judged of which no configuration says anything that can be used. */
  #without(faulty: boolean): Resolved {
    const mandate = this.#mandateOf({ settings: defaultSettings, fields: {}, encoding: undefined }, faulty);
    return { mandateFor: () => mandate, base: '', excludes: () => false };
  }

  #mandateOf(
    { settings, fields, encoding }: Pick<Mandate, 'settings' | 'fields' | 'encoding'>,
    faulty: boolean,
  ): number {
    return (
      this.mandates.push({
        settings: overridden(settings, this.#overrides),
        fields,
        encoding: this.#overrides.encoding ?? encoding,
        faulty,
      }) - 1
    );
  }

  /** The number of a mandate with the exceptions that hold in a folder. */
  async #keeping(mandate: number, folder: string): Promise<number> {
    const kept = this.#overrides.kept === false ? undefined : findKept(folder, this.#keptFiles);
    const found = this.mandates[mandate];
    if (!kept || !found) return mandate;
    const key = `${String(mandate)} ${kept.path}`;
    let keeping = this.#keepers.get(key);
    if (keeping === undefined) {
      const readable = await this.#readable(kept);
      keeping = this.mandates.push({ ...found, ...(readable ? { kept } : { faulty: true }) }) - 1;
      this.#keepers.set(key, keeping);
    }
    return keeping;
  }

  /** Whether a file of exceptions can be used; what is wrong with it is told once. */
  async #readable(kept: KeptFile): Promise<boolean> {
    let readable = this.#keptReadable.get(kept.path);
    if (readable !== undefined) return readable;
    readable = true;
    try {
      for (const { line, message } of keptFileOf(kept).mistakes)
        await this.#session.fail(`${nameOf(kept.path)}:${String(line)}`, message);
    } catch (error) {
      await this.#session.fail(nameOf(kept.path), sentenceOf(error));
      readable = false;
    }
    this.#keptReadable.set(kept.path, readable);
    return readable;
  }
}

/** A path as a person standing in the working folder would write it. */
function nameOf(path: string): string {
  const short = relative(process.cwd(), path);
  return short === '' || short.startsWith('..') ? path : short;
}

/** The settings with the command line's say. A rule that was asked for by name runs even if it is off. */
function overridden(settings: Settings, { language, rules }: Overrides): Settings {
  if (!rules) return { ...settings, language: language ?? settings.language };
  const chosen = [...settings.rules].map(([id, setting]): [RuleId, typeof setting] => {
    if (!rules.includes(id)) return [id, { ...setting, severity: 'off' }];
    return [id, setting.severity === 'off' ? { ...setting, severity: 'warning' } : setting];
  });
  return { language: language ?? settings.language, rules: new Map(chosen) };
}
