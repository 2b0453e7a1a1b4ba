const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/**
 * Words that no sentence, headline or list entry ends in, by language, in small letters: prepositions,
 * articles and conjunctions that need a word after them. Those that also end sentences (English “in”, German
 * “das”) are left out. Source: the languages’ grammars.
 */
export const unending: Readonly<Record<string, ReadonlySet<string>>> = {
  ar: words(
    'في من إلى على عن أن التي الذي الذين اللذين اللتين اللواتي بين حتى أو بأن لأن كأن وفي ومن وإلى وعلى وعن وأن',
  ),
  en: words('the a an of and or from with into than his their its'),
  fr: words('le la les un une des du de et ou à au aux dans par sur ses leurs'),
  es: words('el la los las un una de del y o en con por para al sus'),
  de: words('der ein eine einen einem einer und oder von vom zum zur für bei durch seine ihre'),
  ru: words('и в на с от для из к по о об у при или между'),
};

/** Words that tie what follows to what stands before them, so that no paragraph begins with one. Source: as above. */
export const unbeginning: Readonly<Record<string, ReadonlySet<string>>> = {
  ar: words('الذي التي الذين اللذان اللذين اللتان اللتين اللواتي اللاتي اللائي مما'),
};

/** Languages whose sentences begin with a capital. Source: their rules of spelling. */
export const cased: ReadonlySet<string> = new Set(['en', 'fr', 'es', 'de', 'it', 'pt', 'nl', 'ru', 'uk']);
