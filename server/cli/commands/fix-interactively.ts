import { Interaction } from '../interactive.ts';
import { Journal } from '../journal.ts';
import { counted, counts } from '../report/words.ts';
import type { Session } from '../session.ts';
import { sentenceOf } from '../system-errors.ts';
import type { Job } from '../work/job.ts';
import { Run } from '../work/run.ts';
import { runOptionsOf, type ReadingOptions } from './options.ts';

/** Asks about every finding, article by article. */
export async function interactively(
  files: readonly string[],
  options: ReadingOptions & { readonly compressed?: boolean },
  session: Session,
): Promise<void> {
  const journal = new Journal(new Date());
  const interaction = new Interaction(session, journal);
  const style = { terminal: false, colour: false };
  const job: Job = { command: 'check', format: 'none', style, safeties: [], diff: false };
  let articles = 0;
  let left = 0;
  // An article is looked at in its file as a whole.
  const inParts = { files: false, input: false, packedInput: false };
  for await (const { task, told, mandate } of new Run(
    job,
    { ...runOptionsOf(options), inParts },
    session,
  ).results(files)) {
    articles += told.sums.length;
    let { sums } = told;
    if (!interaction.over && !mandate.faulty && sums.some((sum) => sum.findings > 0)) {
      try {
        sums = await interaction.file(task, mandate, options.compressed === true);
      } catch (error) {
        const why = `It could not be written and was left as it was. ${sentenceOf(error)}`;
        await session.fail(task.name, why);
      }
    }
    for (const sum of sums) {
      left += sum.findings;
      session.found ||= counts(sum, options.failOn);
    }
  }
  interaction.close();
  journal.close();
  // What could not be read was told.
  if (articles === 0) return;
  const rest = left > 0 ? ` Left: ${counted(left, 'problem')}.` : ' Nothing is left.';
  await session.out.write(`${interaction.summary}${rest}\n`);
}
