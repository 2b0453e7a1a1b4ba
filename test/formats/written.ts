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

/** Ways in which writers of XML and HTML write characters. */
const markupStyles: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replaceAll('"', '&quot;').replaceAll("'", '&#39;').replaceAll('>', '&gt;'),
  (text) => text.replace(/[^\0-\u007F]/gu, (character) => `&#${String(character.codePointAt(0))};`),
  (text) =>
    text.replace(/[^\0-\u007F]/gu, (character) => `&#x${(character.codePointAt(0) ?? 0).toString(16)};`),
];

const wrappers: readonly (readonly [string, string])[] = [
  ['', ''],
  ['', ''],
  ['<b>', '</b>'],
  ['<a href="x?a&amp;b">', '</a>'],
  ['<i><b>', '</b></i>'],
  ['<!-- “ -->', ''],
];

/** A paragraph with marks in it: its text, and how it is written in a style. */
const marked = fc
  .array(fc.record({ words, wrapper: fc.constantFrom(...wrappers), wrap: fc.boolean() }), { maxLength: 4 })
  .map((segments) => {
    const clean = segments.map(({ words: text, ...rest }) => ({
      ...rest,
      // What counts as space is one, and other characters that XML forbids are in no paragraph.
      text: text.replace(/[ \t\r\n\f]+/g, ' ').replace(/[\p{Cc}\p{Surrogate}\uFFFE\uFFFF]/gu, ''),
    }));
    const text = clean
      .map((segment) => segment.text)
      .join('')
      .replace(/ +/g, ' ')
      .replace(/^ | $/g, '');
    const written = (style: (text: string) => string): string =>
      clean
        .map(({ text: own, wrapper: [open, close], wrap }) => {
          const raw = style(own.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll(']]>', ']]&gt;'));
          return open + (wrap ? raw.replaceAll(' ', '\n  ') : raw) + close;
        })
        .join('');
    return { text, written };
  });

/** A headline and paragraphs, and ways to put them into a file. */
function markup(
  ways: readonly ((headline: string, paragraphs: readonly string[]) => string)[],
): fc.Arbitrary<Written> {
  return fc
    .record({
      headline: marked,
      paragraphs: fc.array(marked, { maxLength: 4 }),
      style: fc.constantFrom(...markupStyles),
      way: fc.constantFrom(...ways),
    })
    .map(({ headline, paragraphs, style, way }) => ({
      text: way(
        headline.written(style),
        paragraphs.map((one) => `<p>${one.written(style)}</p>`),
      ),
      articles: [
        {
          headline: headline.text,
          body: paragraphs
            .map((one) => one.text)
            .filter((text) => text !== '')
            .join('\n\n'),
        },
      ],
    }));
}

const html = markup([
  (headline, paragraphs) =>
    `<!doctype html>\n<title>x</title>\n<article><h1>${headline}</h1>\n${paragraphs.join('\n')}\n</article>\n`,
  (headline, paragraphs) =>
    `<html><body><h1>${headline}</h1><main><script>if (a<b) "x"</script>${paragraphs.join('').replaceAll('</p>', '')}</main></body></html>`,
]);

const tagless = (text: string): string => text.replace(/<!--.*?-->|<[^>]*>/g, '');

const xml = markup([
  (headline, paragraphs) =>
    `<?xml version="1.0"?>\r\n<nitf><body><body.head><hedline><hl1>${headline}</hl1></hedline></body.head><body.content>\r\n${paragraphs.join('\r\n')}</body.content></body></nitf>`,
  (headline, paragraphs) =>
    `<rss><channel><item><title>${tagless(headline)}</title><description>no</description><content:encoded><![CDATA[${paragraphs.join('\n')} ]]></content:encoded></item></channel></rss>`,
  // Some writers end a section wherever they like.
  (headline, paragraphs) =>
    `<rss><channel><item><title>${tagless(headline)}</title><description><![CDATA[${paragraphs.join('').replace(/(.{9})/gsu, '$1]]><![CDATA[')}<p>]]></description></item></channel></rss>`,
  (headline, paragraphs) =>
    `<rss><channel><item><title>${tagless(headline)}</title><description>${paragraphs.join('').replaceAll('&', '&amp;').replaceAll('<', '&lt;')} </description></item></channel></rss>`,
]);

/** Files of a format, as several programs write them. */
export function written(format: Exclude<Format, 'text' | 'wet'>): fc.Arbitrary<Written> {
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
    case 'xml':
      return xml;
    case 'html':
      return html;
  }
}
