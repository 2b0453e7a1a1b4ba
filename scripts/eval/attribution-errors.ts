import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { analyse, defaultSettings, type Quotation } from '../../server/index.ts';

/**
 * Lists where the speakers and cues found differ from the annotated ones, grouped by cause, to be read by a person:
 * `node scripts/eval/attribution-errors.ts --lang de --half 0 --cause speaker-none`. The articles are split in two
 * halves by a hash of their id: what is developed on one is confirmed on the other.
 */

type Place = readonly [number, number];

interface GoldQuote {
  readonly start: number;
  readonly end: number;
  readonly open: number;
  readonly direct: boolean | 'mixed';
  readonly attributed: boolean;
  readonly speaker: Place | null;
  readonly speakerSpans?: readonly Place[];
  readonly cue: Place | null;
  readonly cueSpans?: readonly Place[];
}

interface GoldArticle {
  readonly id: string;
  readonly lang: string;
  readonly group: string;
  readonly text: string;
  readonly quotes: readonly GoldQuote[];
  readonly ignore: readonly Place[];
}

const { values } = parseArgs({
  options: {
    lang: { type: 'string', default: 'de' },
    /** 0 or 1; both if left out. */
    half: { type: 'string' },
    /** Shows only the errors of causes that begin so; without it, only their counts. */
    cause: { type: 'string' },
    /** How many of the errors to show. */
    show: { type: 'string', default: '40' },
    group: { type: 'string', default: 'std' },
  },
});

function halfOf(id: string): string {
  return String((createHash('sha256').update(id.replace(/^\D+/, '')).digest()[0] ?? 0) % 2);
}

/** A span without the punctuation at its ends, as the scorer compares it. */
function trimmed(text: string, [start, end]: Place): Place {
  let [from, to] = [start, end];
  const outer = /[\s,.;:()"“”'’‘—–-]/;
  while (from < to && outer.test(text[from] ?? '')) from++;
  while (to > from && outer.test(text[to - 1] ?? '')) to--;
  return [from, to];
}

const overlap = (one: Place, other: Place): boolean =>
  Math.max(one[0], other[0]) < Math.min(one[1], other[1]) || (one[0] === other[0] && one[1] === other[1]);

interface Tally {
  gold: number;
  found: number;
  exact: number;
  overlapping: number;
}

const newTally = (): Tally => ({ gold: 0, found: 0, exact: 0, overlapping: 0 });

/** How the span found stands to the annotated one. */
function compare(text: string, gold: readonly Place[], found: Place | null, tally: Tally): string | null {
  const wanted = gold.map((place) => trimmed(text, place));
  const got = found && trimmed(text, found);
  if (wanted.length > 0) tally.gold++;
  if (got) tally.found++;
  if (wanted.length === 0) return got ? 'needless' : null;
  if (!got) return 'none';
  const [first] = wanted;
  if (wanted.some((place) => place[0] === got[0] && place[1] === got[1])) {
    tally.exact++;
    tally.overlapping++;
    return null;
  }
  if (!wanted.some((place) => overlap(place, got))) return 'wrong';
  tally.overlapping++;
  if (!first) return null;
  const begin = got[0] < first[0] ? 'early' : got[0] > first[0] ? 'late' : '';
  const end = got[1] < first[1] ? 'short' : got[1] > first[1] ? 'long' : '';
  return `span-${begin}${begin && end ? '-' : ''}${end}`;
}

const folder = resolve(import.meta.dirname, '../../../shared/eval/dev');
const file = resolve(folder, `${values.lang}.clean.jsonl`);
if (!existsSync(file)) {
  console.error('There are no evaluation sets beside this project, so there is nothing to list.');
  process.exit(2);
}
const articles = readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as GoldArticle)
  .filter((article) => article.group === values.group)
  .filter((article) => values.half === undefined || halfOf(article.id) === values.half);

const tallies = { speaker: newTally(), cue: newTally() };
const causes = new Map<string, string[]>();
for (const article of articles) {
  const { text } = article;
  const result = analyse(text, { ...defaultSettings, language: article.lang });
  const outer = result.article.quotations.filter((quotation) => quotation.depth === 0);
  const seen = new Set<number>();
  for (const quote of article.quotes) {
    const left = article.ignore.some((place) => overlap(place, [quote.start, quote.end]));
    if (quote.direct !== true || !quote.attributed || left || seen.has(quote.open)) continue;
    seen.add(quote.open);
    const found = outer.find((quotation) => Math.abs(quotation.start - quote.start) <= 2);
    const add = (cause: string): void => {
      causes.set(cause, [...(causes.get(cause) ?? []), shown(article, quote, found)]);
    };
    for (const part of ['speaker', 'cue'] as const) {
      const places = quote[part] ? [quote[part], ...(quote[`${part}Spans`] ?? [])] : [];
      const span = found?.attribution[part] ?? null;
      const cause = compare(text, places, span && [span.start, span.end], tallies[part]);
      if (cause) add(`${part}-${cause}`);
    }
    const flagged = result.findings.some(
      ({ rule, start, end }) =>
        rule === 'attribution/missing' && overlap([start, end], [quote.start, quote.end]),
    );
    if (flagged) add('flagged');
  }
}

function shown({ id, text }: GoldArticle, quote: GoldQuote, found: Quotation | undefined): string {
  const words = (place: Place | null): string => (place ? text.slice(...place) : '–');
  const span = (part: 'speaker' | 'cue'): string => {
    const place = found?.attribution[part];
    return place ? text.slice(place.start, place.end) : '–';
  };
  const quoted = text.slice(quote.start, quote.end);
  const short = quoted.length > 90 ? `${quoted.slice(0, 50)} … ${quoted.slice(-30)}` : quoted;
  const before = text.slice(Math.max(0, quote.start - 260), quote.start);
  const after = text.slice(quote.end, quote.end + 160);
  return [
    `${id}  speaker: [${words(quote.speaker)}] found [${span('speaker')}]  cue: [${words(quote.cue)}] found [${span('cue')}]` +
      `  ${found?.kind ?? 'no quotation'} ${found?.attribution.status ?? ''}`,
    `    ${`${before}⟦${short}⟧${after}`.replaceAll('\n', '¶')}`,
  ].join('\n');
}

const percent = (part: number, whole: number): string => (whole ? ((100 * part) / whole).toFixed(1) : '–');
for (const [part, { gold, found, exact, overlapping }] of Object.entries(tallies)) {
  const f1 = (hits: number): string => percent(2 * hits, gold + found);
  console.log(
    `${part.padEnd(8)} gold ${String(gold)} found ${String(found)} | exact F1 ${f1(exact)} | overlap P ${percent(overlapping, found)} R ${percent(overlapping, gold)} F1 ${f1(overlapping)}`,
  );
}
for (const [cause, errors] of [...causes].sort((one, other) => other[1].length - one[1].length)) {
  console.log(`${cause.padEnd(24)} ${String(errors.length)}`);
}
if (values.cause !== undefined) {
  for (const [cause, errors] of causes) {
    if (!cause.startsWith(values.cause)) continue;
    console.log(`\n## ${cause}`);
    for (const error of errors.slice(0, Number(values.show))) console.log(error);
  }
}
