import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/**
 * Bundles so that nothing is read or loaded before it is needed.
 *
 * A language's facts become text that is parsed when the first of them is asked for: an article needs one
 * language of all, and parsing the others would be most of the program's start. What may be asked of all
 * languages at once, the tag and the name, stands ready.
 *
 * Packages and parts of Node that most runs do without, or that cost more than the run when they are loaded, are loaded at the
 * first use of what they export.
 *
 * The parser of arguments can start subcommands that are programs of their own. Copydesk has none, and
 * loading what starts processes takes longer than parsing the arguments, so it waits until it is called.
 */
export const leanBundle: Plugin = {
  name: 'lean-bundle',
  setup(build) {
    build.onLoad({ filter: languageFile }, async ({ path }) => ({
      contents: languageModule(JSON.parse(await readFile(path, 'utf8')) as LanguageFacts),
      loader: 'js',
    }));
    // Where a package needs another one, it is loaded for the sake of it already.
    build.onResolve({ filter: lazyPackages }, ({ path, kind, importer, namespace, resolveDir }) =>
      kind === 'import-statement' && namespace === 'file' && !/[\\/]node_modules[\\/]/.test(importer)
        ? { path, namespace: 'at-first-use', pluginData: { resolveDir }, sideEffects: false }
        : undefined,
    );
    build.onLoad({ filter: /./, namespace: 'at-first-use' }, async ({ path, pluginData }) => ({
      contents: lazyModule(path, usedOf[path] ?? Object.keys((await import(path)) as object)),
      loader: 'js',
      resolveDir: (pluginData as { resolveDir: string }).resolveDir,
    }));
    build.onResolve({ filter: /^used-of:/ }, ({ path, resolveDir }) => ({
      path: path.slice('used-of:'.length),
      namespace: 'used-of',
      pluginData: { resolveDir },
    }));
    build.onLoad({ filter: /./, namespace: 'used-of' }, ({ path, pluginData }) => ({
      contents: `export { ${(usedOf[path] ?? []).join(', ')} } from ${JSON.stringify(path)};`,
      loader: 'js',
      resolveDir: (pluginData as { resolveDir: string }).resolveDir,
    }));
    build.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path: 'child_process', namespace: 'when-called' } : undefined,
    );
    // Few runs meet a compressed file or a large one, or ask for a terminal before there is anything to say.
    build.onResolve({ filter: /^node:(?:zlib|v8|tty)$/ }, ({ path, namespace }) =>
      namespace === 'file' ? { path, namespace: 'when-asked' } : undefined,
    );
    // A getter for each name: what imports it as a namespace copies the names that are there.
    build.onLoad({ filter: /./, namespace: 'when-asked' }, async ({ path }) => ({
      contents: `for (const key of ${JSON.stringify(Object.keys((await import(path)) as object))})
        Object.defineProperty(exports, key, { enumerable: true, get: () => require(${JSON.stringify(path)})[key] });`,
      loader: 'js',
    }));
    build.onLoad({ filter: /^child_process$/, namespace: 'when-called' }, () => ({
      contents: `exports.spawn = (...args) => require('node:child_process').spawn(...args);`,
      loader: 'js',
    }));
  },
};

/** A language’s facts as its file holds them. */
export type LanguageFacts = Readonly<Record<string, unknown>>;

/** The files of the languages’ facts. */
export const languageFile = /[\\/]server[\\/]languages[\\/][a-z]{2,3}(-\w+)?\.json$/;

export const lazyPackages =
  /^(?:tinyld(?:\/\w+)?|re2js|entities(?:\/\w+)?|@cfworker\/json-schema|jsonc-parser|picomatch|smol-toml|yaml|fastest-levenshtein|saxes|htmlparser2|node:crypto|node:readline)$/;

/** What is used of packages that bring much more, so that the rest stays out. */
export const usedOf: Readonly<Record<string, readonly string[]>> = { htmlparser2: ['Parser'] };

/** A module with the exports of a package, each standing for the real one, which is loaded when it is used. */
function lazyModule(name: string, exported: readonly string[]): string {
  const names = exported.filter((key) => key !== 'default' && /^[A-Za-z_$][\w$]*$/.test(key));
  return `
    let loaded;
    const load = () => (loaded ??= require(${JSON.stringify(usedOf[name] ? `used-of:${name}` : name)}));
    const standIn = (real) => new Proxy(function () {}, {
      apply: (_, self, args) => Reflect.apply(real(), self, args),
      construct: (_, args) => Reflect.construct(real(), args),
      get: (_, key) => {
        const whole = real();
        const value = whole[key];
        return typeof value === 'function' ? value.bind(whole) : value;
      },
    });
    ${names.map((key) => `export const ${key} = /* @__PURE__ */ standIn(() => load().${key});`).join('\n')}
    export default /* @__PURE__ */ standIn(() => load().default ?? load());
  `;
}

/** What stands ready of a language’s facts. */
export const ready = ['language', 'name'];

function languageModule(facts: LanguageFacts): string {
  const fields = Object.entries(facts).map(([key, value]) => {
    const name = JSON.stringify(key);
    return ready.includes(key)
      ? `${name}: ${JSON.stringify(value)}`
      : `get ${name}() { return facts()[${name}]; }`;
  });
  return `
    let known;
    const facts = () => (known ??= JSON.parse(${JSON.stringify(JSON.stringify(facts))}));
    export default { ${fields.join(', ')} };
  `;
}
