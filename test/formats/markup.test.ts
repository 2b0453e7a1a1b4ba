import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits, type Edit } from '../../server/core/text/edit.ts';
import type { FieldNames } from '../../server/formats/field-names.ts';
import type { Format } from '../../server/formats/format-name.ts';
import { readRecords } from '../../server/formats/read-records.ts';
import type { SourceArticle, SourceRecord } from '../../server/formats/record.ts';

function textOf(record: SourceRecord): string {
  return record.kind === 'article' ? record.map.text : `bad: ${record.why}`;
}

function texts(text: string, format: Format, fields: FieldNames = {}): string[] {
  return readRecords(text, format, fields).records.map(textOf);
}

function only(text: string, format: Format): SourceArticle {
  const { records } = readRecords(text, format, {});
  const [record] = records;
  assert.equal(records.length, 1);
  assert.ok(record?.kind === 'article', record && textOf(record));
  return record;
}

/** The file after a passage of its only article was replaced. */
function replaced(text: string, format: Format, passage: string, newText: string): string | undefined {
  const { map } = only(text, format);
  const start = map.text.indexOf(passage);
  assert.ok(start >= 0, map.text);
  const edits = map.edits([{ start, end: start + passage.length, newText } satisfies Edit]);
  return edits && applyEdits(text, edits);
}

/** What of the file a passage of its only article stands for. */
function raw(text: string, format: Format, passage: string): string {
  const { map } = only(text, format);
  const start = map.text.indexOf(passage);
  const span = map.span({ start, end: start + passage.length });
  return text.slice(span.start, span.end);
}

const page = (body: string): string => `<!doctype html>\n<html lang=ar><body>${body}</body></html>\n`;

describe('an article in HTML', () => {
  it('has its headline and its paragraphs, as a browser shows them', () => {
    const text = page(
      '<nav>Home</nav><article><h1>Fire in  the\n port</h1><p>One &amp; <b>two</b>\n  three.<p>Four.<script>x</script><br>Five.<aside>More</aside></article><p>Also read',
    );
    assert.deepEqual(texts(text, 'html'), ['Fire in the port\n\nOne & two three.\n\nFour.\nFive.']);
    const { guessed, records } = readRecords(text, 'html', {});
    assert.deepEqual(guessed, { headline: 'h1', body: 'article' });
    assert.equal(records[0]?.kind === 'article' && records[0].language, 'ar');
  });

  it('is found in what a page has for it', () => {
    assert.deepEqual(texts('<title>T</title><p>One.', 'html'), ['T\n\nOne.']);
    assert.deepEqual(texts(page('<h1>H</h1><div>x</div><main><p>One.</main>'), 'html'), ['H\n\nOne.']);
    assert.deepEqual(texts(page('<p>x<div itemprop=articleBody><p>One.</div>'), 'html'), ['One.']);
    assert.deepEqual(texts(page('<article><h1>A</h1>a</article><article><h1>B</h1>b</article>'), 'html'), [
      'A\n\na',
      'B\n\nb',
    ]);
    const text = page('<h2 id=head>H</h2><div class="x story"><p>One.</div>');
    assert.deepEqual(texts(text, 'html', { headline: '#head', body: '.story' }), ['H\n\nOne.']);
    assert.match(texts(text, 'html', { body: '.none' }).join(), /^bad: No element of this file is “\.none”/);
  });

  it('keeps the spaces that a page keeps', () => {
    assert.deepEqual(texts(page('<pre>a\n  b</pre><p>c&nbsp; d'), 'html'), ['a\n  b\n\nc\u00A0 d']);
  });

  it('stands in the file where its spans say, through references and marks', () => {
    const text = page('<p>He said &quot;we <b>will</b>\n win&#34; <i>now</i>.');
    assert.equal(raw(text, 'html', '"we'), '&quot;we');
    assert.equal(raw(text, 'html', 'will'), 'will');
    assert.equal(raw(text, 'html', 'will win"'), 'will</b>\n win&#34;');
    assert.equal(raw(text, 'html', 'now'), 'now');
  });

  it('writes new text as its neighbours are written', () => {
    const cases = [
      ['<p>ab &quot;c', 'b', '"', '<p>a&quot; &quot;c'],
      ['<p>ab &#1575;', 'b', 'ب', '<p>a&#1576; &#1575;'],
      ['<p>ab &#x062A;', 'b', 'ث', '<p>a&#x062B; &#x062A;'],
      ['<p>ab &laquo;c', 'b', '«»', '<p>a&laquo;&#187; &laquo;c'],
      ['<p>ab خ', 'b', '“&<>', '<p>a“&amp;&lt;&gt; خ'],
      ['<p>ab<br/>c', 'b', 'x\ny', '<p>ax<br/>y<br/>c'],
    ] as const;
    for (const [body, passage, newText, wanted] of cases)
      assert.equal(replaced(page(body), 'html', passage, newText), page(wanted));
  });

  it('never loses a mark to an edit', () => {
    const cases = [
      ['<p>one <b>two</b> three', 'one two three', '', '<p><b></b>'],
      ['<p>one <b>two</b> three', 'two three', 'x', '<p>one <b>x</b>'],
      ['<p>one <b>two</b> three', 'e two t', 'E T', '<p>onE T<b></b>hree'],
      ['<p>one<!-- c --> two', 'one two', 'x', '<p>x<!-- c -->'],
    ] as const;
    for (const [body, passage, newText, wanted] of cases) {
      const made = replaced(page(body), 'html', passage, newText);
      assert.equal(made, page(wanted), body);
    }
  });

  it('loses a whole paragraph without its marks', () => {
    const text = page('<p>One.</p>\n<p class=x>[ad]</p>\n<p>Two.</p>');
    assert.equal(replaced(text, 'html', '[ad]\n\n', ''), page('<p>One.</p>\n<p class=x></p>\n<p>Two.</p>'));
    assert.equal(replaced(text, 'html', 'ne.\n\n[a', 'x'), undefined);
    assert.equal(replaced(text, 'html', 'One.', 'a\nb'), undefined);
  });

  it('is refused where its elements stand too deep', () => {
    assert.match(
      texts('<div>'.repeat(200_000), 'html').join(),
      /^bad: Its elements stand more than 1000 deep/,
    );
  });
});

