import { distance } from 'fastest-levenshtein';
import type { SettingSchema } from './configuration-schema.ts';
import { inEnglish, type Say } from './core/engine/words.ts';
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
export function saySettingProblem(refused: Refused, say: Say = inEnglish): string {
  const { path, keyword } = refused;
  if (keyword === 'required')
    return say('This entry of “overrides” does not say which articles it is for. Add "files": [ "…" ].');
  if (path[0] === 'overrides' && path.length > 2)
    return saySettingProblem({ ...refused, path: path.slice(2) }, say);
  if (keyword === 'false') return sayUnknownName(refused, say);
  if (path.length === 0)
    return say('The configuration is {value}. Write an object: { "rules": { … } }.', {
      value: kindOf(refused.value, say),
    });
  if (path[0] === 'language') return sayLanguage(refused, say);
  if (path[0] === 'rules' && path.length > 1) return sayRule(refused, say);
  const data = { setting: path[0] ?? '', value: shown(refused.value, say), advice: wanted(refused, say) };
  return path.length > 1
    ? say('An entry of “{setting}” is {value}. {advice}', data)
    : say('“{setting}” is {value}. {advice}', data);
}

function sayUnknownName({ path, names }: Refused, say: Say): string {
  const name = path.at(-1) ?? '';
  const near = nearest(name, names);
  const [setting, rule = ''] = path;
  const all = listed(names, say);
  const advised = (otherwise: string): string => (near === undefined ? otherwise : didYouMean(near, say));
  if (path.length === 1)
    return say('There is no setting “{name}”. {advice}', {
      name,
      advice: advised(say('Copydesk knows {names}.', { names: all })),
    });
  if (setting === 'rules' && path.length === 2)
    return say('There is no rule “{name}”. {advice}', {
      name,
      advice: advised(say('The README lists all rules.')),
    });
  if (setting !== 'rules') {
    const whose = path
      .slice(0, -1)
      .filter((key) => !/^\d+$/.test(key))
      .join('.');
    return say('“{setting}” has no “{name}”. {advice}', {
      setting: whose,
      name,
      advice: advised(say('It can have {names}.', { names: all })),
    });
  }
  const can = say(names.length === 1 ? 'It can only have {names}.' : 'It can have {names}.', { names: all });
  return say('The rule “{rule}” has no option “{name}”. {advice}', { rule, name, advice: advised(can) });
}

function didYouMean(near: string, say: Say): string {
  return say('Did you mean “{near}”?', { near });
}

function sayLanguage({ value }: Refused, say: Say): string {
  const example = say('Write a tag such as “ar”, or “auto” to have the language of each article found.');
  if (typeof value !== 'string')
    return say('The language is {value}. {advice}', { value: shown(value, say), advice: example });
  const tagOf = new Map(languages.map(({ name, language }) => [name.toLowerCase(), language]));
  const near = nearest(value.toLowerCase(), [...tagOf.keys(), 'auto']);
  const advice = near === undefined ? example : didYouMean(tagOf.get(near) ?? near, say);
  return say('“{value}” is no language tag. {advice}', { value, advice });
}

function sayRule(refused: Refused, say: Say): string {
  const { path, value, schema } = refused;
  const [, rule = '', option] = path;
  const levels = severitiesOf(schema);
  if (levels && (option === undefined || option === 'severity')) {
    const names = listed(levels, say, 'or');
    if (typeof value !== 'string')
      return say(
        option === undefined
          ? 'The severity of “{rule}” is {value}. Write {names}, or an object with a severity and options.'
          : 'The severity of “{rule}” is {value}. Write {names}.',
        { rule, value: shown(value, say), names },
      );
    const near = nearest(value, levels);
    const advice = near === undefined ? say('Write {names}.', { names }) : didYouMean(near, say);
    return say('“{value}”, given for “{rule}”, is no severity. {advice}', { value, rule, advice });
  }
  return say(
    path.length > 3
      ? 'The option “{option}” of “{rule}” holds {value}. {advice}'
      : 'The option “{option}” of “{rule}” is {value}. {advice}',
    { option: option ?? '', rule, value: shown(value, say), advice: wanted(refused, say) },
  );
}

function severitiesOf(schema: SettingSchema | undefined): readonly string[] | undefined {
  return schema?.anyOf?.[0]?.enum ?? schema?.enum;
}

/** What the schema of a place asks for. */
function wanted({ keyword, schema, value }: Refused, say: Say): string {
  if (keyword === 'enum') {
    const choices = schema?.enum ?? [];
    const near = typeof value === 'string' ? nearest(value, choices) : undefined;
    return near === undefined
      ? say('Write {names}.', { names: listed(choices, say, 'or') })
      : didYouMean(near, say);
  }
  if (keyword === 'minimum')
    return say('Write a number of at least {number}.', { number: String(schema?.minimum) });
  if (keyword === 'maximum')
    return say('Write a number of at most {number}.', { number: String(schema?.maximum) });
  if (keyword === 'minLength') return say('An empty text means nothing here. Delete it.');
  if (keyword === 'anyOf' && schema?.anyOf?.some(({ properties }) => properties?.['begins']))
    return say('Write a line, or an object such as { "begins": "…" }.');
  switch (schema?.type) {
    case 'boolean':
      return say('Write true or false.');
    case 'integer':
      return say('Write a whole number.');
    case 'string':
      return say('Write a text.');
    case 'array':
      return say('Write a list of texts: [ "…" ].');
    case 'object':
      return say('Write an object: { … }.');
    default:
      return say('Write another value.');
  }
}

/** A value as its author would know it again, however long it is. */
function shown(value: unknown, say: Say): string {
  if (typeof value === 'string')
    return value === '' ? say('an empty text') : say('the text “{value}”', { value: shortened(value) });
  // What JSON holds beside these, numbers and true and false, is shown as it is written there.
  return typeof value === 'object' ? kindOf(value, say) : JSON.stringify(value);
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function kindOf(value: unknown, say: Say): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return say('a list');
  return typeof value === 'object' ? say('an object') : shown(value, say);
}

function listed(names: readonly string[], say: Say, last: 'and' | 'or' = 'and'): string {
  const quoted = names.map((name) => say('“{name}”', { name }));
  const end = quoted.pop() ?? '';
  if (quoted.length === 0) return end;
  const data = { names: quoted.join(say(', ')), name: end };
  return last === 'and' ? say('{names} and {name}', data) : say('{names} or {name}', data);
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
