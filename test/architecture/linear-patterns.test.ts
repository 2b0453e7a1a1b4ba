import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { repositoryFiles } from './files.ts';
import { overpowering } from './regexp/effort.ts';
import { patternsOf } from './regexp/literals.ts';

const guarded = /^server\/(?:core|rules|languages|formats|[\w-]+\.ts$).*(?<!\.d)\.ts$/;

// An article may hold anything, a megabyte of spaces as well, so no pattern may try a text more than a few times over.
describe('regular expressions', () => {
  it('are told apart: linear ones pass, others do not', () => {
    const linear = [
      /^\[ad_[0-9]{1,2}\]$/,
      /\s+/gu,
      /^(?:source|quelle)\s*:?$/iu,
      /[^\r\n]+/g,
      /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*/gu,
    ];
    for (const pattern of linear) assert.equal(overpowering(pattern), undefined, String(pattern));
    const costly = [
      /(a+)+$/,
      /^(?:a|a)*$/,
      /\s+$/u,
      /[\s\p{P}]+$/gu,
      /^\s*a*\s*\s*$/,
      /<[^>]*>/g,
      /^(?:(?:ab)*)*c/,
      /a.*b.*c/s,
    ];
    for (const pattern of costly) assert.notEqual(overpowering(pattern), undefined, String(pattern));
  });

  const files = repositoryFiles().filter((path) => guarded.test(path));
  const patterns = files.flatMap(patternsOf);

  it('are found in core and rules', () => {
    for (const part of ['server/core/', 'server/rules/'])
      assert.ok(
        patterns.some(({ place }) => place.startsWith(part)),
        part,
      );
  });

  it('take linear time', () => {
    const costly = patterns.flatMap(({ place, pattern, longest }) => {
      const attack = overpowering(pattern, longest);
      return attack ? [`${place} ${String(pattern)} on ${JSON.stringify(attack)}`] : [];
    });
    assert.deepEqual(
      costly,
      [],
      'Rewrite them, or say in a comment above each how long its text is at most: “bounded: 300”.',
    );
  });
});
