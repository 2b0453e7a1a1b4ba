type Schema = Readonly<Record<string, unknown>>;

/** Keywords that say what a value must be; with none of them any value is right. */
const demands: ReadonlySet<string> = new Set([
  'type',
  'enum',
  'const',
  'format',
  'pattern',
  'minLength',
  'minimum',
  'maximum',
  'required',
]);

/**
 * A schema that offers and explains all that a strict one does and calls nothing wrong. VS Code checks files by their
 * schema, and the language server tells of the same mistakes, in the reader’s language, with the nearest right name:
 * each would be listed twice.
 */
export function lenient(strict: object): Schema {
  const schema = strict as Schema;
  const { properties, items, additionalProperties, anyOf } = schema;
  if (Array.isArray(anyOf)) return { ...undemanding(schema), anyOf: [...(anyOf as unknown[]), {}] };
  if (!isSchema(properties) && !isSchema(items) && !isSchema(additionalProperties)) {
    const own = Object.entries(schema).filter(([name]) => demands.has(name) || name === 'enumDescriptions');
    return { ...undemanding(schema), anyOf: [Object.fromEntries(own), {}] };
  }
  return {
    ...undemanding(schema),
    ...(isSchema(properties) && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, one]) => [name, isSchema(one) ? lenient(one) : one]),
      ),
    }),
    ...(isSchema(items) && { items: lenient(items) }),
    ...(isSchema(additionalProperties) && { additionalProperties: lenient(additionalProperties) }),
  };
}

/** A schema without what it demands of the value itself, and of names that it does not know. */
function undemanding(schema: Schema): Schema {
  return Object.fromEntries(
    Object.entries(schema).filter(
      ([name, value]) => !demands.has(name) && !(name === 'additionalProperties' && value === false),
    ),
  );
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
