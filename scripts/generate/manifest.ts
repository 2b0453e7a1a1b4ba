import {
  excludeSchema,
  languageSchema,
  ownPatternsSchema,
  recordsSchema,
  rulesSchema,
  type SettingSchema,
} from '../../server/configuration-schema.ts';
import { formatted, textOf, type Output } from './output.ts';
import { inOtherWords, interfaceLanguages, translator } from './settings-words.ts';

/** The schema by which VS Code completes and explains `copydesk.json`, in a language of the interface; English if left out. */
export function editorSchemaPath(language?: string): string {
  return `schemas/editor.schema.${language === undefined ? '' : `${language}.`}json`;
}

/** In the manifest a schema stands under this name, for its file depends on the language. */
const schemaKey = 'schema.copydesk';

/** What of `package.nls.json` is made here; the rest is written by hand. */
const isMade = (key: string): boolean => key.startsWith('setting.') || key === schemaKey;

/** package.json with the settings that VS Code offers and the schema it completes `copydesk.json` by. */
export async function manifest(root: string): Promise<string> {
  const given = JSON.parse(textOf(`${root}package.json`)) as { contributes?: Record<string, unknown> };
  const contributes = {
    ...given.contributes,
    configuration: { title: 'Copydesk', properties: named().properties },
    jsonValidation: [{ fileMatch: ['copydesk.json', '.copydesk.json'], url: `%${schemaKey}%` }],
  };
  return formatted(root, 'package.json', JSON.stringify({ ...given, contributes }));
}

/** What the settings say, in all languages of the interface, beside what is written by hand. */
export async function manifestWords(root: string): Promise<Output[]> {
  const { texts } = named();
  const files = [undefined, ...interfaceLanguages].map(async (language) => {
    const path = language === undefined ? 'package.nls.json' : `package.nls.${language}.json`;
    const translate = language === undefined ? (text: string) => text : translator(root, language);
    const given = JSON.parse(textOf(root + path)) as Record<string, string>;
    const written = Object.entries(given).filter(([key]) => !isMade(key));
    const made = [...texts].map(([text, key]) => [key, translate(text)] as const);
    const all = Object.fromEntries([...written, [schemaKey, `./${editorSchemaPath(language)}`], ...made]);
    return {
      path,
      text: await formatted(root, path, JSON.stringify(all)),
      from: 'the settings and l10n/settings',
    };
  });
  return Promise.all(files);
}

/** The settings with a name for each text of theirs, and the texts with their names. */
function named(): { readonly properties: unknown; readonly texts: ReadonlyMap<string, string> } {
  const texts = new Map<string, string>();
  const taken = new Set<string>();
  const properties = inOtherWords(settings(), (text, path) => {
    const known = texts.get(text);
    if (known !== undefined) return `%${known}%`;
    const steps = path.filter((step) => step !== 'properties' && step !== 'items');
    const name = ['setting', ...steps].join('.').replaceAll(/[^\w.-]+/g, '.');
    // What stands in one place beside another has a number.
    let key = name;
    for (let count = 2; taken.has(key); count++) key = `${name}.${String(count)}`;
    taken.add(key);
    texts.set(text, key);
    return `%${key}%`;
  });
  return { properties, texts };
}

/** All settings, with what they say in English. */
export function settings(): Record<string, object> {
  return {
    'copydesk.language': setting(languageSchema()),
    'copydesk.rules': { ...setting(rulesSchema()), default: {} },
    'copydesk.exclude': setting(excludeSchema()),
    'copydesk.records': setting(recordsSchema()),
    'copydesk.residue.patterns': setting(ownPatternsSchema()),
    'copydesk.inlayHints.carriedSpeakers': {
      scope: 'resource',
      type: 'boolean',
      default: false,
      markdownDescription:
        'Show who speaks beside a quotation whose speaker the article names only before it: “he added” (who?).',
    },
    'copydesk.trace.server': {
      scope: 'window',
      type: 'string',
      enum: ['off', 'messages', 'verbose'],
      enumDescriptions: [
        'Nothing',
        'The name of each message between the editor and the server',
        'Each message with what it holds, articles included',
      ],
      default: 'off',
      markdownDescription: 'What the output channel shows of the talk between the editor and the server.',
    },
  };
}

/** A part of the configuration as a setting of a folder: VS Code's settings show `markdownDescription`. */
function setting({ description, ...schema }: SettingSchema): object {
  return { scope: 'resource', ...schema, markdownDescription: description };
}
