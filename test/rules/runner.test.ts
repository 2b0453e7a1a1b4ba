import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ruleOf, type Rule } from '../../server/index.ts';
import { judge, nothingExercised } from './cases/judge.ts';
import { readMarks, unseenIn, write } from './cases/notation.ts';
import { readCases } from './cases/read.ts';

/** A file of cases with one article, its blocks and lines given. */
function file(article: string, ...rest: readonly string[]): string {
  return ['# Found', '## A case', '```article und', article, '```', ...rest]
    .join('\n\n')
    .replace(/\n\n(?=```)|(?<=```[^`\n]+)\n\n/g, '\n');
}

function complaintsOf(rule: Rule, markdown: string): string {
  return readCases(markdown)
    .flatMap((example) => judge(rule, example, nothingExercised()))
    .join('\n');
}

const fixed = ['```fixed', 'Title', '```'];

describe('the runner of cases', () => {
  const rule = ruleOf('residue/importer-marker');
  const good = file('Title\n⟦[ad_1]⟧', ...fixed);

  it('accepts what is right', () => {
    assert.equal(complaintsOf(rule, good), '');
  });

  const wrong: readonly (readonly [string, string, RegExp])[] = [
    ['a finding too many', file('Title\n⟦[ad_1]⟧\n[ad_2]', ...fixed), /finds something else[^]*⟦\[ad_2\]⟧/],
    ['a finding that is missing', file('Title\n⟦Text⟧', ...fixed), /finds something else/],
    ['a finding in another place', file('Title\n⟦[ad_1⟧]', ...fixed), /finds something else/],
    [
      'a text that is fixed otherwise',
      good.replace('```fixed\nTitle', '```fixed\nTitle\n'),
      /fixed text differs/,
    ],
    ['a fix that nobody asserts', file('Title\n⟦[ad_1]⟧'), /no “fixed” block/],
    [
      'a fix that is not offered',
      file('Title\n⟦[ad_1]⟧', ...fixed, '```fix Burn it', 'Title', '```'),
      /No finding offers the fix “Burn it”/,
    ],
    ['a message by another name', file('Title\n⟦[ad_1]⟧', 'Finds: lost', ...fixed), /Finds: found/],
    [
      'a severity that is not the one',
      file('Title\n⟦[ad_1]⟧', 'Finds: found (hint)', ...fixed),
      /Finds: found/,
    ],
    ['a related place that is none', file('⦅Title⦆\n⟦[ad_1]⟧', ...fixed), /places it relates to are others/],
    ['a case without a mark', file('Title\n[ad_1]', ...fixed), /No place is marked/],
    [
      'a mark where nothing may be found',
      good.replace('# Found', '# Nothing to find'),
      /nothing may be found/,
    ],
    [
      'a finding where nothing may be found',
      good.replace('# Found', '# Nothing to find').replace(/[⟦⟧]/gu, ''),
      /finds something else/,
    ],
  ];
  for (const [name, markdown, words] of wrong) {
    it(`refuses ${name}`, () => {
      assert.match(complaintsOf(rule, markdown), words);
    });
  }

  it('refuses an option that the rule does not have', () => {
    assert.throws(
      () => complaintsOf(rule, file('Title\n⟦[ad_1]⟧', 'Options: {"loud": true}', ...fixed)),
      /no option “loud”/,
    );
  });

  it('names what a rule with several messages says', () => {
    const repeated = ruleOf('structure/headline-repeated');
    assert.match(
      complaintsOf(repeated, file('Title\n⟦Title⟧\nText', '```fixed', 'Title\nText', '```')),
      /Finds: exact/,
    );
  });
});

describe('the notation of cases', () => {
  it('is read and written back', () => {
    for (const block of [
      'a⟦b⟧c',
      '⟦⟧a⟦b⟦c⟧⟧',
      'a⟦⟧',
      '⦅a⦆⟦b⟧',
      '⟦⟨U+200F⟩a⟧',
      'a⟨U+D800⟩b',
      '\u{1F600}⟦\u{1F600}⟧',
    ]) {
      const { text, findings, related } = readMarks(block);
      assert.equal(write(text, findings, related), block);
    }
  });

  it('puts findings in the order of the engine', () => {
    assert.deepEqual(readMarks('⟦a⟦b⟧⟧⟦⟧').findings, [
      { start: 0, end: 2 },
      { start: 1, end: 2 },
      { start: 2, end: 2 },
    ]);
  });

  it('refuses brackets without partners, and characters that nobody sees', () => {
    assert.throws(() => readMarks('a⟦b'), /never closed/);
    assert.throws(() => readMarks('a⟧b'), /closes no/);
    assert.throws(() => readMarks('⟦a⦅b⟧⦆'), /closes no/);
    assert.deepEqual(unseenIn('a\u200fb\u00a0\u200c'), ['⟨U+200F⟩', '⟨U+00A0⟩']);
    assert.throws(() => readCases('```article\na\u202e\n```'), /Line 1: .*U\+202E/);
  });

  it('keeps line breaks and says where a file is wrong', () => {
    const [example] = readCases('## One\n````article ar crlf\na\n\n```\n````\n```fixed\nb\nc\n```');
    assert.deepEqual([example?.text, example?.fixed, example?.language], ['a\r\n\r\n```', 'b\r\nc', 'ar']);
    assert.throws(() => readCases('\n```fixed\n```'), /Line 2: .*article above/);
    assert.throws(() => readCases('```article\n'), /Line 1: .*never closed/);
  });
});
