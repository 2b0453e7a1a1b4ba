import type { Rule } from './core/engine/rule.ts';
import { rules } from './rules/index.ts';

/** What a preset makes of each rule that it says anything about. */
type Preset = (rule: Rule) => { readonly severity: 'warning' | 'error' } | undefined;

/** What hides in an article of a machine’s translation most, and what reading who said what needs first. */
const speech = /^(?:attribution|quotes)\//;

const presets = {
  /** Who said what: nothing that breaks a quotation or hides its speaker may pass, and the rest is told. */
  mission: ({ id }) => (speech.test(id) || id.startsWith('residue/') ? { severity: 'error' } : undefined),
  /** Every rule there is, also those that are off unless asked for, and all of them grave. */
  strict: () => ({ severity: 'error' }),
  /** Machine translation cuts sentences in two at quotation marks and loses the marks themselves. */
  'machine-translated': ({ id, severity }) =>
    speech.test(id) ? { severity: 'error' } : severity === 'off' ? undefined : { severity: 'warning' },
} satisfies Record<string, Preset>;

export type PresetName = keyof typeof presets;

/** The presets with what each is for. */
export const presetWords: Readonly<Record<PresetName, string>> = {
  mission:
    'Who said what: whatever breaks a quotation, hides its speaker or was left by a scraper is an error.',
  strict: 'Every rule, also those that are off unless asked for, and all of them errors.',
  'machine-translated':
    'For translated articles: broken quotations and lost speakers are errors, the rest warnings.',
};

/** What a preset gives for `rules`, in the shape of a configuration; nothing for a name that is none. */
export function presetRules(name: unknown): Readonly<Record<string, unknown>> {
  if (typeof name !== 'string' || !Object.hasOwn(presets, name)) return {};
  const preset: Preset = presets[name as PresetName];
  return Object.fromEntries(
    rules.flatMap((rule) => {
      const entry = preset(rule);
      return entry ? [[rule.id, entry]] : [];
    }),
  );
}
