import {
  DiagnosticSeverity,
  type ChangeAnnotation,
  type Position,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LocatedProblem } from '../formats/configuration-file.ts';
import type { Edit, Severity, Span } from '../index.ts';
import { RecordDocument } from './records/record-document.ts';

/** The only place that knows the protocol's lines and characters; everything else speaks of offsets. */

export function toRange(document: TextDocument, span: Span): Range {
  if (document instanceof RecordDocument) return document.rangeOf(span);
  const { start, end } = span;
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** A range of a part of a file, with as many lines of the file before it. */
export function movedDown({ start, end }: Range, lines: number): Range {
  return {
    start: { ...start, line: start.line + lines },
    end: { ...end, line: end.line + lines },
  };
}

/** A range that lies outside the document counts as its nearest end. */
export function toSpan(document: TextDocument, range: Range): Span {
  if (document instanceof RecordDocument) return document.spanOf(range);
  const ends = [document.offsetAt(range.start), document.offsetAt(range.end)] as const;
  return { start: Math.min(...ends), end: Math.max(...ends) };
}

export function toOffset(document: TextDocument, position: Position): number {
  return document.offsetAt(position);
}

/** The lines, from 0, in which a span begins and ends. */
export function toLines(
  document: TextDocument,
  span: Span,
): { readonly first: number; readonly last: number } {
  const { start, end } = toRange(document, span);
  return { first: start.line, last: end.line };
}

function toTextEdits(document: TextDocument, edits: readonly Edit[]): TextEdit[] {
  if (document instanceof RecordDocument)
    return document
      .editsInFile(edits)
      .map((edit) => ({ range: document.rangeInFile(edit), newText: edit.newText }));
  return edits.map((edit) => ({ range: toRange(document, edit), newText: edit.newText }));
}

/**
 * Edits of one document; `versioned` says of which version, so that a client that has gone on refuses them.
 * The version is null for a file that is not open.
 */
export function toWorkspaceEdit(
  document: TextDocument,
  edits: readonly Edit[],
  versioned: boolean,
  version: number | null = document.version,
): WorkspaceEdit {
  const { uri } = document;
  const textEdits = toTextEdits(document, edits);
  if (!versioned) return { changes: { [uri]: textEdits } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] };
}

/** Makes a file with a text, unless somebody else has made it meanwhile. */
export function toFileCreation(uri: string, text: string): WorkspaceEdit {
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
    ],
  };
}

/** Edits of several documents under one annotation, which the client shows before it makes them. */
export function toAnnotatedEdit(
  articles: readonly {
    readonly document: TextDocument;
    readonly edits: readonly Edit[];
    /** Null for a file that is not open. */
    readonly version: number | null;
  }[],
  annotation: ChangeAnnotation,
): WorkspaceEdit {
  const annotationId = 'fix';
  return {
    documentChanges: articles.map(({ document, edits, version }) => ({
      textDocument: { uri: document.uri, version },
      edits: toTextEdits(document, edits).map((edit) => ({ ...edit, annotationId })),
    })),
    changeAnnotations: { [annotationId]: annotation },
  };
}

/** The range of a problem in a configuration: from its place over the name or value that begins there. */
export function rangeOfProblem(document: TextDocument, { line, column }: LocatedProblem): Range {
  const start = { line: line - 1, character: column - 1 };
  const rest = document.getText({ start, end: { line, character: 0 } });
  const token = /^"(?:[^"\\\r\n]|\\.)*"?/.exec(rest) ?? /^[^\s,:{}[\]"]+/.exec(rest) ?? /^[^\r\n]/.exec(rest);
  const length = token?.[0].length ?? 0;
  return { start, end: { line: start.line, character: start.character + length } };
}

const severityOf: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function toSeverity(severity: Severity): DiagnosticSeverity {
  return severityOf[severity];
}
