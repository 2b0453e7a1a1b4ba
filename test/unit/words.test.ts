import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { rules } from '../../server/index.ts';
import { names } from '../../server/rules/structure/other-language/common-words.ts';
import { sayIn, translations } from '../../server/words/index.ts';

const lsp = fileURLToPath(new URL('../../server/lsp/', import.meta.url));

/** All sentences that the server’s sources have said: the texts given to `say`, whichever of two it is. */
function spoken(): string[] {
  const found = new Set<string>();
  const literals = (node: ts.Node): string[] =>
    ts.isStringLiteralLike(node)
      ? [node.text]
      : ts.isConditionalExpression(node)
        ? [...literals(node.whenTrue), ...literals(node.whenFalse)]
        : [];
  const files = readdirSync(lsp, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.ts'))) {
    const source = readFileSync(lsp + file, 'utf8');
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && /(?:^|\.)say$/.test(node.expression.getText())) {
        const [text] = node.arguments;
        const said = text ? literals(text) : [];
        for (const one of said) found.add(one);
        // What is no sentence by itself comes from a table of them, or from a rule.
        if (said.length === 0)
          assert.match(text?.getText() ?? '', /^(?:kinds\[.*\]|kind|rule\.why|ruleOf\(.*\)\.why)$/, file);
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true));
  }
  return [...found];
}

/** The tables of words in a source: what stands as a text under a name in an object whose name is given. */
function table(file: string, name: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(lsp + file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.name.getText() === name && node.initializer) {
      ts.forEachChild(node.initializer, (property) => {
        if (ts.isPropertyAssignment(property) && ts.isStringLiteralLike(property.initializer))
          found.push(property.initializer.text);
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  assert.notEqual(found.length, 0, `${file} has no table “${name}”.`);
  return found;
}

const scripts = ['Latin', 'Arabic', 'Cyrillic', 'Greek', 'Hebrew', 'Indic', 'Chinese, Japanese or Korean'];

function placeholders(text: string): string[] {
  return (text.match(/\{\w+\}/g) ?? []).sort();
}

describe('what the server says', () => {
  const english = new Set([
    ...rules.flatMap(({ why, messages, titles }) => [
      why,
      ...Object.values(messages),
      ...Object.values(titles),
    ]),
    ...spoken(),
    ...table('quotations.ts', 'kinds'),
    ...table('quotations.ts', 'kindNames'),
    ...Object.values(names),
    ...scripts,
  ]);

  for (const [language, words] of Object.entries(translations)) {
    it(`is whole in ${language}, each value in its place`, () => {
      assert.deepEqual(Object.keys(words).sort(), [...english].sort());
      for (const [text, translation] of Object.entries(words)) {
        assert.notEqual(translation.trim(), '', text);
        assert.deepEqual(placeholders(translation), placeholders(text), translation);
      }
    });
  }

  it('is said in the language of the interface, its region left aside, else in English', () => {
    const text = 'Keep this as it is ({rule})';
    assert.equal(sayIn('fr-CA')(text, { rule: 'quotes/turned' }), 'Laisser ceci tel quel (quotes/turned)');
    assert.equal(sayIn('de')(text, { rule: 'quotes/turned' }), 'Keep this as it is (quotes/turned)');
    assert.equal(sayIn(undefined)(text, {}), text);
  });

  it('never takes an article’s words for ours', () => {
    assert.equal(sayIn('es')('Delete “{passage}”', { passage: 'Arabic' }), 'Eliminar «Arabic»');
    const other =
      'This paragraph is in {other}, and most of the article in {main}. Look whether it belongs here.';
    assert.match(sayIn('es')(other, { other: 'English', main: 'Arabic' }), /inglés; .*árabe/);
  });
});
