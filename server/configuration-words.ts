import { distance } from 'fastest-levenshtein';
import type { SettingSchema } from './configuration-schema.ts';
import { languages } from './languages/index.ts';

/** A place in a configuration that its schema refuses. */
export interface Refused {
  readonly path: readonly string[];
  readonly value: unknown;
  /** What of the schema refuses it. */
  readonly keyword: string;
  /** The schema of the place. */
  readonly schema: SettingSchema | undefined;
  /** The names that are allowed where this one stands. */
  readonly names: readonly string[];
}

/** What is wrong at a place of a configuration and what to write instead, in words for its author. */
export function saySettingProblem(refused: Refused): string {
  const { path, keyword } = refused;
  if (keyword === 'required')
    return 'This entry of “overrides” does not say which articles it is for. Add "files": [ "…" ].';
  if (path[0] === 'overrides' && path.length > 2)
    return saySettingProblem({ ...refused, path: path.slice(2) });
  if (keyword === 'false') return sayUnknownName(refused);
  if (path.length === 0)
    return `The configuration is ${kindOf(refused.value)}. Write an object: { "rules": { … } }.`;
  if (path[0] === 'language') return sayLanguage(refused);
  if (path[0] === 'rules' && path.length > 1) return sayRule(refused);
  return `${place(path)} is ${shown(refused.value)}. ${wanted(refused)}`;
}

function sayUnknownName({ path, names }: Refused): string {
  const name = path.at(-1) ?? '';
  const near = nearest(name, names);
  const hint = near === undefined ? '' : ` Did you mean “${near}”?`;
  const [setting, rule] = path;
  if (path.length === 1) {
    return `There is no setting “${name}”.${hint || ` Copydesk knows ${listed(names)}.`}`;
  }
  if (setting === 'rules' && path.length === 2) {
    return `There is no rule “${name}”.${hint || ' The README lists all rules.'}`;
  }
  if (setting !== 'rules') {
    const whose = path
      .slice(0, -1)
      .filter((key) => !/^\d+$/.test(key))
      .join('.');
    return `“${whose}” has no “${name}”.${hint || ` It can have ${listed(names)}.`}`;
  }
  const all = names.length === 1 ? ` It can only have ${listed(names)}.` : ` It can have ${listed(names)}.`;
  return `The rule “${rule ?? ''}” has no option “${name}”.${hint || all}`;
}

function sayLanguage({ value }: Refused): string {
  const advice = 'Write a tag such as “ar”, or “auto” to have the language of each article found.';
  if (typeof value !== 'string') return `The language is ${shown(value)}. ${advice}`;
  const tagOf = new Map(languages.map(({ name, language }) => [name.toLowerCase(), language]));
  const near = nearest(value.toLowerCase(), [...tagOf.keys(), 'auto']);
  const hint = near === undefined ? advice : `Did you mean “${tagOf.get(near) ?? near}”?`;
  return `“${value}” is no language tag. ${hint}`;
}

function sayRule(refused: Refused): string {
  const { path, value, schema } = refused;
  const [, rule = '', option] = path;
  const levels = severitiesOf(schema);
  if (levels && (option === undefined || option === 'severity')) {
    if (typeof value !== 'string') {
      const object = option === undefined ? ', or an object with a severity and options' : '';
      return `The severity of “${rule}” is ${shown(value)}. Write ${listed(levels, 'or')}${object}.`;
    }
    const near = nearest(value, levels);
    const hint = near === undefined ? `Write ${listed(levels, 'or')}.` : `Did you mean “${near}”?`;
    return `“${value}”, given for “${rule}”, is no severity. ${hint}`;
  }
  return `The option “${option ?? ''}” of “${rule}” ${path.length > 3 ? 'holds' : 'is'} ${shown(value)}. ${wanted(refused)}`;
}

function severitiesOf(schema: SettingSchema | undefined): readonly string[] | undefined {
  return schema?.anyOf?.[0]?.enum ?? schema?.enum;
}

/** What the schema of a place asks for. */
function wanted({ keyword, schema, value }: Refused): string {
  if (keyword === 'enum') {
    const choices = schema?.enum ?? [];
    const near = typeof value === 'string' ? nearest(value, choices) : undefined;
    return near === undefined ? `Write ${listed(choices, 'or')}.` : `Did you mean “${near}”?`;
  }
  if (keyword === 'minimum') return `Write a number of at least ${String(schema?.minimum)}.`;
  if (keyword === 'maximum') return `Write a number of at most ${String(schema?.maximum)}.`;
  if (keyword === 'minLength') return 'An empty text means nothing here. Delete it.';
  if (keyword === 'anyOf' && schema?.anyOf?.some(({ properties }) => properties?.['begins']))
    return 'Write a line, or an object such as { "begins": "…" }.';
  const kinds: Record<string, string> = {
    boolean: 'true or false',
    integer: 'a whole number',
    string: 'a text',
    array: 'a list of texts: [ "…" ]',
    object: 'an object: { … }',
  };
  return `Write ${kinds[String(schema?.type)] ?? 'another value'}.`;
}

function place(path: readonly string[]): string {
  return path.length > 1 ? `An entry of “${path[0] ?? ''}”` : `“${path[0] ?? ''}”`;
}

/** A value as its author would know it again, however long it is. */
function shown(value: unknown): string {
  if (typeof value === 'string') return value === '' ? 'an empty text' : `the text “${shortened(value)}”`;
  // What JSON holds beside these, numbers and true and false, is shown as it is written there.
  return typeof value === 'object' ? kindOf(value) : JSON.stringify(value);
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : shown(value);
}

function listed(names: readonly string[], last = 'and'): string {
  const quoted = names.map((name) => `“${name}”`);
  const end = quoted.pop() ?? '';
  return quoted.length === 0 ? end : `${quoted.join(', ')} ${last} ${end}`;
}

/** A name longer than this is compared no further: distance takes the product of both lengths. */
const longestName = 60;

/**
 * The allowed name that someone most likely meant: one slip in three letters at most, or its beginning, as
 * in “warn”. The part after the family counts as well, since people forget the family.
 */
function nearest(name: string, names: readonly string[]): string | undefined {
  if (name.length > longestName) return undefined;
  const candidates = names.map((allowed) => {
    const short = allowed.slice(allowed.indexOf('/') + 1);
    const begun = name.length > 2 && (allowed.startsWith(name) || short.startsWith(name));
    return { allowed, away: begun ? 1 : Math.min(distance(name, allowed), distance(name, short)) };
  });
  const [best] = candidates.sort((one, other) => one.away - other.away);
  return best && best.away <= Math.max(1, Math.floor(name.length / 3)) ? best.allowed : undefined;
}
