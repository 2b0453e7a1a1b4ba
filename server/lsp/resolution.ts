import { hash } from '../core/text/hash.ts';
import { exclusion } from '../formats/exclude.ts';
import type { FieldNames } from '../formats/field-names.ts';
import { overrideGlobs, resolveSettings, type Settings } from '../index.ts';
import { under, type Given } from './given.ts';

/** What settings and a configuration come to for a document. */
export interface Resolved {
  readonly settings: Settings;
  readonly fields: FieldNames;
  readonly excluded: boolean;
  readonly listed: boolean;
  readonly languageFrom: 'found' | 'setting' | 'file';
  /** The same for the same configuration, in any session. */
  readonly identity: string;
}

type Whole = Omit<Resolved, 'excluded' | 'listed'>;

/** What is called a path here: from the folder that is open, and from the configuration’s folder if there is one. */
export interface Place {
  readonly inWorkspace: string;
  readonly inFolder: string | undefined;
}

/** Whether globs name a place. */
type Matcher = (place: Place) => boolean;

/**
 * The editor’s settings with one configuration over them. What depends on a document’s place alone is worked out for
 * each, all else once: a corpus has many thousand documents and one configuration.
 */
export class Resolution {
  readonly #setting: Given;
  readonly #inFile: Given;
  readonly #overrides: readonly ((path: string) => boolean)[];
  readonly #excludes: Matcher;
  readonly #lists: Matcher;
  /** By which of the overrides count. */
  readonly #whole = new Map<string, Whole>();
  /** The same object for documents that are judged alike. */
  readonly #resolved = new Map<string, Resolved>();

  constructor(setting: Given, inFile: Given) {
    this.#setting = setting;
    this.#inFile = inFile;
    this.#overrides = overrideGlobs(inFile).map((globs) => exclusion(globs));
    this.#excludes = this.#matcher('exclude');
    this.#lists = this.#matcher('records');
  }

  of(place: Place): Resolved {
    const overriding = this.#overrides.map((counts) => counts(place.inFolder ?? ''));
    const [excluded, listed] = [this.#excludes(place), this.#lists(place)];
    const key = JSON.stringify([overriding, excluded, listed]);
    const known = this.#resolved.get(key);
    if (known) return known;
    const resolved = { ...this.#wholeOf(overriding), excluded, listed };
    this.#resolved.set(key, resolved);
    return resolved;
  }

  /** What it means where those of its overrides count that are marked so. */
  #wholeOf(overriding: readonly boolean[]): Whole {
    const key = JSON.stringify(overriding);
    const known = this.#whole.get(key);
    if (known) return known;
    const configuration = under(this.#setting, this.#inFile);
    // The overrides are asked for in their order.
    const resolve = (given: Given): ReturnType<typeof resolveSettings> => {
      const answers = overriding.values();
      return resolveSettings(given, () => answers.next().value === true);
    };
    const { settings, fields } = resolve(configuration);
    const languageFrom =
      settings.language === 'auto'
        ? 'found'
        : resolve(this.#inFile).settings.language === 'auto'
          ? 'setting'
          : 'file';
    const identity = hash(JSON.stringify([configuration, overriding]));
    const whole = { settings, fields, languageFrom, identity } as const;
    this.#whole.set(key, whole);
    return whole;
  }

  /** The globs of the file, which count from its folder, else those of the settings. */
  #matcher(key: 'exclude' | 'records'): Matcher {
    const own = this.#inFile[key];
    const matches = exclusion(resolveSettings({ [key]: own ?? this.#setting[key] ?? [] })[key]);
    return ({ inWorkspace, inFolder }) =>
      matches(own === undefined ? inWorkspace : (inFolder ?? inWorkspace));
  }
}
