import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  analyse,
  applyEdits,
  defaultSettings,
  fix,
  preferredFix,
  type FixRequest,
} from '../../server/index.ts';
import { fixAll } from '../../server/core/engine/fix.ts';
import { articles } from './articles.ts';
import { runs } from './runs.ts';

const requests: Readonly<Record<string, FixRequest>> = {
  'what is safe': { safeties: ['safe'] },
  'what is safe or likely': { safeties: ['safe', 'review'] },
};

for (const [name, request] of Object.entries(requests)) {
  describe(`fixing ${name}`, () => {
    it('comes to rest, with nothing left that it could fix', () => {
      fc.assert(
        fc.property(articles, (text) => {
          const { findings } = fix(text, defaultSettings, request);
          const left = findings.filter((finding) =>
            request.safeties.includes(preferredFix(finding)?.safety ?? 'choice'),
          );
          assert.deepEqual(
            left.map(({ rule, start, end }) => ({ rule, start, end })),
            [],
          );
        }),
        runs(150),
      );
    });

    it('twice is fixing once', () => {
      fc.assert(
        fc.property(articles, (text) => {
          const once = fix(text, defaultSettings, request);
          const twice = fix(once.text, defaultSettings, request);
          assert.equal(twice.text, once.text);
          assert.deepEqual(twice.edits, []);
          assert.equal(twice.fixed.size, 0);
        }),
        runs(150),
      );
    });

    it('is what its edits do', () => {
      fc.assert(
        fc.property(articles, (text) => {
          const result = fix(text, defaultSettings, request);
          assert.equal(applyEdits(text, result.edits), result.text);
          assert.equal(result.text === text, result.fixed.size === 0);
        }),
        runs(150),
      );
    });

    it('leaves what a fresh look finds', () => {
      fc.assert(
        fc.property(articles, (text) => {
          const result = fix(text, defaultSettings, request);
          assert.deepEqual(result.findings, analyse(result.text, defaultSettings).findings);
        }),
        runs(150),
      );
    });

    it('needs only a few rounds, each of fixes that do not overlap', () => {
      fc.assert(
        fc.property(articles, (text) => {
          let rounds = 0;
          // `applyEdits` throws where two edits of a round overlap, so counting is all that is left to do.
          const look = (current: string): ReturnType<typeof analyse>['findings'] => {
            rounds++;
            return analyse(current, defaultSettings).findings;
          };
          fixAll(text, look, request);
          assert.ok(rounds <= 6, `${String(rounds - 1)} rounds`);
        }),
        runs(150),
      );
    });
  });
}
