import type { Rule } from '../../../core/engine/rule.ts';
import type { LanguageData } from '../../../core/language.ts';
import { isPrepositional, plain, tied } from './arabic.ts';

/** A full stop between two words, and the space behind it. */
const stop = /\.[ \u00A0]+(?=\p{L})/gu;

/** As much before and after a stop is looked at; a longer sentence is no fragment. UTF-16 units. */
const reach = 120;

/** The sentence that was cut has so many words before the stop; fewer are a label or a list’s number. */
const fewestWords = 4;

/** A fragment has at most so many words: a longer one has a verb somewhere. */
const mostWords = 12;

/** Languages whose sentences begin with a capital, by their rules of spelling. */
const cased: ReadonlySet<string> = new Set(['en', 'fr', 'es', 'de', 'it', 'pt']);

/** A shorter word before the stop may be an abbreviation that no list has. */
const longerThanAbbreviations = 5;

/** What stands around a stop: the sentence before it, and the one behind it up to its own end mark. */
interface Surroundings {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Whether the words behind it are all up to the next full stop or the paragraph’s end. */
  readonly whole: boolean;
}

const rule: Rule = {
  id: 'structure/stray-stop',
  summary: 'A full stop in the middle of a sentence: what follows it cannot begin one.',
  why: 'Machine translation and careless typing cut sentences in two. Whatever reads the corpus by sentences gets two that are none.',
  severity: 'information',
  fixes: ['review'],
  messages: {
    tied: 'This full stop cuts a sentence in two: “{word}” belongs to what stands before it and begins no sentence. Delete the stop.',
    fragment:
      'This full stop cuts a sentence in two: “{word} …” says only where, when or how, and nothing is said of it. Delete the stop.',
    small:
      'This full stop cuts a sentence in two, or the next one lacks its capital: “{word}” begins with a small letter. Delete the stop, or write a capital.',
  },
  titles: { delete: 'Delete the full stop' },
  check({ article, language, ofParagraph, report }) {
    article.paragraphs.forEach((paragraph, index) => {
      if (paragraph.kind !== 'body') return;
      const found = ofParagraph(index, (words) => stopsIn(words, language));
      if (found.length === 0) return;
      // Who writes without capitals does so more than once.
      const small = found.filter(({ message }) => message === 'small');
      for (const { at, message, word } of found) {
        if (message === 'small' && small.length > 1) continue;
        const start = paragraph.start + at;
        const place = { start, end: start + 1 };
        const edits = [{ ...place, newText: '' }];
        report({ ...place, message, data: { word }, fixes: [{ title: 'delete', safety: 'review', edits }] });
      }
    });
  },
};

interface StrayStop {
  /** Where it stands in its paragraph. */
  readonly at: number;
  readonly message: 'tied' | 'fragment' | 'small';
  readonly word: string;
}

function stopsIn(passage: string, language: LanguageData): StrayStop[] {
  const tag = language.language.split('-')[0] ?? '';
  if (tag !== 'ar' && !cased.has(tag)) return [];
  return [...passage.matchAll(stop)].flatMap(({ index, 0: { length } }): StrayStop[] => {
    const surroundings = around(passage, index, index + length);
    const message = tag === 'ar' ? inArabic(surroundings) : withoutCapital(surroundings, language);
    const word = surroundings.after[0] ?? '';
    return message ? [{ at: index, message, word }] : [];
  });
}

function inArabic({ before, after, whole }: Surroundings): 'tied' | 'fragment' | null {
  const words = after.map(plain);
  // A mark before the stop may close a saying, after which a clause of its own can stand.
  if (before.length < fewestWords || !/^[\p{L}\p{M}]+$/u.test(before.at(-1) ?? '')) return null;
  if (tied.has(words[0] ?? '') && words.length >= 2) return 'tied';
  return whole && words.length >= 2 && words.length <= mostWords && isPrepositional(words)
    ? 'fragment'
    : null;
}

function withoutCapital({ before, after }: Surroundings, { sentence }: LanguageData): 'small' | null {
  const last = before.at(-1) ?? '';
  const [first = ''] = after;
  if (before.length < fewestWords || after.length < 3) return null;
  if (last.length < longerThanAbbreviations || !/^\p{Ll}+$/u.test(last)) return null;
  if (sentence.abbreviations.some((abbreviation) => abbreviation.replace(/\.$/u, '') === last)) return null;
  return /^\p{Ll}{2,}$/u.test(first) ? 'small' : null;
}

/** The words around a stop, as far as they may matter. */
function around(passage: string, start: number, end: number): Surroundings {
  const sentence = passage
    .slice(Math.max(0, start - reach), start)
    .split(/[.!?؟…:;؛]/u)
    .at(-1);
  const rest = passage.slice(end, end + reach);
  const length = /[.!?؟…:;؛،,"“”»«()]/u.exec(rest)?.index ?? rest.length;
  const mark = rest[length];
  return {
    before: wordsOf(sentence ?? ''),
    after: wordsOf(rest.slice(0, length)),
    whole: mark === '.' || (mark === undefined && end + length >= passage.length),
  };
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

export default rule;
