import type { LineProblem, Piece, ProofLine } from '../messages.ts';

/** The element of a line. Text is only ever put in as text, whatever an article holds. */
export function lineElement(line: ProofLine, headlineWord: string): HTMLElement {
  const made = document.createElement(line.kind === 'headline' ? 'h1' : 'p');
  made.className = `line ${line.kind}`;
  made.dir = line.direction;
  if (line.kind === 'headline') made.title = headlineWord;
  for (const piece of line.pieces) made.append(pieceElement(piece, line.problems));
  // An empty line keeps its place, so that lines are counted as the editor counts them.
  if (line.kind === 'empty') made.setAttribute('aria-hidden', 'true');
  return made;
}

function pieceElement(piece: Piece, problems: readonly LineProblem[]): Node {
  const text = document.createTextNode(piece.text);
  const index = piece.problems?.at(-1);
  const problem = index === undefined ? undefined : problems[index];
  if (index === undefined || !problem) return piece.kind ? dressed('span', piece, text) : text;
  const mark = dressed('mark', piece, text);
  mark.classList.add(problem.severity);
  if (piece.text === '') mark.classList.add('gap');
  mark.tabIndex = 0;
  mark.setAttribute('role', 'button');
  mark.setAttribute('aria-haspopup', 'dialog');
  // Read after the text itself, which a label would take the place of.
  mark.setAttribute('aria-description', problem.message);
  mark.title = problem.message;
  mark.dataset['problem'] = String(index);
  mark.dataset['start'] = String(problem.start);
  return mark;
}

function dressed(tag: 'span' | 'mark', { kind }: Piece, text: Text): HTMLElement {
  // Struck out also for those who hear it.
  const made = document.createElement(tag);
  if (kind) made.classList.add(kind);
  if (kind === 'residue') {
    const deleted = document.createElement('del');
    deleted.append(text);
    made.append(deleted);
  } else made.append(text);
  return made;
}
