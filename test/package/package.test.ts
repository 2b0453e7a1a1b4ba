import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'node:test';
import { listFiles, PackageManager } from '@vscode/vsce';
import { rules } from '../../server/rules/index.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

function json(path: string): unknown {
  return JSON.parse(readFileSync(root + path, 'utf8'));
}

interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly icon: string;
  readonly publisher: string;
  readonly engines: Record<string, string>;
  readonly devDependencies: Record<string, string>;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly languages: readonly { readonly configuration?: string }[];
    readonly grammars: readonly { readonly path: string }[];
    readonly walkthroughs: readonly { readonly steps: readonly Step[] }[];
  };
}

interface Step {
  readonly description: string;
  readonly media: { readonly image: string };
  readonly completionEvents: readonly string[];
}

const manifest = json('package.json') as Manifest;

/** All texts that the manifest leaves to package.nls.json. */
function placeholders(value: unknown): string[] {
  if (typeof value === 'string') return /^%(.+)%$/.exec(value)?.slice(1) ?? [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(placeholders);
}

function contributed(): Set<string> {
  return new Set(manifest.contributes.commands.map(({ command }) => command));
}

describe('the packaged extension', async () => {
  const files = await listFiles({ cwd: root, packageManager: PackageManager.None });

  it('holds what runs and what is read, nothing else', () => {
    const wanted = [
      ...['package.json', 'package.nls.json', 'README.md', 'CHANGELOG.md', 'LICENSE', 'media/icon.png'],
      ...[
        'dist/extension.cjs',
        'dist/extension-browser.cjs',
        'dist/language-client.cjs',
        'dist/server.cjs',
        'dist/proof.js',
        'dist/report.js',
        'media/report.css',
        'media/proof.css',
        'media/activity.svg',
      ],
      ...['fixes', 'corpus', 'proof'].map((name) => `media/walkthrough/${name}.png`),
      ...['', 'ar.', 'es.', 'fr.'].map((language) => `schemas/editor.schema.${language}json`),
      ...['syntaxes/news-article.tmLanguage.json', 'syntaxes/news-article.language-configuration.json'],
      ...rules.map(({ id }) => `server/rules/${id}/README.md`),
    ];
    // Translations, and the licences of what is bundled, come as they are there.
    const others =
      /^dist\/[a-z-]+\.c?js\.LEGAL\.txt$|^(?:package\.nls|l10n\/bundle\.l10n)(?:\.[a-z-]+)?\.json$/;
    assert.deepEqual(
      files.filter((file) => !others.test(file)).sort(),
      wanted.filter((file) => !others.test(file)).sort(),
    );
  });

  it('holds each file that its manifest names', () => {
    const { main, browser, icon, contributes } = manifest;
    const named = [
      ...[main, browser, icon],
      ...contributes.grammars.map(({ path }) => path),
      ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.image)),
      ...contributes.languages.flatMap(({ configuration }) => configuration ?? []),
    ];
    assert.deepEqual(
      named
        .map((path) => path.replace(/^\.\//, ''))
        .filter((path) => !files.includes(path) || !existsSync(root + path)),
      [],
    );
  });

  it('has a text for each placeholder of its manifest, and no other', () => {
    const texts = Object.keys(json('package.nls.json') as object).sort();
    assert.deepEqual([...new Set(placeholders(manifest))].sort(), texts);
  });

  it('offers in its walkthrough what there is, and ticks it off when it is done', () => {
    const texts = json('package.nls.json') as Record<string, string>;
    const commands = contributed();
    for (const { description, completionEvents } of manifest.contributes.walkthroughs.flatMap(
      ({ steps }) => steps,
    )) {
      const text = texts[description.replaceAll('%', '')] ?? '';
      const [, offered = ''] = /\(command:([\w.]+)\)/.exec(text) ?? [];
      assert.ok(commands.has(offered) || offered === 'vscode.openFolder', text);
      const ours = completionEvents.filter((event) => event.startsWith('onCommand:'));
      assert.deepEqual(ours, commands.has(offered) ? [`onCommand:${offered}`] : []);
    }
  });

  it('asks for no newer editor than the types that it is written against', () => {
    const [wanted = ''] = /\d+\.\d+/.exec(manifest.engines['vscode'] ?? '') ?? [];
    assert.match(
      manifest.devDependencies['@types/vscode'] ?? '',
      new RegExp(`^~${wanted.replace('.', '\\.')}\\.`),
    );
  });
});
