import { relative, sep } from 'node:path';
import { defaultSettings, resolveSettings, type RuleId, type Settings } from '../index.ts';
import {
  findConfiguration,
  type ConfigurationFile,
  type ConfigurationMemory,
} from '../formats/configuration-node.ts';
import { exclusion } from '../formats/exclude.ts';
import type { Session } from './session.ts';
import { sentenceOf } from './system-errors.ts';

/** What the command line says about judging; it goes before every configuration. */
export interface Overrides {
  readonly language?: string;
  readonly rules?: readonly RuleId[];
}

/** How the articles of a folder are judged. */
export interface Judgement {
  readonly settings: Settings;
  /** Whether the configuration has mistakes, so that its author meant other settings than these. */
  readonly faulty: boolean;
  /** Whether the configuration leaves a file (absolute path) out. */
  excludes(this: void, path: string): boolean;
}

/** The configurations of a run: each is read, and its mistakes are told, once. */
export class Configurations {
  readonly #session: Session;
  readonly #overrides: Overrides;
  readonly #found: ConfigurationMemory = new Map();
  readonly #judgements = new Map<ConfigurationFile | undefined, Judgement>();
  readonly #unreadable = new Set<string>();

  constructor(session: Session, overrides: Overrides) {
    this.#session = session;
    this.#overrides = overrides;
  }

  /** How articles of a folder (absolute path) are judged. */
  async of(folder: string): Promise<Judgement> {
    try {
      const file = findConfiguration(folder, this.#found);
      const known = this.#judgements.get(file);
      if (known) return known;
      const judgement = await this.#judgementOf(file);
      this.#judgements.set(file, judgement);
      return judgement;
    } catch (error) {
      const { path = folder } = error as NodeJS.ErrnoException;
      if (!this.#unreadable.has(path)) await this.#session.fail(nameOf(path), sentenceOf(error));
      this.#unreadable.add(path);
      return { settings: overridden(defaultSettings, this.#overrides), faulty: true, excludes: () => false };
    }
  }

  async #judgementOf(file: ConfigurationFile | undefined): Promise<Judgement> {
    if (!file)
      return { settings: overridden(defaultSettings, this.#overrides), faulty: false, excludes: () => false };
    const { settings, exclude, problems } = resolveSettings(file.mistakes.length > 0 ? {} : file.value);
    const told = [...file.mistakes, ...file.locate(problems)];
    for (const { line, column, message } of told) {
      await this.#session.fail(`${nameOf(file.path)}:${String(line)}:${String(column)}`, message);
    }
    const left = exclusion(exclude);
    const base = file.path.slice(0, file.path.lastIndexOf(sep) + 1);
    return {
      settings: overridden(settings, this.#overrides),
      faulty: told.length > 0,
      excludes: (path) => left(path.slice(base.length).replaceAll(sep, '/')),
    };
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
