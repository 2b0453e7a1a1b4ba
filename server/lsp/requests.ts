import {
  ErrorCodes,
  LSPErrorCodes,
  Position,
  Range,
  ResponseError,
  TextDocumentIdentifier,
  type CancellationToken,
  type Connection,
} from 'vscode-languageserver';
import { describe } from './judgements.ts';

/** Parameters of a request about a document, as a client ought to send them. */
interface Params {
  readonly textDocument: TextDocumentIdentifier;
}

export function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}

export function modified(): ResponseError<void> {
  return new ResponseError(
    LSPErrorCodes.ContentModified,
    'The article has changed since this was offered, so it was not done. Ask again.',
  );
}

/**
 * A handler that answers bad parameters, a cancellation and a failure of its own with an error that says so.
 * None of them ends the server.
 */
export function handle<P extends Params, R>(
  connection: Connection,
  name: string,
  answer: (params: P, token: CancellationToken) => Promise<R>,
): (params: P, token: CancellationToken) => Promise<R> {
  return async (params, token) => {
    const mistake = mistakeIn(params);
    if (mistake) throw new ResponseError(ErrorCodes.InvalidParams, `${name}: ${mistake}`);
    try {
      const result = await answer(params, token);
      if (token.isCancellationRequested) throw cancelled();
      return result;
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      connection.console.error(
        `Copydesk failed to answer ${name} for ${params.textDocument.uri} (${describe(error)}). Please report this.`,
      );
      throw new ResponseError(
        ErrorCodes.InternalError,
        `Copydesk failed to answer ${name}; its log says why.`,
      );
    }
  };
}

function mistakeIn(params: unknown): string | undefined {
  const given = (params ?? {}) as Partial<
    Record<'textDocument' | 'position' | 'range' | 'positions', unknown>
  >;
  if (!TextDocumentIdentifier.is(given.textDocument))
    return 'it does not say which document (textDocument.uri).';
  if ('position' in given && !Position.is(given.position)) return 'its position is none.';
  if ('range' in given && !Range.is(given.range)) return 'its range is none.';
  const { positions } = given;
  if ('positions' in given && !(Array.isArray(positions) && positions.every((one) => Position.is(one)))) {
    return 'its positions are none.';
  }
  return undefined;
}
