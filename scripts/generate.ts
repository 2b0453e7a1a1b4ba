import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { delimiters, languageFiles } from './generate/language-files.ts';
import type { Output } from './generate/output.ts';
import { ruleIndex } from './generate/rule-index.ts';

/** The repository's folder, whichever folder the command is run in. */
const root = fileURLToPath(new URL('../', import.meta.url));
const checking = process.argv.includes('--check');

/** The outputs that differ from what is there. */
function stale(outputs: readonly Output[]): Output[] {
  return outputs.filter(
    ({ path, text }) => !existsSync(root + path) || readFileSync(root + path, 'utf8') !== text,
  );
}

function settle(outputs: readonly Output[]): boolean {
  const changed = stale(outputs);
  for (const { path, text, from } of changed) {
    if (checking)
      console.error(`${path} is out of date: it no longer follows from ${from}. Run “npm run generate”.`);
    else {
      mkdirSync(dirname(root + path), { recursive: true });
      writeFileSync(root + path, text);
      console.log(`${path} written from ${from}.`);
    }
  }
  return changed.length === 0 || !checking;
}

// The rest is made from the rules and languages as they are loaded, so it can only be judged once what they
// are loaded from is right.
const sourcesStand = settle([await ruleIndex(root), delimiters(), ...languageFiles(root)]);
if (!sourcesStand) process.exitCode = 1;
else {
  const { outputs } = await import('./generate/outputs.ts');
  const { languagesPage } = await import('./generate/languages-page.ts');
  if (!settle([...(await outputs(root)), await languagesPage(root)])) process.exitCode = 1;
}
