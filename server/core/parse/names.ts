import { noArticle, type Lexicon } from './lexicon.ts';

/** Whether a word is a kind of thing that has a name: a newspaper, a film, a club. */
export function isNameNoun(lexicon: Lexicon, form: string): boolean {
  if (lexicon.nameNouns.has(form)) return true;
  // `أغنيته`, `فيلمها`: with the pronoun of whose it is, before which the ending of the feminine is another letter.
  for (const ending of lexicon.objectEndings) {
    if (!form.endsWith(ending)) continue;
    const stem = form.slice(0, -ending.length);
    if (lexicon.nameNouns.has(stem) || lexicon.nameNouns.has(stem.replace(/ت$/u, 'ة'))) return true;
  }
  // With its article a noun is one that was spoken of, and no name follows.
  return lexicon.allPrefixes.some(
    (prefix) =>
      form.startsWith(prefix) &&
      !prefix.endsWith(lexicon.article) &&
      lexicon.nameNouns.has(form.slice(prefix.length)),
  );
}

/**
 * Whether a word is somebody or something spoken to, or the means: `وقال لصحيفة`. A preposition joined to it makes it
 * no subject.
 */
export function isAddressed(lexicon: Lexicon, form: string): boolean {
  return lexicon.allPrefixes.some((prefix) => {
    if (!form.startsWith(prefix) || !lexicon.joinedPrepositions.has(prefix)) return false;
    const rest = form.slice(prefix.length);
    return lexicon.nameNouns.has(rest) || lexicon.roles.has(rest);
  });
}

/** Whether a word has the article that is written together with it. */
export function hasArticle(lexicon: Lexicon, form: string): boolean {
  return lexicon.article !== noArticle && form.startsWith(lexicon.article);
}

/** Whether a conjunction between a cue and what was said has no pronoun joined to it: `أن` as against `أنه`. */
export function isBareComplementiser(lexicon: Lexicon, form: string): boolean {
  if (!lexicon.complementisers.has(form)) return false;
  return ![...lexicon.complementisers].some((other) => other !== form && form.startsWith(other));
}
