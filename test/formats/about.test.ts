import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FieldNames } from '../../server/formats/field-names.ts';
import type { Format } from '../../server/formats/format-name.ts';
import { readRecords } from '../../server/formats/read-records.ts';

function about(text: string, format: Format, fields: FieldNames = {}): unknown {
  const [record] = readRecords(text, format, fields).records;
  assert.ok(record?.kind === 'article', JSON.stringify(record));
  const { language, author, date } = record;
  return [language, author, date];
}

describe('what a file says about its article', () => {
  it('is read in every format', () => {
    const wanted = ['ar', 'A. Reporter', '2024-01-05'];
    const cases: readonly (readonly [Format, string])[] = [
      ['json-lines', '{"text":"x","lang":"ar","byline":" A.  Reporter","published_at":"2024-01-05"}'],
      ['json', '{"text":"x","lang":"ar","authors":[{"name":"A. Reporter"}],"date":"2024-01-05"}'],
      ['csv', 'text,lang,author,date\nx,ar,A. Reporter,2024-01-05\n'],
      ['markdown', '---\ntitle: T\nlang: ar\nauthor: A. Reporter\ndate: 2024-01-05\n---\nx'],
      ['markdown', '+++\ntitle = "T"\nlang = "ar"\nauthors = ["A. Reporter"]\ndate = 2024-01-05\n+++\nx'],
      [
        'xml',
        '<rss xmlns:dc="d"><channel><language>ar</language><item><title>T</title><description>x</description><dc:creator>A. Reporter</dc:creator><pubDate>2024-01-05</pubDate></item></channel></rss>',
      ],
      [
        'xml',
        '<feed xml:lang="ar"><entry><title>T</title><content>x</content><author><name>A. Reporter</name></author><updated>2024-01-05</updated></entry></feed>',
      ],
      [
        'xml',
        '<nitf xml:lang="ar"><head><docdata><date.issue norm="2024-01-05"/></docdata></head><body><body.head><hedline><hl1>T</hl1></hedline><byline>A. <person>Reporter</person></byline></body.head><body.content><p>x</p></body.content></body></nitf>',
      ],
      [
        'xml',
        '<newsItem><contentMeta><headline>T</headline><by>A. Reporter</by><contentCreated>2024-01-05</contentCreated><language tag="ar"/></contentMeta><contentSet><inlineXML><p>x</p></inlineXML></contentSet></newsItem>',
      ],
      [
        'xml',
        '<TEI xml:lang="ar"><teiHeader><fileDesc><titleStmt><title>T</title><author>A. Reporter</author></titleStmt><publicationStmt><date when="2024-01-05">January</date></publicationStmt></fileDesc></teiHeader><text><body><p>x</p></body></text></TEI>',
      ],
      [
        'xml',
        '<doc><text>x</text><language>ar</language><author>A. Reporter</author><date>2024-01-05</date></doc>',
      ],
      [
        'html',
        '<html lang="ar"><meta name="author" content="A. Reporter"><meta property="article:published_time" content="2024-01-05"><p>x',
      ],
      [
        'html',
        '<html lang="ar"><meta name="author" content="A. Reporter"><article><time datetime="2024-01-05">yesterday</time><p>x',
      ],
    ];
    for (const [format, text] of cases) assert.deepEqual(about(text, format), wanted, text);
  });

  it('is read where the configuration says it stands, and what was guessed is said', () => {
    const text = '{"text":"x","meta":{"by":"A","on":20240105},"date":"no"}';
    const fields = { author: 'meta.by', date: 'meta.on' };
    assert.deepEqual(about(text, 'json-lines', fields), [undefined, 'A', '20240105']);
    assert.deepEqual(readRecords(text, 'json-lines', fields).guessed, { body: 'text' });
    assert.deepEqual(readRecords(text, 'json-lines', {}).guessed, { body: 'text', date: 'date' });
  });

  it('never makes a record a bad one', () => {
    assert.deepEqual(about('{"text":"x","lang":["ar"],"author":{"id":7},"date":null}', 'json-lines'), [
      undefined,
      undefined,
      undefined,
    ]);
  });
});
