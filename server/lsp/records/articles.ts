import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Judging } from '../configurations.ts';
import { judgingOf } from './judge-record.ts';
import { RecordDocument } from './record-document.ts';
import type { RecordsFormat } from './records-format.ts';
import { placesOf, recordIn } from './split.ts';

/** An article as it stands in a file of records, and how it is judged. */
interface RecordArticle {
  readonly document: RecordDocument;
  readonly judging: Judging;
}

/** The articles of a file of records one by one, to be read and not changed. */
export function* recordArticles(
  file: TextDocument,
  format: RecordsFormat,
  judging: Judging,
): Generator<RecordArticle> {
  const text = file.getText();
  for (const { start, end, source } of placesOf(text, format, judging.fields)) {
    const read = source ?? recordIn(text.slice(start, end), judging.fields);
    if (read.kind === 'bad') continue;
    const document = new RecordDocument({
      file,
      base: source ? 0 : start,
      known: undefined,
      readsLine: !source,
      map: () => read.map,
      readBack: () => undefined,
    });
    yield { document, judging: judgingOf(read, judging) };
  }
}
