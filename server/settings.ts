import { rules } from './rules/index.ts';
import type { Say } from './core/engine/words.ts';
import type { OptionValues, RuleId, Severity } from './core/engine/rule.ts';
import type { RuleSetting, Settings } from './core/engine/settings.ts';
import { checkConfiguration, type SettingProblem } from './configuration.ts';
import { encodingOf } from './core/text/encoding-name.ts';
import { presetRules } from './presets.ts';

/** A rule's entry in the configuration: a severity, or an object with one and the rule's options. */
type RuleEntry = Severity | 'off' | ({ readonly severity?: Severity | 'off' } & Record<string, unknown>);

/** A configuration ready for use, and what in it could not be used. */
interface Resolved {
  readonly settings: Settings;
  /** Globs of what is to be left alone. */
  readonly exclude: readonly string[];
  /** Globs of files whose records are articles. */
  readonly records: readonly string[];
  /** Names of the fields that hold headline, body and language, where the configuration says them. */
  readonly fields: Readonly<Record<string, string>>;
  /** The encoding that files are declared to be in, by one of `encodingNames`; undefined where none is. */
  readonly encoding: string | undefined;
  readonly problems: readonly SettingProblem[];
}

/**
 * Settings from a configuration as it was read: the parts that are right are used, the others fall back
 * to their defaults and are named in `problems` with their path and, where one is near, the right name.
 *
 * @param say Puts what is wrong into the language of whoever reads it; English if left out.
 * @param matches Whether globs name the article the settings are for; without it no override counts.
 */
export function resolveSettings(
  configuration: unknown,
  matches: (globs: readonly string[]) => boolean = () => false,
  say?: Say,
): Resolved {
  const problems = checkConfiguration(configuration, say);
  const given = isRecord(configuration) ? configuration : {};
  // An option with a wrong entry is as wrong as the entry, so every place on the way to a problem counts.
  const wrong = new Set(
    problems.flatMap(({ path }) => path.map((_, index) => keyOf(path.slice(0, index + 1)))),
  );
  const failed = new Set(problems.map(({ path }) => keyOf(path)));
  const layers = layersOf(given, matches).map((layer): Layer => usableLayer(layer, wrong, failed));
  const settings = new Map<RuleId, RuleSetting>();
  for (const rule of rules) {
    const fields = Object.assign({}, ...layers.map((layer) => layer.rules[rule.id] ?? {})) as Record<
      string,
      unknown
    >;
    const options: Record<string, OptionValues[string]> = {};
    for (const [name, schema] of Object.entries(rule.options ?? {}))
      options[name] = Object.hasOwn(fields, name) ? (fields[name] as OptionValues[string]) : schema.default;
    settings.set(rule.id, {
      severity: (fields['severity'] as Severity | 'off' | undefined) ?? rule.severity,
      options,
    });
  }
  addOwnPatterns(settings, ownPatternsOf(given, wrong));
  const language = layers.findLast((layer) => layer.language !== undefined)?.language ?? 'auto';
  const fields = Object.assign({}, ...layers.map((layer) => layer.fields)) as Record<string, string>;
  return {
    settings: { language, rules: settings },
    exclude: globsIn(given['exclude']),
    records: globsIn(given['records']),
    fields,
    encoding: layers.findLast((layer) => layer.encoding !== undefined)?.encoding,
    problems,
  };
}

/** The globs of each override of a configuration, in its order: which of them match decides the settings. */
export function overrideGlobs(configuration: unknown): string[][] {
  const overrides = isRecord(configuration) ? configuration['overrides'] : undefined;
  return Array.isArray(overrides)
    ? overrides.map((override: unknown) => (isRecord(override) ? globsIn(override['files']) : []))
    : [];
}

/** A part of a configuration that goes before those above it: where it stands, and what it holds. */
interface Part {
  readonly path: readonly string[];
  readonly value: Readonly<Record<string, unknown>>;
}

