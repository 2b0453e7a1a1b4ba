import { rules } from './rules/index.ts';
import type { OptionValues, RuleId, Severity } from './core/engine/rule.ts';
import type { RuleSetting, Settings } from './core/engine/settings.ts';
import { checkConfiguration, type SettingProblem } from './configuration.ts';

export type { SettingProblem } from './configuration.ts';

/** A rule's entry in the configuration: a severity, or an object with one and the rule's options. */
type RuleEntry = Severity | 'off' | ({ readonly severity?: Severity | 'off' } & Record<string, unknown>);

/**
 * Settings from a configuration as it was read: the parts that are right are used, the others fall back
 * to their defaults and are named in `problems` with their path and, where one is near, the right name.
 */
export function resolveSettings(configuration: unknown): {
  settings: Settings;
  problems: readonly SettingProblem[];
} {
  const problems = checkConfiguration(configuration);
  const wrong = new Set(problems.map((problem) => problem.path.join('/')));
  const given = isRecord(configuration) ? configuration : {};
  const entries = isRecord(given['rules']) ? given['rules'] : {};
  const settings = new Map<RuleId, RuleSetting>();
  for (const rule of rules) {
    const entry = wrong.has(`rules/${rule.id}`) ? undefined : (entries[rule.id] as RuleEntry | undefined);
    const fields = typeof entry === 'string' ? { severity: entry } : (entry ?? {});
    const options: Record<string, OptionValues[string]> = {};
    for (const [name, schema] of Object.entries(rule.options ?? {})) {
      const usable = name in fields && !wrong.has(`rules/${rule.id}/${name}`);
      options[name] = usable ? ((fields as Record<string, unknown>)[name] as OptionValues[string]) : schema.default;
    }
    const severity = wrong.has(`rules/${rule.id}/severity`) ? undefined : fields.severity;
    settings.set(rule.id, { severity: severity ?? rule.severity, options });
  }
  const language = typeof given['language'] === 'string' && !wrong.has('language') ? given['language'] : 'auto';
  return { settings: { language, rules: settings }, problems };
}

/** What holds where nothing is configured. */
export const defaultSettings: Settings = resolveSettings({}).settings;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
