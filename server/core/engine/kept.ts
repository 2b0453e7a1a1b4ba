import { hash } from '../text/hash.ts';
import type { Span } from '../text/span.ts';
import type { Finding, RuleId } from './rule.ts';

/**
 * Exceptions: findings that somebody looked at and wants to keep. An article's text can hold no comment, so
 * they stand beside the corpus, one JSON object a line. An exception belongs to a passage, wherever it moves,
 * and lapses when the passage or the words around it change.
 */
export interface KeptEntry {
  /** What the finding is known by: a hash of its rule, its passage and the letters around it. */
  readonly mark: string;
  readonly rule: RuleId;
  /** The passage, shortened, for people who read the file. */
  readonly passage: string;
  /** Where it stood, with `/` between folders, from the folder that holds `.copydesk`. */
  readonly file?: string;
  readonly who?: string;
  readonly why?: string;
  /** Whether it was written with everything that stood at the time, rather than for itself. */
  readonly baseline?: true;
}

/** Where the exceptions stand, from the folder of the corpus. */
export const keptPath = '.copydesk/kept.jsonl';

/** So many letters on each side belong to a passage; further ones may change without it. */
const around = 32;

/** A paragraph with fewer letters than this beside the passage does not tell it from others like it. */
const telling = 8;

/** No side is searched for letters further than this (UTF-16 units). */
const farthest = 400;

/** So much of a passage is shown in the file. */
const shownLength = 120;

/** What a finding in a text is known by; the same wherever its paragraph moves. */
export function keptMark(text: string, finding: Pick<Finding, 'rule'> & Span): string {
  const passage = text.slice(finding.start, finding.end);
  return hash([finding.rule, passage, surroundings(text, finding)].join('\0'));
}

/** The exception that keeps a finding. */
export function keptEntry(
  text: string,
  finding: Pick<Finding, 'rule'> & Span,
  more: Pick<KeptEntry, 'file' | 'who' | 'why' | 'baseline'> = {},
): KeptEntry {
  const passage = text.slice(finding.start, finding.end);
  return {
    mark: keptMark(text, finding),
    rule: finding.rule,
    passage: (passage.length > shownLength ? `${passage.slice(0, shownLength)}…` : passage).toWellFormed(),
    ...more,
  };
}

/** An exception as a line of the file, its line break included. */
export function keptLine(entry: KeptEntry): string {
  return `${JSON.stringify(entry)}\n`;
}

/** A line of the file that is no exception. Lines count from 1. */
export interface KeptMistake {
  readonly line: number;
  readonly message: string;
}

/** The exceptions that hold for an article. */
export class Kept {
  readonly #marks: ReadonlySet<string>;
  #identity: string | undefined;

  constructor(marks: Iterable<string>) {
    this.#marks = new Set(marks);
  }

  get size(): number {
    return this.#marks.size;
  }

  /** The same for the same exceptions, in any session. */
  get identity(): string {
    return (this.#identity ??= hash([...this.#marks].join('\n')));
  }

  /** Parts findings of a text into those that stand and the marks of those that are kept. */
  part(text: string, findings: readonly Finding[]): { open: readonly Finding[]; kept: readonly string[] } {
    if (this.#marks.size === 0) return { open: findings, kept: [] };
    const open: Finding[] = [];
    const kept: string[] = [];
    for (const finding of findings) {
      const mark = keptMark(text, finding);
      if (this.#marks.has(mark)) kept.push(mark);
      else open.push(finding);
    }
    return { open, kept };
  }
}

/** How this program begins a line, so that a million of them need not be parsed to know their marks. */
const ownLine = /^\{"mark":"([0-9a-z]+)",.*\}$/;

/** The marks of a file of exceptions, in pieces of whole lines, and what in it is none. Empty lines are allowed. */
export function keptMarks(text: string | Iterable<string>): { marks: string[]; mistakes: KeptMistake[] } {
  const marks: string[] = [];
  const mistakes: KeptMistake[] = [];
  for (const [index, line] of linesOf(text)) {
    if (line.trim() === '') continue;
    const mark = ownLine.exec(line)?.[1] ?? parsed(line)?.mark;
    if (mark !== undefined) marks.push(mark);
    else {
      const message =
        'This line is no exception: it is no JSON object, or has no “mark”. Delete it, and keep the finding again with “copydesk keep”.';
      mistakes.push({ line: index + 1, message });
    }
  }
  return { marks, mistakes };
}

/**
 * The exceptions of a file with the line each stands on (from 1), one by one, for there may be a million; what is
 * none is left out, and so is that whose mark and file are not wanted.
 */
export function* keptEntries(
  text: string | Iterable<string>,
  isWanted: (mark: string, file: string | undefined) => boolean = () => true,
): Generator<{ entry: KeptEntry; line: number }> {
  for (const [index, line] of linesOf(text)) {
    const mark = ownLine.exec(line)?.[1];
    if (mark !== undefined && !isWanted(mark, fileIn(line))) continue;
    const entry = parsed(line);
    if (entry && isWanted(entry.mark, entry.file)) yield { entry, line: index + 1 };
  }
}

/** The file that a line of this program names, found without parsing it: within a text, quotes are escaped. */
function fileIn(line: string): string | undefined {
  const key = ',"file":';
  const start = line.indexOf(key) + key.length;
  if (start < key.length) return undefined;
  const end = line.indexOf('"', start + 1);
  const file = line.slice(start + 1, end);
  return file.includes('\\') ? parsed(line)?.file : file;
}

/** The lines of a text with their numbers from 0, one by one: all at once they would take more room than the text. */
function* linesOf(text: string | Iterable<string>): Generator<[index: number, line: string]> {
  let index = 0;
  for (const piece of typeof text === 'string' ? [text] : text) {
    for (let start = 0; start < piece.length;) {
      const found = piece.indexOf('\n', start);
      const end = found < 0 ? piece.length : found;
      yield [index++, piece.slice(start, end)];
      start = end + 1;
    }
  }
}

function parsed(line: string): KeptEntry | undefined {
  try {
    const value: unknown = JSON.parse(line);
    const whole =
      typeof value === 'object' && value !== null && 'mark' in value && typeof value.mark === 'string';
    return whole ? (value as KeptEntry) : undefined;
  } catch {
    return undefined;
  }
}

/** The letters and digits beside a passage. Marks and spaces are left out, for fixes change those. */
function surroundings(text: string, { start, end }: Span): string {
  const before = letters(text, start, -1, false);
  const after = letters(text, end, 1, false);
  if (before.length + after.length >= telling) return `${before}|${after}`;
  return `${letters(text, start, -1, true)}|${letters(text, end, 1, true)}`;
}

/** Up to `around` letters and digits on one side of an offset; `beyond`: of the next paragraph if this one has none. */
function letters(text: string, from: number, step: 1 | -1, beyond: boolean): string {
  let found = '';
  for (let walked = 0; walked < farthest && found.length < around; walked++) {
    const at = step > 0 ? from + walked : from - 1 - walked;
    const character = text.charAt(at);
    const breaks = /[\r\n\u2028\u2029]/.test(character);
    if (character === '' || (breaks && (!beyond || found !== ''))) break;
    if (/[\p{L}\p{N}]/u.test(character)) found += character;
  }
  return found;
}
