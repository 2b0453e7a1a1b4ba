import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyse, defaultSettings, fix } from '../../server/index.ts';
import { workOf } from './work.ts';

/** Characters of the articles that are compared. */
const [short, long] = [2_000, 16_000];

/**
 * Eight times the text takes linear work eight times, quadratic work sixty-four times. A little more is let
 * pass for sorting and for what only a longer text reaches.
 */
const steepest = 8 * 1.4;

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

/** How many times as much work the long article of these units takes. */
async function growth(unit: string, work: (text: string) => void): Promise<number> {
  const effort = (length: number): Promise<number> => {
    const text = `خبر\n\nبداية ${unit.repeat(Math.ceil(length / unit.length))} x.`;
    return workOf(() => {
      work(text);
    });
  };
  // Once before, so that what is made at the first use (indexed languages) counts for neither.
  await effort(100);
  const least = await effort(short);
  return (await effort(long)) / least;
}

describe('the work an article takes grows no faster than its length', () => {
  for (const [name, unit] of Object.entries(units)) {
    it(`with ${name}`, async () => {
      const times = await growth(unit, (text) => analyse(text, defaultSettings));
      assert.ok(times < steepest, `Eight times the text took ${times.toFixed(1)} times the work.`);
    });
  }

  for (const unit of ['“نعم، قال سالم. ', '[ad_1]\n\n', '”نعم” قال سالم.\n\n', 'المصدر\n\n']) {
    it(`when all its defects are fixed: ${unit.trim()}`, async () => {
      const times = await growth(unit, (text) =>
        fix(text, defaultSettings, { safeties: ['safe', 'review'] }),
      );
      assert.ok(times < steepest, `Eight times the text took ${times.toFixed(1)} times the work.`);
    });
  }
});
