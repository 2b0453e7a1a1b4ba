import { severities, type OptionSchema, type Rule } from './core/engine/rule.ts';
import { residuePlaces } from './core/parse/residue.ts';
import { encodingNames } from './core/text/encoding-name.ts';
import { formatNames } from './core/text/format-names.ts';
import { languages } from './languages/index.ts';
import { presetWords } from './presets.ts';
import { rules } from './rules/index.ts';

/** As much of JSON Schema as the configuration needs. */
export interface SettingSchema {
  readonly $schema?: string;
  readonly title?: string;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly type?: string;
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: OptionSchema['default'];
  readonly items?: SettingSchema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, SettingSchema>>;
  readonly additionalProperties?: false;
  readonly anyOf?: readonly SettingSchema[];
}

/** What a rule may be set to. */
const levels: readonly string[] = ['off', ...[...severities].reverse()];

/** Primary language and subtags of a BCP 47 tag; what lies beyond them no article needs. */
const languageTag = '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$';

/** The JSON Schema (draft 2020-12) of `copydesk.json`, put together from the rules and the languages. */
export function configurationSchema(): SettingSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Copydesk',
    description: 'How Copydesk judges the articles of this folder and of those below it.',
    type: 'object',
    properties: {
      $schema: { type: 'string', description: 'Where an editor finds this schema.' },
      preset: presetSchema(),
      language: languageSchema(),
      rules: rulesSchema(),
      exclude: excludeSchema(),
      records: recordsSchema(),
      fields: fieldsSchema(),
      encoding: encodingSchema(),
      overrides: overridesSchema(),
      residue: {
        description: 'What is residue in this corpus, besides what Copydesk knows.',
        type: 'object',
        properties: { patterns: ownPatternsSchema() },
        additionalProperties: false,
      },
    },
    additionalProperties: false,
  };
}

/** What the setting `language` may hold. */
export function languageSchema(): SettingSchema {
  const known = languages.map(({ language, name }) => ({ const: language, description: name }));
  return {
    description: 'The language the articles are in, as a BCP 47 tag. “auto” finds it for each article.',
    default: 'auto',
    type: 'string',
    anyOf: [
      { const: 'auto', description: 'Find the language of each article' },
      ...known,
      { pattern: languageTag },
    ],
  };
}

/** What the setting `preset` may hold. */
function presetSchema(): SettingSchema {
  const listed = Object.entries(presetWords).map(([name, words]) => `“${name}”: ${words}`);
  return {
    description: `Where to start from; “rules” goes before it. ${listed.join(' ')}`,
    type: 'string',
    enum: Object.keys(presetWords),
  };
}

/** What the setting `overrides` may hold. */
function overridesSchema(): SettingSchema {
  const files = {
    description: 'Globs of the articles this is for, as in a .gitignore beside this file.',
    type: 'array',
    items: { type: 'string', minLength: 1 },
  };
  return {
    description:
      'Other settings for some of the articles. Where several are for an article, the last one counts.',
    type: 'array',
    items: {
      type: 'object',
      properties: {
        files,
        preset: presetSchema(),
        language: languageSchema(),
        rules: rulesSchema(),
        fields: fieldsSchema(),
        encoding: encodingSchema(),
      },
      required: ['files'],
      additionalProperties: false,
    },
    default: [],
  };
}

/** What the setting `exclude` may hold. */
export function excludeSchema(): SettingSchema {
  return {
    description: 'Globs of files and folders that are no articles, or are to be left alone.',
    type: 'array',
    items: { type: 'string', minLength: 1 },
    default: [],
  };
}

/** What the setting `records` may hold. */
export function recordsSchema(): SettingSchema {
  return {
    description:
      'Globs of the files (JSON Lines, JSON, CSV, TSV, XML, HTML, WET, Markdown) whose records are articles, as in a .gitignore. They are judged in the editor and found in folders, as .txt files are.',
    type: 'array',
    items: { type: 'string', minLength: 1 },
    default: [],
  };
}

/** What the setting `encoding` may hold. */
function encodingSchema(): SettingSchema {
  return {
    description:
      'The encoding of files that no byte order mark tells: they are read in it and written back in it by the command line. Nothing is guessed. VS Code has a setting of its own, files.encoding.',
    default: 'utf-8',
    type: 'string',
    enum: encodingNames,
  };
}

/** What the setting `fields` may hold. */
function fieldsSchema(): SettingSchema {
  const text = (description: string): SettingSchema => ({ description, type: 'string', minLength: 1 });
  const name = (what: string): SettingSchema =>
    text(
      `The name of the field, column or element that holds the ${what}; in JSON and XML, dots lead further in, and in HTML “.name” is a class and “#name” an id.`,
    );
  return {
    description:
      'Which fields of records (JSON, JSON Lines, CSV, TSV, XML, HTML, front matter) hold what. What is left out is found by common names.',
    type: 'object',
    properties: {
      headline: name('headline'),
      body: name('text'),
      language: name('language'),
      author: name('author'),
      date: name('date'),
      format: {
        description:
          'What the file is, whatever it is called. Found by its name and by what is in it where this is left out.',
        type: 'string',
        enum: formatNames,
      },
      separator: text(
        'The line that stands between two articles of one plain text file, such as “=====”. Of a line of one character, a longer one counts as well.',
      ),
    },
    additionalProperties: false,
  };
}

/** What the setting `residue.patterns` may hold. */
export function ownPatternsSchema(): SettingSchema {
  const text = (description: string): SettingSchema => ({ description, type: 'string', minLength: 1 });
  return {
    description: 'Lines that are residue in this corpus: whole lines, or objects that say more.',
    type: 'array',
    items: {
      anyOf: [
        { type: 'string', minLength: 1, description: 'A whole line' },
        {
          type: 'object',
          properties: {
            line: text('A whole line.'),
            begins: text('How the line begins.'),
            holds: text('Words that the line holds.'),
            expression: text('The whole line as a regular expression in RE2’s syntax.'),
            words: { type: 'integer', minimum: 1, description: 'A line of more words is none.' },
            place: {
              enum: residuePlaces,
              default: 'anywhere',
              description:
                'Where the line is believed: anywhere; beside another known line or at the margin; at the margin (above or below the text); at the tail (below it); at the end (nothing but residue follows).',
            },
            safety: {
              enum: ['safe', 'review'],
              default: 'safe',
              description: 'Whether it may go with all that is certain, or somebody should look first.',
            },
          },
          additionalProperties: false,
        },
      ],
    },
    default: [],
  };
}

/** What the setting `rules` may hold: every rule by its id. */
export function rulesSchema(): SettingSchema {
  return {
    description:
      'How grave each rule’s findings are, and the rules’ options. A rule left out keeps its default.',
    type: 'object',
    properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)])),
    additionalProperties: false,
  };
}

function ruleSchema(rule: Rule): SettingSchema {
  const severity = {
    enum: levels,
    default: rule.severity,
    description: 'How grave its findings are; “off” keeps it quiet.',
  };
  const words = `${rule.summary}\n\n${rule.why}`;
  return {
    description: words.replaceAll('`', ''),
    markdownDescription: words,
    default: rule.severity,
    anyOf: [
      { enum: levels },
      { type: 'object', properties: { severity, ...rule.options }, additionalProperties: false },
    ],
  };
}