/** What of a part can be used: fields by rule, the language, the encoding. */
interface Layer {
  readonly rules: Readonly<Record<string, Record<string, unknown>>>;
  readonly language: string | undefined;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly encoding: string | undefined;
}

/** The parts of a configuration that hold for an article, each preset right before what it stands with. */
function layersOf(
  given: Readonly<Record<string, unknown>>,
  matches: (globs: readonly string[]) => boolean,
): Part[] {
  const overrides = Array.isArray(given['overrides']) ? (given['overrides'] as unknown[]) : [];
  const parts: Part[] = [{ path: [], value: given }];
  overrides.forEach((value, place) => {
    if (isRecord(value) && matches(globsIn(value['files'])))
      parts.push({ path: ['overrides', String(place)], value });
  });
  return parts.flatMap((part) => [
    // Nothing in the configuration has this path, so nothing in it can be wrong.
    { path: ['', 'preset'], value: { rules: presetRules(part.value['preset']) } },
    part,
  ]);
}

function usableLayer({ path, value }: Part, wrong: ReadonlySet<string>, failed: ReadonlySet<string>): Layer {
  const fields: Record<string, Record<string, unknown>> = {};
  const entries = isRecord(value['rules']) ? value['rules'] : {};
  for (const { id } of rules) {
    const place = [...path, 'rules', id];
    if (!Object.hasOwn(entries, id) || failed.has(keyOf(place))) continue;
    const entry = entries[id] as RuleEntry;
    const all = typeof entry === 'string' ? { severity: entry } : entry;
    fields[id] = Object.fromEntries(
      Object.entries(all).filter(([name]) => !wrong.has(keyOf([...place, name]))),
    );
  }
  const { language, encoding } = value;
  const usable = typeof language === 'string' && !wrong.has(keyOf([...path, 'language']));
  const names = isRecord(value['fields']) ? Object.entries(value['fields']) : [];
  return {
    rules: fields,
    language: usable ? language : undefined,
    encoding:
      typeof encoding === 'string' && !wrong.has(keyOf([...path, 'encoding']))
        ? encodingOf(encoding)
        : undefined,
    fields: Object.fromEntries(names.filter(([name]) => !wrong.has(keyOf([...path, 'fields', name])))),
  };
}

/** The rule that holds the corpus's own patterns. */
const ownRule: RuleId = 'residue/own-line';

/** The usable entries of `residue.patterns`: lines, and as JSON the objects that say more. */
function ownPatternsOf(given: Readonly<Record<string, unknown>>, wrong: ReadonlySet<string>): string[] {
  const patterns = isRecord(given['residue']) ? given['residue']['patterns'] : undefined;
  if (!Array.isArray(patterns)) return [];
  return (patterns as unknown[]).flatMap((pattern, place) => {
    if (wrong.has(keyOf(['residue', 'patterns', String(place)]))) return [];
    if (typeof pattern === 'string') return [pattern];
    return isRecord(pattern) ? [JSON.stringify(pattern)] : [];
  });
}

function addOwnPatterns(settings: Map<RuleId, RuleSetting>, patterns: readonly string[]): void {
  const setting = settings.get(ownRule);
  if (!setting || patterns.length === 0) return;
  const known = setting.options['patterns'];
  const all = [...(Array.isArray(known) ? (known as string[]) : []), ...patterns];
  settings.set(ownRule, { ...setting, options: { ...setting.options, patterns: all } });
}

function globsIn(value: unknown): string[] {
  const globs = Array.isArray(value) ? (value as unknown[]) : [];
  return globs.filter((glob): glob is string => typeof glob === 'string' && glob !== '');
}

/** A path as one string; a rule's id has a slash of its own, so a slash could not part its steps. */
function keyOf(path: readonly string[]): string {
  return JSON.stringify(path);
}

/** What holds where nothing is configured. */
export const defaultSettings: Settings = resolveSettings(undefined).settings;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
