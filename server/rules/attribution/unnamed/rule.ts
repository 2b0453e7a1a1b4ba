import type { Attribution } from '../../../core/article.ts';
import type { Report, Rule } from '../../../core/engine/rule.ts';
import { slice } from '../../../core/text/span.ts';

const rule: Rule = {
  id: 'attribution/unnamed',
  summary: 'Direct speech whose speaker is named only elsewhere, or not at all.',
  why: 'Cut out of its article, such a quotation has no speaker. For a corpus of who said what, each needs its own; and nobody can check what a source without a name said.',
  severity: 'off',
  fixes: ['choice'],
  messages: {
    carried: 'Only the text before tells that it is {name} who says this. Name the speaker here as well.',
    nobody: 'Who says this is told neither here nor before. Name the speaker.',
    anonymous:
      'The source “{name}” has no name, so nobody can check these words. Name the source if it is known.',
    from: 'Here the speaker is named.',
  },
  titles: { name: 'Name the speaker: {words}' },
  check({ article, language, report }) {
    const { text, quotations } = article;
    for (const { start, end, kind, depth, attribution } of quotations) {
      if (kind !== 'direct' || depth > 0) continue;
      const { status, speaker, carriedFrom, cue } = attribution;
      if (status === 'anonymous' && speaker) {
        report({ start, end, message: 'anonymous', data: { name: slice(text, speaker) } });
      } else if (status === 'carried' && carriedFrom) {
        const name = slice(text, carriedFrom);
        report({
          start,
          end,
          message: 'carried',
          data: { name },
          related: [{ ...carriedFrom, message: 'from' }],
          fixes: cue ? naming(text, attribution, name, language.cues.naming?.order === 'verb-first') : [],
        });
      } else if (status === 'carried') report({ start, end, message: 'nobody' });
    }
  },
};

/** Puts the name in place of the pronoun, or behind a cue without a subject. */
function naming(
  text: string,
  { cue, speaker, carriedFrom, position }: Attribution,
  name: string,
  verbFirst: boolean,
): NonNullable<Report['fixes']> {
  // The cue of another quotation names the speaker there.
  if (!cue || !carriedFrom || position === 'shared') return [];
  const pronoun =
    speaker && (speaker.start !== carriedFrom.start || speaker.end !== carriedFrom.end) ? speaker : null;
  const data = { words: pronoun ? name : `${slice(text, cue)} ${name}` };
  if (pronoun) return [{ title: 'name', data, safety: 'choice', edits: [{ ...pronoun, newText: name }] }];
  if (!verbFirst) return [];
  return [
    { title: 'name', data, safety: 'choice', edits: [{ start: cue.end, end: cue.end, newText: ` ${name}` }] },
  ];
}

export default rule;
