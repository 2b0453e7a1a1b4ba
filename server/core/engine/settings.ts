import type { OptionValues, RuleId, Severity } from './rule.ts';

/** How one rule is to be run. */
export interface RuleSetting {
  readonly severity: Severity | 'off';
  readonly options: OptionValues;
}

/** A configuration ready for use: every rule has its setting, every option its value. */
export interface Settings {
  /** BCP 47 tag, or `auto` to find the language of each article. */
  readonly language: string;
  readonly rules: ReadonlyMap<RuleId, RuleSetting>;
}
