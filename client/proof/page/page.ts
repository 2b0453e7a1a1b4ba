import type { FromPage, Position, ProblemPlace, ToPage, Words } from '../messages.ts';
import { Card } from './card.ts';
import { lineElement } from './line.ts';

/** The page of the proof view. It shows what it is sent and says what was clicked; it judges nothing. */

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void };

const editor = acquireVsCodeApi();
const postMessage = (message: FromPage): void => {
  editor.postMessage(message);
};
const article = element('article');
const summary = element('summary');
const help = element('help');
const card = new Card(postMessage);

let words: Words | undefined;

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no “${id}”.`);
  return found;
}

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  switch (data.type) {
    case 'words':
      ({ words } = data);
      card.words = words;
      help.textContent = words.help;
      break;
    case 'nothing':
      card.close();
      article.replaceChildren();
      summary.textContent = words?.nothing ?? '';
      break;
    case 'lines':
      showLines(data);
      break;
    case 'cursor':
      showCursor(data);
      break;
    case 'fixes':
      card.showFixes(data.place, data.fixes);
      break;
  }
});

function showLines({
  anew,
  from,
  remove,
  lines,
  language,
  direction,
  count,
}: Extract<ToPage, { type: 'lines' }>): void {
  const focused = placeOf(document.activeElement);
  card.close();
  article.lang = language;
  article.dir = direction;
  const made = lines.map((line) => lineElement(line, words?.headline ?? ''));
  if (anew) {
    article.replaceChildren(...made);
    window.scrollTo(0, 0);
  } else {
    const old = [...article.children].slice(from, from + remove);
    const next = article.children[from + remove] ?? null;
    for (const line of old) line.remove();
    for (const line of made) article.insertBefore(line, next);
    // What was fixed is gone, and the focus with it: on to the next problem.
    if (focused && !placeOf(document.activeElement)) focusFrom(focused);
  }
  summary.textContent =
    count === 0 ? (words?.noProblems ?? '') : (words?.problems ?? '').replace('{0}', String(count));
}

/** Marks the paragraph that the editor’s cursor is in, and brings it into view. */
function showCursor({ line }: Position): void {
  article.querySelector('.current')?.classList.remove('current');
  const current = article.children[line];
  current?.classList.add('current');
  // Whoever reads here scrolls here.
  if (!document.hasFocus()) current?.scrollIntoView({ block: 'nearest' });
}

function marks(): HTMLElement[] {
  return [...article.querySelectorAll<HTMLElement>('mark')];
}

/** Where the problem is that an element shows. */
function placeOf(shown: Element | null): ProblemPlace | undefined {
  const mark = shown?.closest<HTMLElement>('mark') ?? (shown?.closest('.card') ? card.mark : undefined);
  const line = mark?.closest('.line');
  if (!mark || !line) return undefined;
  return { line: [...article.children].indexOf(line), index: Number(mark.dataset['problem']) };
}

function focusFrom({ line }: ProblemPlace): void {
  const next = marks().find((mark) => (placeOf(mark)?.line ?? -1) >= line) ?? marks()[0];
  next?.focus();
}

function step(forward: boolean): void {
  const all = marks();
  const current = all.indexOf(document.activeElement as HTMLElement);
  const at = current >= 0 ? current + (forward ? 1 : -1) : forward ? 0 : all.length - 1;
  const next = all.at(at % all.length);
  card.close();
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

function open(mark: HTMLElement): void {
  const place = placeOf(mark);
  if (place) card.open(mark, place);
}

/** How many UTF-16 units of a line stand before a place in the page. */
function positionAt(x: number, y: number): Position | undefined {
  const caret = document.caretPositionFromPoint(x, y);
  const line = caret?.offsetNode.parentElement?.closest('.line');
  if (!caret || !line) return undefined;
  const before = document.createRange();
  before.setStart(line, 0);
  before.setEnd(caret.offsetNode, caret.offset);
  return { line: [...article.children].indexOf(line), character: before.toString().length };
}

article.addEventListener('click', (event) => {
  const target = event.target as Element;
  const position = positionAt(event.clientX, event.clientY);
  if (position) postMessage({ type: 'goTo', focus: event.detail > 1, ...position });
  const mark = target.closest<HTMLElement>('mark');
  if (mark) open(mark);
  else if (!target.closest('.card')) card.close();
});

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target as HTMLElement;
  if (event.key === 'Escape') {
    const { mark } = card;
    card.close();
    mark?.focus();
  } else if (event.key === 'n' || event.key === 'j') step(true);
  else if (event.key === 'p' || event.key === 'k') step(false);
  else if (target.tagName === 'MARK' && (event.key === 'Enter' || event.key === ' ')) open(target);
  else if (event.key === 'e') {
    const place = placeOf(target);
    const line =
      place?.line ?? [...article.children].findIndex((child) => child.classList.contains('current'));
    postMessage({
      type: 'goTo',
      focus: true,
      line: Math.max(line, 0),
      character: Number(target.dataset['start'] ?? 0),
    });
  } else return;
  event.preventDefault();
});

postMessage({ type: 'ready' });
