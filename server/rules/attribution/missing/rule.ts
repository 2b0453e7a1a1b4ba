import type { Quotation } from '../../../core/article.ts';
import type { Fix, Rule } from '../../../core/engine/rule.ts';
import { hasWords } from '../../../core/parse/words.ts';
import { Speakers } from './attach.ts';

const rule: Rule = {
  id: 'attribution/missing',
  summary: 'Direct speech that nobody is said to have spoken.',
  why: 'A quotation without a speaker cannot be checked, and a corpus that is read for who said what loses it.',
  severity: 'warning',
  fixes: ['choice'],
  messages: {
    found:
      'Nobody is said to have spoken these words, so they cannot be checked. Name the speaker, or take the quotation marks away if it is no speech.',
    implied:
      'Only the text before tells who spoke these words. That may be enough for a reader; for a corpus that is read for who said what, name the speaker here.',
  },
  titles: {
    attach: 'Attribute it: {words}',
    remove: 'Remove the quotation marks',
  },
  options: {
    minimumWords: {
      type: 'integer',
      description:
        'The fewest words a quotation must have. Shorter ones are often titles or terms: of one-word quotations in English news only 58 in 100 have a speaker, of those with more than five words 97.',
      default: 5,
      minimum: 1,
      maximum: 100,
    },
  },
  check({ article, language, options, report }) {
    if (!language.cues.complete) return;
    const least = Number(options['minimumWords']);
    let speakers: Speakers | undefined;
    for (const [index, quotation] of article.quotations.entries()) {
      const { attribution, kind, depth, start, end } = quotation;
      if (kind !== 'direct' || depth > 0) continue;
      const implied = attribution.status === 'carried' && !attribution.cue && attribution.position === null;
      if (attribution.status !== 'none' && !implied) continue;
      if (!hasWords(article.text.slice(start, end), least)) continue;
      speakers ??= new Speakers(article, language);
      const fixes = [
        ...speakers.attachments(index).map(({ words, edits }) => ({
          title: 'attach',
          data: { words },
          safety: 'choice' as const,
          edits,
        })),
        ...removal(article.text, quotation),
      ];
      if (implied) report({ start, end, message: 'implied', severity: 'hint', fixes });
      else report({ start, end, message: 'found', fixes });
    }
  },
};

/** Takes both marks away, and the spaces that some languages write inside them. */
function removal(text: string, { open, close, continues, continued }: Quotation): Omit<Fix, 'data'>[] {
  if (!open || !close || continues || continued) return [];
  const inner = text.slice(open.end, close.start);
  const from = open.end + inner.length - inner.trimStart().length;
  const to = close.start - (inner.length - inner.trimEnd().length);
  const edits = [
    { start: open.start, end: from, newText: '' },
    { start: to, end: close.end, newText: '' },
  ];
  return [{ title: 'remove', safety: 'choice', edits }];
}

export default rule;
