import { readdirSync } from 'node:fs';
import { formatted, type Output } from './output.ts';

/** The list of all rules, from the folders in which they stand. */
export async function ruleIndex(root: string): Promise<Output> {
  const path = 'server/rules/index.ts';
  const ids = ruleFolders(root);
  const names = importNames(ids);
  const imports = ids.map((id) => `import ${names.get(id) ?? ''} from './${id}/rule.ts';`);
  const source = [
    '// Generated from the folders of server/rules by `npm run generate`. Do not edit.',
    "import type { Rule } from '../core/engine/rule.ts';",
    ...imports,
    '',
    '/** All rules, in the order of their ids. */',
    `export const rules: readonly Rule[] = [${[...names.values()].join(', ')}];`,
  ];
  return { path, text: await formatted(root, path, source.join('\n')), from: 'the folders of server/rules' };
}

/** The ids of all rules: their folders' paths, sorted. */
function ruleFolders(root: string): string[] {
  const files = readdirSync(`${root}server/rules`, { recursive: true, encoding: 'utf8' });
  const ids = files.map((file) => /^([^/\\]+)[/\\]([^/\\]+)[/\\]rule\.ts$/.exec(file));
  // Not by locale: every machine must write the same file.
  return ids.flatMap((parts) => (parts ? [`${parts[1] ?? ''}/${parts[2] ?? ''}`] : [])).sort();
}

/** A name for each import: the rule's own, led by its family where two families have the same. */
function importNames(ids: readonly string[]): Map<string, string> {
  const own = ids.map((id) => camelCase(id.slice(id.indexOf('/') + 1)));
  return new Map(
    ids.map((id, index) => {
      const name = own[index] ?? '';
      const shared = own.filter((other) => other === name).length > 1;
      return [id, shared || reserved.has(name) ? camelCase(id.replace('/', '-')) : name];
    }),
  );
}

/** Words that a rule may well be called and an import may not, and the index's own name. */
const reserved = new Set([
  'rules',
  'default',
  'delete',
  'new',
  'return',
  'this',
  'void',
  'with',
  'in',
  'case',
]);

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
