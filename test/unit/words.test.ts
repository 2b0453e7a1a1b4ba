import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { rules } from '../../server/index.ts';
import { names } from '../../server/rules/structure/other-language/common-words.ts';
import { sayIn, translations } from '../../server/words/index.ts';
import { retellIn, whole } from '../../server/words/retell.ts';

const server = fileURLToPath(new URL('../../server/', import.meta.url));
const lsp = `${server}lsp/`;

/** Sources beside the server's own that say what is wrong in a configuration. */
const ofConfigurations = ['configuration-words.ts', 'core/parse/own-patterns.ts'];

/** The sources in a folder of the server’s. */
function sourcesIn(folder: string): string[] {
  return readdirSync(server + folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`);
}

/** All sentences that the server’s sources have said: the texts given to `say`, whichever of two it is. */
function spoken(): string[] {
  const found = new Set<string>();
  const literals = (node: ts.Node): string[] =>
    ts.isStringLiteralLike(node)
      ? [node.text]
      : ts.isConditionalExpression(node)
        ? [...literals(node.whenTrue), ...literals(node.whenFalse)]
        : [];
  const files = [...sourcesIn('lsp'), ...ofConfigurations];
  for (const file of files) {
    const source = readFileSync(server + file, 'utf8');
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

/** What is said to programs that ask for something that there is not; no editor shows it. */
const forPrograms =
  /shut down|before “initialize”|was cancelled|The server knows the commands|at token|no record \S+\.$|No document|keeps no files|not there any more/;

/** Stands for whatever fills a sentence. */
const value = '\0';

/** Whether a text is a piece of a sentence that comes whole, or all around the pieces of one. */
function isPiece(text: string): boolean {
  const pieces = text.split(value);
  return whole.some((sentence) => {
    let done = 0;
    return pieces.every((piece) => {
      const at = sentence.indexOf(piece, done);
      done = at + piece.length;
      return at >= 0;
    });
  });
}

/**
 * The sentences for people in files, records and the server's errors, that know no reader: texts with a full stop at
 * their end.
 */
function wholeSentences(): string[] {
  const found: string[] = [];
  const textOf = (node: ts.Expression): string | undefined => {
    if (ts.isStringLiteralLike(node)) return node.text;
    if (ts.isTemplateExpression(node))
      return node.head.text + node.templateSpans.map(({ literal }) => value + literal.text).join('');
    if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return undefined;
    const [left, right] = [textOf(node.left), textOf(node.right)];
    return left === undefined || right === undefined ? undefined : left + right;
  };
  const forPeople = [...sourcesIn('formats'), ...sourcesIn('lsp'), 'core/engine/kept.ts'];
  for (const file of forPeople) {
    const source = ts.createSourceFile(
      file,
      readFileSync(server + file, 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    );
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && /(?:^|\.)say$|console\./.test(node.expression.getText())) return;
      const text = ts.isExpression(node) ? textOf(node) : undefined;
      if (text === undefined) ts.forEachChild(node, visit);
      else if (/^(?:[A-Z“]|\0[ .]).* .*\.$/.test(text)) found.push(text);
    };
    visit(source);
  }
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
    ...whole,
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

  it('knows each sentence that comes whole from the layers below, and no other', () => {
    const told = wholeSentences();
    assert.ok(told.length > 40);
    // What comes back as it is was not known.
    const retell = retellIn(() => '');
    assert.deepEqual(
      told.filter((sentence) => !forPrograms.test(sentence) && retell(sentence) !== '' && !isPiece(sentence)),
      [],
    );
    const pieces = told.flatMap((sentence) => sentence.split(value)).filter((piece) => piece.length > 10);
    const parts =
      /^(?:Line \{line\}|The configuration was not changed|It could not be noted|The editor did not)/;
    assert.deepEqual(
      whole.filter(
        (text) =>
          /^[A-Z“{].*[.}]$/.test(text) && !parts.test(text) && !pieces.some((piece) => text.includes(piece)),
      ),
      [],
    );
  });

  it('says in other words what comes whole, its parts among it', () => {
    const french = retellIn(sayIn('fr'));
    assert.equal(
      french('It is a list. A record is an object: { "title": …, "text": … }.'),
      'C’est une liste. Un enregistrement est un objet : { "title": …, "text": … }.',
    );
    assert.equal(french('Of this nothing is known.'), 'Of this nothing is known.');
    assert.equal(retellIn(sayIn('de'))('This is no JSON.'), 'This is no JSON.');
  });

  it('never takes an article’s words for ours', () => {
    assert.equal(sayIn('es')('Delete “{passage}”', { passage: 'Arabic' }), 'Eliminar «Arabic»');
    const other =
      'This paragraph is in {other}, and most of the article in {main}. Look whether it belongs here.';
    assert.match(sayIn('es')(other, { other: 'English', main: 'Arabic' }), /inglés; .*árabe/);
  });
});
