import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { fieldWith, type FieldNames, type FieldRole } from './field-names.ts';
import type { Field } from './field.ts';
import { jsonField } from './json-string.ts';
import { aboutOf, listedNames, type Guess, type SourceRecord, type SourceRecords } from './record.ts';
import { recovered } from './recovered.ts';
import { SourceMap } from './source-map.ts';

/**
 * The article of one line of JSON Lines; a byte order mark before it, as programs that join files leave it,
 * is no part of it.
 */
export function readJsonLine(text: string, fields: FieldNames): SourceRecords {
  return recordsOf(text, fields, (root) => [root]);
}

/** The articles of a JSON file: an array of records, an object that holds one array of them, or one record. */
export function readJson(text: string, fields: FieldNames): SourceRecords {
  const read = recordsOf(text, fields, (root) => {
    if (root.type === 'array') return root.children ?? [];
    const lists = (root.children ?? []).flatMap(({ children }) => {
      const value = children?.[1];
      return value?.type === 'array' && value.children?.[0]?.type === 'object' ? [value] : [];
    });
    const isRecord = root.type === 'object' && fieldWith('body', namesOf(root), fields) !== undefined;
    return !isRecord && lists.length === 1 ? (lists[0]?.children ?? []) : [root];
  });
  const [only] = read.records;
  const isBroken = read.records.length === 1 && only?.kind === 'bad' && read.broken === true;
  return (isBroken ? recovered(text, 'json', fields, only) : undefined) ?? read;
}

function recordsOf(
  text: string,
  fields: FieldNames,
  nodesOf: (root: Node) => readonly Node[],
): SourceRecords & { readonly broken?: true } {
  const offset = text.startsWith('\uFEFF') ? 1 : 0;
  const source = text.slice(offset);
  let root: Node | undefined;
  try {
    const mistake = mistakeIn(source);
    if (mistake)
      return { records: [{ kind: 'bad', at: offset + mistake.at, why: mistake.why }], broken: true };
    root = parseTree(source);
  } catch (error) {
    // The parser goes one call deeper for every bracket.
    if (!(error instanceof RangeError)) throw error;
    return {
      records: [
        { kind: 'bad', at: offset, why: 'Its brackets stand deeper in each other than can be read.' },
      ],
    };
  }
  if (!root) return { records: [] };
  const records: SourceRecord[] = [];
  let guessed: Guess | undefined;
  for (const node of nodesOf(root)) {
    const reader = new RecordReader(source, offset, node, fields);
    const record = reader.read();
    records.push(record);
    if (record.kind === 'article') guessed ??= reader.guessed;
  }
  return guessed ? { records, guessed } : { records };
}

/** What keeps a text from being JSON; the parser that gives places forgives more than JSON allows. */
function mistakeIn(source: string): { at: number; why: string } | undefined {
  try {
    JSON.parse(source);
    return undefined;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  const errors: ParseError[] = [];
  parseTree(source, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  const at = Math.min(first?.offset ?? 0, source.length);
  const unclosed = first && printParseErrorCode(first.error) === 'UnexpectedEndOfString';
  const what =
    at >= source.trimEnd().length
      ? 'It is cut off in the middle of its JSON'
      : unclosed
        ? `The text that begins at its character ${String(at + 1)} is never closed: it is cut off, or a line break stands in it`
        : `It is no JSON from its character ${String(at + 1)} on`;
  return { at, why: `${what}. Have it written again by the program that made it.` };
}

/** Reads the article of one record. */
class RecordReader {
  readonly #source: string;
  readonly #offset: number;
  readonly #node: Node;
  readonly #fields: FieldNames;
  readonly #names: readonly string[];
  guessed: Guess | undefined;

  constructor(source: string, offset: number, node: Node, fields: FieldNames) {
    this.#source = source;
    this.#offset = offset;
    this.#node = node;
    this.#fields = fields;
    this.#names = namesOf(node);
  }

  read(): SourceRecord {
    if (this.#node.type !== 'object')
      return this.#bad(`It is ${kindOf(this.#node)}. A record is an object: { "title": …, "text": … }.`);
    const [headline, body] = [this.#valueOf('headline'), this.#valueOf('body')];
    if (!headline && !body) {
      const has = this.#names.length > 0 ? `it has ${listedNames(this.#names)}` : 'it is empty';
      return this.#bad(
        `No field of it is known to hold an article; ${has}. Say which one does under “fields” in copydesk.json.`,
      );
    }
    const parts: Field[] = [];
    for (const value of [headline, body]) {
      if (!value || value.node.type === 'null') continue;
      if (value.node.type !== 'string')
        return this.#bad(
          `“${value.name}” is ${kindOf(value.node)}, not a text. Say which field holds the text under “fields” in copydesk.json.`,
          value.node,
        );
      const { offset, length } = value.node;
      parts.push(jsonField(this.#source, offset + 1, offset + length - 1, this.#offset));
    }
    const [language, author, date] = [
      this.#valueOf('language'),
      this.#valueOf('author'),
      this.#valueOf('date'),
    ];
    this.#note({ headline, body, language, author, date });
    const about = aboutOf({
      language: language?.node.type === 'string' ? wordsOf(language.node) : undefined,
      author: wordsOf(author?.node),
      date: wordsOf(date?.node),
    });
    return { kind: 'article', map: new SourceMap(parts), ...about };
  }

  /** The value that has a role, found by its name or, for a configured one, by its path with dots. */
  #valueOf(role: FieldRole): { name: string; node: Node } | undefined {
    const name = fieldWith(role, this.#names, this.#fields);
    if (name === undefined) return undefined;
    const node = property(this.#node, name) ?? name.split('.').reduce<Node | undefined>(property, this.#node);
    return node && { name, node };
  }

  #note(values: Readonly<Record<FieldRole, { name: string } | undefined>>): void {
    const named = Object.entries(values).flatMap(([role, value]) =>
      value && this.#fields[role as FieldRole] === undefined ? [[role, value.name]] : [],
    );
    if (named.length > 0) this.guessed = Object.fromEntries(named) as Guess;
  }

  #bad(why: string, node: Node = this.#node): SourceRecord {
    return { kind: 'bad', at: this.#offset + node.offset, why };
  }
}

function namesOf({ type, children }: Node): string[] {
  if (type !== 'object') return [];
  return (children ?? []).map(({ children: pair }) => String(pair?.[0]?.value));
}

/** The value of a name in an object; of several with this name the last one, which is the one JSON's readers take. */
function property(node: Node | undefined, name: string): Node | undefined {
  if (node?.type !== 'object') return undefined;
  return node.children?.findLast(({ children }) => children?.[0]?.value === name)?.children?.[1];
}

/** What a value says in words: a text, a number, the `name` of an object, several of them in a list. */
function wordsOf(node: Node | undefined): string | undefined {
  switch (node?.type) {
    case 'string':
    case 'number':
      return String(node.value);
    case 'object':
      return wordsOf(property(node, 'name'));
    case 'array':
      return node.children
        ?.flatMap((child) => (child.type === 'array' ? [] : (wordsOf(child) ?? [])))
        .join(', ');
    default:
      return undefined;
  }
}

function kindOf({ type }: Node): string {
  const words: Partial<Record<Node['type'], string>> = {
    array: 'a list',
    object: 'an object',
    null: 'null',
    string: 'a text',
    number: 'a number',
    boolean: 'true or false',
  };
  return words[type] ?? 'nothing that can be read';
}
