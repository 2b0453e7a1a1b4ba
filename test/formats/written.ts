import fc from 'fast-check';
import type { Format } from '../../server/formats/format-name.ts';

/** A file as some program wrote it, and the articles that are in it. */
export interface Written {
  readonly text: string;
  readonly articles: readonly { readonly headline: string; readonly body: string }[];
}

/** Text with everything that any of the formats has to escape. */
const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'خبر',
        'عاجل ',
        '"',
        '\\',
        '/',
        '\n',
        '\r\n',
        '\t',
        ',',
        ';',
        '😀',
        'é',
        '“',
        '”',
        "'",
        '\\u0627',
        '""',
        '&quot;',
        '<b>',
        '\u2028',
        ' ',
        ':',
        '#',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

const line = words.map((text) =>
  text
    .replace(/[\r\n\u0085\u2028\u2029]/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim(),
);

const article = fc.record({ headline: words, body: words });

/** Ways in which JSON's writers escape. */
const jsonStyles: readonly ((json: string) => string)[] = [
  (json) => json,
  (json) => json.replace(/[^\0-\u007F]/g, (character) => escaped(character)),
  (json) =>
    json.replace(/[^\0-\u007F]/g, (character) => escaped(character).toUpperCase().replace('\\U', '\\u')),
  (json) => json.replaceAll('/', '\\/'),
  (json) => json.replace(/[<>&\u2028]/g, (character) => escaped(character)),
];

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

const jsonRecord = fc
  .record({
    article,
    style: fc.constantFrom(...jsonStyles),
    names: fc.constantFrom(['title', 'text'], ['headline', 'body'], ['Title', 'Full_Text'] as const),
    bodyFirst: fc.boolean(),
    more: fc.boolean(),
    indent: fc.constantFrom(0, 2),
  })
  .map(({ article: { headline, body }, style, names: [title = '', text = ''], bodyFirst, more, indent }) => {
    const fields = bodyFirst ? { [text]: body, [title]: headline } : { [title]: headline, [text]: body };
    const record = more ? { id: 7, tags: ['{"x":', '\\'], ...fields, nested: { text: 'no' } } : fields;
    return {
      headline,
      body,
      one: style(JSON.stringify(record)),
      indented: style(JSON.stringify(record, null, indent)),
    };
  });

const lineBreak = fc.constantFrom('\n', '\r\n');

function csvCell(text: string, delimiter: string, always: boolean): string {
  const must = /["\r\n]/.test(text) || text.includes(delimiter);
  return must || always ? `"${text.replaceAll('"', '""')}"` : text;
}

function table(delimiters: readonly string[]): fc.Arbitrary<Written> {
  return fc
    .record({
      articles: fc.array(article, { maxLength: 4 }),
      delimiter: fc.constantFrom(...delimiters),
      always: fc.boolean(),
      end: lineBreak,
      mark: fc.boolean(),
    })
    .map(({ articles, delimiter, always, end, mark }) => {
      const rows = [
        ['id', 'title', 'body'],
        ...articles.map(({ headline, body }, id) => [`n${String(id)}`, headline, body]),
      ];
      const text = rows
        .map((row) => row.map((cell) => csvCell(cell, delimiter, always)).join(delimiter))
        .join(end);
      return { text: (mark ? '\uFEFF' : '') + text, articles };
    });
}

const markdown = fc
  .record({
    headline: line.map((text) => `a${text}`),
    body: words.map((text) => text.replace(/^[\r\n]+/, '')),
    style: fc.constantFrom(
      (title: string) => `---\ndate: 2024-01-05\ntitle: ${JSON.stringify(title)}\n---\n\n`,
      (title: string) => `---\ntitle: '${title.replaceAll("'", "''")}'\ntags: [a, b]\n---\n`,
      (title: string) => `+++\ntitle = ${JSON.stringify(title)}\ndraft = true\n+++\n\n`,
    ),
  })
  .map(({ headline, body, style }) => ({ text: style(headline) + body, articles: [{ headline, body }] }));

/** Files of a format, as several programs write them. */
export function written(format: Exclude<Format, 'text'>): fc.Arbitrary<Written> {
  switch (format) {
    case 'json-lines':
      return jsonRecord.map(({ headline, body, one }) => ({ text: one, articles: [{ headline, body }] }));
    case 'json':
      return fc.array(jsonRecord, { maxLength: 4 }).map((records) => ({
        text: `[\n${records.map(({ indented }) => indented).join(',\n')}\n]\n`,
        articles: records.map(({ headline, body }) => ({ headline, body })),
      }));
    case 'csv':
      return table([',', ';']);
    case 'tsv':
      return table(['\t']);
    case 'markdown':
      return markdown;
  }
}
