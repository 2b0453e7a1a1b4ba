import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { analyse, defaultSettings, type Quotation, type Span } from '../../server/index.ts';

/**
 * Scores the attributions of the Arabic articles that the project has annotated itself (test/evaluation/README.md):
 * an attribution is right if its cue is the annotated one and its speaker the annotated one, or nobody where the
 * speaker is carried. Run alone with `--show`, it lists what is wrong.
 */

type Place = readonly [number, number];

interface Annotated {
  readonly start: number;
  readonly end: number;
  /** Left out where the marks hold a name, a title or a term. */
  readonly cue?: Place;
  /** Null where the cue has no subject, so that the speaker is the one before. */
  readonly speaker?: Place | null;
  /** Readers may differ: not scored. */
  readonly doubt?: true;
}

const root = resolve(import.meta.dirname, '../..');

const overlap = (span: Span, [start, end]: Place): boolean =>
  Math.max(span.start, start) < Math.min(span.end, end);

function isRight({ attribution }: Quotation, { cue, speaker }: Annotated): boolean {
  if (!cue || !attribution.cue || !overlap(attribution.cue, cue)) return false;
  const said = attribution.speaker ?? attribution.carriedFrom;
  return speaker ? said !== null && overlap(said, speaker) : attribution.speaker === null;
}

/** Prints precision and recall; `show` lists the errors as well. */
export function scoreArabic(show: boolean): void {
  const articles = resolve(root, '../shared/eval/dev/ar.clean.jsonl');
  if (!existsSync(articles)) return;
  const lines = (path: string): string[] => readFileSync(path, 'utf8').split('\n').filter(Boolean);
  const texts = new Map(
    lines(articles).map((line) => {
      const { id, text } = JSON.parse(line) as { id: string; text: string };
      return [id, text];
    }),
  );
  let [annotated, found, right] = [0, 0, 0];
  for (const line of lines(resolve(root, 'test/evaluation/arabic-attribution.jsonl'))) {
    const { id, quotes } = JSON.parse(line) as { id: string; quotes: readonly Annotated[] };
    const text = texts.get(id);
    if (text === undefined)
      throw new Error(
        `test/evaluation/arabic-attribution.jsonl names an article that is not in the set: ${id}`,
      );
    const { article } = analyse(text, { ...defaultSettings, language: 'ar' });
    for (const quote of quotes) {
      if (quote.doubt) continue;
      const quotation = article.quotations.find(({ start, depth }) => depth === 0 && start === quote.start);
      const claimed = Boolean(quotation?.attribution.cue);
      const agrees = quotation !== undefined && isRight(quotation, quote);
      if (quote.cue) annotated++;
      if (claimed) found++;
      if (agrees) right++;
      if (!show || agrees || (!quote.cue && !claimed)) continue;
      const words = (place: Place | null | undefined): string => (place ? text.slice(...place) : '–');
      const span = (part: Span | null | undefined): string => (part ? text.slice(part.start, part.end) : '–');
      console.log(
        `${id} ${String(quote.start)} cue [${words(quote.cue)}] found [${span(quotation?.attribution.cue)}] ` +
          `speaker [${words(quote.speaker)}] found [${span(quotation?.attribution.speaker)}] ${quotation?.kind ?? 'none'}\n` +
          `    ${text.slice(Math.max(0, quote.start - 120), quote.start)}⟦${text.slice(quote.start, Math.min(quote.end, quote.start + 40))}`,
      );
    }
  }
  const percent = (part: number, whole: number): string => ((100 * part) / whole).toFixed(1);
  console.log(
    `\n== ar, own annotation: ${String(annotated)} attributions, found ${String(found)}; ` +
      `precision ${percent(right, found)} recall ${percent(right, annotated)}`,
  );
}

if (import.meta.main) scoreArabic(process.argv.includes('--show'));
