import type { Lexicon } from './lexicon.ts';
import type { Prose } from './prose.ts';
import type { SpeakerWords } from './speaker.ts';
import { endOfNounPhrase } from './phrase.ts';
import { withTail } from './tail.ts';

/** How far behind a verb its subject may stand where somebody spoken to, or where and when, comes between: in words. */
const longestBetween = 12;

/** A noun that is told by its article alone is no shorter than this, in letters. */
const shortestNoun = 3;

/**
 * The first word of a subject that stands behind an addressee or an adverbial: « disse à agência Cais o ministro »,
 * «сообщил агентству министр», “anunció este lunes en rueda de prensa la presidenta”. It begins with an article or an
 * office, right behind the noun that ends what comes between. Null if a clause or another verb begins first.
 */
export function subjectPastAdverbials(prose: Prose, from: number, limit: number): number | null {
  const { words, lexicon } = prose;
  let nouns = 0;
  for (let index = from; index < Math.min(limit, from + longestBetween); index++) {
    const form = words[index]?.form ?? '';
    if (index > from && !/^[\s"“”«»„-]*$/u.test(prose.gap(index))) return null;
    if (lexicon.relatives.has(form) || lexicon.complementisers.has(form) || lexicon.finiteVerbs.has(form))
      return null;
    if (prose.cueAt(index)?.verb && !prose.cueAt(index)?.verb?.weak) return null;
    const doubled = lexicon.determiners.has(words[index + 1]?.form ?? '');
    if (nouns > 0 && ((begins(lexicon, form) && !doubled) || followsAddressee(prose, index))) return index;
    // A day of the week says when all by itself, though a preposition may stand before it.
    const joins =
      lexicon.functionWords.has(form) || lexicon.genitives.has(form) || lexicon.determiners.has(form);
    if (joins) nouns = 0;
    else nouns++;
  }
  return null;
}

/** Whether a word may begin a subject wherever it stands: an article, or an office in the subject's case. */
function begins(lexicon: Lexicon, form: string): boolean {
  if (lexicon.roles.has(form)) return !isOblique(lexicon, form);
  if (lexicon.boundaries.has(form) || lexicon.genitives.has(form)) return false;
  return lexicon.determiners.has(form) || isElidedArticle(lexicon, form);
}

/** Behind a noun in the dative another noun is the subject: «пожаловалась корреспонденту пассажирка». */
function followsAddressee(prose: Prose, index: number): boolean {
  const { words, lexicon } = prose;
  const [before, word] = [words[index - 1], words[index]];
  if (
    !before ||
    !word ||
    before.capital ||
    !/^\s+$/u.test(prose.gap(index)) ||
    !isOblique(lexicon, before.form)
  )
    return false;
  if (lexicon.functionWords.has(word.form) || lexicon.boundaries.has(word.form)) return false;
  return !isOblique(lexicon, word.form);
}

/** « l’amministratrice »: the article is written together with its noun, as prepositions are. */
function isElidedArticle(lexicon: Lexicon, form: string): boolean {
  const elided = /^\p{L}{1,5}'/u.exec(form)?.[0];
  return (
    elided !== undefined && lexicon.joinedPrefixes.has(elided) && !lexicon.joinedPrepositions.has(elided)
  );
}

/** Whether a noun has the ending of a case in which no subject stands: «агентству». */
export function isOblique(lexicon: Lexicon, form: string): boolean {
  return lexicon.obliqueEndings.some((ending) => form.endsWith(ending));
}

/** A subject that only its article tells: « se plaint une passagère qui a attendu ». */
export function commonNoun(prose: Prose, first: number, limit: number): SpeakerWords | null {
  const { words, lexicon } = prose;
  const [article, noun] = [words[first], words[first + 1]];
  if (lexicon.obliqueEndings.length > 0) return bareNoun(prose, first, limit);
  if (!article || !noun || first + 1 >= limit || !/^\s+$/u.test(prose.gap(first + 1))) return null;
  if (!lexicon.determiners.has(article.form) || lexicon.boundaries.has(article.form)) return null;
  const { form } = noun;
  if (noun.capital || form.length < shortestNoun || lexicon.functionWords.has(form)) return null;
  if (lexicon.boundaries.has(form) || lexicon.finiteVerbs.has(form) || prose.cueAt(first + 1)) return null;
  const next = words[first + 2]?.form ?? '';
  const ends =
    first + 2 >= words.length ||
    !/^\s+$/u.test(prose.gap(first + 2)) ||
    lexicon.relatives.has(next) ||
    lexicon.genitives.has(next) ||
    lexicon.boundaries.has(next);
  return ends ? { first, last: withTail(prose, endOfNounPhrase(prose, first, limit), limit) } : null;
}

/** The most words of a subject that neither an office nor a capital tells: «местные жители». */
const longestBare = 3;

/** A noun alone, where a language has no articles: it must end its clause, or a comma follow. */
function bareNoun(prose: Prose, first: number, limit: number): SpeakerWords | null {
  const { words, lexicon } = prose;
  for (let last = first; last < Math.min(limit, first + longestBare); last++) {
    const word = words[last];
    if (!word || word.capital || word.form.length < shortestNoun || isOblique(lexicon, word.form))
      return null;
    if (lexicon.functionWords.has(word.form) || lexicon.boundaries.has(word.form)) return null;
    // Most words on -о are adverbs.
    if (prose.cueAt(last) || lexicon.finiteVerbs.has(word.form) || /[оo]$/u.test(word.form)) return null;
    if (!/^\s+$/u.test(prose.gap(last + 1))) return { first, last: withTail(prose, last + 1, limit) };
  }
  return null;
}

/** How many words a remark between two commas may have: “dice, emocionada, Rosa Peña”. */
const longestRemark = 4;

/** The word behind a remark between two commas that follows a verb; null if there is none. */
export function pastRemark(prose: Prose, from: number, limit: number): number | null {
  if (!/^,\s+$/u.test(prose.gap(from))) return null;
  for (let index = from + 1; index <= Math.min(limit - 1, from + longestRemark); index++) {
    const gap = prose.gap(index);
    if (/^,\s+$/u.test(gap)) return index;
    if (!/^\s+$/u.test(gap)) return null;
  }
  return null;
}
