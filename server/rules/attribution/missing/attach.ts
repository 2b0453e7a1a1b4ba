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

/** Ways to attribute a quotation to somebody who speaks elsewhere in the article, the likeliest first. */
export function attachments(
  article: Article,
  language: LanguageData,
  quotation: Quotation,
): { words: string; edits: Edit[] }[] {
  const { naming } = language.cues;
  if (!naming || !quotation.close || quotation.continued) return [];
  return candidates(article, language, naming, quotation).map(({ words, verb }) => {
    const clause = naming.order === 'verb-first' ? `${verb} ${words}` : `${words} ${verb}`;
    return { words: clause, edits: attach(article.text, language, naming, quotation, clause) };
  });
}

/** The speakers named in the article, by how near and how often they speak. */
function candidates(
  article: Article,
  language: LanguageData,
  naming: Naming,
  quotation: Quotation,
): Candidate[] {
  const at = article.quotations.indexOf(quotation);
  const speakers = new Map<string, { words: string; count: number; distance: number; verb: string }>();
  article.quotations.forEach(({ attribution }, index) => {
    const { speaker, cue, status } = attribution;
    if (status !== 'named' || !speaker) return;
    const words = nameIn(slice(article.text, speaker), language);
    if (words === null) return;
    const key = words.split(/\s/u).at(-1) ?? words;
    const known = speakers.get(key);
    const cueWords = cue ? slice(article.text, cue) : '';
    const feminine = naming.feminineEndings?.some((ending) => cueWords.endsWith(ending));
    const verb = feminine ? (naming.feminine ?? naming.verb) : naming.verb;
    const distance = Math.abs(index - at);
    speakers.set(key, {
      words: known && known.words.length <= words.length ? known.words : words,
      count: (known?.count ?? 0) + 1,
      distance: Math.min(known?.distance ?? distance, distance),
      verb: known?.verb ?? verb,
    });
  });
  const rank = ({ count, distance }: { count: number; distance: number }): number =>
    distance - count * quotationsPerSpeech;
  return [...speakers.values()].sort((one, other) => rank(one) - rank(other)).slice(0, mostOffered);
}

/** The name without what a comma adds to it; null where it is too long for a menu. */
function nameIn(words: string, language: LanguageData): string | null {
  const name = words.split(/[,،(\n]/u, 1)[0]?.trim() ?? '';
  if (name === '' || name.length > longestSpeaker) return null;
  const [first = ''] = name.split(/\s/u, 1);
  const lower = first.toLowerCase();
  // An article that began its sentence stands within one now.
  return language.speakers.determiners.includes(lower) ? lower + name.slice(first.length) : name;
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
