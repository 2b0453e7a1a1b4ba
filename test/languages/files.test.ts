import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Validator, type Schema } from '@cfworker/json-schema';
import type { CueVerb, LanguageData, MarkPair } from '../../server/core/language.ts';
import { findMarks } from '../../server/core/parse/marks.ts';
import { findWords, lookupForm } from '../../server/core/parse/words.ts';
import { delimitersOf } from '../../server/languages/cldr.ts';
import { languageFiles, languageOf } from '../../server/languages/index.ts';
import type { LanguageFile } from '../../server/languages/read.ts';

const folder = new URL('../../server/languages/', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
const schema = read('schema.json') as Schema;
const names = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'schema.json');

it('every language file is in the index', () => {
  assert.deepEqual(languageFiles.map(({ language }) => `${language}.json`).sort(), names.sort());
});

for (const name of names) {
  describe(name, () => {
    const file = read(name) as LanguageFile;
    const facts = languageOf(file.language);
    assert.ok(facts, `Nothing is read from ${name}.`);

    it('is what its schema describes', () => {
      const { valid, errors } = new Validator(schema, '2020-12', false).validate(file);
      assert.ok(
        valid,
        errors.map(({ instanceLocation, error }) => `${instanceLocation}: ${error}`).join('\n'),
      );
    });

    it('extends a language that there is', () => {
      if (file.extends !== undefined) assert.ok(existsSync(new URL(`${file.extends}.json`, folder)));
    });

    it('has its words as they are looked up', () => {
      const complaints = wordLists(facts).flatMap(([list, words, kind]) =>
        words.flatMap((word) =>
          complaintsAbout(word, kind).map((complaint) => `${list}: “${word}” ${complaint}`),
        ),
      );
      assert.deepEqual(complaints, []);
    });

    it('has no word twice', () => {
      const twice = wordLists(facts).flatMap(([list, words]) =>
        repeated(words.map(lookupForm)).map((word) => `${list}: ${word}`),
      );
      assert.deepEqual(twice, []);
    });

    it('has each form of a verb once, so that it is clear how much it tells', () => {
      assert.deepEqual(repeated(formsOf(facts.cues.verbs)), []);
    });

    it('uses each of its paradigms', () => {
      const { paradigms = {}, regular = {}, verbs = [] } = file.cues ?? {};
      const lemmas = Object.values(regular).flat();
      const named = new Set(verbs.map(({ paradigm }) => paradigm));
      const unused = Object.keys(paradigms).filter(
        (paradigm) => !named.has(paradigm) && !lemmas.some((lemma) => lemma.endsWith(paradigm)),
      );
      assert.deepEqual(unused, []);
    });

    it('has quotation marks for its pairs', () => {
      const marks = [...facts.quotation.pairs, ...facts.quotation.nested].flatMap(({ open, close }) => [
        open,
        close,
      ]);
      assert.deepEqual(
        marks.filter((mark) => findMarks(` ${mark}a`)[0]?.glyph !== mark),
        [],
      );
      assert.ok(facts.quotation.pairs.length > 0);
    });

    it('has the marks that CLDR names, or says why not', () => {
      const [open, close, innerOpen, innerClose] = delimitersOf(file.language) ?? [];
      const overrides = file.quotation.overrides ?? [];
      const known = [...facts.quotation.pairs, ...facts.quotation.nested, ...overrides];
      const missing = [
        [open, close],
        [innerOpen, innerClose],
      ].filter(([one, other]) => !known.some((pair) => pair.open === one && pair.close === other));
      assert.deepEqual(missing, []);
      assert.deepEqual(
        overrides.filter((pair) => has(facts.quotation.pairs, pair)),
        [],
        'Overridden and used.',
      );
    });

    it('is complete if it says so', () => {
      if (!facts.cues.complete) return;
      const { cues, speakers } = facts;
      assert.ok(
        cues.verbs.length + cues.phrases.length > 60,
        'Too few verbs and phrases for a complete list.',
      );
      // Where no spaces divide words, no role can be looked up.
      const roles = facts.quotation.touching === 'both' ? speakers.pronouns : speakers.roles;
      for (const list of [speakers.pronouns, roles, speakers.boundaries, speakers.anonymous]) {
        assert.notEqual(list.length, 0);
      }
      assert.ok(
        existsSync(new URL(`attribution/${file.extends ?? file.language}.md`, import.meta.url)),
        'A complete list needs cases in test/languages/attribution.',
      );
    });
  });
}

