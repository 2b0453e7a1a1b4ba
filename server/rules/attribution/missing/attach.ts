import type { Article, Quotation } from '../../../core/article.ts';
import type { LanguageData, Naming } from '../../../core/language.ts';
import { slice } from '../../../core/text/span.ts';
import type { Edit } from '../../../core/text/edit.ts';

/** Somebody who speaks in the article, as an attribution would name them. */
interface Candidate {
  readonly words: string;
  readonly verb: string;
}

/** How many speakers are offered. */
const mostOffered = 3;

/** A speaker with more words than fit into a menu entry is not offered. */
const longestSpeaker = 60;

/** How much nearer a speaker must be to outweigh one more speech of another: in quotations. */
const quotationsPerSpeech = 2;

/** How many quotations away a speaker may be, before and after. */
const neighbourhood = 40;

/** A quotation's speaker, if the article names one, with what a clause about them needs. */
interface Speaking extends Candidate {
  /** What tells one speaker from another: the last word of the name. */
  readonly key: string;
}

/**
 * The speakers of an article, for attributing the speech that nobody says. Read once an article; for one
 * quotation only those of its neighbourhood are weighed, so that the work stays linear.
 */
export class Speakers {
  readonly #article: Article;
  readonly #language: LanguageData;
  readonly #spoken: readonly (Speaking | null)[];

  constructor(article: Article, language: LanguageData) {
    this.#article = article;
    this.#language = language;
    const { naming } = language.cues;
    this.#spoken = naming ? article.quotations.map((quotation) => this.#speakerOf(quotation, naming)) : [];
  }

  /** Ways to attribute the quotation at an index to somebody who speaks near it, the likeliest first. */
  attachments(index: number): { words: string; edits: Edit[] }[] {
    const quotation = this.#article.quotations[index];
    const { naming } = this.#language.cues;
    if (!naming || !quotation?.close || quotation.continued) return [];
    return this.#candidates(index).map(({ words, verb }) => {
      const clause = naming.order === 'verb-first' ? `${verb} ${words}` : `${words} ${verb}`;
      return { words: clause, edits: attach(this.#article.text, this.#language, naming, quotation, clause) };
    });
  }

  #speakerOf({ attribution }: Quotation, naming: Naming): Speaking | null {
    const { speaker, cue, status } = attribution;
    if (status !== 'named' || !speaker) return null;
    const words = nameIn(slice(this.#article.text, speaker), this.#language);
    if (words === null) return null;
    const cueWords = cue ? slice(this.#article.text, cue) : '';
    const feminine = naming.feminineEndings?.some((ending) => cueWords.endsWith(ending));
    const verb = feminine ? (naming.feminine ?? naming.verb) : naming.verb;
    return { words, verb, key: words.slice(lastSpace(words) + 1) };
  }

  /** The speakers of the neighbourhood, by how near and how often they speak. */
  #candidates(at: number): Candidate[] {
    const speakers = new Map<string, Candidate & { count: number; distance: number }>();
    const last = Math.min(this.#spoken.length, at + neighbourhood + 1);
    for (let index = Math.max(0, at - neighbourhood); index < last; index++) {
      const spoken = this.#spoken[index];
      if (!spoken) continue;
      const known = speakers.get(spoken.key);
      const distance = Math.abs(index - at);
      speakers.set(spoken.key, {
        words: known && known.words.length <= spoken.words.length ? known.words : spoken.words,
        verb: known?.verb ?? spoken.verb,
        count: (known?.count ?? 0) + 1,
        distance: Math.min(known?.distance ?? distance, distance),
      });
    }
    const rank = ({ count, distance }: { count: number; distance: number }): number =>
      distance - count * quotationsPerSpeech;
    return [...speakers.values()].sort((one, other) => rank(one) - rank(other)).slice(0, mostOffered);
  }
}

/** The name without what a comma adds to it; null where it is too long for a menu. */
function nameIn(words: string, language: LanguageData): string | null {
  const end = words.search(/[,،(\n]/u);
  const name = (end < 0 ? words : words.slice(0, end)).trim();
  if (name === '' || name.length > longestSpeaker) return null;
  const first = /^\S*/u.exec(name)?.[0] ?? '';
  const lower = first.toLowerCase();
  // An article that began its sentence stands within one now.
  return language.speakers.determiners.includes(lower) ? lower + name.slice(first.length) : name;
}

/** Where the last white space in a name stands; −1 if there is none. */
function lastSpace(name: string): number {
  let at = name.length - 1;
  while (at >= 0 && !/\s/u.test(name.charAt(at))) at--;
  return at;
}

/** The edits that put a clause behind a quotation, with the punctuation of the language. */
function attach(
  text: string,
  language: LanguageData,
  naming: Naming,
  quotation: Quotation,
  clause: string,
): Edit[] {
  const { close } = quotation;
  if (!close) return [];
  const edits: Edit[] = [];
  let end = close.start;
  while (end > quotation.start && /\s/u.test(text.charAt(end - 1))) end--;
  const last = text.charAt(end - 1);
  const asks = /[!?؟…]/u.test(last);
  if (language.quotation.punctuation === 'inside') {
    if (last === '.') edits.push({ start: end - 1, end, newText: ',' });
    else if (!asks && last !== ',') edits.push({ start: end, end, newText: ',' });
  } else if (last === '.') edits.push({ start: end - 1, end, newText: '' });
  const stop = /^[.,،;:!?؟]/u.test(text.slice(close.end, close.end + 1)) ? '' : '.';
  const joint = asks ? naming.jointAfterMark : naming.joint;
  return [...edits, { start: close.end, end: close.end, newText: joint + clause + stop }];
}
