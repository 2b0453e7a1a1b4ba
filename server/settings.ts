import { rules } from './rules/index.ts';
import type { OptionValues, RuleId, Severity } from './core/engine/rule.ts';
import type { RuleSetting, Settings } from './core/engine/settings.ts';
import { checkConfiguration, type SettingProblem } from './configuration.ts';

export type { SettingProblem } from './configuration.ts';

/** A rule's entry in the configuration: a severity, or an object with one and the rule's options. */
type RuleEntry = Severity | 'off' | ({ readonly severity?: Severity | 'off' } & Record<string, unknown>);

/** A configuration ready for use, and what in it could not be used. */
interface Resolved {
  readonly settings: Settings;
  /** Globs of what is to be left alone. */
  readonly exclude: readonly string[];
  readonly problems: readonly SettingProblem[];
}

/**
 * Settings from a configuration as it was read: the parts that are right are used, the others fall back
 * to their defaults and are named in `problems` with their path and, where one is near, the right name.
 */
export function resolveSettings(configuration: unknown): Resolved {
  const problems = checkConfiguration(configuration);
  // An option with a wrong entry is as wrong as the entry, so every place on the way to a problem counts.
  const wrong = new Set(
    problems.flatMap(({ path }) => path.map((_, index) => keyOf(path.slice(0, index + 1)))),
  );
  const failed = new Set(problems.map(({ path }) => keyOf(path)));
  const given = isRecord(configuration) ? configuration : {};
  const entries = isRecord(given['rules']) ? given['rules'] : {};
  const settings = new Map<RuleId, RuleSetting>();
  for (const rule of rules) {
    const entry = failed.has(keyOf(['rules', rule.id]))
      ? undefined
      : (entries[rule.id] as RuleEntry | undefined);
    const fields: Record<string, unknown> = typeof entry === 'string' ? { severity: entry } : (entry ?? {});
    const options: Record<string, OptionValues[string]> = {};
    for (const [name, schema] of Object.entries(rule.options ?? {})) {
      const usable = Object.hasOwn(fields, name) && !wrong.has(keyOf(['rules', rule.id, name]));
      options[name] = usable ? (fields[name] as OptionValues[string]) : schema.default;
    }
    const usable = Object.hasOwn(fields, 'severity') && !wrong.has(keyOf(['rules', rule.id, 'severity']));
    const severity = usable ? (fields['severity'] as Severity | 'off') : rule.severity;
    settings.set(rule.id, { severity, options });
  }
  const language =
    typeof given['language'] === 'string' && !wrong.has(keyOf(['language'])) ? given['language'] : 'auto';
  const globs = Array.isArray(given['exclude']) ? (given['exclude'] as unknown[]) : [];
  const exclude = globs.filter((glob): glob is string => typeof glob === 'string' && glob !== '');
  return { settings: { language, rules: settings }, exclude, problems };
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
