import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Format } from '../../server/formats/format-name.ts';
import { cut, read, type Seen } from './pieces.ts';
import { written } from './written.ts';

const portion = fc.constantFrom(1, 2, 3, 7, 50, 1_000, 1_000_000);

/** Elements of a feed, with all that may look like the end of one. */
const elements = fc.array(
  fc.constantFrom(
    '<item><title>ع &amp; x</title><description>&lt;p&gt;نص&lt;/p&gt;</description></item>',
    '<item><title>a</title><description><![CDATA[<p>b</item> ]] > c</p>]]></description></item>',
    '<item a="</item>" b=\'>\'><title>a</title><description>b<!-- </item><item> --></description></item>',
    '<item><title>a</title><media:content url="x"/><description>b</description></item>',
    '<item xml:lang="fr"><title>a</title><description>b</description></item>',
    '<item/>',
    '<item></item>',
    '<?x <item> ?>',
    '<!-- <item> خبر -->',
    '<language>ar</language>',
    '<image><title>x</title><url>y</url></image>',
    ' \n',
    '\r\n',
  ),
  { maxLength: 9 },
);

const feed = elements.map((parts) => {
  // Without one record that is whole the list could not be told.
  const known = '<item><title>known</title><description>text</description></item>';
  return `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "<item>">]>\n<rss xml:lang="en"><channel>${known}${parts.join('')}</channel></rss>\n`;
});

const archive = fc
  .array(fc.constantFrom('خبر\n\nنص', 'WARC/1.0 in the text\nWARC', '', 'a\r\n'), { maxLength: 5 })
  .map((texts) =>
    texts
      .map((text, index) => {
        const type = index === 1 ? 'warcinfo' : 'conversion';
        return `WARC/1.0\r\nWARC-Type: ${type}\r\nContent-Length: ${String(Buffer.byteLength(text))}\r\n\r\n${text}\r\n\r\n`;
      })
      .join(''),
  );

describe('files that come in portions are read as those that come whole', () => {
  for (const format of ['json-lines', 'json', 'csv', 'tsv', 'xml'] as const)
    it(`in ${format}`, () => {
      fc.assert(
        fc.property(written(format), portion, ({ text }, size) => {
          const lines = format === 'json-lines' ? `${text}\n\n \r\n${text}` : text;
          const whole =
            format === 'json-lines'
              ? [...read(text, format), ...read(text, format).map((one) => moved(one, text.length + 5))]
              : read(text, format);
          assert.deepEqual(cut(lines, format, size), whole);
        }),
        { numRuns: 300 },
      );
    });

  it('in a feed', () => {
    fc.assert(
      fc.property(feed, portion, (text, size) => {
        assert.deepEqual(cut(text, 'xml', size), read(text, 'xml'));
      }),
      { numRuns: 300 },
    );
  });

  it('in an archive', () => {
    fc.assert(
      fc.property(archive, portion, (text, size) => {
        assert.deepEqual(cut(text, 'wet', size), read(text, 'wet'));
      }),
    );
  });

  it('in JSON whose list stands in an object', () => {
    for (const text of [
      '\uFEFF{"meta": {"list": [1], "x": "]"}, "items": [{"text":"a [ \\" ]"}, {"text":"b"}], "more": [1]}',
      '{"list":[[]], "text":"one article"}',
      '[ ]',
      '{}',
      '[{"text":"a"},\n7, "x", null, [{"text":"no"}]]',
    ])
      for (const size of [1, 5, 1_000]) assert.deepEqual(cut(text, 'json', size), read(text, 'json'), text);
  });

  it('in elements that stand otherwise than the first ones', () => {
    const nitf = (text: string): string =>
      `<nitf><body><body.head><hedline><hl1>h</hl1></hedline></body.head><body.content><p>${text}</p></body.content></body></nitf>`;
    const text = `<all><group xml:lang="ar">${nitf('1')}${nitf('2')}</group>${nitf('3')}<group><x>${nitf('4')}${nitf('5')}</x></group></all>`;
    for (const size of [1, 1_000]) assert.deepEqual(cut(text, 'xml', size), read(text, 'xml'));
    assert.equal(read(text, 'xml').length, 5);
  });
});

function moved(one: Seen, by: number): Seen {
  return 'text' in one && one.text !== '' ? { ...one, start: one.start + by, end: one.end + by } : one;
}

const item = (text: string): string => `<item><title>t</title><description>${text}</description></item>`;

