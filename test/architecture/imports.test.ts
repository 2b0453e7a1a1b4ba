import assert from 'node:assert/strict';
import { isBuiltin } from 'node:module';
import { describe, it } from 'node:test';
import { importsOf, repositoryFiles } from './files.ts';

/** A part of the source and what it may import of the rest. */
interface Layer {
  readonly name: string;
  readonly files: RegExp;
  readonly mayImport: readonly RegExp[];
  /** Packages by name, where only some are allowed. */
  readonly packages?: readonly RegExp[];
  /** Files that may use Node’s own modules; none if left out. */
  readonly node?: RegExp;
}

const core = /^server\/core\//;
const languages = /^server\/languages\//;
const words = /^server\/words\//;
const formats = /^server\/formats\//;
const composition =
  /^server\/(?:index|settings|presets|configuration|configuration-schema|configuration-words)\.ts$/;

/** Files whose names say that they need Node; the browser’s bundle leaves them out. */
const forNode = /\/node\/|[/-]node(?:-[\w-]+)?\.ts$/;

// core <- languages, rules, formats <- the composition <- lsp, cli. What is not listed is forbidden.
const layers: readonly Layer[] = [
  { name: 'core', files: core, mayImport: [core] },
  { name: 'languages', files: languages, mayImport: [core, languages] },
  { name: 'rules', files: /^server\/rules\/[^/]+\/[^/]+\//, mayImport: [core], packages: [] },
  {
    name: 'the rule index',
    files: /^server\/rules\/index\.ts$/,
    mayImport: [core, /^server\/rules\/[^/]+\/[^/]+\/rule\.ts$/],
    packages: [],
  },
  { name: 'the words', files: words, mayImport: [words, core], packages: [] },
  { name: 'formats', files: formats, mayImport: [core, formats], node: forNode },
  {
    name: 'the composition',
    files: composition,
    mayImport: [composition, core, languages, /^server\/rules\/index\.ts$/],
  },
  {
    name: 'lsp',
    files: /^server\/lsp\//,
    mayImport: [/^server\/lsp\//, composition, core, formats, words],
    node: forNode,
  },
  {
    name: 'cli',
    files: /^server\/cli\//,
    mayImport: [/^server\/cli\//, composition, core, formats],
    node: /./,
  },
  { name: 'client', files: /^client\//, mayImport: [/^client\//, /^server\/lsp\/messages\.ts$/], node: /./ },
];

const sources = repositoryFiles().filter((path) => /^(?:server|client)\/.*\.ts$/.test(path));

describe('imports', () => {
  for (const layer of layers) {
    it(`of ${layer.name} run one way`, () => {
      const files = sources.filter((path) => layer.files.test(path));
      // A pattern that matches nothing guards nothing, and nobody would notice.
      assert.notEqual(
        files.length,
        0,
        `No file is matched by ${String(layer.files)}: the guard of ${layer.name} is out of date.`,
      );
      assert.deepEqual(
        files.flatMap((file) => forbidden(layer, file)),
        [],
      );
    });
  }

  it('are guarded for every source file', () => {
    const unguarded = sources.filter((path) => !layers.some((layer) => layer.files.test(path)));
    assert.deepEqual(unguarded, [], 'These files belong to no layer. Add them to one.');
  });

  it('of one rule never reach another', () => {
    const rules = sources.filter((path) => /^server\/rules\/[^/]+\/[^/]+\//.test(path));
    const folder = (path: string): string => path.split('/').slice(0, 4).join('/');
    const crossing = rules.flatMap((file) =>
      importsOf(file)
        .filter((target) => target.startsWith('server/rules/') && folder(target) !== folder(file))
        .map((target) => `${file} imports ${target}`),
    );
    assert.deepEqual(crossing, []);
  });
});

/** The imports of a file that its layer forbids, as sentences. */
function forbidden(layer: Layer, file: string): string[] {
  const ownFolder = layer.name === 'rules' ? file.slice(0, file.lastIndexOf('/') + 1) : undefined;
  const allowed = (target: string): boolean => {
    if (isBuiltin(target)) return layer.node?.test(file) ?? false;
    if (!/^(?:server|client|scripts|test|seeds|syntaxes)\//.test(target))
      return layer.packages?.some((known) => known.test(target)) ?? true;
    return (
      layer.mayImport.some((known) => known.test(target)) ||
      (ownFolder !== undefined && target.startsWith(ownFolder))
    );
  };
  return importsOf(file)
    .filter((target) => !allowed(target))
    .map((target) => `${file} imports ${target}`);
}
