import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { overviewOf } from '../../client/report/overview.ts';
import { Progress } from '../../client/report/progress.ts';

const article = (path: string, language: string, ...rules: string[]) => ({
  uri: `file:///${path}`,
  path,
  source: path.split('/')[0] ?? '',
  language,
  rules,
});

describe('the cleaning report', () => {
  it('counts problems by rule, source and language, the most first, and articles by their problems', () => {
    const many = Array.from({ length: 12 }, () => 'quotes/turned');
    const overview = overviewOf([
      article('one/a.txt', 'ar', ...many),
      article('one/b.txt', 'ar'),
      article('two/c.txt', 'fr', 'residue/embed', 'quotes/turned'),
    ]);
    assert.deepEqual(overview, {
      articles: 3,
      sound: 1,
      problems: 14,
      byRule: [
        { name: 'quotes/turned', count: 13 },
        { name: 'residue/embed', count: 1 },
      ],
      bySource: [
        { name: 'one', count: 12 },
        { name: 'two', count: 2 },
      ],
      byLanguage: [
        { name: 'ar', count: 12 },
        { name: 'fr', count: 2 },
      ],
      spread: [1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1],
      worst: [
        { uri: 'file:///one/a.txt', name: 'one/a.txt', count: 12 },
        { uri: 'file:///two/c.txt', name: 'two/c.txt', count: 2 },
      ],
    });
  });

  it('has a point for each day, the last word of the day', async () => {
    const kept = new Map<string, unknown>();
    const progress = new Progress({
      keys: () => [...kept.keys()],
      get: (key: string, fallback?: unknown) => (kept.get(key) ?? fallback) as never,
      update: (key: string, value: unknown) => {
        kept.set(key, value);
        return Promise.resolve();
      },
    });
    const after = (...sound: number[]) =>
      overviewOf(
        sound.map((count, index) =>
          article(`${String(index)}.txt`, 'ar', ...Array.from({ length: count }, () => 'quotes/space')),
        ),
      );
    await progress.note(after(3, 2), new Date(2026, 0, 31, 9));
    await progress.note(after(3, 0), new Date(2026, 0, 31, 18));
    await progress.note(after(0, 0), new Date(2026, 1, 1, 9));
    assert.deepEqual(progress.points(), [
      { day: '2026-01-31', articles: 2, sound: 1, problems: 3 },
      { day: '2026-02-01', articles: 2, sound: 2, problems: 0 },
    ]);
  });
});
