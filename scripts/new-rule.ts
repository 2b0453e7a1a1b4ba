import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Family } from '../server/core/engine/rule.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

/** The families, spelt as a record so that the type check fails when one is added and not listed here. */
const families: Readonly<Record<Family, true>> = {
  residue: true,
  structure: true,
  quotes: true,
  attribution: true,
  text: true,
};

/** Why a rule can't be made under this id; nothing if it can. */
function objection(id: string | undefined): string | undefined {
  if (id === undefined)
    return 'Which rule? Write “npm run new-rule family/name”, for example “quotes/never-closed”.';
  const parts = /^([^/]+)\/([^/]+)$/.exec(id);
  if (!parts)
    return `“${id}” is no rule’s id. It has two parts: family/name, for example “quotes/never-closed”.`;
  const [, family = '', name = ''] = parts;
  if (!Object.hasOwn(families, family)) {
    const known = Object.keys(families).join(', ');
    return `There is no family “${family}”. Choose one of ${known}; a new one belongs into server/core/engine/rule.ts first.`;
  }
  if (!/^[a-z]+(?:-[a-z]+)*$/.test(name)) {
    return `“${name}” can’t be a rule’s name. Write small letters a to z, words joined by hyphens: “never-closed”.`;
  }
  if (existsSync(`${root}server/rules/${id}`))
    return `The rule “${id}” exists already: server/rules/${id}. Choose another name.`;
  return undefined;
}

function make(id: string): void {
  const folder = `${root}server/rules/${id}/`;
  const rule = id.startsWith('residue/') ? 'residue-rule.ts' : 'rule.ts';
  mkdirSync(folder, { recursive: true });
  for (const [template, file] of [
    [rule, 'rule.ts'],
    ['README.md', 'README.md'],
    ['cases.md', 'cases.md'],
  ] as const) {
    const text = readFileSync(`${root}scripts/templates/${template}.template`, 'utf8');
    writeFileSync(folder + file, text.replaceAll('{{id}}', id));
  }
}

const [id] = process.argv.slice(2);
const refused = objection(id);
if (refused !== undefined || id === undefined) {
  console.error(refused);
  process.exitCode = 1;
} else {
  make(id);
  // A process of its own: this one has read the index as it was before.
  const generated = spawnSync(process.execPath, [`${root}scripts/generate.ts`], { stdio: 'inherit' });
  process.exitCode = generated.status ?? 1;
  console.log(
    `server/rules/${id} is made. Change rule.ts, cases.md and README.md, then run “npm run generate” and “npm test”.`,
  );
}
