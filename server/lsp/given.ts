import { presetRules } from '../presets.ts';

/** Settings as they were given, before anybody knows whether they mean anything. */
export type Given = Readonly<Record<string, unknown>>;

/** The keys that the editor's settings share with a `copydesk.json`; their section holds more (trace, …). */
const shared = ['language', 'rules', 'exclude', 'records', 'residue'] as const;

/** The settings in what a client sends: they may stand under `copydesk`, or alone. */
export function sectionOf(value: unknown): Given {
  const given = asRecord(value);
  return isRecord(given['copydesk']) ? given['copydesk'] : given;
}

/** The keys that the configuration knows, where they are set at all. */
export function pick(section: Given): Given {
  return Object.fromEntries(
    shared.flatMap((key) =>
      section[key] === undefined || section[key] === null ? [] : [[key, section[key]]],
    ),
  );
}

/**
 * The settings with those of a `copydesk.json` over them, entry by entry: what the file says of a rule, itself
 * or by its preset, it says alone; residue is what either names.
 */
export function under(setting: Given, file: Given): Given {
  const ofFile = asRecord(file['rules']);
  const said = { ...presetRules(file['preset']), ...ofFile };
  const left = Object.entries(asRecord(setting['rules'])).filter(([rule]) => !Object.hasOwn(said, rule));
  return {
    ...setting,
    ...file,
    rules: { ...Object.fromEntries(left), ...ofFile },
    residue: { patterns: [...patternsIn(setting), ...patternsIn(file)] },
  };
}

function patternsIn(given: Given): readonly unknown[] {
  const { patterns } = asRecord(given['residue']);
  return Array.isArray(patterns) ? patterns : [];
}

export function asRecord(value: unknown): Given {
  return isRecord(value) ? value : {};
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
