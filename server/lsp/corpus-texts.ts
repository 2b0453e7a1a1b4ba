import type { CancellationToken } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Judging } from './configurations.ts';
import { isArticle } from './judgements.ts';
import type { CorpusFile } from './corpus.ts';
import { formatToCheck, partsOf, TooLarge } from './records/corpus-file.ts';
import { holdsArticles } from './records/plausible.ts';
import type { RecordsFormat } from './records/records-format.ts';
import type { Session } from './session.ts';
import { isRecordArticle } from './uris.ts';

/** A text of the corpus: an article, a file of records, or a part of one that is too long to be read at once. */
export interface CorpusText {
  readonly document: TextDocument;
  readonly judging: Judging;
  /** Whether it stands in the editor, as it is here. */
  readonly open: boolean;
  /** The format of its records; undefined for an article. */
  readonly format: RecordsFormat | undefined;
  /** Whether it is all of its file. */
  readonly whole: boolean;
  /** How many lines of its file stand before it. */
  readonly line: number;
}

/** Who reads the texts. */
export interface Reader {
  readonly token: CancellationToken;
  /** Whether a file is to be read; all are if left out. */
  wanted?(this: void, uri: string): boolean;
  /** Of so many files, so many were read. */
  passed?(this: void, done: number, all: number): void;
  /** Is told of each file of records that is too large to be read. */
  left?(this: void, uri: string): void;
}

/** After so many files an editor that is typed in gets its answers. */
const turn = 10;

/** The texts that are open, as they stand in the editor. A record that is open by itself stands in its file. */
export async function* openTexts(
  { documents, configurations }: Pick<Session, 'documents' | 'configurations'>,
  { wanted = () => true }: Reader,
): AsyncGenerator<CorpusText> {
  for (const document of documents.all()) {
    if (isRecordArticle(document.uri) || !wanted(document.uri)) continue;
    const judging = await configurations.of(document.uri);
    const { excluded, fields, listed } = judging;
    const format = formatToCheck(document.uri, judging);
    const counts =
      format === undefined
        ? isArticle(document, judging)
        : !excluded && holdsArticles({ text: document.getText(), format, fields, listed });
    if (counts) yield { document, judging, open: true, format, whole: true, line: 0 };
  }
}

/** The texts of files that are not open, but for those that can't be read. */
export async function* closedTexts(
  all: readonly CorpusFile[],
  { token, wanted = () => true, passed, left }: Reader,
): AsyncGenerator<CorpusText> {
  const files = all.filter(({ file }) => wanted(file.uri));
  for (const [index, file] of files.entries()) {
    if (index % turn === 0) await new Promise((resolve) => setTimeout(resolve, 0));
    if (token.isCancellationRequested) return;
    passed?.(index, files.length);
    try {
      yield* textsOf(file);
    } catch (error) {
      if (error instanceof TooLarge) left?.(file.file.uri);
    }
  }
}

async function* textsOf({ file, judging, records: format }: CorpusFile): AsyncGenerator<CorpusText> {
  const { uri } = file;
  if (format === undefined) {
    const document = TextDocument.create(uri, 'plaintext', 0, await file.read());
    if (isArticle(document, judging)) yield { document, judging, open: false, format, whole: true, line: 0 };
    return;
  }
  for await (const { text, whole, line } of partsOf({ file, format, judging }))
    yield { document: TextDocument.create(uri, format, 0, text), judging, open: false, format, whole, line };
}
