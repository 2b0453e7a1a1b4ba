import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { analyse, applyEdits, defaultSettings, type Finding } from '../../server/index.ts';

/**
 * One real article, read by two people independently, with what must be found in it. It is not the
 * project's to hand on, so it is held against only where it is at hand.
 */
const folder = new URL('../../../shared/seed/', import.meta.url);

type Place = readonly [number, number];

interface Gold {
  readonly findings: readonly {
    readonly family: string;
    readonly what: string;
    readonly span: Place;
    readonly edit?: { readonly offset: number; readonly remove: string; readonly insert: string };
  }[];
  readonly optional: readonly { readonly family: string; readonly span: Place }[];
  readonly quotations: readonly {
    readonly open: number;
    readonly close: number | null;
    readonly type: string;
    readonly attribution: string;
    readonly speaker: Place | null;
    readonly cue: Place | null;
  }[];
}

if (existsSync(folder)) {
  describe('the given article', () => {
    const text = readFileSync(new URL('article.txt', folder), 'utf8');
    const gold = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as Gold;
    const { article, findings } = analyse(text, defaultSettings);
    const keyOf = (family: string, [start, end]: Place): string => `${family} ${String(start)}–${String(end)}`;
    const familyOf = ({ rule }: Finding): string => rule.slice(0, rule.indexOf('/'));

    it('has exactly the expected findings', () => {
      const optional = new Set(gold.optional.map(({ family, span }) => keyOf(family, span)));
      const found = findings
        .filter(({ severity }) => severity !== 'hint')
        .map((finding) => keyOf(familyOf(finding), [finding.start, finding.end]))
        .filter((key) => !optional.has(key));
      assert.deepEqual(found, gold.findings.map(({ family, span }) => keyOf(family, span)));
    });

    for (const { what, span, edit } of gold.findings) {
      if (!edit) continue;
      it(`offers the expected edit first: ${what}`, () => {
        const finding = findings.find(({ start, end }) => start === span[0] && end === span[1]);
        const wanted = { start: edit.offset, end: edit.offset + edit.remove.length, newText: edit.insert };
        const offered = finding?.fixes[0]?.edits;
        assert.ok(offered, 'It has no fix.');
        assert.equal(applyEdits(text, offered), applyEdits(text, [wanted]));
      });
    }

    it('has exactly the expected quotations, with who says them', () => {
      const found = article.quotations.map(({ open, close, kind, attribution: { status, speaker, cue } }) => ({
        open: open?.start ?? null,
        close: close?.start ?? null,
        kind,
        status,
        // A carried attribution names its speaker elsewhere; beside the cue there is none.
        speaker: speaker && [speaker.start, speaker.end],
        cue: cue && [cue.start, cue.end],
      }));
      const wanted = gold.quotations.map(({ open, close, type, attribution, speaker, cue }) => ({
        open,
        close,
        kind: type,
        status: attribution,
        speaker,
        cue,
      }));
      assert.deepEqual(found, wanted);
    });
  });
}
