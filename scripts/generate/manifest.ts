import {
  excludeSchema,
  languageSchema,
  ownPatternsSchema,
  recordsSchema,
  rulesSchema,
  type SettingSchema,
} from '../../server/configuration-schema.ts';
import { formatted, textOf } from './output.ts';

/** package.json with the settings that VS Code offers and the schema it checks `copydesk.json` by. */
export async function manifest(root: string): Promise<string> {
  const given = JSON.parse(textOf(`${root}package.json`)) as { contributes?: Record<string, unknown> };
  const contributes = {
    ...given.contributes,
    configuration: { title: 'Copydesk', properties: settings() },
    jsonValidation: [
      { fileMatch: ['copydesk.json', '.copydesk.json'], url: './schemas/copydesk.schema.json' },
    ],
  };
  return formatted(root, 'package.json', JSON.stringify({ ...given, contributes }));
}

function settings(): Record<string, object> {
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
