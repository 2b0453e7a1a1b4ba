import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build as bundle, type Plugin } from 'esbuild';
import { languageFile, lazyPackages, ready, usedOf, type LanguageFacts } from './lean-bundle.ts';

/** The folder beside the bundle in which what stands apart lies. */
const folder = 'apart';

/**
 * Puts the languages' facts, and the packages that `leanBundle` loads at their first use, into files of their own
 * beside the bundle: a program that starts again and again reads all of its bundle each time, and three quarters of
 * it are these. To be put before `leanBundle`.
 */
export const apart: Plugin = {
  name: 'apart',
  setup(build) {
    const { outdir = '', target, mainFields, absWorkingDir = process.cwd() } = build.initialOptions;
    const beside = join(absWorkingDir, outdir, folder);
    const packages = new Set<string>();

    build.onStart(async () => {
      await mkdir(beside, { recursive: true });
    });
    build.onLoad({ filter: languageFile }, async ({ path }) => {
      const facts = JSON.parse(await readFile(path, 'utf8')) as LanguageFacts;
      const name = basename(path);
      await writeFile(join(beside, name), JSON.stringify(facts));
      return { contents: moduleOf(facts, name), loader: 'js' };
    });
    build.onResolve({ filter: /./, namespace: 'at-first-use' }, ({ path, kind }) => {
      const name = path.replace(/^used-of:/, '');
      if (kind !== 'require-call' || !lazyPackages.test(name) || name.startsWith('node:')) return undefined;
      packages.add(name);
      return { path: `./${folder}/${fileOf(name)}`, external: true };
    });
    build.onEnd(async () => {
      await Promise.all(
        Array.from(packages, (name) =>
          bundle({
            absWorkingDir,
            stdin: { contents: exportsOf(name), resolveDir: absWorkingDir, loader: 'js' },
            outfile: join(beside, fileOf(name)),
            bundle: true,
            platform: 'node',
            format: 'cjs',
            minify: true,
            legalComments: 'linked',
            logLevel: 'warning',
            ...(target !== undefined && { target }),
            ...(mainFields && { mainFields }),
          }),
        ),
      );
    });
  },
};

const fileOf = (name: string): string => `${name.replaceAll(/[^\w-]+/g, '-').replace(/^-/, '')}.cjs`;

function exportsOf(name: string): string {
  const used = usedOf[name];
  return used
    ? `export { ${used.join(', ')} } from ${JSON.stringify(name)};`
    : `module.exports = require(${JSON.stringify(name)});`;
}

function moduleOf(facts: LanguageFacts, name: string): string {
  const fields = Object.entries(facts).map(([key, value]) => {
    const field = JSON.stringify(key);
    return ready.includes(key)
      ? `${field}: ${JSON.stringify(value)}`
      : `get ${field}() { return facts()[${field}]; }`;
  });
  return `
    import { readFileSync } from 'node:fs';
    import { join } from 'node:path';
    let known;
    const facts = () => (known ??= JSON.parse(readFileSync(join(__dirname, '${folder}', '${name}'), 'utf8')));
    export default { ${fields.join(', ')} };
  `;
}
