import { Validator, type OutputUnit, type Schema } from '@cfworker/json-schema';
import { ownKinds, ownPatternProblem } from './core/parse/own-patterns.ts';
import { inEnglish, type Say } from './core/engine/words.ts';
import { saySettingProblem } from './configuration-words.ts';
import { configurationSchema, type SettingSchema } from './configuration-schema.ts';

/** Something wrong in a configuration: where, and what to write instead. */
export interface SettingProblem {
  /** The keys from the outermost to the one concerned. */
  readonly path: readonly string[];
  /** What is wrong, why and what to do, in one or two sentences. */
  readonly message: string;
}

/**
 * What is wrong with a configuration, never two things about one place. What its values mean is left to
 * `resolveSettings`.
 */
export function checkConfiguration(configuration: unknown, say: Say = inEnglish): SettingProblem[] {
  if (configuration === undefined) return [];
  const checked = wellFormed(configuration);
  const problems = new Map<string, SettingProblem>();
  for (const error of schemaValidator().validate(checked).errors) {
    const path = pathOf(error.instanceLocation);
    const key = JSON.stringify(path);
    const value = valueAt(checked, path);
    if (!tells(error, value) || problems.has(key)) continue;
    const schema = schemaOf(path);
    const names = Object.keys(propertiesOf(schemaOf(path.slice(0, -1))));
    problems.set(key, {
      path,
      message: saySettingProblem({ path, value, keyword: error.keyword, schema, names }, say),
    });
  }
  for (const problem of ownPatternProblems(checked, say)) {
    const key = JSON.stringify(problem.path);
    if (!problems.has(key)) problems.set(key, problem);
  }
  return [...problems.values()];
}

/** What is wrong with patterns of residue that no schema can say. */
function ownPatternProblems(configuration: unknown, say: Say): SettingProblem[] {
  const patterns = valueAt(configuration, ['residue', 'patterns']);
  if (!Array.isArray(patterns)) return [];
  return patterns.flatMap((pattern: unknown, index) => {
    if (
      !isRecord(pattern) ||
      ownKinds.some((kind) => !['string', 'undefined'].includes(typeof pattern[kind]))
    )
      return [];
    const problem = ownPatternProblem(pattern, say);
    if (!problem) return [];
    const path = ['residue', 'patterns', String(index), ...(problem.key === null ? [] : [problem.key])];
    return [{ path, message: problem.message }];
  });
}

let validator: Validator | undefined;

/** The validator, made when it is first needed: most runs have no configuration. */
function schemaValidator(): Validator {
  validator ??= new Validator(configurationSchema() as Schema, '2020-12', false);
  return validator;
}

/** A copy without halves of surrogate pairs in its names, on which the validator's pointers would fail. */
function wellFormed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(wellFormed);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.toWellFormed(), wellFormed(inner)]),
  );
}

/**
 * Whether an error names a fault of its own. Those of `properties` and the like only repeat one further in,
 * and of a choice's branches only that one counts which the value was meant for.
 */
function tells(error: OutputUnit, value: unknown): boolean {
  if (['properties', 'additionalProperties', 'items', '$ref'].includes(error.keyword)) return false;
  const branch = /\/anyOf\/(\d+)\//.exec(error.keywordLocation);
  // Whatever the value, a failed choice says so once itself, unless it failed deep inside an object.
  if (error.keyword === 'anyOf') return !isRecord(value);
  return !branch || error.keywordLocation.includes('/anyOf/1/properties') || error.keyword === 'false';
}

/** The schema of the setting, rule, option or entry at a path, as far as the sentences need it. */
function schemaOf(path: readonly string[]): SettingSchema | undefined {
  return path.reduce<SettingSchema | undefined>((schema, key) => {
    const properties = propertiesOf(schema);
    return Object.hasOwn(properties, key) ? properties[key] : schema?.items;
  }, configurationSchema());
}

/** The properties of an object, or of that branch of a choice that is one. */
function propertiesOf(schema: SettingSchema | undefined): Readonly<Record<string, SettingSchema>> {
  return schema?.properties ?? schema?.anyOf?.find((branch) => branch.properties)?.properties ?? {};
}

/** The keys of a JSON pointer in a URI fragment. */
function pathOf(location: string): string[] {
  const keys = location.replace(/^#\/?/, '').split('/');
  return keys
    .filter((key) => key !== '')
    .map((key) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~'));
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (inner as Record<string, unknown> | null | undefined)?.[key],
    value,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
