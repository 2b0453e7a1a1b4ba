import type { Article, Defect, Paragraph } from '../article.ts';
import type { LanguageData } from '../language.ts';
import { shift, slice, type Span } from '../text/span.ts';
import { closedLate, shiftDefect } from './closed-late.ts';
import { MarkCensus } from './conventions.ts';
import { readParagraphs } from './fold.ts';
import { lexiconOf } from './lexicon.ts';
import { ParseMemory } from './memory.ts';
import { findParagraphs } from './paragraphs.ts';
import { Attributor } from './quotations.ts';
import { findResidue } from './residue.ts';
import type { ResidueTable } from './residue-table.ts';
import { Spoken, type Stretch } from './spoken.ts';

/**
 * The parts of an article: paragraphs, quotations with their speakers, and what is wrong with its marks.
 * Linear in the length of the text. With a memory, paragraphs that have not changed are not read again.
 */
export function parseArticle(
  text: string,
  language: LanguageData,
  table: ResidueTable,
  memory: ParseMemory = new ParseMemory(),
): Article {
  const lexicon = lexiconOf(language);
  const spans = findParagraphs(text);
  const lines = memory.read(text, spans);
  const known = lines.map((line) => line.known(table));
  const residue = findResidue(text, spans, known, table);
  const paragraphs = classify(text, spans, new Set(residue.map((line) => line.start)));
  const read = paragraphs.flatMap(({ kind, start, end }, index) => {
    const prose = kind === 'residue' ? undefined : lines[index]?.prose(lexicon);
    return prose ? { start, end, headline: kind === 'headline', prose } : [];
  });
  const census = new MarkCensus();
  for (const { prose } of read) census.add(prose.tally);
  const conventions = memory.conventions(census.conventions(language));
  const readings = readParagraphs(read, conventions, memory.names(census.names));

  const spoken = new Spoken(conventions);
  read.forEach((paragraph, index) => {
    const { start, end, prose } = paragraph;
    const steps = readings[index]?.steps ?? [];
    if (steps.length > 0 || spoken.goesOn) spoken.add({ start, end, text: prose.text, steps }, index);
  });
  const attributor = new Attributor();
  const late: Defect[] = [];
  let next = 0;
  read.forEach((paragraph, index) => {
    const { prose, start } = paragraph;
    const first = next;
    while (spoken.stretches[next]?.paragraph === index) next++;
    const stretches = spoken.stretches.slice(first, next).sort(inTextOrder);
    const reading = readings[index];
    if (stretches.length === 0 || !reading) {
      attributor.addUnquoted(prose, start);
      return;
    }
    attributor.add({ ...paragraph, stretches, reading });
    const own = reading.late(() =>
      closedLate(
        prose,
        stretches.map((stretch) => within(stretch, start)),
        conventions,
      ),
    );
    for (const defect of own) late.push(shiftDefect(defect, start));
  });
  return {
    text,
    language: language.language,
    paragraphs,
    repeats: memory.repeats,
    residue,
    bodyEnd: read.at(-1)?.end ?? 0,
    quotations: attributor.quotations,
    detached: attributor.detached,
    doubled: attributor.doubled,
    defects: [...spoken.defects, ...late].sort((one, other) => one.start - other.start),
  };
}

/** Headlines are short; a first line of this length or more is the text itself. */
const longestHeadline = 250;

/** The first line is the headline if more follows, and so is its copy right below it. */
function classify(text: string, lines: readonly Span[], residue: ReadonlySet<number>): Paragraph[] {
  const rest = lines.filter((line) => !residue.has(line.start));
  const [first, ...others] = rest;
  const headline =
    first && others.length > 0 && first.end - first.start <= longestHeadline ? slice(text, first) : null;
  return lines.map((line): Paragraph => {
    if (residue.has(line.start)) return { ...line, kind: 'residue' };
    const isHeadline =
      headline !== null && (line === first || (line === others[0] && slice(text, line) === headline));
    return { ...line, kind: isHeadline ? 'headline' : 'body' };
  });
}

/** Outer quotations before the ones within them. */
function inTextOrder(one: Stretch, other: Stretch): number {
  return one.start - other.start || other.end - one.end || one.depth - other.depth;
}

/** A quotation's marks in the offsets of its paragraph, which begins at `by`. */
function within({ open, close, depth }: Stretch, by: number): Pick<Stretch, 'open' | 'close' | 'depth'> {
  return { open: open && shift(open, -by), close: close && shift(close, -by), depth };
}
