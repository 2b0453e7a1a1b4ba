import {
  SemanticTokensBuilder,
  type Range,
  type SemanticTokens,
  type SemanticTokensLegend,
} from 'vscode-languageserver';
import type { Article, Span } from '../index.ts';
import { toRange, toSpan } from './convert.ts';
import type { JudgedArticle } from './judgements.ts';

/**
 * The kinds of tokens: speech, cue, speaker, residue. They go by names that every editor's themes colour;
 * an editor that knows no articles knows strings and keywords.
 */
const types = { speech: 'string', cue: 'keyword', speaker: 'class', residue: 'comment' } as const;

type TokenKind = keyof typeof types;

const order = Object.keys(types) as TokenKind[];

export const semanticTokensLegend: SemanticTokensLegend = {
  tokenTypes: order.map((kind) => types[kind]),
  tokenModifiers: [],
};

interface Token extends Span {
  readonly kind: TokenKind;
}

/**
 * Speech, the words that report it, who speaks, and what is no part of the article, within a part of the file
 * that holds one article or several.
 */
export function semanticTokensOf(articles: readonly JudgedArticle[], within?: Range): SemanticTokens {
  const tokens = articles.flatMap(({ document, analysis }) => {
    const limits = within && toSpan(document, within);
    return (
      tokensOf(analysis.article)
        .filter((token) => !limits || (token.end >= limits.start && limits.end >= token.start))
        .map(({ kind, ...span }) => ({ kind, ...toRange(document, span) }))
        // Everything stands within a paragraph, which is a line; a token over several lines no client takes.
        .filter(({ start, end }) => start.line === end.line)
    );
  });
  // A file may have a text before its headline.
  tokens.sort(({ start: one }, { start: other }) => one.line - other.line || one.character - other.character);
  const builder = new SemanticTokensBuilder();
  for (const { kind, start, end } of tokens)
    builder.push(start.line, start.character, end.character - start.character, order.indexOf(kind), 0);
  return builder.build();
}

/** The tokens in the order of the text, none in another. */
function tokensOf({ quotations, residue }: Article): Token[] {
  const words = new Map<number, Token>();
  const speech: Token[] = [];
  for (const { start, end, depth, kind, attribution } of quotations) {
    const { cue, speaker } = attribution;
    if (cue) words.set(cue.start, { start: cue.start, end: cue.end, kind: 'cue' });
    if (speaker) words.set(speaker.start, { start: speaker.start, end: speaker.end, kind: 'speaker' });
    if (depth === 0 && (kind === 'direct' || kind === 'partial')) speech.push({ start, end, kind: 'speech' });
  }
  const lines = residue.map(({ start, end }): Token => ({ start, end, kind: 'residue' }));
  const inner = inOrder([...words.values()]);
  return inOrder([...speech.flatMap((token) => around(token, inner)), ...inner, ...lines]);
}

/** The rest of a speech when the cues and speakers within it are taken out. */
function around(speech: Token, inner: readonly Token[]): Token[] {
  const rest: Token[] = [];
  let { start } = speech;
  for (let index = firstFrom(inner, start); index < inner.length; index++) {
    const token = inner[index];
    if (!token || token.start >= speech.end) break;
    if (token.start > start) rest.push({ start, end: token.start, kind: 'speech' });
    start = Math.max(start, token.end);
  }
  if (start < speech.end) rest.push({ start, end: speech.end, kind: 'speech' });
  return rest;
}

/** The index of the first token that begins at or after an offset. */
function firstFrom(tokens: readonly Token[], offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** In the order of the text; of two that overlap the first one stays. */
function inOrder(tokens: readonly Token[]): Token[] {
  let end = 0;
  return [...tokens]
    .sort((one, other) => one.start - other.start || one.end - other.end)
    .filter((token) => {
      if (token.start < end || token.end <= token.start) return false;
      ({ end } = token);
      return true;
    });
}