/** `form`: one word of a text; `phrase`: words that follow each other; `part`: letters joined to a word. */
type Kind = 'form' | 'phrase' | 'part';

function wordLists(facts: LanguageData): [string, readonly string[], Kind][] {
  const { cues, speakers, sentence, quotation } = facts;
  return [
    ['cues.phrases', cues.phrases.map(({ text }) => text), 'phrase'],
    ['cues.prefixes', cues.prefixes, 'part'],
    ['speakers.pronouns', speakers.pronouns, 'form'],
    ['speakers.roles', speakers.roles, 'form'],
    ['speakers.determiners', speakers.determiners, 'form'],
    ['speakers.anonymous', speakers.anonymous, 'phrase'],
    ['speakers.boundaries', speakers.boundaries, 'form'],
    ['sentence.abbreviations', sentence.abbreviations, 'form'],
    ['quotation.joinedPrefixes', quotation.joinedPrefixes, 'part'],
    ['functionWords', facts.functionWords, 'form'],
    ['finiteVerbs', facts.finiteVerbs, 'form'],
    ...kindLists(facts),
    ['speechWords', facts.speechWords, 'form'],
    ...cues.verbs.map(({ lemma, forms }): [string, readonly string[], Kind] => [
      `cues.verbs ${lemma}`,
      forms,
      'phrase',
    ]),
  ];
}

/** The words that tell kinds apart. In a phrase `…` stands for a language. */
function kindLists({ kinds }: LanguageData): [string, readonly string[], Kind][] {
  if (!kinds) return [];
  const { title, nickname, slogan, term, foreign } = kinds;
  return [
    ...Object.entries({ title, nickname, slogan, term }).flatMap(
      ([kind, { before, after }]): [string, readonly string[], Kind][] => [
        [`kinds.${kind}.before`, before, 'phrase'],
        [`kinds.${kind}.after`, after, 'phrase'],
      ],
    ),
    ['kinds.nickname.first', nickname.first ?? [], 'form'],
    ['kinds.slogan.verbs', slogan.verbs ?? [], 'form'],
    ['kinds.foreign.languages', foreign.languages, 'phrase'],
    ['kinds.foreign.before', foreign.before.map((phrase) => phrase.replace('…', 'x')), 'phrase'],
    ['kinds.foreign.after', foreign.after.map((phrase) => phrase.replace('…', 'x')), 'phrase'],
  ];
}

function complaintsAbout(word: string, kind: Kind): string[] {
  const complaints: string[] = [];
  if (word !== word.normalize('NFC')) complaints.push('is not in the composed form (NFC).');
  if (word !== word.toLowerCase()) complaints.push('has capitals.');
  if (word !== word.trim()) complaints.push('has space around it.');
  if (kind === 'part') return complaints;
  const found = findWords(word).map(({ form }) => form);
  if (kind === 'form' && found[0] !== lookupForm(word))
    complaints.push('is no single word, so it is never found.');
  if (kind === 'phrase' && found.length === 0) complaints.push('holds no word.');
  return complaints;
}

/** The forms of all verbs as they are looked up; separable verbs are looked up apart. */
function formsOf(verbs: readonly CueVerb[]): string[] {
  return verbs.filter(({ particles }) => !particles).flatMap(({ forms }) => forms.map(lookupForm));
}

function repeated(words: readonly string[]): string[] {
  const seen = new Set<string>();
  return words.filter((word) => seen.size === seen.add(word).size);
}

function has(pairs: readonly MarkPair[], wanted: { readonly open: string; readonly close: string }): boolean {
  return pairs.some(({ open, close }) => open === wanted.open && close === wanted.close);
}
