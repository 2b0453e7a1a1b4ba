import {
  analyse,
  applyEdits,
  fix,
  messageOf,
  preferredFix,
  resolveSettings,
  titleOf,
} from '../../../server/index.ts';
import type { Finding, Fix, Rule, Settings } from '../../../server/index.ts';
import { collide } from '../../../server/core/text/edit.ts';
import { inOrder, write } from './notation.ts';
import type { Case } from './read.ts';

/** What a case made a rule do, to see afterwards whether the cases together exercise all of it. */
export interface Exercised {
  readonly messages: Set<string>;
  readonly titles: Set<string>;
  readonly safeties: Set<string>;
}

export function nothingExercised(): Exercised {
  return { messages: new Set(), titles: new Set(), safeties: new Set() };
}

/** What is wrong with a case, or with the rule it holds against; nothing if both agree. */
export function judge(rule: Rule, example: Case, exercised: Exercised): string[] {
  const settings = settingsFor(rule, example);
  const findings = findingsOf(rule, example.text, settings);
  const complaints = judgePlaces(example, findings);
  // Where the places are wrong, whatever is said about messages and fixes only hides it.
  if (complaints.length > 0) return complaints;
  return [
    ...judgeWords(rule, example, findings, exercised),
    ...judgeRelated(example, findings, exercised),
    ...judgeFixed(rule, example, findings, settings, exercised),
    ...judgeFurtherFixes(example, findings, exercised),
  ];
}

/** Default settings with the case's language and options; a rule that is off by default is switched on. */
function settingsFor(rule: Rule, example: Case): Settings {
  const severity = rule.severity === 'off' ? 'warning' : rule.severity;
  const { settings, problems } = resolveSettings({
    language: example.language,
    rules: { [rule.id]: { severity, ...example.options } },
  });
  const [problem] = problems;
  if (problem) throw new Error(`The case's settings are wrong: ${problem.message}`);
  return { ...settings, rules: new Map([...settings.rules].filter(([id]) => id === rule.id)) };
}

function findingsOf(rule: Rule, text: string, settings: Settings): Finding[] {
  return analyse(text, settings).findings.filter((finding) => finding.rule === rule.id);
}

function judgePlaces(example: Case, findings: readonly Finding[]): string[] {
  if (example.quiet && example.findings.length > 0) {
    return ['It stands where nothing may be found, and yet a place is marked in it.'];
  }
  if (!example.quiet && example.findings.length === 0) {
    return ['No place is marked in it. Mark what is to be found with ⟦…⟧, or move it to “Nothing to find”.'];
  }
  const expected = write(example.text, example.findings);
  const found = write(example.text, findings);
  return expected === found
    ? []
    : [`The rule finds something else.\nexpected:\n${expected}\nfound:\n${found}`];
}

function judgeWords(rule: Rule, example: Case, findings: readonly Finding[], exercised: Exercised): string[] {
  const complaints: string[] = [];
  const found = findings.map(({ message, severity }) =>
    severity === severityOf(rule) ? message : `${message} (${severity})`,
  );
  const stated = example.finds?.map(({ message, severity }) =>
    severity ? `${message} (${severity})` : message,
  );
  const several = Object.keys(rule.messages).length > 1;
  if (
    stated
      ? stated.join() !== found.join()
      : (several && found.length > 0) || found.some((name) => name.includes('('))
  ) {
    complaints.push(`It must say below the article:\nFinds: ${found.join(', ')}`);
  }
  for (const finding of findings) {
    exercised.messages.add(finding.message);
    const sentences = [
      messageOf(finding),
      ...finding.related.map(({ message }) => messageOf(finding, message)),
    ];
    for (const words of [...sentences, ...finding.fixes.map((one) => titleOf(finding, one))]) {
      if (/\{\w+\}/.test(words)) complaints.push(`A name in braces was never filled in: ${words}`);
    }
  }
  return complaints;
}

function severityOf(rule: Rule): string {
  return rule.severity === 'off' ? 'warning' : rule.severity;
}

/** Related places are held against the marks only where a case marks one, so that most cases stay plain. */
function judgeRelated(example: Case, findings: readonly Finding[], exercised: Exercised): string[] {
  if (example.related.length === 0) return [];
  const related = findings.flatMap((finding) => finding.related).sort(inOrder);
  for (const { message } of related) exercised.messages.add(message);
  const expected = write(example.text, [], example.related);
  const found = write(example.text, [], related);
  return expected === found
    ? []
    : [`The places it relates to are others.\nexpected:\n${expected}\nfound:\n${found}`];
}

function judgeFixed(
  rule: Rule,
  example: Case,
  findings: readonly Finding[],
  settings: Settings,
  exercised: Exercised,
): string[] {
  const preferred = findings
    .flatMap((finding) => preferredFix(finding) ?? [])
    .filter(({ safety }) => safety !== 'choice');
  for (const { title, safety } of preferred) {
    exercised.titles.add(title);
    exercised.safeties.add(safety);
  }
  if (preferred.length === 0) {
    return example.fixed === null
      ? []
      : ['It has a “fixed” block, but the rule offers no preferred fix here.'];
  }
  const result = fix(example.text, settings, { safeties: ['safe', 'review'], rules: [rule.id] });
  const complaints: string[] = [];
  if (result.text !== example.fixed) {
    const expected = example.fixed === null ? 'no “fixed” block' : write(example.fixed);
    complaints.push(`The fixed text differs.\nexpected:\n${expected}\nmade:\n${write(result.text)}`);
  }
  const again = fix(result.text, settings, { safeties: ['safe', 'review'], rules: [rule.id] });
  if (again.text !== result.text) complaints.push('Fixing the fixed text changes it again.');
  const left = result.findings.filter((finding) => (preferredFix(finding)?.safety ?? 'choice') !== 'choice');
  if (left.length > 0) complaints.push(`Fixing leaves what it could fix:\n${write(result.text, left)}`);
  return complaints;
}

function judgeFurtherFixes(example: Case, findings: readonly Finding[], exercised: Exercised): string[] {
  const complaints: string[] = [];
  const asserted = new Set<Fix>();
  for (const expected of example.fixes) {
    const named = findings.flatMap((finding) =>
      finding.fixes.filter((one) => one.title === expected.title || titleOf(finding, one) === expected.title),
    );
    if (named.length === 0) complaints.push(`No finding offers the fix “${expected.title}”.`);
    const edits = named.flatMap((one) => {
      asserted.add(one);
      exercised.titles.add(one.title);
      exercised.safeties.add(one.safety);
      return one.edits;
    });
    const apart = edits.filter(
      (edit, index) => !edits.slice(0, index).some((earlier) => collide(edit, earlier)),
    );
    const made = applyEdits(example.text, apart);
    if (named.length > 0 && made === example.text)
      complaints.push(`The fix “${expected.title}” changes nothing.`);
    if (made !== expected.text) {
      complaints.push(
        `The fix “${expected.title}” makes another text.\nexpected:\n${write(expected.text)}\nmade:\n${write(made)}`,
      );
    }
  }
  for (const finding of findings) {
    for (const one of finding.fixes) {
      if (asserted.has(one) || (one === preferredFix(finding) && one.safety !== 'choice')) continue;
      const made = write(applyEdits(example.text, one.edits));
      complaints.push(
        `Nothing asserts this fix. Add, if it is right:\n\`\`\`fix ${titleOf(finding, one)}\n${made}\n\`\`\``,
      );
    }
  }
  return complaints;
}
