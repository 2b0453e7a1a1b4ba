import { inEnglish, type Say } from '../engine/words.ts';
import { LinearExpression } from '../text/expression.ts';
import { residuePlaces, type ResiduePlace, type TextPattern } from './residue.ts';

/** A pattern of the user’s own: one of the first four keys says what is looked for. */
export interface OwnPattern {
  /** A whole line. */
  readonly line?: string;
  /** How a line begins. */
  readonly begins?: string;
  /** Words that a line holds. */
  readonly holds?: string;
  /** A whole line as a regular expression in RE2’s syntax; capitals make no difference. */
  readonly expression?: string;
  /** At most so many words. */
  readonly words?: number;
  readonly place?: ResiduePlace;
  readonly safety?: 'safe' | 'review';
}

export const ownKinds = ['line', 'begins', 'holds', 'expression'] as const;

/** What is wrong with a pattern of the user’s own, and in which of its keys; null if nothing is. */
export function ownPatternProblem(
  own: OwnPattern,
  say: Say = inEnglish,
): { key: string | null; message: string } | null {
  const given = ownKinds.filter((kind) => own[kind] !== undefined);
  if (given.length !== 1)
    return {
      key: given[1] ?? null,
      message: say('A pattern says one thing: write “line”, “begins”, “holds” or “expression”.'),
    };
  if (own.expression === undefined) return null;
  try {
    new LinearExpression(own.expression);
    return null;
  } catch (error) {
    const why = (error as Error).message.replace(/^error parsing regexp: /u, '');
    return {
      key: 'expression',
      message: say(
        'The expression can’t be used: {why}. Write it in RE2’s syntax, which has no look-around and no back-references.',
        { why },
      ),
    };
  }
}

/**
 * The patterns that a rule’s option holds: each is a line, or an {@link OwnPattern} as JSON. One that can’t be
 * read as such is a line.
 */
export function readOwnPatterns(texts: readonly string[]): TextPattern[] {
  return texts.map((text) => textPatternOf(parsed(text), text));
}

function parsed(text: string): OwnPattern {
  if (!text.startsWith('{')) return { line: text };
  try {
    const own = JSON.parse(text) as OwnPattern;
    return ownPatternProblem(own) === null ? own : { line: text };
  } catch {
    return { line: text };
  }
}

function textPatternOf(own: OwnPattern, name: string): TextPattern {
  const { line, begins, holds, expression, words, place } = own;
  return {
    name,
    ...(line === undefined ? {} : { lines: [line] }),
    ...(begins === undefined ? {} : { begins: [begins] }),
    ...(holds === undefined ? {} : { holds: [holds] }),
    ...(expression === undefined ? {} : { expression: new LinearExpression(expression) }),
    ...(words === undefined ? {} : { words }),
    place: place !== undefined && residuePlaces.includes(place) ? place : 'anywhere',
    safety: own.safety ?? 'safe',
    source: 'the configuration',
  };
}
