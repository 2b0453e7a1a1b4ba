import type { Article, Quotation, Span } from '../index.ts';

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
export function sayAttribution(article: Article, quotation: Quotation): string {
  const { status, cue } = quotation.attribution;
  const kind = kinds[quotation.kind];
  const speaker = speakerOf(quotation);
  const by = cue ? ` The words that say so: ${shown(article, cue)}.` : '';
  switch (status) {
    case 'named':
      return speaker ? `${kind}, said by ${shown(article, speaker)}.${by}` : `${kind}.${by}`;
    case 'anonymous':
      return speaker
        ? `${kind}, said by a source without a name: ${shown(article, speaker)}.${by}`
        : `${kind}, said by a source without a name.${by}`;
    case 'carried':
      return `${kind}, ${sayCarried(article, quotation)}${by}`;
    case 'none':
      return `${kind}. Nobody is said to have spoken it.`;
    case 'not-needed':
      return `${kind}. It belongs to the sentence around it and needs no speaker of its own.`;
  }
}

function sayCarried(article: Article, { attribution }: Quotation): string {
  const { carriedFrom, speaker } = attribution;
  if (!carriedFrom) {
    return speaker
      ? `said by ${shown(article, speaker)}, who is not named before.`
      : 'said by somebody whom the text before names.';
  }
  const pronoun = speaker ? `${shown(article, speaker)}, that is ` : '';
  return `said by ${pronoun}${shown(article, carriedFrom)}, named last in paragraph ${String(paragraphOf(article, carriedFrom))}.`;
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
