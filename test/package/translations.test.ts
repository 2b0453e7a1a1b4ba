import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { settings } from '../../scripts/generate/manifest.ts';
import { inOtherWords, translator } from '../../scripts/generate/settings-words.ts';
import { configurationSchema } from '../../server/configuration-schema.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The languages of the interface besides English. */
const languages = ['ar', 'es', 'fr'] as const;

function texts(path: string): Record<string, string> {
  return JSON.parse(readFileSync(root + path, 'utf8')) as Record<string, string>;
}

/** All texts that the extension’s sources give to `vscode.l10n.t`. */
function spoken(): string[] {
  const found = new Set<string>();
  const files = readdirSync(`${root}client`, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.ts'))) {
    const source = readFileSync(`${root}client/${file}`, 'utf8');
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && node.expression.getText() === 'vscode.l10n.t') {
        const [text] = node.arguments;
        // A text that is put together can’t be looked up.
        assert.ok(text && ts.isStringLiteralLike(text), `${file}: ${node.getText()}`);
        found.add(text.text);
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true));
  }
  return [...found].sort();
}

/** What stands in a text for a value, a command or a file, and must stand in its translation too. */
function fixed(text: string): string[] {
  return (text.match(/\{\d\}|\(command:[\w.]+\)|copydesk\.\w+|Ctrl\+\S/g) ?? []).sort();
}

describe('the interface', () => {
  const english = texts('package.nls.json');
  const sentences = spoken();

  for (const language of languages) {
    it(`is whole in ${language}`, () => {
      const manifest = texts(`package.nls.${language}.json`);
      assert.deepEqual(Object.keys(manifest).sort(), Object.keys(english).sort());
      const bundle = texts(`l10n/bundle.l10n.${language}.json`);
      assert.deepEqual(Object.keys(bundle).sort(), sentences);
      const pairs = [
        ...Object.entries(bundle),
        ...Object.keys(english).map((key) => [english[key] ?? '', manifest[key] ?? ''] as const),
      ];
      for (const [text, translation] of pairs) {
        assert.notEqual(translation.trim(), '', text);
        assert.deepEqual(fixed(translation), fixed(text), translation);
      }
    });
  }

  for (const language of languages) {
    it(`has the words of each setting and each rule in ${language}, and no others`, () => {
      const asked = new Set<string>();
      const missing: string[] = [];
      const translate = translator(root, language, (sentence) => missing.push(sentence));
      inOtherWords({ schema: configurationSchema(), settings: settings() }, (text) => {
        for (const piece of text.split('\n\n')) asked.add(piece);
        return translate(text);
      });
      assert.deepEqual(missing, []);
      const given = Object.keys(texts(`l10n/settings.${language}.json`));
      assert.deepEqual(
        given.filter((text) => !asked.has(text)),
        [],
      );
    });
  }

  it('keeps sentences from right to left in their order, where an editor lays out from left to right', () => {
    const all = [
      ...Object.values(texts('l10n/bundle.l10n.ar.json')),
      ...Object.values(texts('package.nls.ar.json')),
    ];
    // A line that is a button has its own direction from its letters.
    const lines = all.flatMap((text) => text.split('\n')).filter((line) => !line.startsWith('['));
    const endsAstray = lines.filter(
      (line) => /\p{Script=Arabic}/u.test(line) && /[.؟!…]\u2069?$/u.test(line),
    );
    assert.ok(endsAstray.length > 50);
    assert.deepEqual(
      endsAstray.filter((line) => !/^\u2067[^]*\u2069$/u.test(line)),
      [],
    );
  });
});
