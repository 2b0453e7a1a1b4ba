import type { Article } from '../../../core/article.ts';
import type { Report, Rule, RuleContext } from '../../../core/engine/rule.ts';
import { lookupForm } from '../../../core/parse/words.ts';
import type { Edit } from '../../../core/text/edit.ts';
import { slice, type Span } from '../../../core/text/span.ts';

const space = /\s/u;
const letter = /[\p{L}\p{N}]/u;
const anyMark = /["“”„‘’'«»]/u;

/** A suffix may be written together with a closing mark: „Spiegel“s. A word is longer. */
const leastWord = 3;

/** How far a joined prefix is looked for before an opening mark, in UTF-16 units. */
const longestPrefix = 8;

const rule: Rule = {
  id: 'quotes/space',
  summary: 'A space stands between a quotation mark and the words it encloses.',
  why: 'A mark with a space on the wrong side seems to face the other way, and programs that pair marks pair it wrongly.',
  severity: 'warning',
  fixes: ['review'],
  messages: {
    inside:
      'There is a space between the mark {mark} and the words it encloses, so it seems to face the other way. Delete the space.',
    moved:
      'The space stands on the wrong side of the mark {mark}, so it seems to face the other way. Move it to the other side.',
    missing:
      'There is no space between the mark {mark} and the word beside it, so the two read as one. Put a space between them.',
  },
  titles: {
    inside: 'Delete the space',
    moved: 'Move the space to the other side of the mark',
    missing: 'Put a space beside the mark',
  },
  options: {
    beside: {
      type: 'boolean',
      description: 'Whether a mark is found as well that has no space between it and the word outside it.',
      default: false,
    },
  },
  check(context) {
    const { article } = context;
    // What is wrong with a mark itself comes first: once it is put right, its spaces are looked at.
    const doubtful = new Set<number>();
    for (const { start, partner } of article.defects) {
      doubtful.add(start);
      if (partner) doubtful.add(partner.start);
    }
    const spaced = spacesGuillemets(article);
    for (const { open, close } of article.quotations) {
      if (!open || !close || doubtful.has(open.start) || doubtful.has(close.start)) continue;
      if (open.end >= close.start) continue;
      checkMark(context, open, { inside: open.end, outside: open.start - 1, opens: true, spaced });
      checkMark(context, close, { inside: close.start - 1, outside: close.end, opens: false, spaced });
    }
  },
};

/** The characters next to a mark, by their offsets: the one it encloses and the one beyond it. */
interface Sides {
  readonly inside: number;
  readonly outside: number;
  readonly opens: boolean;
  /** Whether the article writes spaces within guillemets. */
  readonly spaced: boolean;
}

/** So many quotations must have spaces on both sides before that is the article’s habit. */
const habit = 3;

/** Whether most of an article’s guillemets are spaced inside, as in French, in a language that does not do so. */
function spacesGuillemets({ text, quotations }: Article): boolean {
  let [spaced, tight] = [0, 0];
  for (const { open, close } of quotations) {
    if (!open || !close || !'«»'.includes(slice(text, open))) continue;
    if (space.test(text.charAt(open.end)) && space.test(text.charAt(close.start - 1))) spaced++;
    else tight++;
  }
  return spaced >= habit && spaced > tight;
}

function checkMark({ article, language, options, report }: RuleContext, mark: Span, sides: Sides): void {
  const { text } = article;
  const glyph = slice(text, mark);
  const gap = spacedGap(text, sides);
  // « … » in French; a quotation that begins or ends with another one is set apart by a thin space.
  const { innerSpace } = language.quotation;
  const usual =
    ('«»'.includes(glyph) && (sides.spaced || innerSpace === true)) || anyMark.test(text.charAt(gap.beyond));
  const isInside = gap.end > gap.start && !usual;
  const isMissing = isGlued(text, sides, language.quotation.touching, language.quotation.joinedPrefixes);
  if (!isInside && !(isMissing && options['beside'] === true)) return;
  // A straight mark that faces the other way may well be of another quotation.
  if (isInside && isMissing && glyph === '"') return;
  const at = sides.opens ? mark.start : mark.end;
  const edits: Edit[] = [];
  if (isInside) edits.push({ start: gap.start, end: gap.end, newText: '' });
  if (isMissing) edits.push({ start: at, end: at, newText: ' ' });
  const message = isInside ? (isMissing ? 'moved' : 'inside') : 'missing';
  const found: Report = {
    ...mark,
    message,
    data: { mark: glyph },
    fixes: [{ title: message, safety: 'review', edits: edits.sort((one, other) => one.start - other.start) }],
  };
  report(found);
}

/** The white space between a mark and what it encloses, and the offset of the character beyond it. */
function spacedGap(text: string, { inside, opens }: Sides): Span & { readonly beyond: number } {
  let offset = inside;
  const step = opens ? 1 : -1;
  while (/[^\S\n\r]/u.test(text.charAt(offset))) offset += step;
  // A line break is no space that somebody typed beside a mark.
  if (!opens && offset < 0) return { start: 0, end: 0, beyond: 0 };
  return opens
    ? { start: inside, end: offset, beyond: offset }
    : { start: offset + 1, end: inside + 1, beyond: offset };
}

/** Whether a word stands right outside a mark that neither is a prefix nor has the mark as a suffix has it. */
function isGlued(
  text: string,
  { outside, opens }: Sides,
  touching: 'after' | 'both' | undefined,
  prefixes: readonly string[],
): boolean {
  if (!letter.test(text.charAt(outside)) || touching === 'both') return false;
  if (!opens) {
    const word = /^[\p{L}\p{N}]+/u.exec(text.slice(outside, outside + leastWord));
    return touching !== 'after' && (word?.[0].length ?? 0) >= leastWord;
  }
  const before = text.slice(Math.max(0, outside + 1 - longestPrefix), outside + 1);
  const word = before.slice(lastSpace(before) + 1);
  return word.length > 1 && !prefixes.some((prefix) => lookupForm(prefix) === lookupForm(word));
}

function lastSpace(text: string): number {
  let offset = text.length - 1;
  while (offset >= 0 && !space.test(text.charAt(offset))) offset--;
  return offset;
}

export default rule;
