import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  analyse,
  applyEdits,
  defaultSettings,
  fix,
  messageOf,
  ruleOf,
  titleOf,
  type Edit,
} from '../../server/index.ts';
import { articles } from './articles.ts';
import { runs } from './runs.ts';

/** The letters and digits of a text, in their order. */
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');

describe('findings', () => {
  it('lie in the text, in its order, and say everything they promise', () => {
    fc.assert(
      fc.property(articles, (text) => {
        const { findings } = analyse(text, defaultSettings);
        findings.forEach((finding, index) => {
          const before = findings[index - 1];
          assert.ok(
            !before ||
              before.start < finding.start ||
              (before.start === finding.start && before.end <= finding.end),
          );
          for (const span of [finding, ...finding.related, ...finding.fixes.flatMap(({ edits }) => edits)]) {
            assert.ok(
              span.start >= 0 && span.start <= span.end && span.end <= text.length,
              JSON.stringify(span),
            );
          }
          assert.doesNotMatch(
            [messageOf(finding), ...finding.fixes.map((one) => titleOf(finding, one))].join('\n'),
            /\{\w+\}/,
          );
        });
      }),
      runs(200),
    );
  });

  it('are never said twice', () => {
    fc.assert(
      fc.property(articles, (text) => {
        const said = analyse(text, defaultSettings).findings.map(({ rule, start, end, message }) =>
          [rule, start, end, message].join(' '),
        );
        assert.deepEqual(said, [...new Set(said)]);
      }),
      runs(200),
    );
  });

  it('offer fixes that each can be made, change something, and are claimed by the rule', () => {
    fc.assert(
      fc.property(articles, (text) => {
        for (const finding of analyse(text, defaultSettings).findings) {
          for (const one of finding.fixes) {
            assert.notEqual(
              applyEdits(text, one.edits),
              text,
              `${finding.rule}: ${titleOf(finding, one)} changes nothing`,
            );
            assert.ok(
              ruleOf(finding.rule).fixes.includes(one.safety),
              `${finding.rule} does not claim “${one.safety}”`,
            );
          }
        }
      }),
      runs(200),
    );
  });

  it('never split a pair of surrogates or a line break that was whole', () => {
    fc.assert(
      fc.property(articles, (text) => {
        const splits = (offset: number): boolean =>
          /^(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|\r\n)$/.test(text.slice(offset - 1, offset + 1));
        for (const finding of analyse(text, defaultSettings).findings) {
          for (const { start, end } of [finding, ...finding.fixes.flatMap(({ edits }) => edits)]) {
            assert.ok(!splits(start) && !splits(end), `${finding.rule} ${String(start)}–${String(end)}`);
          }
        }
      }),
      runs(200),
    );
  });
});

describe('safe fixes', () => {
  it('take no letter of the article but the lines that were reported as no part of it', () => {
    fc.assert(
      fc.property(articles, (text) => {
        const { findings } = analyse(text, defaultSettings);
        for (const finding of findings.filter(({ fixes }) => fixes[0]?.safety === 'safe')) {
          const edits = finding.fixes[0]?.edits ?? [];
          if (ruleOf(finding.rule).unnecessary)
            assert.equal(letters(removed(text, edits)), letters(text.slice(finding.start, finding.end)));
          else assert.equal(letters(applyEdits(text, edits)), letters(text), finding.rule);
        }
      }),
      runs(200),
    );
  });

  it('leave every other paragraph as it is', () => {
    fc.assert(
      fc.property(articles, (text) => {
        const { article } = analyse(text, defaultSettings);
        const { text: fixed, edits } = fix(text, defaultSettings, { safeties: ['safe'] });
        const touches = (span: { start: number; end: number }): boolean =>
          edits.some(({ start, end }) => start < span.end && span.start < end);
        for (const span of article.paragraphs.filter((paragraph) => !touches(paragraph))) {
          assert.ok(fixed.includes(text.slice(span.start, span.end)));
        }
      }),
      runs(200),
    );
  });
});

/** What edits take out of a text. */
function removed(text: string, edits: readonly Edit[]): string {
  return edits.map(({ start, end }) => text.slice(start, end)).join('');
}