/** Files in which something is broken, what is read in them, and what is said. */
const broken: readonly (readonly [Format, string, string, readonly string[], RegExp])[] = [
  ['json', 'a word', '[{"text":"a"},{"text":oops},{"text":"b"}]', ['a', 'b'], /no JSON from its character/],
  ['json', 'a bracket that is not closed', '[{"text":"a"},{"text":"x",\n{"text":"b"}]', ['a', 'b'], /JSON/],
  [
    'json',
    'a bracket of another kind',
    '[{"text":"a"},{"t":[1,"text":"x"},{"text":"b"}]',
    ['a', 'b'],
    /JSON/,
  ],
  [
    'json',
    'a text that is not closed',
    '[{"text":"a"},\n{"text":"x},\n{"text":"b"}]',
    ['a', 'b'],
    /never closed/,
  ],
  ['json', 'a comma that is missing', '[{"text":"a"} {"text":"x"},{"text":"b"}]', ['a', 'b'], /no comma/],
  ['json', 'a comma too many', '[{"text":"a"},,{"text":"b"}]', ['a', 'b'], /comma stands here/],
  ['json', 'a comma at the end', '[{"text":"a"},{"text":"b"},]', ['a', 'b'], /After the last record/],
  ['json', 'an end that is missing', '[{"text":"a"},{"text":"b"}', ['a', 'b'], /cut off here/],
  ['json', 'an end in a record', '[{"text":"a"},{"text":"b"},{"text":"c', ['a', 'b'], /cut off/],
  ['json', 'something after the end', '[{"text":"a"},{"text":"b"}] x', ['a', 'b'], /follows the end/],
  [
    'xml',
    'a mark that is not closed',
    `<r><c>${item('a')}${item('<p>x')}${item('b')}</c></r>`,
    ['t\n\na', 't\n\nb'],
    /well-formed/,
  ],
  [
    'xml',
    'an element that is not closed',
    `<r><c>${item('a')}<item><title>${item('b')}</c></r>`,
    ['t\n\na', 't\n\nb'],
    /well-formed/,
  ],
  [
    'xml',
    'the last element not closed',
    `<r><c>${item('a')}${item('b')}<item></c></r>`,
    ['t\n\na', 't\n\nb'],
    /well-formed/,
  ],
  [
    'xml',
    'the first element not closed',
    `<r><c><item><title>x</title>${item('a')}${item('b')}</c></r>`,
    ['t\n\na', 't\n\nb'],
    /well-formed/,
  ],
  [
    'xml',
    'an end without a beginning',
    `<r><c>${item('a')}</p>${item('b')}</c></r>`,
    ['t\n\na', 't\n\nb'],
    /well-formed/,
  ],
  [
    'xml',
    'an attribute without marks',
    `<r v=2><c>${item('a')}${item('b')}</c></r>`,
    ['t\n\na', 't\n\nb'],
    /well-formed/,
  ],
  ['xml', 'an end that is missing', `<r><c>${item('a')}${item('b')}`, ['t\n\na', 't\n\nb'], /cut off here/],
  [
    'xml',
    'two documents',
    `<r><c>${item('a')}</c></r>\n<?xml version="1.0"?><r><c>${item('b')}</c></r>`,
    ['t\n\na', 't\n\nb'],
    /second document/,
  ],
  ['csv', 'a mark that is not closed', 'text\na\nb\n"x\ny\n', ['a', 'b'], /none closes it/],
  ['csv', 'a mark in a cell', 'text\na\n"x"y\nb\n', ['a', 'b'], /Something follows the quotation mark/],
  [
    'wet',
    'a header that is missing',
    archived('a') + 'junk\r\n' + archived('b'),
    ['a', 'b'],
    /No record of a WARC/,
  ],
  [
    'wet',
    'a length that is wrong',
    archived('a') + archived('x', 1_000) + archived('b'),
    ['a', 'b'],
    /end nowhere here/,
  ],
];

function archived(text: string, length = text.length): string {
  return `WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: ${String(length)}\r\n\r\n${text}\r\n\r\n`;
}

describe('a table whose first row says nothing', () => {
  it('goes by, and that is said once', () => {
    const text = `a;b\n${'عنوان;"خبر"\n'.repeat(50)}`;
    for (const size of [1, 7, 100, 10_000]) {
      const [first, ...others] = cut(text, 'csv', size);
      assert.ok(first && 'why' in first && first.why.startsWith('No column is known to hold articles'));
      assert.deepEqual(others, []);
    }
  });
});

describe('what is broken is told, and the others are read', () => {
  for (const [format, what, text, texts, said] of broken)
    it(`${format}: ${what}`, () => {
      for (const seen of [read(text, format), ...[1, 10, 1_000].map((size) => cut(text, format, size))]) {
        assert.deepEqual(
          seen.flatMap((one) => ('text' in one ? [one.text] : [])),
          texts,
          JSON.stringify(seen),
        );
        assert.ok(
          seen.some((one) => 'why' in one && said.test(one.why)),
          JSON.stringify(seen),
        );
      }
    });
});

describe('a record that is longer than any', () => {
  const long = 'x'.repeat(5_000);
  for (const [format, text] of [
    ['json-lines', `{"text":"a"}\n{"text":"${long}"}\n{"text":"b"}\n`],
    ['json', `[{"text":"a"},{"text":"${long}"},{"text":"b"}]`],
    ['csv', `text\na\n"${long}"\nb\n`],
    [
      'xml',
      `<r><c>${item('a')}${' '.repeat(140_000)}${item(long)}${item(`<![CDATA[${long}]]>`)}${item('b')}</c></r>`,
    ],
  ] as const)
    it(`goes by in ${format}, and the others are read`, () => {
      const seen = cut(text, format, 500, 2_000);
      assert.deepEqual(
        seen.flatMap((one) => ('text' in one ? [one.text.replace('t\n\n', '')] : [])),
        ['a', 'b'],
      );
      assert.match(JSON.stringify(seen), /is longer than 0\.002 MB/);
    });
});
