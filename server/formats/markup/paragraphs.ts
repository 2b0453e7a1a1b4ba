import type { Field } from '../field.ts';
import { knownRole, type Role } from './elements.ts';
import { Paragraph, type Reading } from './paragraph.ts';
import type { OpenToken, TextToken, Token } from './tokens.ts';

/** What an element's name says, in this file. */
export type RoleOf = (token: OpenToken) => Role;

/** In HTML an element that is not known stands in the line, as browsers have it. */
export const htmlRole: RoleOf = (token) =>
  token.attributes['hidden'] === undefined ? (knownRole(token.name) ?? 'inline') : 'skipped';

/**
 * The roles of elements in an XML file. One whose name is not known stands in the line if somewhere in the
 * file it has text beside it; else it is a paragraph or holds some.
 *
 * @param beside Names of those that have.
 */
export function xmlRoles(beside: ReadonlySet<string>): RoleOf {
  return ({ name }) => knownRole(name) ?? (beside.has(name) ? 'inline' : 'block');
}

/** The names of elements that have text beside them. */
export function namesBesideText(tokens: readonly Token[]): Set<string> {
  const beside = new Set<string>();
  const open: { names: Set<string>; text: boolean }[] = [];
  for (const token of tokens) {
    if (token.kind === 'open') {
      open.at(-1)?.names.add(token.name);
      open.push({ names: new Set(), text: false });
    } else if (token.kind === 'close') {
      const { names, text } = open.pop() ?? { names: [], text: false };
      if (text) for (const name of names) beside.add(name);
    } else {
      const last = open.at(-1);
      if (last && !isBlank(token)) last.text = true;
    }
  }
  return beside;
}

/** What is left out and stands in no line; the rest of what is left out may stand in the middle of one. */
const parting = new Set(['nav', 'aside', 'footer', 'form', 'dialog', 'docdata', 'teiheader', 'fw']);

/** Whether there is nothing but space in a text. */
function isBlank({ pieces }: TextToken): boolean {
  return pieces.every(({ text }) => text.trim() === '');
}

/** Whether an element holds paragraphs, and not only a text. */
export function holdsBlocks(tokens: readonly Token[], from: number, to: number, roleOf: RoleOf): boolean {
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token?.kind === 'open' && roleOf(token) === 'block') return true;
  }
  return false;
}

/**
 * The paragraphs between two places of the tokens, in order.
 *
 * @param without Places of elements that are left out.
 */
export function paragraphsIn(
  tokens: readonly Token[],
  from: number,
  to: number,
  roleOf: RoleOf,
  reading: Reading,
  without: ReadonlySet<number> = new Set(),
): Field[] {
  const fields: Field[] = [];
  // Text as it is has its lines as they are.
  let verbatim = 0;
  let paragraph = new Paragraph(reading);
  const end = (): void => {
    const field = paragraph.field();
    if (field) fields.push(field);
    paragraph = new Paragraph(verbatim > 0 ? { ...reading, folded: false } : reading);
  };
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (!token) break;
    if (token.kind === 'close') {
      if (token.name === 'pre') verbatim--;
      if (closes(token.name, roleOf)) end();
    } else if (token.kind === 'open') {
      const role = without.has(at) ? 'skipped' : roleOf(token);
      if (role === 'break') paragraph.break(token.start, token.end);
      if (role === 'block') {
        if (token.name === 'pre') verbatim++;
        end();
      }
      if (role === 'skipped') {
        if (parting.has(token.name) || without.has(at)) end();
        at = Math.max(at, token.close);
      }
    } else paragraph.add(token);
  }
  end();
  return fields;
}

function closes(name: string, roleOf: RoleOf): boolean {
  return roleOf({ kind: 'open', name, attributes: {}, start: 0, end: 0, close: 0 }) === 'block';
}
