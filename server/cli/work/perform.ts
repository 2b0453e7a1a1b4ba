import { looksLikeArticle } from '../../formats/article-file.ts';
import { compressionOf, readableFormat, type Format } from '../../formats/format-name.ts';
import { beginningOf, packed, unpacked } from '../compression.ts';
import { beginning, MovingPosition } from '../position.ts';
import { readWhole } from '../read.ts';
import { diffEntries } from '../report/diff-print.ts';
import { sentenceOf } from '../system-errors.ts';
import { hashOf } from './hash.ts';
import type { Done, Job, Mandate, Outcome, Task, Told } from './job.ts';
import { judgeUnit, type JudgedUnit } from './judge-unit.ts';
import { mostAtOnce, sayTooLarge } from './too-large.ts';
import { contentOf, type Content } from './units.ts';

let judged = false;

/** Whether this thread judged anything. */
export function hasJudged(): boolean {
  return judged;
}

/** Reads one file, or part of one, and does the job on it. Writes nothing and prints nothing, so that any thread may do it. */
export function perform(job: Job, mandate: Mandate, task: Task): Done {
  let identity: string | undefined;
  try {
    const where = task.path ?? task.name;
    const { fields } = mandate;
    if (!task.part && task.size > mostAtOnce) {
      const sentence = sayTooLarge(task.fileFormat ?? readableFormat(where, fields.format, ''));
      return { outcome: { kind: 'unread', sentence } };
    }
    let { bytes } = task;
    if (!bytes) ({ bytes, identity } = readWhole(task.path ?? ''));
    const hash = task.path === undefined || task.part ? undefined : hashOf(bytes);
    if (hash !== undefined && hash === task.known) return { outcome: { kind: 'same' }, identity, hash };
    // What can't be read is refused before it is unpacked.
    readableFormat(where, fields.format, '');
    const plain = task.part ? bytes : unpacked(where, bytes);
    const format = task.fileFormat ?? readableFormat(where, fields.format, beginningOf(plain));
    const content = contentOf(plain, {
      format,
      fields,
      part: task.part,
      declared: mandate.encoding,
    });
    if (format === 'text' && !task.named && !looksLikeArticle(content.decoded.text))
      return { outcome: { kind: 'other' }, identity, hash };
    judged = true;
    // What must not be written is only told.
    const refused = refusalOf(job, format, where);
    const done = refused === undefined ? job : { ...job, command: 'check' as const };
    const units: JudgedUnit[] = [];
    let record = task.part?.record ?? 0;
    const position = new MovingPosition(task.part ?? beginning, format);
    for (const unit of content.units) {
      const judged = judgeUnit({ job: done, mandate, task, format }, unit, {
        record,
        position: position.now,
      });
      units.push(judged);
      record += judged.records;
      position.pass(judged.text);
    }
    const outcome = outcomeOf(done, task, bytes, content, units);
    if (outcome.kind !== 'told') return { outcome, identity, hash };
    const told = { ...outcome, ...refusalIn(outcome, job, refused) };
    return { outcome: done.diff || task.part ? told : packedAgain(where, told, bytes), identity, hash };
  } catch (error) {
    return { outcome: { kind: 'unread', sentence: sentenceOf(error) } };
  }
}

/** Why a file's fixes are not made though that is the job; undefined where they are. */
function refusalOf({ command, diff, compressed }: Job, format: Format, where: string): string | undefined {
  if (command !== 'fix' || diff) return undefined;
  if (format === 'wet') return onlyRead;
  return compressionOf(where) !== undefined && compressed !== true ? notAsked : undefined;
}

const notAsked =
  'It is compressed, and nothing was written. Add --compressed to have it fixed and compressed again, or unpack it first.';

const onlyRead =
  'It is a web archive, and nothing was written: each of its records says how many bytes it has and gives a checksum of them, which a fix would make wrong. Take the articles out first, into .txt or .jsonl.';

/** The same where there is anything that would have been fixed; of what is only read, nothing could be. */
function refusalIn({ sums }: Told, { safeties }: Job, refused: string | undefined): Partial<Told> {
  if (refused === undefined) return {};
  if (refused === onlyRead) return sums.some(({ findings }) => findings > 0) ? { note: onlyRead } : {};
  const isLeft = sums.some(({ fixable }) => safeties.some((safety) => fixable[safety] !== undefined));
  return isLeft ? { refused } : {};
}

function packedAgain(where: string, told: Told, bytes: Uint8Array): Told {
  const { change } = told;
  return change ? { ...told, change: { before: bytes, after: packed(where, change.after) } } : told;
}

function outcomeOf(
  job: Job,
  task: Task,
  bytes: Uint8Array,
  content: Content,
  units: readonly JudgedUnit[],
): Outcome {
  const failed = units.find(({ failure }) => failure !== undefined)?.failure;
  if (failed !== undefined) return { kind: 'unread', sentence: failed };
  const changed = units.reduce((sum, unit) => sum + unit.changed, 0);
  const troubles = units.flatMap((unit) => unit.troubles);
  const reading = units.find((unit) => unit.reading !== undefined)?.reading;
  const differs = job.diff && changed > 0;
  return {
    kind: 'told',
    pieces: differs ? diffOf(job, task, content, units) : units.flatMap(({ pieces }) => pieces),
    sums: units.flatMap(({ sums }) => sums),
    ...(troubles.length > 0 && { troubles }),
    ...(reading !== undefined && { reading }),
    empty: bytes.length === 0,
    ...(differs && content.decoded.encoding !== 'utf-8' && { note: sayShown(content.decoded.encoding) }),
    fixed: units.reduce((sum, unit) => sum + unit.fixed, 0),
    changed,
    ...(changed > 0 && { change: { before: bytes, after: content.encode(units.map(({ text }) => text)) } }),
  };
}

function sayShown(encoding: string): string {
  const name = encoding.startsWith('utf-16') ? 'UTF-16' : encoding;
  return `The file is in ${name} and its diff is shown in UTF-8, so it is for reading only.`;
}

function diffOf(job: Job, task: Task, content: Content, units: readonly JudgedUnit[]): string[] {
  let offset = 0;
  const edits = units.flatMap((unit, index) => {
    const moved = unit.edits.map((edit) => ({ ...edit, start: edit.start + offset, end: edit.end + offset }));
    offset += content.units[index]?.text.length ?? 0;
    return moved;
  });
  return [...diffEntries(task.name, content.decoded, edits, job.style)];
}
