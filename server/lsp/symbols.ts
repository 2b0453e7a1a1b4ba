import { SymbolKind, type DocumentSymbol, type SymbolInformation } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Article, Quotation, Say, Span } from '../index.ts';
import type { Abilities } from './abilities.ts';
import { toRange } from './convert.ts';
import type { JudgedArticle } from './judgements.ts';
import { isolated, kindNames, shorten, speakerOf } from './quotations.ts';

type Paragraph = Article['paragraphs'][number];

/** An entry of the outline, before it is put into the client's words. */
interface Entry extends Span {
  readonly name: string;
  readonly detail?: string;
  readonly kind: SymbolKind;
  readonly children: readonly Entry[];
}

const kinds: Readonly<Record<Paragraph['kind'], SymbolKind>> = {
  headline: SymbolKind.Module,
  body: SymbolKind.String,
  residue: SymbolKind.Null,
};

/** So many UTF-16 units of a paragraph are enough to know it by. */
const longestName = 60;

/** The outline of an article: headline, paragraphs, and under each paragraph its quotations with who speaks. */
export function symbolsOf(
  { document, analysis }: JudgedArticle,
  abilities: Abilities,
): DocumentSymbol[] | SymbolInformation[] {
  const entries = entriesOf(analysis.article, abilities.say);
  if (!abilities.symbolTree) {
    // A client without trees gets the entries one after the other, each with the name of what it is in.
    const flat = (entry: Entry, within?: Entry): SymbolInformation[] => [
      {
        name: entry.name,
        kind: entry.kind,
        location: { uri: document.uri, range: toRange(document, entry) },
        ...(within && { containerName: within.name }),
      },
      ...entry.children.flatMap((child) => flat(child, entry)),
    ];
    return entries.flatMap((entry) => flat(entry));
  }
  return entries.map((entry) => toTree(document, entry));
}

/** The quotations of an article that is one of many in its file, each with who speaks. */
export function quotationSymbols(
  { document, analysis: { article } }: JudgedArticle,
  say: Say,
): DocumentSymbol[] {
  const whole = { start: 0, end: article.text.length };
  return nested(article, article.quotations, whole, say).map((entry) => toTree(document, entry));
}

function toTree(document: TextDocument, entry: Entry): DocumentSymbol {
  const range = toRange(document, entry);
  const { name, detail, kind } = entry;
  return {
    name,
    ...(detail !== undefined && { detail }),
    kind,
    range,
    selectionRange: range,
    children: entry.children.map((child) => toTree(document, child)),
  };
}

function entriesOf(article: Article, say: Say): Entry[] {
  const { text, paragraphs, quotations } = article;
  let next = 0;
  return paragraphs.map((paragraph): Entry => {
    const first = next;
    while ((quotations[next]?.start ?? Infinity) < paragraph.end) next++;
    return {
      start: paragraph.start,
      end: paragraph.end,
      name: nameOf(text, paragraph),
      kind: kinds[paragraph.kind],
      ...(paragraph.kind === 'residue' && { detail: say('no part of the article') }),
      children: nested(article, quotations.slice(first, next), paragraph, say),
    };
  });
}

/** The quotations of a paragraph, those within others below them. They come in the order of the text. */
function nested(article: Article, quotations: readonly Quotation[], within: Span, say: Say): Entry[] {
  const roots: Entry[] = [];
  const open: { readonly end: number; readonly children: Entry[] }[] = [{ end: within.end, children: roots }];
  for (const quotation of quotations) {
    while (open.length > 1 && (open.at(-1)?.end ?? 0) <= quotation.start) open.pop();
    const parent = open.at(-1);
    const children: Entry[] = [];
    const end = Math.min(quotation.end, parent?.end ?? quotation.end);
    const speaker = speakerOf(quotation);
    const kind = kindNames[quotation.kind];
    const detail = [kind && say(kind), speaker && isolated(nameOf(article.text, speaker))]
      .filter(Boolean)
      .join(' · ');
    parent?.children.push({
      start: quotation.start,
      end,
      name: nameOf(article.text, { start: quotation.start, end }),
      ...(detail && { detail }),
      kind: SymbolKind.Event,
      children,
    });
    open.push({ end, children });
  }
  return roots;
}

/** A symbol must have a name that a person sees. */
function nameOf(text: string, { start, end }: Span): string {
  return shorten(text.slice(start, Math.min(end, start + 4 * longestName)), longestName) || '…';
}
