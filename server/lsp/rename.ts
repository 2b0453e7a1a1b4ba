import {
  ErrorCodes,
  ResponseError,
  type Position,
  type PrepareRenameResult,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Span } from '../index.ts';
import { toOffset, toRange, toWorkspaceEdit } from './convert.ts';
import type { JudgedArticle } from './judgements.ts';

/** The speaker's name at a place, for an editor that is about to rename it. Null where none stands. */
export function renamable(
  { document, analysis }: JudgedArticle,
  position: Position,
): PrepareRenameResult | null {
  const speaker = speakerAt({ document, analysis }, position);
  if (!speaker) return null;
  const placeholder = analysis.article.text.slice(speaker.start, speaker.end);
  return { range: toRange(document, speaker), placeholder };
}

/**
 * Spells a speaker another way wherever the article has the same words. A longer name that holds them, or a
 * word they are part of, is somebody else's.
 */
export function renameSpeaker(
  judged: Pick<JudgedArticle, 'document' | 'analysis'>,
  position: Position,
  newName: string,
  versioned: boolean,
): WorkspaceEdit | null {
  const speaker = speakerAt(judged, position);
  if (!speaker) return null;
  const name = newName.trim();
  if (name === '' || /[\r\n]/.test(name)) {
    throw new ResponseError(ErrorCodes.InvalidParams, 'A speaker’s name is one or more words on one line.');
  }
  const { text } = judged.analysis.article;
  const edits = placesOf(text, text.slice(speaker.start, speaker.end)).map((span) => ({
    ...span,
    newText: name,
  }));
  return toWorkspaceEdit(judged.document, edits, versioned);
}

function speakerAt(
  { document, analysis }: Pick<JudgedArticle, 'document' | 'analysis'>,
  position: Position,
): Span | null {
  const offset = toOffset(document, position);
  const spans = analysis.article.quotations.flatMap(({ attribution: { status, speaker, carriedFrom } }) =>
    // The words of a carried speaker are a pronoun; the name is where it is carried from.
    [status === 'named' ? speaker : null, carriedFrom].filter((span) => span !== null),
  );
  return spans.find(({ start, end }) => start <= offset && offset <= end) ?? null;
}

const inWord = /[\p{L}\p{M}\p{N}]/u;

/** Where a text holds words, not as parts of others. */
function placesOf(text: string, words: string): Span[] {
  const spans: Span[] = [];
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + words.length)) {
    const end = start + words.length;
    if (!inWord.test(text.charAt(start - 1)) && !inWord.test(text.charAt(end))) spans.push({ start, end });
  }
  return spans;
}
