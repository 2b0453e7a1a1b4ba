import * as vscode from 'vscode';
import type { RepeatedLine } from '../../server/lsp/messages.ts';

export type Pattern = RepeatedLine['pattern'];

/** What a pattern looks for; exactly one of these it holds. */
export const kinds = ['line', 'begins', 'holds', 'expression'] as const;
export type Kind = (typeof kinds)[number];

export const places = ['anywhere', 'beside', 'margin', 'tail', 'end'] as const;
export type Place = (typeof places)[number];

/** What a pattern looks for, and the text that says it. */
export function shapeOf(pattern: Pattern): { readonly kind: Kind; readonly text: string } {
  const kind = kinds.find((one) => pattern[one] !== undefined) ?? 'line';
  return { kind, text: pattern[kind] ?? '' };
}

export function kindWords(kind: Kind): string {
  switch (kind) {
    case 'line':
      return vscode.l10n.t('a whole line');
    case 'begins':
      return vscode.l10n.t('how a line begins');
    case 'holds':
      return vscode.l10n.t('words that a line holds');
    case 'expression':
      return vscode.l10n.t('a whole line as a regular expression (RE2)');
  }
}

export function placeWords(place: Place): string {
  switch (place) {
    case 'anywhere':
      return vscode.l10n.t('anywhere');
    case 'beside':
      return vscode.l10n.t('above or below the text, or beside another such line');
    case 'margin':
      return vscode.l10n.t('above or below the text');
    case 'tail':
      return vscode.l10n.t('below the text');
    case 'end':
      return vscode.l10n.t('at the very end');
  }
}

export function safetyWords(safety: 'safe' | 'review'): string {
  return safety === 'safe'
    ? vscode.l10n.t('with all that is certain, without a look')
    : vscode.l10n.t('one by one, after a look');
}

/** The whole pattern in a sentence’s part. */
export function patternWords(pattern: Pattern): string {
  const { kind, text } = shapeOf(pattern);
  return `${kindWords(kind)}, ${placeWords(pattern.place ?? 'anywhere')}: ${text}`;
}
