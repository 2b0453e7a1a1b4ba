import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Validator, type Schema } from '@cfworker/json-schema';
import { configurationSchema } from '../../server/configuration-schema.ts';
import { checkConfiguration } from '../../server/configuration.ts';
import { defaultSettings, resolveSettings, rules } from '../../server/index.ts';

/** Each wrong configuration with the place and the sentence it gets. */
const wrong: readonly (readonly [unknown, string, string])[] = [
  [
    { rules: { 'residue/importer-markr': 'off' } },
    'rules residue/importer-markr',
    'There is no rule “residue/importer-markr”. Did you mean “residue/importer-marker”?',
  ],
  [
    { rules: { 'importer-marker': 'off' } },
    'rules importer-marker',
    'There is no rule “importer-marker”. Did you mean “residue/importer-marker”?',
  ],
  [{ rules: { unheard: 'off' } }, 'rules unheard', 'There is no rule “unheard”. The README lists all rules.'],
  [
    { rules: { 'residue/source-stub': 'warn' } },
    'rules residue/source-stub',
    '“warn”, given for “residue/source-stub”, is no severity. Did you mean “warning”?',
  ],
  [
    { rules: { 'residue/source-stub': { severity: 'loud' } } },
    'rules residue/source-stub severity',
    '“loud”, given for “residue/source-stub”, is no severity. Write “off”, “hint”, “information”, “warning” or “error”.',
  ],
  [
    { rules: { 'residue/source-stub': { volume: 3 } } },
    'rules residue/source-stub volume',
    'The rule “residue/source-stub” has no option “volume”. It can only have “severity”.',
  ],
  [
    { rules: { 'residue/source-stub': 2 } },
    'rules residue/source-stub',
    'The severity of “residue/source-stub” is 2. Write “off”, “hint”, “information”, “warning” or “error”, or an object with a severity and options.',
  ],
  [{ rules: [] }, 'rules', '“rules” is a list. Write an object: { … }.'],
  [{ exlude: [] }, 'exlude', 'There is no setting “exlude”. Did you mean “exclude”?'],
  [{ exclude: ['a', 3] }, 'exclude 1', 'An entry of “exclude” is 3. Write a text.'],
  [{ language: 'arabic' }, 'language', '“arabic” is no language tag. Did you mean “ar”?'],
  [
    { language: 'xx_YY' },
    'language',
    '“xx_YY” is no language tag. Write a tag such as “ar”, or “auto” to have the language of each article found.',
  ],
  [
    { language: null },
    'language',
    'The language is null. Write a tag such as “ar”, or “auto” to have the language of each article found.',
  ],
  [[], '', 'The configuration is a list. Write an object: { "rules": { … } }.'],
];

describe('a configuration', () => {
  for (const [configuration, place, message] of wrong) {
    it(`that is wrong is told so: ${JSON.stringify(configuration)}`, () => {
      const problems = checkConfiguration(configuration);
      assert.deepEqual(
        problems.map(({ path, message: words }) => [path.join(' '), words]),
        [[place, message]],
      );
    });
  }

  it('that is right is taken as it is', () => {
    const configuration = {
      $schema: './schema.json',
      language: 'pt-BR',
      exclude: ['drafts/**'],
      rules: { 'residue/importer-marker': 'off', 'residue/source-stub': { severity: 'error' } },
    };
    const { settings, exclude, problems } = resolveSettings(configuration);
    assert.deepEqual(problems, []);
    assert.equal(settings.language, 'pt-BR');
    assert.deepEqual(exclude, ['drafts/**']);
    assert.equal(settings.rules.get('residue/importer-marker')?.severity, 'off');
    assert.equal(settings.rules.get('residue/source-stub')?.severity, 'error');
  });

  it('that is wrong in one place still holds in the others', () => {
    const { settings, problems } = resolveSettings({
      language: 7,
      rules: { 'residue/importer-marker': 'loud', 'residue/source-stub': 'hint' },
    });
    assert.equal(problems.length, 2);
    assert.equal(settings.language, 'auto');
    assert.equal(settings.rules.get('residue/importer-marker')?.severity, 'warning');
    assert.equal(settings.rules.get('residue/source-stub')?.severity, 'hint');
  });

  it('that is left out gives every rule its defaults', () => {
    assert.deepEqual(
      [...defaultSettings.rules.keys()],
      rules.map(({ id }) => id),
    );
    for (const rule of rules) assert.equal(defaultSettings.rules.get(rule.id)?.severity, rule.severity);
  });

  it('whatever it holds, never fails, and says at most one thing of a place', () => {
    const names = fc.constantFrom(
      'rules',
      'language',
      'exclude',
      '$schema',
      'constructor',
      '__proto__',
      ...rules.map(({ id }) => id),
      'severity',
      'options',
    );
    const key = fc.oneof(names, fc.string({ unit: 'binary', maxLength: 8 }));
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('off', 'warning', 'auto', '', 3, null, true, undefined),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
      ),
    }));
    const validator = new Validator(configurationSchema() as Schema, '2020-12');
    fc.assert(
      fc.property(tree, (configuration) => {
        const json = JSON.parse(JSON.stringify(configuration ?? null)) as unknown;
        const { problems, settings } = resolveSettings(json);
        assert.equal(new Set(problems.map(({ path }) => JSON.stringify(path))).size, problems.length);
        for (const { message } of problems) assert.match(message, /^.+[.?]$/su);
        assert.equal(settings.rules.size, rules.length);
        if (JSON.stringify(json).isWellFormed() && !/\\ud[89a-f]/.test(JSON.stringify(json)))
          assert.equal(problems.length === 0, validator.validate(json).valid);
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});

describe('what a rule says of itself', () => {
  for (const rule of rules) {
    it(`is whole: ${rule.id}`, () => {
      for (const words of [rule.summary, rule.why, ...Object.values(rule.messages)])
        assert.match(words, /^[A-Z“{][^]*[.?]$/u);
      for (const title of Object.values(rule.titles)) assert.match(title, /^[A-Z“{].*[^.]$/u);
      for (const option of Object.values(rule.options ?? {})) assert.match(option.description, /\.$/);
      for (const pattern of rule.residue ?? []) {
        const { source } = pattern;
        const line = pattern.kind === 'page' ? undefined : pattern.line;
        if (line) {
          assert.match(line.source, /^\^[^]*\$$/, 'A pattern of a line is anchored at both ends.');
          assert.doesNotMatch(
            line.flags,
            /[gy]/,
            'A pattern that remembers where it was finds every other line.',
          );
        }
        assert.notEqual(source, '');
      }
    });
  }
});
