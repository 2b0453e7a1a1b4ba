import type { QuotationKind } from '../article.ts';
import type { Found } from './attribution.ts';
import { namedKind, type Placed } from './named-kind.ts';
import type { LocalQuotation, SpokenParagraph } from './paragraph-quotations.ts';
import type { Prose } from './prose.ts';

/**
 * The kinds of a paragraph's quotations in full. Attribution asks only whether something is speech, a part of the
 * sentence, a name, or one to three words; what those are is told here, by the words beside them.
 */
export function finerKinds(
  { prose, stretches, headline }: Pick<SpokenParagraph, 'prose' | 'stretches' | 'headline'>,
  quotations: readonly LocalQuotation[],
  found: readonly (Found | null)[],
): QuotationKind[] {
  const previous: Placed['previous'][] = [];
  return quotations.map((quotation, index) => {
    const depth = stretches[index]?.depth ?? 0;
    const { outer, inner } = quotation;
    const named = namedKind(prose, { outer, inner, headline, previous: previous[depth] ?? null });
    const kind = finerKind(prose, quotation, named, found[index] ?? null, depth);
    previous[depth] = named !== null && named === kind ? { outer, kind: named } : null;
    return kind;
  });
}

function finerKind(
  prose: Prose,
  { kind, inner }: LocalQuotation,
  named: ReturnType<typeof namedKind>,
  found: Found | null,
  depth: number,
): QuotationKind {
  const speech = kind === 'direct';
  // A whole sentence is no name and no term, whatever is said of it; it may well be chanted.
  const whole = speech && /[.!?؟。۔।！？]\s*$/u.test(prose.before(inner.end));
  if (named === 'slogan' || (named && !whole && !(speech && (named === 'foreign' || named === 'title'))))
    return named;
  if (depth > 0 && (speech || kind === 'partial')) return 'within';
  // A term in a sentence with a cue of its own is a partial quotation of what was said; and where all nouns have
  // capitals, so is what looks like a title.
  const short = kind === 'scare' || (kind === 'title' && prose.lexicon.language.clauses !== undefined);
  return found && short ? 'partial' : kind;
}
