import * as vscode from 'vscode';
import type { SemanticTokens } from 'vscode-languageclient';
import type { Server } from '../server.ts';
import { proofLine, type Token } from './lines.ts';
import type { LineProblem, PieceKind, ProofLine } from './messages.ts';

/** What each of the server’s semantic tokens stands for, by the names that themes know. */
const kinds: Readonly<Record<string, PieceKind>> = {
  string: 'speech',
  keyword: 'cue',
  class: 'speaker',
  comment: 'residue',
};

const severities = ['error', 'warning', 'information', 'hint'] as const;

/** All lines of an article as the proof view shows them. */
export async function proofLines(
  server: Server,
  document: vscode.TextDocument,
  direction: 'rtl' | 'ltr',
): Promise<ProofLine[]> {
  const { version } = document;
  const tokens = await tokensByLine(server, document);
  // Of another version they stand elsewhere; the change that made it asks again.
  const fitting = document.version === version ? tokens : new Map<number, Token[]>();
  const problems = new Map<number, LineProblem[]>();
  for (const diagnostic of problemsOf(document)) place(document, diagnostic, problems, fitting);
  const lines: ProofLine[] = [];
  let headline = true;
  for (let line = 0; line < document.lineCount; line++) {
    const { text, isEmptyOrWhitespace } = document.lineAt(line);
    lines.push(
      proofLine(
        text,
        fitting.get(line) ?? [],
        problems.get(line) ?? [],
        headline && !isEmptyOrWhitespace,
        direction,
      ),
    );
    if (!isEmptyOrWhitespace) headline = false;
  }
  return lines;
}

/** What Copydesk found in a document, in the order of the text. */
function problemsOf(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'copydesk')
    .sort(
      (one, other) =>
        one.range.start.compareTo(other.range.start) || one.range.end.compareTo(other.range.end),
    );
}

/** The problems that are listed for a line, in the same order as there. */
export function problemsIn(document: vscode.TextDocument, line: number): vscode.Diagnostic[] {
  return problemsOf(document).filter(({ range }) => range.start.line <= line && line <= range.end.line);
}

/** Puts a problem into each line that it touches; one whose text is needless strikes the text out. */
function place(
  document: vscode.TextDocument,
  { range, message, severity, code, tags }: vscode.Diagnostic,
  problems: Map<number, LineProblem[]>,
  tokens: Map<number, Token[]>,
): void {
  for (let line = range.start.line; line <= Math.min(range.end.line, document.lineCount - 1); line++) {
    const start = line === range.start.line ? range.start.character : 0;
    const end = line === range.end.line ? range.end.character : document.lineAt(line).text.length;
    const rule = String(typeof code === 'object' ? code.value : (code ?? ''));
    const listed = problems.get(line) ?? [];
    listed.push({ start, end, rule, message, severity: severities[severity] });
    problems.set(line, listed);
    if (tags?.includes(vscode.DiagnosticTag.Unnecessary)) {
      tokens.set(line, [{ start, end, kind: 'residue' }, ...(tokens.get(line) ?? [])]);
    }
  }
}

async function tokensByLine(server: Server, document: vscode.TextDocument): Promise<Map<number, Token[]>> {
  const client = await server.start();
  const legend = client.initializeResult?.capabilities.semanticTokensProvider?.legend.tokenTypes ?? [];
  const byLine = new Map<number, Token[]>();
  const answer = await client.sendRequest<SemanticTokens | null>('textDocument/semanticTokens/full', {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
  });
  const data = answer?.data ?? [];
  let line = 0;
  let character = 0;
  for (let index = 0; index + 4 < data.length; index += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0] = data.slice(index, index + 4);
    character = lines > 0 ? characters : character + characters;
    line += lines;
    const kind = kinds[legend[type] ?? ''];
    if (kind === undefined) continue;
    const listed = byLine.get(line) ?? [];
    listed.push({ start: character, end: character + length, kind });
    byLine.set(line, listed);
  }
  return byLine;
}