describe('an article in XML', () => {
  const xml = (root: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;

  it('is one of RSS, with its HTML, escaped or in CDATA', () => {
    const feed = (item: string): string =>
      xml(`<rss version="2.0" xmlns:content="c"><channel><title>Feed</title><description>About</description>
<language>ar</language><item><title>Head &amp; line</title>${item}</item></channel></rss>`);
    const bodies = [
      '<description>Short</description><content:encoded><![CDATA[<p>One &quot;two&quot;</p>\n<p>Three <b>b</b></p>]]></content:encoded>',
      '<description>&lt;p&gt;One &amp;quot;two&amp;quot;&lt;/p&gt;&lt;p&gt;Three &lt;b&gt;b&lt;/b&gt;&lt;/p&gt;</description>',
    ];
    for (const body of bodies) {
      const record = only(feed(body), 'xml');
      assert.equal(record.map.text, 'Head & line\n\nOne "two"\n\nThree b');
      assert.equal(record.language, 'ar');
    }
    const [cdata = '', escaped = ''] = bodies.map(feed);
    assert.equal(replaced(cdata, 'xml', '"two"', '"2"&'), cdata.replace('two&quot;', '2&quot;&amp;'));
    assert.equal(
      replaced(escaped, 'xml', 'two"', '2"&'),
      escaped.replace('two&amp;quot;', '2&amp;quot;&amp;amp;'),
    );
    assert.equal(raw(escaped, 'xml', 'Three b'), 'Three &lt;b&gt;b');
    const torn = feed(
      '<description><![CDATA[<p>One]]><![CDATA[&quot;two &q]]><![CDATA[uot; x]]></description>',
    );
    assert.equal(only(torn, 'xml').map.text, 'Head & line\n\nOne"two " x');
    assert.equal(replaced(torn, 'xml', 'e"t', 't'), torn.replace('One]]><![CDATA[&quot;', 'On]]><![CDATA['));
    assert.equal(replaced(torn, 'xml', 'o "', ''), undefined);
    const plain = feed('<description>One\ntwo</description>');
    assert.equal(only(plain, 'xml').map.text, 'Head & line\n\nOne\ntwo');
  });

  it('is one of Atom, NITF, NewsML-G2 and TEI', () => {
    const cases = [
      [
        '<feed xml:lang="en"><title>F</title><entry><title>H</title><link href="x"/><summary>S</summary><content type="xhtml"><div><p>One.</p><p>Two.</p></div></content></entry></feed>',
        'H\n\nOne.\n\nTwo.',
        'en',
      ],
      [
        '<nitf><head><title>no</title></head><body xml:lang="fr"><body.head><hedline><hl1>H</hl1></hedline><byline>By A</byline></body.head><body.content><block><p>One <person>A B</person>.</p><p>Two.</p></block></body.content></body></nitf>',
        'H\n\nOne A B.\n\nTwo.',
        undefined,
      ],
      [
        '<newsMessage><itemSet><newsItem xml:lang="en"><itemMeta/><contentMeta><headline>H</headline><language tag="ar"/></contentMeta><contentSet><inlineXML><html xmlns="h"><head><title>t</title></head><body><p>One.</p><p>Two.</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>',
        'H\n\nOne.\n\nTwo.',
        'ar',
      ],
      [
        '<TEI><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc></teiHeader><text xml:lang="de"><body><head>H</head><p>One <name>x</name>,<lb/>two.</p></body></text></TEI>',
        'H\n\nOne x,\ntwo.',
        undefined,
      ],
    ] as const;
    for (const [text, wanted, language] of cases) {
      const record = only(xml(text), 'xml');
      assert.equal(record.map.text, wanted);
      assert.equal(record.language, language);
    }
  });

  it('is one of any elements with common names, or with those of the configuration', () => {
    const docs =
      '<docs><doc id="1"><title>A</title><text>a\n\nb</text></doc><doc><text>c</text></doc></docs>';
    assert.deepEqual(texts(docs, 'xml'), ['A\n\na\n\nb', 'c']);
    assert.deepEqual(
      texts(
        '<articles><article><title>A</title><body><absatz>a</absatz><absatz>b <fett>c</fett></absatz></body></article></articles>',
        'xml',
      ),
      ['A\n\na\n\nb c'],
    );
    const odd = '<r><x><k>A</k><v><w>a</w></v></x></r>';
    assert.match(
      texts(odd, 'xml').join(),
      /^bad: No element is known to hold an article; there are “r”, “x”/,
    );
    assert.deepEqual(texts(odd, 'xml', { headline: 'k', body: 'v.w' }), ['A\n\na']);
  });

  it('is written in the style of its place, in CDATA too', () => {
    const doc = (text: string): string => `<doc><title>T</title><text>${text}</text></doc>`;
    const cases = [
      ['a b &quot;', 'b', '"<', 'a &quot;&lt; &quot;'],
      ['a b &#x627;', 'b', 'ب', 'a &#x628; &#x627;'],
      ['<![CDATA[a b]]>', 'b', '<&“', '<![CDATA[a <&“]]>'],
      ['<![CDATA[a b]]>', 'b', ']]>', undefined],
      ['x <![CDATA[a b]]>', 'b', '<', undefined],
      ['a &unknown; b', 'b', 'c', 'a &unknown; c'],
      ['a &unknown; b', 'a &unknown;', '', undefined],
    ] as const;
    for (const [text, passage, newText, wanted] of cases)
      assert.equal(replaced(doc(text), 'xml', passage, newText), wanted && doc(wanted), text);
    const latin = `<?xml version="1.0" encoding="ISO-8859-1"?>${doc('a b')}`;
    assert.equal(replaced(latin, 'xml', 'b', '“'), latin.replace('a b', 'a &#8220;'));
  });

  it('has no entity of its own replaced, so that a bomb stays one line', () => {
    const bomb = `<!DOCTYPE doc [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 30 }, (_, level) => {
      const name = level === 0 ? 'a' : `a${String(level)}`;
      return `<!ENTITY a${String(level + 1)} "${`&${name};`.repeat(10)}">`;
    }).join(
      '',
    )}<!ENTITY file SYSTEM "file:///etc/passwd">]><doc><title>T &a30;</title><text>x &file; &nbsp;y</text></doc>`;
    assert.deepEqual(texts(bomb, 'xml'), ['T &a30;\n\nx &file; \u00A0y']);
  });

  it('is refused where the file is no XML, with the place', () => {
    const cases = [
      ['<doc><title>T</title><text>a & b</text></doc>', /^bad: The file is no well-formed XML here/],
      ['<doc><text>a</doc>', /^bad: The file is no well-formed XML here \(unexpected close tag/],
      ['<doc><text>a', /^bad: The file is no well-formed XML here \(unclosed tag/],
      ['<a>'.repeat(200_000), /^bad: Its elements stand more than 1000 deep/],
    ] as const;
    for (const [text, why] of cases) assert.match(texts(text, 'xml').join(), why);
    const { records } = readRecords('<doc>\n<text>a < b</text></doc>', 'xml', {});
    assert.ok(records[0]?.kind === 'bad' && records[0].at >= 14 && records[0].at <= 16);
  });
});

describe('an article in WET', () => {
  const record = (text: string, type = 'conversion', length = Buffer.byteLength(text)): string =>
    `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Identified-Content-Language: ara\r\nContent-Length: ${String(length)}\r\n\r\n${text}\r\n\r\n`;

  it('is the text of a conversion record, and is only read', () => {
    const file = record('Software: x', 'warcinfo') + record('خبر 😀\n\nOne [x].\n') + record('two');
    const { records } = readRecords(file, 'wet', {});
    assert.deepEqual(records.map(textOf), ['خبر 😀\n\nOne [x].\n', 'two']);
    const [first] = records;
    assert.ok(first?.kind === 'article');
    assert.equal(first.language, 'ara');
    const start = first.map.text.indexOf('[x]');
    const span = first.map.span({ start, end: start + 3 });
    assert.equal(file.slice(span.start, span.end), '[x]');
    assert.equal(first.map.edits([{ start, end: start + 3, newText: '' }]), undefined);
  });

  it('is passed by where its header is wrong, and the next one is read', () => {
    const file = `${record('one', 'conversion', 90_000)}${record('two')}junk\n${record('three')}`;
    const said = texts(file, 'wet');
    assert.match(said[0] ?? '', /^bad: The record’s header says that it has 90000 bytes/);
    assert.equal(said[1], 'two');
    assert.match(said[2] ?? '', /^bad: No record of a WARC begins here/);
    assert.equal(said[3], 'three');
  });
});
