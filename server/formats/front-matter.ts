import { parse as parseToml } from 'smol-toml';
import { isScalar, parseDocument, type Document, type Scalar } from 'yaml';
import { aboutRoles, fieldWith, type FieldNames, type FieldRole } from './field-names.ts';
import { doubledField } from './csv-rows.ts';
import type { Field } from './field.ts';
import { jsonField } from './json-string.ts';
import { aboutOf, type About, type SourceRecords } from './record.ts';
import { SourceMap } from './source-map.ts';

/** A text of which every character stands in the file as it is. */
export function plainField(text: string, start: number): Field {
  return { text, start, end: start + text.length, escapes: [], spelling: { spell: (added) => added } };
}

/**
 * The article of a Markdown file: the title of its front matter, as Hugo and Jekyll have it (YAML between
 * lines of `---`, TOML between lines of `+++`), and what follows. Without front matter the whole file.
 */
export function readMarkdown(text: string, fields: FieldNames): SourceRecords {
  const fence = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n/.exec(text);
  if (!fence) return { records: [{ kind: 'article', map: new SourceMap([plainField(text, 0)]) }] };
  const start = fence[0].length;
  const closing = closingFence(text, start, fence[1] ?? '');
  if (!closing) {
    const why = `The front matter begins with “${fence[1] ?? ''}” and never ends, so it can’t be told from the article. Close it with the same line.`;
    return { records: [{ kind: 'bad', at: 0, why }] };
  }
  const matter = text.slice(start, closing.start);
  const read = fence[1] === '---' ? readYaml(matter, start, fields) : readToml(matter, start, fields);
  if ('why' in read) {
    return { records: [{ kind: 'bad', at: start + read.at, why: read.why }] };
  }
  const body = plainField(text.slice(closing.end), closing.end);
  const map = new SourceMap(read.headline ? [read.headline, body] : [body]);
  return {
    records: [{ kind: 'article', map, ...read.about }],
  };
}

/** The line that ends the front matter, with its line break and the blank lines after it. */
function closingFence(text: string, from: number, fence: string): { start: number; end: number } | undefined {
  for (let at = from; at < text.length;) {
    const line = text.indexOf('\n', at);
    const end = line < 0 ? text.length : line + 1;
    const words = text.slice(at, end).trimEnd();
    if (words === fence || (fence === '---' && words === '...')) {
      let body = end;
      while (text.charAt(body) === '\n' || text.startsWith('\r\n', body))
        body += text.charAt(body) === '\n' ? 1 : 2;
      return { start: at, end: body };
    }
    at = end;
  }
  return undefined;
}

/** What the front matter says, or what is wrong with it; offsets are of the front matter. */
type Matter =
  { readonly headline?: Field; readonly about: About } | { readonly at: number; readonly why: string };

const advice = 'Until it is put right, it can’t be told what the article is.';

function readYaml(matter: string, offset: number, fields: FieldNames): Matter {
  const document = parseDocument(matter, { prettyErrors: false });
  const [error] = document.errors;
  if (error)
    return { at: error.pos[0], why: `The front matter is no YAML here (${error.message}). ${advice}` };
  const headline = yamlScalar(document, 'headline', fields);
  return {
    ...(typeof headline?.value === 'string' && {
      headline: yamlField(matter, headline, headline.value, offset),
    }),
    about: aboutIn(document.toJS(), fields),
  };
}

/** What a front matter says about its article; dates of TOML are values of their own. */
function aboutIn(values: unknown, fields: FieldNames): About {
  if (typeof values !== 'object' || values === null) return {};
  const entries = values as Readonly<Record<string, unknown>>;
  const wordsOf = (value: unknown): string | undefined => {
    if (value instanceof Date) return value.toISOString();
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string').join(', ') : undefined;
  };
  const said = aboutRoles.map((role) => {
    const name = fieldWith(role, Object.keys(entries), fields);
    return [role, name === undefined ? undefined : wordsOf(entries[name])] as const;
  });
  return aboutOf(Object.fromEntries(said));
}

function yamlScalar(document: Document, role: FieldRole, fields: FieldNames): Scalar | undefined {
  const value: unknown = document.toJS();
  if (typeof value !== 'object' || value === null) return undefined;
  const name = fieldWith(role, Object.keys(value), fields);
  const node = name === undefined ? undefined : document.get(name, true);
  return isScalar(node) ? node : undefined;
}

function yamlField(matter: string, { range, type }: Scalar, value: string, offset: number): Field {
  const [start = 0, end = 0] = range ?? [];
  const quoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
  return titleField(matter, start, end, quoted, value, offset);
}

function readToml(matter: string, offset: number, fields: FieldNames): Matter {
  let values: Record<string, unknown>;
  try {
    values = parseToml(matter);
  } catch (error) {
    const { line = 1, column = 1 } = error as { line?: number; column?: number };
    const before = matter
      .split('\n')
      .slice(0, line - 1)
      .join('\n');
    const at = (line > 1 ? before.length + 1 : 0) + column - 1;
    return { at, why: `The front matter is no TOML here. ${advice}` };
  }
  const names = Object.keys(values);
  const name = fieldWith('headline', names, fields);
  const value = name === undefined ? undefined : values[name];
  return {
    ...(typeof value === 'string' && { headline: tomlField(matter, name ?? '', value, offset) }),
    about: aboutIn(values, fields),
  };
}

/** TOML's parser gives no places, so the line is looked for. */
function tomlField(matter: string, name: string, value: string, offset: number): Field {
  let at = 0;
  for (const line of matter.split('\n')) {
    const key = /^\s*["']?([\w-]+)["']?\s*=\s*/.exec(line);
    if (key?.[1] === name) {
      const start = at + key[0].length;
      const [raw = ''] = /^(?:"(?:[^"\\]|\\.)*"|'[^']*')/.exec(line.slice(key[0].length)) ?? [];
      return titleField(matter, start, start + raw.length, true, value, offset);
    }
    at += line.length + 1;
  }
  return titleField(matter, 0, 0, false, value, offset);
}

/**
 * A title between two offsets of the front matter: as it is written there, where that is one of the ways whose
 * every character is known, else one place that can't be edited.
 */
function titleField(
  matter: string,
  start: number,
  end: number,
  quoted: boolean,
  value: string,
  offset: number,
): Field {
  const written = quoted
    ? matter.charAt(start) === '"'
      ? jsonField(matter, start + 1, end - 1, offset)
      : doubledField(matter, start + 1, end - 1, "'", offset)
    : plainField(matter.slice(start, end), offset + start);
  const { spell } = written.spelling;
  // What marks can't hold, and what means something else in a title without marks, is left to a person.
  const refused = quoted ? /[\r\n]/ : /["'\\\p{Cc}:#[\]{}&*!|>%@`,]/u;
  if (written.text === value)
    return { ...written, spelling: { spell: (added) => (refused.test(added) ? undefined : spell(added)) } };
  return {
    text: value,
    start: offset + start,
    end: offset + end,
    escapes: [{ at: 0, length: value.length, rawAt: 0, rawLength: end - start }],
    spelling: { spell: () => undefined },
  };
}
