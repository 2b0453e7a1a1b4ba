import { directionOf } from './direction.ts';
import type { LineProblem, Piece, PieceKind, ProofLine } from './messages.ts';

/** A part of a line that is something; offsets are UTF-16 units of the line. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly kind: PieceKind;
}

/** One line of an article, cut wherever its looks change. */
export function proofLine(
  text: string,
  tokens: readonly Token[],
  problems: readonly LineProblem[],
  headline: boolean,
  article: 'rtl' | 'ltr',
): ProofLine {
  const blank = text.trim() === '';
  return {
    direction: directionOf(text, article),
    kind: blank ? 'empty' : headline ? 'headline' : 'paragraph',
    pieces: pieces(text, tokens, problems),
    problems,
  };
}

function pieces(text: string, tokens: readonly Token[], problems: readonly LineProblem[]): Piece[] {
  const cuts = new Set([0, text.length]);
  for (const { start, end } of [...tokens, ...problems]) cuts.add(start).add(end);
  const places = [...cuts].filter((place) => place <= text.length).sort((one, other) => one - other);
  const made: Piece[] = [];
  for (const [index, start] of places.entries()) {
    // A problem between two letters has no letters of its own, and a place nevertheless.
    const here = problems.flatMap((problem, number) =>
      problem.start === start && problem.end === start ? [number] : [],
    );
    if (here.length > 0) made.push({ text: '', problems: here });
    const end = places[index + 1];
    if (end === undefined) continue;
    made.push(piece(text.slice(start, end), { start, end }, tokens, problems));
  }
  return made;
}

function piece(
  text: string,
  span: { readonly start: number; readonly end: number },
  tokens: readonly Token[],
  problems: readonly LineProblem[],
): Piece {
  const within = (outer: { readonly start: number; readonly end: number }): boolean =>
    outer.start <= span.start && span.end <= outer.end && outer.start < outer.end;
  const kind = tokens.find(within)?.kind;
  const belongs = problems.flatMap((problem, index) => (within(problem) ? [index] : []));
  // The innermost last: a click means the smallest problem.
  belongs.sort((one, other) => length(problems[other]) - length(problems[one]));
  return { text, ...(kind && { kind }), ...(belongs.length > 0 && { problems: belongs }) };
}

function length(problem: LineProblem | undefined): number {
  return problem ? problem.end - problem.start : 0;
}
