import type { Rule } from '../../../core/engine/rule.ts';

const rule: Rule = {
  id: 'attribution/missing',
  summary: 'Direct speech that nobody is said to have spoken.',
  why: 'A quotation without a speaker cannot be checked, and a corpus that is read for who said what loses it.',
  severity: 'warning',
  fixes: [],
  messages: {
    found:
      'Nobody is said to have spoken these words, so they cannot be checked. Name the speaker, or take the quotation marks away if it is no speech.',
    implied:
      'Only the text before tells who spoke these words. That may be enough for a reader; for a corpus that is read for who said what, name the speaker here.',
  },
  titles: {},
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
    for (const { attribution, kind, depth, start, end } of article.quotations) {
      if (kind !== 'direct' || depth > 0) continue;
      const implied = attribution.status === 'carried' && !attribution.cue && attribution.position === null;
      if (attribution.status !== 'none' && !implied) continue;
      if (article.text.slice(start, end).split(/\s+/u).length < least) continue;
      if (implied) report({ start, end, message: 'implied', severity: 'hint' });
      else report({ start, end, message: 'found' });
    }
  },
};

export default rule;
