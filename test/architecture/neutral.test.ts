import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { root } from './files.ts';

/** What the bundle hands out; the shapes are the real ones, seen through a bare context. */
interface Bundle {
  readonly defaultSettings: object;
  analyse(text: string, settings: object): { findings: { rule: string }[] };
  fix(text: string, settings: object, request: object): { text: string };
}

// The engine runs in a browser’s worker as it does in Node: it may lean on the language alone, and on `URL`,
// which both have and the schema validator wants.
const bare = (): object => createContext({ URL }, { codeGeneration: { strings: false, wasm: false } });

describe('core, rules and languages', () => {
  let code = '';
  let inputs: string[] = [];

  before(async () => {
    const { outputFiles, metafile } = await build({
      entryPoints: [`${root}server/index.ts`],
      absWorkingDir: root,
      bundle: true,
      write: false,
      metafile: true,
      platform: 'neutral',
      // Neutral means no main fields of itself; packages that have no “exports” name their file there.
      mainFields: ['module', 'main'],
      format: 'iife',
      globalName: 'copydesk',
      logLevel: 'silent',
    });
    code = outputFiles[0]?.text ?? '';
    inputs = Object.keys(metafile.inputs);
  });

  it('are bundled without a platform', () => {
    for (const part of ['core', 'rules', 'languages']) {
      assert.ok(
        inputs.some((path) => path.startsWith(`server/${part}/`)),
        `server/${part} is not in the bundle.`,
      );
    }
    assert.deepEqual(
      inputs.filter((path) => /^server\/(?:lsp|cli|formats)\/|^client\//.test(path)),
      [],
    );
  });

  it('run where there is nothing but the language', () => {
    const context = bare();
    const bundle = runInContext(`${code};copydesk`, context, { filename: 'copydesk.js' }) as Bundle;
    const dirty = 'خبر قصير\n\n[ad_1]\n\nنص الخبر.\n';
    assert.deepEqual(
      Array.from(bundle.analyse(dirty, bundle.defaultSettings).findings, ({ rule }) => rule),
      ['residue/importer-marker'],
    );
    assert.equal(
      bundle.fix(dirty, bundle.defaultSettings, { safeties: ['safe'] }).text,
      'خبر قصير\n\nنص الخبر.\n',
    );
  });

  it('ask neither the clock nor chance', () => {
    // They are part of the language, so the bare context has them; take them away and the results must stand.
    const context = bare();
    const silence =
      'Math.random = Date.now = () => { throw new Error("The engine asked for chance or the time."); };';
    const bundle = runInContext(`${silence}${code};copydesk`, context, { filename: 'copydesk.js' }) as Bundle;
    assert.equal(bundle.analyse('خبر\n\nنص.\n\nالمصدر', bundle.defaultSettings).findings.length, 1);
  });
});
