import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { Argument, Option, type Command } from 'commander';
import { configurationNames } from '../../formats/configuration-file.ts';
import { presetWords, type PresetName } from '../../presets.ts';
import { writeWhole } from '../kept-file.ts';
import { counted, grouped, Tally } from '../report/words.ts';
import type { Session } from '../session.ts';
import { sentenceOf } from '../system-errors.ts';
import type { Job } from '../work/job.ts';
import { Run } from '../work/run.ts';

const examples = `
Examples:
  copydesk init corpus                     look at the articles, write corpus/copydesk.json
  copydesk init --preset mission corpus    start from a preset

Presets:
${Object.entries(presetWords)
  .map(([name, words]) => `  ${name}: ${words}`)
  .join('\n')}

Exit code: 0 written; 2 something could not be done.`;

/** A language counts as the corpus's own if so many of its articles are in it. */
const nearlyAll = 0.98;

/** `copydesk init`: writes a configuration for a folder after looking at it. */
export function addInit(program: Command, session: Session): void {
  program
    .command('init')
    .summary('write a configuration for a folder')
    .description(
      'Looks at the articles of a folder and writes a copydesk.json for them. Changes nothing else.',
    )
    .addArgument(new Argument('[folder]', 'the folder of the corpus').default('.'))
    .addOption(new Option('--preset <name>', 'what to start from').choices(Object.keys(presetWords)))
    .addHelpText('after', examples)
    .action((folder: string, { preset }: { preset?: PresetName }) => init(folder, preset, session));
}

async function init(folder: string, preset: PresetName | undefined, session: Session): Promise<void> {
  const standing = configurationNames.map((name) => join(resolve(folder), name)).find(existsSync);
  if (standing !== undefined) {
    await session.fail(
      relative(process.cwd(), standing),
      'There is a configuration already. It was left as it is.',
    );
    return;
  }
  const job: Job = {
    command: 'check',
    format: 'none',
    style: { terminal: false, colour: false },
    safeties: [],
    diff: false,
  };
  const tally = new Tally();
  const languages = new Map<string, number>();
  for await (const { task, told } of new Run(job, {}, session).results([folder])) {
    for (const sum of told.sums) {
      tally.add(task.name, sum);
      languages.set(sum.language, (languages.get(sum.language) ?? 0) + 1);
    }
  }
  if (tally.articles === 0) return;
  const path = join(folder, 'copydesk.json');
  try {
    writeWhole(path, configurationFor(tally, languages, preset));
    await session.out.write(
      `Wrote ${path} after looking at ${counted(tally.articles, 'article')}. Commit that file.\n`,
    );
  } catch (error) {
    await session.fail(path, `It could not be written. ${sentenceOf(error)}`);
  }
}

function configurationFor(
  tally: Tally,
  languages: ReadonlyMap<string, number>,
  preset: PresetName | undefined,
): string {
  const [top, ...others] = [...languages].sort(([, one], [, other]) => other - one);
  const [first, most] = top ?? ['und', 0];
  const own = first !== 'und' && most >= nearlyAll * tally.articles;
  const seen = [[first, most] as const, ...others]
    .map(([tag, count]) => `${tag}: ${grouped(count)}`)
    .join(', ');
  const ruleLines = tally.byRule.map(
    ([rule, count]) => `    // "${rule}": "warning", // ${counted(count, 'problem')} today`,
  );
  return [
    '{',
    '  // Settings of Copydesk for the articles here and below, for the editor and the command line.',
    ...(preset === undefined ? [] : [`  // ${presetWords[preset]}`, `  "preset": "${preset}",`]),
    `  // Articles by language: ${seen}.`,
    own ? `  "language": "${first}",` : '  "language": "auto",',
    '  // Folders and files that are no articles, as in a .gitignore.',
    '  "exclude": [],',
    '  // A rule that is not named here keeps its severity. Take the slashes away to change one:',
    '  // "off", "hint", "information", "warning" or "error".',
    '  "rules": {',
    ...ruleLines,
    '  },',
    '}',
    '',
  ].join('\n');
}
