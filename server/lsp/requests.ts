import {
  CodeActionContext,
  ErrorCodes,
  LSPErrorCodes,
  Position,
  Range,
  ResponseError,
  TextDocumentIdentifier,
  type CancellationToken,
  type Connection,
} from 'vscode-languageserver';
import type { Abilities } from './abilities.ts';
import { describe } from './judgements.ts';

/** As much of a session as answering needs. */
interface Served {
  readonly connection: Connection;
  readonly abilities: Pick<Abilities, 'retell'>;
  /** Whether the client has shut the server down. */
  readonly life: { readonly over: boolean };
}

/** Parameters of a request about a document, as a client ought to send them. */
export interface Params {
  readonly textDocument: TextDocumentIdentifier;
}

export function cancelled(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}

export function modified(): ResponseError {
  return new ResponseError(
    LSPErrorCodes.ContentModified,
    'The article has changed since this was offered, so it was not done. Ask again.',
  );
}

/** Has an answer fail in the language of whoever reads it. */
export async function inTheirWords<R>(
  { abilities }: Pick<Served, 'abilities'>,
  answer: Promise<R>,
): Promise<R> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof ResponseError)) throw error;
    throw new ResponseError(error.code, abilities.retell(error.message), error.data);
  }
}

/** What a request must hold beside its document, and what tells that it is well-formed. */
const parts = {
  position: (value: unknown) => Position.is(value),
  positions: (value: unknown) => Array.isArray(value) && value.every((one) => Position.is(one)),
  range: (value: unknown) => Range.is(value),
  newName: (value: unknown) => typeof value === 'string',
  context: (value: unknown) => CodeActionContext.is(value),
} as const;

export type Part = keyof typeof parts;

/** A request: its method and what it must hold. */
interface Question {
  readonly method: string;
  readonly needs?: readonly Part[];
}

/**
 * A handler that answers bad parameters, a cancellation and a failure of its own with an error that says so.
 * None of them ends the server.
 */
export function handle<P extends Params, R>(
  served: Served,
  question: Question,
  answer: (params: P, token: CancellationToken) => Promise<R>,
): (params: P, token: CancellationToken) => Promise<R> {
  const { connection, life } = served;
  const { method } = question;
  const answered = async (params: P, token: CancellationToken): Promise<R> => {
    if (life.over) throw new ResponseError(ErrorCodes.InvalidRequest, 'The server has been shut down.');
    const mistake = mistakeIn(params, question);
    if (mistake) throw new ResponseError(ErrorCodes.InvalidParams, `${method}: ${mistake}`);
    try {
      const result = await answer(params, token);
      if (token.isCancellationRequested) throw cancelled();
      return result;
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      connection.console.error(
        `Copydesk failed to answer ${method} for ${params.textDocument.uri} (${describe(error)}). Please report this.`,
      );
      throw new ResponseError(
        ErrorCodes.InternalError,
        `Copydesk failed to answer ${method}; its log says why.`,
      );
    }
  };
  return (params, token) => inTheirWords(served, answered(params, token));
}

function mistakeIn(params: unknown, { needs = [] }: Question): string | undefined {
  const given = (params ?? {}) as Readonly<Record<string, unknown>>;
  if (!TextDocumentIdentifier.is(given['textDocument'])) {
    return 'it does not say which document it is about (textDocument.uri).';
  }
  const wrong = needs.find((part) => !parts[part](given[part]));
  return wrong && `what it gives as “${wrong}” is none.`;
}
