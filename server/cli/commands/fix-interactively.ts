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
  let left = 0;
  // An article is looked at in its file as a whole.
  const inParts = { files: false, input: false, packedInput: false };
  for await (const { task, told, mandate } of new Run(
    job,
    { ...runOptionsOf(options), inParts },
    session,
  ).results(files)) {
    const findings = told.sums.reduce((sum, one) => sum + one.findings, 0);
    if (findings === 0) continue;
    if (interaction.over || mandate.faulty) {
      left += findings;
      session.found ||= told.sums.some((sum) => counts(sum, options.failOn));
      continue;
    }
    try {
      left += await interaction.file(task, mandate, options.compressed === true);
    } catch (error) {
      const why = `It could not be written and was left as it was. ${sentenceOf(error)}`;
      await session.fail(task.name, why);
    }
  }
  interaction.close();
  journal.close();
  if (left > 0) session.found = true;
  const rest = left > 0 ? ` Left: ${counted(left, 'problem')}.` : ' Nothing is left.';
  await session.out.write(`${interaction.summary}${rest}\n`);
}
