import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { applyEdits, type Edit } from '../../server/core/text/edit.ts';
import { readRecords } from '../../server/formats/read-records.ts';
import type { Format } from '../../server/formats/format-name.ts';
import type { SourceArticle } from '../../server/formats/record.ts';
import { written, type Written } from './written.ts';

function articlesOf(text: string, format: Format): SourceArticle[] {
  return readRecords(text, format, {}).records.map((record) => {
    assert.equal(record.kind, 'article', JSON.stringify(record));
    return record;
  });
}

/** The article that a headline and a body make. */
function joined({ headline, body }: { headline: string; body: string }): string {
  return headline !== '' && body !== '' ? `${headline}\n\n${body}` : headline + body;
}

/** A place in an article as two shares of its length, and what is to stand there. */
const change = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(8),
  newText: fc.oneof(fc.constantFrom('', '“', '"', '\n', '\\', 'é', 'خبر', '😀', ',', "'", '\t'), fc.string()),
});

/** The change as an edit that halves no character. */
function editIn(
  text: string,
  { from, length, newText }: { from: number; length: number; newText: string },
): Edit {
  let start = Math.floor(from * text.length);
  let end = Math.min(text.length, start + length);
  if (/^[\uDC00-\uDFFF]/.test(text.slice(start))) start--;
  if (/^[\uDC00-\uDFFF]/.test(text.slice(end))) end++;
  return { start, end, newText };
}

/**
 * A text without its spaces: where an edit takes one away, another beside it that counted for nothing may
 * count now. Paragraphs stay apart.
 */
function shown(text: string): string {
  return text
    .split(/\n\n/)
    .map((paragraph) => paragraph.replace(/[ \t\r\n\f]+/g, ''))
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

for (const format of ['json-lines', 'json', 'csv', 'tsv', 'markdown', 'xml', 'html'] as const) {
  describe(`articles in ${format}`, () => {
    it('have the text that was written', () => {
      fc.assert(
        fc.property(written(format), ({ text, articles }: Written) => {
          assert.deepEqual(
            articlesOf(text, format).map(({ map }) => map.text),
            articles.map(joined),
          );
        }),
      );
    });

    it('stand in the file where their spans say', () => {
      fc.assert(
        fc.property(written(format), change, ({ text, articles }, place) => {
          articlesOf(text, format).forEach(({ map }, index) => {
            const { start, end } = editIn(map.text, place);
            const span = map.span({ start, end });
            assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
            // What the span leaves out reads as what the article has there.
            const article = articles[index];
            assert.ok(article);
            if (start === end) return;
            const [first = ''] = Array.from(map.text.slice(start));
            const raw = text.slice(span.start);
            assert.ok(
              raw.startsWith(first) ||
                raw.startsWith('\\') ||
                raw.startsWith('&') ||
                (first === ' ' && /^\s/.test(raw)) ||
                (first === '\n' && start >= article.headline.length),
              JSON.stringify([first, raw.slice(0, 10)]),
            );
          });
        }),
      );
    });

    it('are left as they are, to the byte, by no edit and by an edit that changes nothing', () => {
      fc.assert(
        fc.property(written(format), change, ({ text }, place) => {
          for (const { map } of articlesOf(text, format)) {
            assert.deepEqual(map.edits([]), []);
            const { start, end } = editIn(map.text, place);
            if (map.text === '' || start === end) continue;
            const made = map.edits([{ start, end, newText: map.text.slice(start, end) }]);
            assert.ok(made === undefined || made.length === 0);
          }
        }),
      );
    });

    it('change where an edit says, and nothing else does', () => {
      let made = 0;
      fc.assert(
        fc.property(written(format), change, fc.nat(), ({ text, articles }, place, which) => {
          const before = articlesOf(text, format);
          const index = which % Math.max(1, before.length);
          const edited = before[index];
          if (!edited || edited.map.text === '') return;
          const edit = editIn(edited.map.text, place);
          const edits = edited.map.edits([edit]);
          if (!edits) return;
          const after = readRecords(applyEdits(text, edits), format, {});
          const texts = after.records.map((record) =>
            record.kind === 'article' ? record.map.text : record.why,
          );
          const wanted = before.map(({ map }, at) =>
            at === index ? applyEdits(map.text, [edit]) : map.text,
          );
          // Whoever makes the edits reads the result back; only what is exact counts here.
          if (format === 'markdown' || format === 'csv' || format === 'tsv')
            if (JSON.stringify(texts) !== JSON.stringify(wanted)) return;
          made++;
          const spaced = format === 'xml' || format === 'html';
          assert.deepEqual(spaced ? texts.map(shown) : texts, spaced ? wanted.map(shown) : wanted);
          const { headline, body } = articles[index] ?? { headline: '', body: '' };
          const { length } = edited.map.text;
          const own = [
            edited.map.span({ start: 0, end: headline.length }),
            edited.map.span({ start: length - body.length, end: length }),
          ];
          for (const { start, end } of edits)
            assert.ok(own.some((field) => field.start - 1 <= start && end <= field.end + 1));
        }),
        { numRuns: 600 },
      );
      assert.ok(made > 150, `Only ${String(made)} edits could be made.`);
    });
  });
}
