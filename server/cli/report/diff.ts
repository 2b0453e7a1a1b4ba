import { applyEdits, type Edit } from '../../index.ts';

/** So many unchanged lines are shown around a change, as `diff -u` does. */
const context = 3;

/** Lines of the old text, from `first` up to but without `end`, and what stands in their place. */
interface Block {
  readonly first: number;
  readonly end: number;
  readonly newLines: readonly string[];
}

/**
 * The hunks of a unified diff, line by line without line breaks. Made from the edits, so it takes linear
 * time whatever they are. As for git and patch, lines end with LF alone; a CR before it belongs to the line.
 */
export function* diffHunks(text: string, edits: readonly Edit[]): Generator<string> {
  const lines = linesOf(text);
  let shift = 0;
  for (const blocks of hunks(changedBlocks(text, lines, edits))) {
    const first = Math.max(0, (blocks[0]?.first ?? 0) - context);
    const end = Math.min(lines.length, (blocks.at(-1)?.end ?? 0) + context);
    const added = blocks.reduce((sum, block) => sum + block.newLines.length - (block.end - block.first), 0);
    yield `@@ -${range(first, end - first)} +${range(first + shift, end - first + added)} @@`;
    shift += added;
    let done = first;
    for (const block of blocks) {
      yield* said(' ', lines.slice(done, block.first));
      yield* said('-', lines.slice(block.first, block.end));
      yield* said('+', block.newLines);
      done = block.end;
    }
    yield* said(' ', lines.slice(done, end));
  }
}

function range(first: number, count: number): string {
  // An empty range is named by the line before it.
  return `${String(count === 0 ? first : first + 1)},${String(count)}`;
}

function* said(sign: string, lines: readonly string[]): Generator<string> {
  for (const line of lines) {
    yield sign + (line.endsWith('\n') ? line.slice(0, -1) : line);
    if (!line.endsWith('\n')) yield '\\ No newline at end of file';
  }
}

/** Lines with their line breaks; no empty line after the last break. */
function linesOf(text: string): string[] {
  const lines = text.split('\n');
  const last = lines.pop() ?? '';
  const whole = lines.map((line) => `${line}\n`);
  return last === '' ? whole : [...whole, last];
}

/** Runs of lines that edits touch, each as small as whole lines allow. */
function changedBlocks(text: string, lines: readonly string[], edits: readonly Edit[]): Block[] {
  const starts: number[] = [];
  let length = 0;
  for (const line of lines) {
    starts.push(length);
    length += line.length;
  }
  const lineAt = (offset: number): number => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  };
  const groups: { first: number; end: number; edits: Edit[] }[] = [];
  for (const edit of edits) {
    const first = lineAt(edit.start);
    const end = Math.min(lines.length, lineAt(edit.end) + 1);
    const last = groups.at(-1);
    if (last && first < last.end) {
      last.end = Math.max(last.end, end);
      last.edits.push(edit);
    } else groups.push({ first, end, edits: [edit] });
  }
  return groups.flatMap((group) => {
    const from = starts[group.first] ?? 0;
    const until = starts[group.end] ?? text.length;
    const shifted = group.edits.map((edit) => ({ ...edit, start: edit.start - from, end: edit.end - from }));
    const newLines = linesOf(applyEdits(text.slice(from, until), shifted));
    return trimmed({ first: group.first, end: group.end, newLines }, lines);
  });
}

/** The block without the lines at both ends that stay the same; nothing if all stay. */
function trimmed({ first, end, newLines }: Block, lines: readonly string[]): Block[] {
  let before = 0;
  const most = Math.min(end - first, newLines.length);
  while (before < most && lines[first + before] === newLines[before]) before++;
  let after = 0;
  while (after < most - before && lines[end - 1 - after] === newLines[newLines.length - 1 - after]) after++;
  const block = {
    first: first + before,
    end: end - after,
    newLines: newLines.slice(before, newLines.length - after),
  };
  return block.first === block.end && block.newLines.length === 0 ? [] : [block];
}

/** Blocks whose lines around them would touch belong to one hunk. */
function hunks(blocks: readonly Block[]): Block[][] {
  const result: Block[][] = [];
  for (const block of blocks) {
    const last = result.at(-1);
    if (last && block.first - (last.at(-1)?.end ?? 0) <= 2 * context) last.push(block);
    else result.push([block]);
  }
  return result;
}
