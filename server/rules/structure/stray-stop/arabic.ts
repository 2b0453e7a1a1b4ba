const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Words that tie a clause to the noun or the sentence before it, so that no sentence begins with one. */
export const tied = words('الذي التي الذين اللذان اللذين اللتان اللتين اللواتي اللاتي اللائي مما');

/** Words that say where, when or how of the noun after them; a sentence that holds nothing else has no subject. */
const prepositions = words(
  'في من إلى الى على علي عن مع بين حول خلال عبر ضد نحو لدى داخل خارج قرب بالقرب بجانب بجوار بسبب بعد قبل منذ ' +
    'أمام خلف وراء تحت فوق وسط شمال جنوب شرق غرب شمالي جنوبي شرقي غربي وفق وفقا بحسب حسب دون بدون ضمن طوال ' +
    'أثناء عند عقب إثر لصالح بشأن قبالة باتجاه',
);

/** Words after which a preposition has a clause and not a noun. */
const clausal = words('أن ان أنه أنها ما إن');

const definite = /^و?(?:ال|بال|كال|لل)\p{L}{2}/u;

/**
 * Whether the words are prepositions with their nouns and nothing else: each preposition takes one word as it is, for
 * it may be a name, and what follows must have the article, as the parts of such a phrase have. A verb or a subject
 * has none of these places.
 */
export function isPrepositional(sentence: readonly string[]): boolean {
  if (!prepositions.has(sentence[0] ?? '')) return false;
  let wanted = 0;
  for (const word of sentence) {
    if (prepositions.has(word)) wanted = 1;
    else if (wanted > 0 && !clausal.has(word)) wanted = 0;
    else if (!definite.test(word)) return false;
  }
  return wanted === 0;
}

/** A word without vowel signs and the stroke that lengthens it. */
export function plain(word: string): string {
  return word.replace(/[\u064B-\u0652\u0640]/gu, '');
}
