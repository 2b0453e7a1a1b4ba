import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyse, defaultSettings, fix } from '../../server/index.ts';

/** Characters of the longest article tried, unless it takes too long before. */
const lengths = [1_000, 4_000, 16_000, 64_000];

/** Milliseconds below which a measurement says nothing about growth. */
const plenty = 60;

/** Four times the text takes linear work four times as long, quadratic work sixteen times. */
const steepest = 9;

// What is repeated until the article is long: the things that the engine pairs, counts back to or looks ahead for.
const units: Readonly<Record<string, string>> = {
  'opening marks': '“',
  'closing marks': '”',
  'straight marks': '"',
  'marks apart': '" ',
  'marks of two kinds': '“«',
  spaces: ' ',
  'full stops': '.',
  'one endless word': 'ب',
  words: 'كلمة ',
  cues: 'قال ',
  'speech with a cue': '“نعم”، قال سالم. ',
  'speech never closed': '“نعم، قال سالم. ',
  'English speech': '“Yes,” Anna said. "No", he added. ',
  apostrophes: 'don’t ’em ',
  'open tags': '<a',
  'open tags apart': '< ',
  addresses: 'https://',
  'direction marks': '\u200f',
  'combining marks': '\u064e',
  'halves of pairs': '\ud83d',
  'short paragraphs': 'نعم.\n\n',
  'paragraphs that open speech': '“نعم.\n\n',
  'importer’s markers': '[ad_1]\n\n',
  stubs: 'المصدر\n\n',
  'blank lines': '\n',
  'carriage returns': '\r',
};

/** The shortest of a few runs, in milliseconds. */
function leastTime(work: () => void): number {
  let least = Infinity;
  for (let run = 0; run < 3; run++) {
    const started = performance.now();
    work();
    least = Math.min(least, performance.now() - started);
    // Neither worth repeating: too short to judge by, too long to be an accident.
    if (least < plenty / 4 || least > 600) break;
  }
  return least;
}

/** Why the work on an article of these units is more than linear; nothing if it is not. */
function growing(unit: string, work: (text: string) => void): string | undefined {
  const timeOf = (length: number): number => {
    const text = `خبر\n\nبداية ${unit.repeat(Math.ceil(length / unit.length))} x.`;
    return leastTime(() => {
      work(text);
    });
  };
  let before = Infinity;
  for (const length of lengths) {
    const time = timeOf(length);
    if (time > plenty && time > steepest * before) {
      return `${String(length)} characters took ${time.toFixed(0)} ms, a quarter of them ${before.toFixed(0)} ms`;
    }
    // Too slow by far, growth or not.
    if (time > 1500) return `${String(length)} characters took ${time.toFixed(0)} ms`;
    // Long enough to have shown growth; the next length would only take longer.
    if (time > 3 * plenty && before < Infinity) return undefined;
    before = time;
  }
  return undefined;
}

describe('the time an article takes grows no faster than its length', () => {
  for (const [name, unit] of Object.entries(units)) {
    it(`with ${name}`, () => {
      assert.equal(
        growing(unit, (text) => analyse(text, defaultSettings)),
        undefined,
      );
    });
  }

  it('when all its defects are fixed', () => {
    for (const unit of ['“نعم، قال سالم. ', '[ad_1]\n\n', '”نعم” قال سالم.\n\n', 'المصدر\n\n']) {
      assert.equal(
        growing(unit, (text) => fix(text, defaultSettings, { safeties: ['safe', 'review'] })),
        undefined,
        unit,
      );
    }
  });
});
