import {
  ErrorCodes,
  ResponseError,
  type CancellationToken,
  type Location,
  type WorkDoneProgressReporter,
} from 'vscode-languageserver';
import { Miner } from '../../core/mine/miner.ts';
import { isKnownResidue, type Settings } from '../../index.ts';
import { movedDown, toRange } from '../convert.ts';
import type { RepeatedLines, RepeatedLinesParams } from '../messages.ts';
import { repeatedLinesMethod } from '../messages.ts';
import type { CorpusText, Reader } from '../corpus-texts.ts';
import { tellLeft } from '../corpus-fix.ts';
import { recordArticles } from '../records/articles.ts';
import type { Session } from '../session.ts';

/** Where a line stands, and by which settings its article is judged. */
interface MinedPlace {
  readonly location: Location;
  readonly settings: Settings;
}

/** The lines that many articles of the open folders share, open articles as they stand in the editor. */
export async function repeatedLines(
  session: Pick<Session, 'corpus' | 'connection' | 'abilities'>,
  params: unknown,
  work: Pick<WorkDoneProgressReporter, 'report'>,
  token: CancellationToken,
): Promise<RepeatedLines> {
  const { least } = (params ?? {}) as Partial<RepeatedLinesParams>;
  if (least === undefined || !Number.isInteger(least) || least < 2) {
    throw new ResponseError(
      ErrorCodes.InvalidParams,
      `${repeatedLinesMethod}: it does not say in how many articles a line must stand (least, a whole number from 2 on).`,
    );
  }
  const { corpus } = session;
  const miner = new Miner<MinedPlace>(least);
  let articles = 0;
  // The corpus is read twice so that it need not fit into memory; each time is half of the work.
  const left = new Set<string>();
  const reader = (from: number): Reader => ({
    token,
    passed: reporting(work, from),
    left: (uri) => left.add(uri),
  });
  for await (const text of corpus.texts(reader(0))) {
    for (const { document } of articlesIn(text)) {
      miner.survey(document.getText());
      articles++;
    }
  }
  miner.turn();
  for await (const text of corpus.texts(reader(50))) {
    for (const { document, judging } of articlesIn(text)) {
      const { uri } = document;
      const { settings } = judging;
      miner.count(document.getText(), (line) => ({
        location: { uri, range: movedDown(toRange(document, line), text.line) },
        settings,
      }));
    }
  }
  tellLeft(session, [...left], 'copydesk mine');
  const found = miner.found((line, first) => first !== undefined && isKnownResidue(line, first.settings));
  return {
    articles,
    lines: found.map((line) => ({ ...line, examples: line.examples.map(({ location }) => location) })),
  };
}

/** The articles of a text: itself, or its records. */
function articlesIn({
  document,
  judging,
  format,
}: CorpusText): Iterable<Pick<CorpusText, 'document' | 'judging'>> {
  return format === undefined ? [{ document, judging }] : recordArticles(document, format, judging);
}

/** Tells the client how far the work is, each per cent once. */
function reporting(
  work: Pick<WorkDoneProgressReporter, 'report'>,
  from: number,
): (done: number, all: number) => void {
  let last = -1;
  return (done, all) => {
    const percentage = from + Math.floor((50 * done) / all);
    if (percentage === last) return;
    last = percentage;
    work.report(percentage);
  };
}
