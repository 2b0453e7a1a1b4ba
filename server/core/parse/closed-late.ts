import type { Defect } from '../article.ts';
import { shift } from '../text/span.ts';
import type { Conventions } from './conventions.ts';
import type { Prose } from './prose.ts';
import { attributionAtEnd, inquitFollows, speechEndBefore } from './speech-end.ts';
import type { Stretch } from './spoken.ts';
import { wordAt } from './words.ts';

/** Speech has at least this many words before a reporting clause is taken for one. */
const leastSpeech = 3;

/**
 * Closing marks that stand after the attribution instead of before it: “We will come, he said.”
 * Languages that write the clause inside the marks have none.
 */
export function closedLate(
  paragraph: { readonly start: number; readonly prose: Prose },
  stretches: readonly Stretch[],
  conventions: Conventions,
): Defect[] {
  const { prose, start: by } = paragraph;
  if (prose.lexicon.language.quotation.cueInside) return [];
  const defects: Defect[] = [];
  for (const { open, close, depth } of stretches) {
    if (!open || !close || depth > 0) continue;
    const from = open.end - by;
    const inquit = attributionAtEnd(prose, from, close.start - by);
    if (!inquit || inquit.cue.verb?.weak || inquit.firstWord - wordAt(prose.words, from) < leastSpeech)
      continue;
    if (inquitFollows(prose, close.end - by)) continue;
    const at = speechEndBefore(prose, inquit, conventions.commaInside) + by;
    const mark = prose.text.slice(close.start - by, close.end - by);
    defects.push({
      ...shift(close, 0),
      kind: 'closed-late',
      mark,
      partner: open,
      repairs: [
        {
          edits: [
            { start: at, end: at, newText: mark },
            { ...close, newText: '' },
          ],
          mark,
        },
      ],
    });
  }
  return defects;
}
