import { readMarks, spoken, unseenIn, type MarkedText } from './notation.ts';

/** What a case says of one finding. */
export interface ExpectedFinding {
  readonly message: string;
  /** Only where it differs from the rule's own. */
  readonly severity: string | null;
}

/** The text after one kind of fix. */
export interface ExpectedFix {
  /** Key into the rule's `titles`, or the whole title as a menu shows it. */
  readonly title: string;
  readonly text: string;
}

/** One article and what a rule must say of it. */
export interface Case extends MarkedText {
  /** The heading above it, the outer one first. */
  readonly title: string;
  readonly line: number;
  /** Whether it stands where nothing may be found. */
  readonly quiet: boolean;
  readonly language: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly finds: readonly ExpectedFinding[] | null;
  /** The text after the preferred fixes. */
  readonly fixed: string | null;
  readonly fixes: readonly ExpectedFix[];
}

/** A case under construction. */
type Draft = { -readonly [Key in keyof Case]: Case[Key] } & { fixes: ExpectedFix[]; newline: string };

/** Headings under which nothing may be found: in a file of cases, and on a rule's page. */
const quietHeadings = new Set(['Nothing to find', 'When it keeps quiet']);

/**
 * The cases of a Markdown file: each `article` block with the lines and blocks up to the next one.
 * docs/rules-and-cases.md describes the format. @throws Error with the line of what can't be read.
 */
export function readCases(markdown: string): Case[] {
  const cases: Draft[] = [];
  const headings: string[] = [];
  const lines = markdown.split('\n');
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const heading = /^(#{1,6}) +(.*)$/.exec(line);
    const fence = /^(`{3,})(.*)$/.exec(line);
    try {
      if (heading) headings.splice((heading[1] ?? '').length - 1, 6, (heading[2] ?? '').trim());
      else if (fence) {
        const end = lines.indexOf(fence[1] ?? '', index + 1);
        if (end < 0) throw new Error('The block is never closed.');
        readBlock(cases, headings, (fence[2] ?? '').trim(), lines.slice(index + 1, end), index + 1);
        index = end;
      } else readLine(cases.at(-1), line);
    } catch (error) {
      throw new Error(`Line ${String(index + 1)}: ${(error as Error).message}`, { cause: error });
    }
  }
  return cases;
}

function readBlock(
  cases: Draft[],
  headings: readonly string[],
  info: string,
  lines: readonly string[],
  line: number,
): void {
  const [kind = '', ...words] = info.split(/\s+/);
  const block = lines.join('\n');
  if (!['article', 'fixed', 'fix'].includes(kind)) return;
  const hidden = unseenIn(block);
  if (hidden.length > 0) throw new Error(`Nobody sees these characters; write them as ${hidden.join(', ')}.`);
  if (kind === 'article') {
    cases.push(newCase(headings, words, block, line));
    return;
  }
  const current = cases.at(-1);
  if (!current) throw new Error(`A “${kind}” block belongs to the article above it, and there is none.`);
  const text = spoken(lines.join(current.newline));
  if (kind === 'fix') {
    const title = words.join(' ');
    if (current.fixes.some((fix) => fix.title === title))
      throw new Error(`A second block for the fix “${title}”.`);
    current.fixes.push({ title, text });
  } else if (current.fixed !== null) throw new Error('A second “fixed” block for one article.');
  else current.fixed = text;
}

function newCase(headings: readonly string[], words: readonly string[], block: string, line: number): Draft {
  const newline = words.includes('crlf') ? '\r\n' : '\n';
  return {
    ...readMarks(block.replaceAll('\n', newline)),
    title: headings.filter((heading) => heading).join(' › '),
    line,
    quiet: headings.some((heading) => quietHeadings.has(heading)),
    language: words.find((word) => word !== 'crlf') ?? 'auto',
    options: {},
    finds: null,
    fixed: null,
    fixes: [],
    newline,
  };
}

/** `Finds: message, message (severity)` and `Options: {…}`; any other line is prose. */
function readLine(current: Draft | undefined, line: string): void {
  const statement = /^(Finds|Options): (.*)$/.exec(line);
  if (!statement) return;
  if (!current) throw new Error('It belongs below the article that it speaks of.');
  const value = (statement[2] ?? '').replaceAll('`', '').trim();
  if (statement[1] === 'Options') current.options = JSON.parse(value) as Record<string, unknown>;
  else current.finds = value.split(/\s*,\s*/).map(readFinding);
}

function readFinding(words: string): ExpectedFinding {
  const parts = /^([\w-]+)(?: \((\w+)\))?$/.exec(words);
  if (!parts) throw new Error(`“${words}” is no message's name, or a name and a severity: “name (hint)”.`);
  return { message: parts[1] ?? '', severity: parts[2] ?? null };
}
