import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Residue } from '../../server/core/article.ts';
import { rules } from '../../server/index.ts';
import { fold, formOf, isOneWord } from '../../server/core/parse/line-form.ts';
import { ParseMemory } from '../../server/core/parse/memory.ts';
import { findParagraphs } from '../../server/core/parse/paragraphs.ts';
import { findResidue, type ResiduePattern } from '../../server/core/parse/residue.ts';
import { ResidueTable } from '../../server/core/parse/residue-table.ts';

const source = 'a test';

const sentence =
  'The harbour reopened on Monday after two weeks of repairs, and the first ferries left at dawn.';

/** The residue of a text by a table, its lines looked up afresh or in a memory. */
function residueOf(text: string, table: ResidueTable, memory = new ParseMemory()): Residue[] {
  const spans = findParagraphs(text);
  const known = memory.read(text, spans).map((line) => line.known(table));
  return findResidue(text, spans, known, table);
}

/** The lines of a text that the patterns find. */
function found(text: string, ...patterns: readonly ResiduePattern[]): string[] {
  const table = new ResidueTable(patterns.map((pattern) => ({ rule: 'residue/test', pattern })));
  return residueOf(text, table).map(({ start, end }) => text.slice(start, end));
}

describe('a line of residue', () => {
  it('is compared without case, accents, frames and the forms of alef', () => {
    for (const [one, other] of [
      ['إقرأ أيضاً:', 'اقرا ايضا'],
      ['ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ', 'διαβάστε επίσης'],
      ['— Advertisement —', 'advertisement'],
      ['»اقــرأ  المزيد«', 'اقرأ المزيد'],
      ['[Read more…]', 'read more'],
    ] as const)
      assert.equal(fold(one), fold(other));
  });

  it('begins with whole words only', () => {
    const pattern: ResiduePattern = { name: 'begins', begins: ['related'], place: 'anywhere', source };
    assert.deepEqual(found('Related: boats\nRelatedness\nNot related', pattern), ['Related: boats']);
  });

  it('holds whole words only, and as many as the pattern allows', () => {
    const pattern: ResiduePattern = {
      name: 'holds',
      holds: ['free articles'],
      words: 5,
      place: 'anywhere',
      source,
    };
    assert.deepEqual(
      found(
        'Two free articles left\nTwo carefree articles\nThe paper gave two free articles to each of us',
        pattern,
      ),
      ['Two free articles left'],
    );
  });

  it('is looked up by characters where words are not parted', () => {
    const pattern: ResiduePattern = { name: 'holds', holds: ['版权所有'], place: 'anywhere', source };
    assert.deepEqual(found('本站版权所有', pattern), ['本站版权所有']);
  });

  it('is believed at the end only where nothing but residue follows', () => {
    const pattern: ResiduePattern = { name: 'end', lines: ['source'], place: 'end', source };
    assert.deepEqual(found(`Source\n${sentence}\nSource\nSource`, pattern), ['Source', 'Source']);
    assert.deepEqual(found(`Source\n${sentence}`, pattern), []);
  });

  it('is believed below the text where only short lines follow', () => {
    const pattern: ResiduePattern = { name: 'tail', lines: ['note'], place: 'tail', source };
    assert.deepEqual(found(`Note\n${sentence}\nNote\nAnna Berg`, pattern), ['Note']);
  });

  it('is believed at a margin above the text too, unless it is a sentence', () => {
    const pattern: ResiduePattern = { name: 'margin', holds: ['rights reserved'], place: 'margin', source };
    const notice = 'The court held that all rights reserved by the heirs of the poet have lapsed.';
    assert.deepEqual(found(`Rights reserved\n${sentence}`, pattern), ['Rights reserved']);
    assert.deepEqual(found(`${notice}\n${sentence}`, pattern), []);
    assert.deepEqual(found(`${sentence}\n${notice}`, pattern), [notice]);
  });

  it('is the same from memory as it is afresh, also after another table was asked', () => {
    const table = new ResidueTable([
      { rule: 'residue/test', pattern: { name: 'a', lines: ['one'], place: 'anywhere', source } },
    ]);
    const other = new ResidueTable([
      { rule: 'residue/test', pattern: { name: 'b', lines: ['two'], place: 'anywhere', source } },
    ]);
    const memory = new ParseMemory();
    for (const asked of [table, table, other, table]) {
      for (const text of ['one\ntwo', 'one\none\ntwo']) {
        assert.deepEqual(residueOf(text, asked, memory), residueOf(text, asked));
      }
    }
  });
});

describe('what a line looks like', () => {
  it('tells text from labels', () => {
    assert.equal(formOf(sentence).prose, true);
    assert.equal(formOf('Read more').prose, false);
    assert.equal(formOf('港口经过两个星期的维修，于星期一重新开放。').prose, true);
    assert.equal(formOf('12.03.2025 10:45').numeric, true);
  });

  it('counts the words of a label as those of any line', () => {
    const labels = rules.flatMap((rule) =>
      (rule.residue ?? []).flatMap((pattern) => (pattern.kind === 'page' ? [] : (pattern.lines ?? []))),
    );
    const parted = labels.filter((label) => /^[\p{L}\p{M}\p{N} ]+$/u.test(label));
    assert.ok(parted.length > 500);
    for (const label of parted) assert.equal(isOneWord(label), formOf(label).words <= 1, label);
  });

  it('folds a line whatever is in it as its characters one by one, or all at once', () => {
    // The slow way: what a Σ, a mark or half of a pair is in the line has the whole line folded at once.
    const pieces = [
      'Ἀθῆναι ΣΟΦΟΣ',
      'ÉTÉ',
      'أخبار اليوم',
      'الســـلام',
      '한국',
      'नमस्ते',
      '😀',
      '\uD800',
      '’90s',
      'ﬁ',
      '\u200B',
    ];
    for (const one of pieces)
      for (const other of pieces) {
        const line = `x${one} ${other}x`;
        const whole = line
          .normalize('NFD')
          .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+/gu, '')
          .replace(/[\u0640\p{Mn}]+/gu, '')
          .replace(/[’‘ʼ`´]/gu, "'")
          .toLowerCase();
        assert.equal(fold(line), whole, line);
      }
  });
});

describe('the page around an article', () => {
  const labels = ['home', 'news', 'sport', 'weather', 'contact', 'login'];
  const pattern: ResiduePattern = { kind: 'page', name: 'page', labels, source };

  it('is a run with enough that is known', () => {
    assert.deepEqual(found(`Home\nNews\nSport\nWeather\nLogin\nHarbour reopens\n${sentence}`, pattern), [
      'Home',
      'News',
      'Sport',
      'Weather',
      'Login',
    ]);
    assert.deepEqual(found(`One\nTwo\nThree\nFour\nFive\nHarbour reopens\n${sentence}`, pattern), []);
  });

  it('is neither a paragraph nor a line whose words the text takes up', () => {
    const menu = 'Home\nNews\nSport\nWeather\nLogin';
    assert.ok(
      !found(`${menu}\nFirst ferries left the harbour\n${menu}\n${sentence}`, pattern).includes(
        'First ferries left the harbour',
      ),
    );
    assert.ok(
      !found(`${menu}\n${sentence} ${sentence}\n${menu}`, pattern).some((line) => line.startsWith(sentence)),
    );
  });
});
