import { ErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import {
  repeatedLinesMethod,
  residueEditMethod,
  type RepeatedLines,
  type RepeatedLinesParams,
} from '../messages.ts';
import { cancelled, inTheirWords } from '../requests.ts';
import type { Session } from '../session.ts';
import { repeatedLines } from './repeated-lines.ts';
import { residueEdit } from './residue-edit.ts';

/** Answers what a client asks about the lines that many articles share. */
export function serveMining(session: Session): void {
  const { connection, life } = session;
  const assertAlive = (): void => {
    if (life.over) throw new ResponseError(ErrorCodes.InvalidRequest, 'The server has been shut down.');
  };
  const findLines = async (
    params: Partial<RepeatedLinesParams> | null,
    token: CancellationToken,
  ): Promise<RepeatedLines> => {
    assertAlive();
    const work = connection.window.attachWorkDoneProgress(params?.workDoneToken);
    work.begin(session.abilities.say('Reading the corpus'), 0, undefined, true);
    try {
      const found = await repeatedLines(session, params, work, token);
      if (token.isCancellationRequested) throw cancelled();
      return found;
    } finally {
      work.done();
    }
  };
  connection.onRequest(repeatedLinesMethod, findLines);
  connection.onRequest(residueEditMethod, (params: unknown) => {
    assertAlive();
    return inTheirWords(session, residueEdit(session, params));
  });
}
