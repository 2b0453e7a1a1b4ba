import { RE2JS } from 're2js';

/**
 * A regular expression in RE2’s syntax, run in time linear in the text whatever it says: the user’s own are
 * not ours to check. Back-references and look-around are no part of that syntax.
 */
export class LinearExpression {
  readonly #compiled: RE2JS;

  /** @throws Error that says what is wrong with the expression, in a few words. */
  constructor(source: string) {
    this.#compiled = RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
  }

  /** Whether it matches the whole text. */
  matches(text: string): boolean {
    return this.#compiled.matcher(text).matches();
  }
}
