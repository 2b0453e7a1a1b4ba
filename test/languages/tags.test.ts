import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyse, applyEdits, preferredFix, resolveSettings } from '../../server/index.ts';
import { cldrPairs, delimitersOf } from '../../server/languages/cldr.ts';
import { languageOf } from '../../server/languages/index.ts';

const found = (text: string, language: string) => {
  const { findings } = analyse(text, resolveSettings({ language }).settings);
  return findings.filter(({ rule }) => rule.startsWith('quotes/'));
};

describe('a language tag', () => {
  it('stands for the file of its name, or of the longest beginning that has one', () => {
    const tags = ['pt', 'pt-PT', 'pt-BR', 'de-AT', 'de-ch', 'zh', 'zh-Hant-HK', 'EN-gb', 'hr', 'und'];
    assert.deepEqual(
      tags.map((tag) => languageOf(tag)?.language ?? null),
      ['pt', 'pt-PT', 'pt', 'de', 'de-CH', 'zh', 'zh-Hant', 'en-GB', null, null],
    );
  });

  it('may be an older one, or name a country for its script', () => {
    const tags = ['no', 'iw', 'in', 'prs', 'zh-TW', 'zh-HK'];
    assert.deepEqual(
      tags.map((tag) => languageOf(tag)?.language),
      ['nb', 'he', 'id', 'fa', 'zh-Hant', 'zh-Hant'],
    );
  });

  it('of a country takes from its language what the country does not state', () => {
    const [swiss, german] = [languageOf('de-CH'), languageOf('de')];
    assert.deepEqual(swiss?.cues, german?.cues);
    assert.equal(swiss?.sentence, german?.sentence);
    assert.notDeepEqual(swiss?.quotation.pairs, german?.quotation.pairs);
  });
});

describe('a language without a file', () => {
  it('has the marks that CLDR gives it first', () => {
    assert.deepEqual(delimitersOf('hr'), ['„', '“', '‚', '‘']);
    assert.equal(cldrPairs('hr')?.pairs[0]?.open, '„');
  });

  it('has the marks of its language where CLDR does not know its country', () => {
    assert.deepEqual(delimitersOf('hr-XX'), delimitersOf('hr'));
  });

  it('has mirrored marks turned back, which readers never see', () => {
    assert.deepEqual(delimitersOf('syr'), ['”', '“', '’', '‘']);
    const pairs = cldrPairs('syr');
    assert.deepEqual([pairs?.pairs[0]?.open, pairs?.nested[0]?.open], ['“', '‘']);
  });

  it('is judged by those marks', () => {
    const text = 'Luka primila prvi brod\n\nRavnatelj luke rekao je: „Čekali smo ovaj brod tri mjeseca.';
    const [finding, ...more] = found(text, 'hr');
    assert.ok(finding && more.length === 0);
    assert.equal(finding.rule, 'quotes/never-closed');
    assert.match(applyEdits(text, preferredFix(finding)?.edits ?? []), /mjeseca(?:“\.|\.“)$/);
  });

  it('is judged by the common marks where CLDR does not know it', () => {
    assert.equal(cldrPairs('xx'), null);
    assert.deepEqual(found('Abc abc\n\nAbc «abc abc» abc “abc” abc.', 'xx'), []);
  });

  it('is never told that nobody spoke', () => {
    const { findings } = analyse(
      'Abc\n\n“Abc abc abc abc abc abc abc abc abc.”',
      resolveSettings({ language: 'hr' }).settings,
    );
    assert.deepEqual(findings, []);
  });
});
