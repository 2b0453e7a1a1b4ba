import type { KindWords } from './kind-words.ts';
import { isCased } from './lexicon.ts';
import type { Placed } from './named-kind.ts';
import type { Prose } from './prose.ts';
import { countWords } from './words.ts';

/** A nickname between given name and family name: “The Rock”, in words. */
const mostBetweenNames = 3;

/** Between given name and family name, or a word that only nicknames begin with: `أبو علي`. */
export function isNickname(
  prose: Prose,
  index: KindWords,
  { outer, headline }: Placed,
  { first, last }: { readonly first: number; readonly last: number },
): boolean {
  const { words, lexicon, text } = prose;
  if (countWords(words, first, last) > mostBetweenNames) return false;
  if (last > first + 1 && index.nicknameFirst.has(words[first]?.form ?? '')) return true;
  if (headline || !isCased(lexicon)) return false;
  const [given, family] = [words[first - 1], words[last]];
  if (!given || !family || words[first]?.capital !== true) return false;
  if (text.slice(given.end, outer.start) !== ' ' || text.slice(outer.end, family.start) !== ' ') return false;
  return isGivenName(prose, first - 1) && isFamilyName(prose, last);
}

function isGivenName(prose: Prose, at: number): boolean {
  const { words, lexicon, text } = prose;
  const word = words[at];
  if (!word?.capital || word.form.length < 3 || word.form.endsWith("'s") || prose.cueAt(at)) return false;
  if (isPlain(prose, at) || lexicon.roles.has(word.form)) return false;
  // The short names of broadcasters and companies: CNN, ООО.
  if (text.slice(word.start, word.end) === text.slice(word.start, word.end).toUpperCase()) return false;
  const before = words[at - 1];
  return !before || !/^\s+$/u.test(prose.gap(at)) || !lexicon.determiners.has(before.form);
}

function isFamilyName(prose: Prose, at: number): boolean {
  const word = prose.words[at];
  if (!word?.capital || word.form.length < 3 || prose.lexicon.roles.has(word.form)) return false;
  return !isPlain(prose, at) && !prose.cueAt(at);
}

/** A word of the language that is no name whatever its capital. */
function isPlain({ words, lexicon }: Prose, at: number): boolean {
  const form = words[at]?.form ?? '';
  return lexicon.functionWords.has(form) || lexicon.boundaries.has(form) || lexicon.pronouns.has(form);
}
