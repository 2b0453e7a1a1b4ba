import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/**
 * Bundles a language's facts as text that is read when the first of them is asked for. An article needs one
 * language of all, and reading the others would be most of the program's start. What may be asked of all
 * languages at once, the tag and the name, stands ready.
 */
export const lazyLanguages: Plugin = {
  name: 'lazy-languages',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]server[\\/]languages[\\/][a-z]{2,3}(-\w+)?\.json$/ }, async ({ path }) => ({
      contents: moduleOf(JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>),
      loader: 'js',
    }));
  },
};

const ready = ['language', 'name'];

function moduleOf(facts: Record<string, unknown>): string {
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
