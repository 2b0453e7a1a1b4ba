import type { Article, Quotation, Say, Span } from '../index.ts';

/** The innermost quotation that a place is in, its marks included. */
export function quotationAt(article: Article, offset: number): Quotation | undefined {
  return article.quotations
    .filter(({ start, end }) => start <= offset && offset <= end)
    .sort((one, other) => one.end - one.start - (other.end - other.start))[0];
}

/** The speaker's words: those beside the cue, or where they are carried, those they are carried from. */
export function speakerOf({ attribution }: Quotation): Span | null {
  const { status, speaker, carriedFrom } = attribution;
  return status === 'carried' ? (carriedFrom ?? speaker) : speaker;
}

const kinds: Readonly<Record<Quotation['kind'], string>> = {
  direct: 'Direct speech',
  partial: 'A partial quotation',
  within: 'A quotation within speech',
  title: 'A title',
  nickname: 'A nickname',
  slogan: 'A slogan',
  term: 'A term',
  foreign: 'A word of another language',
  scare: 'A word or two kept at a distance by quotation marks',
};

/** What a quotation is, in a word or two for the outline; direct speech needs none. */
export const kindNames: Readonly<Record<Quotation['kind'], string | null>> = {
  direct: null,
  partial: 'partial quotation',
  within: 'quotation within speech',
  title: 'title',
  nickname: 'nickname',
  slogan: 'slogan',
  term: 'term',
  foreign: 'foreign word',
  scare: 'scare quote',
};

/** Who says a quotation, by which words, and from where, in sentences. */
export function sayAttribution(article: Article, quotation: Quotation, say: Say): string {
  const { cue } = quotation.attribution;
  const sentence = sentenceOf(article, quotation, say(kinds[quotation.kind]), say);
  if (!cue || !attributed.has(quotation.attribution.status)) return sentence;
  return `${sentence} ${say('The words that say so: {cue}.', { cue: shown(article, cue) })}`;
}

/** How it stands with the speaker where words may say who it is. */
const attributed: ReadonlySet<Quotation['attribution']['status']> = new Set([
  'named',
  'anonymous',
  'carried',
]);

function sentenceOf(article: Article, quotation: Quotation, kind: string, say: Say): string {
  const span = speakerOf(quotation);
  const speaker = span ? shown(article, span) : '';
  switch (quotation.attribution.status) {
    case 'named':
      return span ? say('{kind}, said by {speaker}.', { kind, speaker }) : say('{kind}.', { kind });
    case 'anonymous':
      return span
        ? say('{kind}, said by a source without a name: {speaker}.', { kind, speaker })
        : say('{kind}, said by a source without a name.', { kind });
    case 'carried':
      return sayCarried(article, quotation, kind, say);
    case 'none':
      return say('{kind}. Nobody is said to have spoken it.', { kind });
    case 'not-needed':
      return say('{kind}. It belongs to the sentence around it and needs no speaker of its own.', { kind });
  }
}

function sayCarried(article: Article, { attribution }: Quotation, kind: string, say: Say): string {
  const { carriedFrom, speaker: here } = attribution;
  if (!carriedFrom) {
    return here
      ? say('{kind}, said by {speaker}, who is not named before.', { kind, speaker: shown(article, here) })
      : say('{kind}, said by somebody whom the text before names.', { kind });
  }
  const paragraph = String(paragraphOf(article, carriedFrom));
  const speaker = shown(article, carriedFrom);
  if (!here)
    return say('{kind}, said by {speaker}, named last in paragraph {paragraph}.', {
      kind,
      speaker,
      paragraph,
    });
  const pronoun = shown(article, here);
  return say('{kind}, said by {pronoun}, that is {speaker}, named last in paragraph {paragraph}.', {
    ...{ kind, pronoun, speaker, paragraph },
  });
}

/** The number of the paragraph a place is in, from 1 after the headline. */
function paragraphOf(article: Article, { start }: Span): number {
  const before = article.paragraphs.filter(
    (paragraph) => paragraph.kind === 'body' && paragraph.start <= start,
  );
  return Math.max(1, before.length);
}

/** So many characters of the text are enough to know it by. */
const longest = 120;

/** Words of the article within a sentence of ours. */
function shown({ text }: Article, { start, end }: Span): string {
  return isolated(shorten(text.slice(start, end), longest));
}

/** A text that neither turns the direction of what is around it nor is turned by it. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}

/** A text on one line, cut between words where it is longer than `most` UTF-16 units. */
export function shorten(text: string, most: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= most) return line;
  const cut = line
    .slice(0, most - 1)
    .toWellFormed()
    .replace(/\uFFFD$/u, '');
  const space = cut.lastIndexOf(' ');
  return `${space > most / 2 ? cut.slice(0, space) : cut}…`;
}
