import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyse, resolveSettings } from '../../server/index.ts';

const sentence =
  'The harbour reopened on Monday after two weeks of repairs, and the first ferries left at dawn.';

/** What the user’s own patterns find in a text, each with how far its fix may be trusted. */
function found(text: string, patterns: readonly unknown[]): string[] {
  const { settings, problems } = resolveSettings({ language: 'en', residue: { patterns } });
  assert.deepEqual(problems, []);
  return analyse(text, settings)
    .findings.filter(({ rule }) => rule === 'residue/own-line')
    .map(({ start, end, fixes }) => `${text.slice(start, end)} (${fixes[0]?.safety ?? ''})`);
}

describe('patterns of residue in a configuration', () => {
  it('are lines, beginnings, words or expressions', () => {
    const text = `Headline\n${sentence}\nTIDE TABLES\nWeather for Tuesday\nSee our shop today\nPage 3 of 12`;
    assert.deepEqual(
      found(text, [
        'Tide tables',
        { begins: 'weather for' },
        { holds: 'our shop', safety: 'review' },
        { expression: String.raw`page \d+ of \d+` },
      ]),
      [
        'TIDE TABLES (safe)',
        'Weather for Tuesday (safe)',
        'See our shop today (review)',
        'Page 3 of 12 (safe)',
      ],
    );
  });

  it('are believed where they are said to stand', () => {
    assert.deepEqual(
      found(`Headline\nTide tables\n${sentence}`, [{ line: 'Tide tables', place: 'end' }]),
      [],
    );
    assert.deepEqual(found(`Headline\n${sentence}\nTide tables`, [{ line: 'Tide tables', place: 'end' }]), [
      'Tide tables (safe)',
    ]);
  });

  it('that are wrong are told with their place, and the others hold', () => {
    const { settings, problems } = resolveSettings({
      residue: {
        patterns: [
          { expression: '(' },
          { expression: String.raw`(a)\1` },
          { expression: '(?=a)' },
          { line: 'one', holds: 'two' },
          {},
          { lin: 'one' },
          7,
          'Tide tables',
        ],
      },
    });
    const places = problems.map(({ path }) => path.slice(2).join('.'));
    assert.deepEqual(
      new Set(places.map((place) => place.charAt(0))),
      new Set(['0', '1', '2', '3', '4', '5', '6']),
    );
    for (const { message } of problems) assert.match(message, /^.+[.?]$/su);
    const text = `Headline\n${sentence}\nTide tables`;
    assert.equal(
      analyse(text, settings).findings.filter(({ rule }) => rule === 'residue/own-line').length,
      1,
    );
  });

  it('take no longer than linear time, whatever they say', () => {
    // A backtracking engine would not be through with this line before the sun goes out.
    assert.deepEqual(found(`Headline\n${'a'.repeat(500)}!`, [{ expression: '(a+)+(a+)+b' }]), []);
  });
});
