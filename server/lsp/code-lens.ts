import type { CodeLens } from 'vscode-languageserver';
import type { Say } from '../index.ts';
import type { Abilities } from './abilities.ts';
import { fixCommand, isSafelyFixable, type FixTicket } from './code-actions.ts';
import { toRange } from './convert.ts';
import type { JudgedArticle } from './judgements.ts';

/** Above the headline: how much is wrong, and, to be clicked, what is safe to put right. */
export function codeLensesOf({ document, analysis }: JudgedArticle, { say }: Abilities): CodeLens[] {
  const { findings, article } = analysis;
  const [first] = article.paragraphs;
  if (!first || findings.length === 0) return [];
  const range = toRange(document, first);
  const problems = sayProblems(findings.length, say);
  const safe = findings.filter(isSafelyFixable).length;
  if (safe === 0) return [{ range, command: { title: problems, command: '' } }];
  // Whatever the article has become when it is clicked: what is safe then is what is meant.
  const ticket: FixTicket = { uri: document.uri, what: 'safe' };
  const title = say('{problems}, {safe} safe: fix', { problems, safe: String(safe) });
  return [{ range, command: { title, command: fixCommand, arguments: [ticket] } }];
}

export function sayProblems(count: number, say: Say): string {
  return count === 1 ? say('1 problem') : say('{count} problems', { count: String(count) });
}
