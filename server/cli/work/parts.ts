import { resolve } from 'node:path';
import type { FieldNames } from '../../formats/field-names.ts';
import { compressionOf, formatOf, readableFormat, type Format } from '../../formats/format-name.ts';
import { beginningOf, enoughToKnow, packedBeginning } from '../compression.ts';
import type { Configurations } from '../configuration.ts';
import {
  fileSlices,
  firstBytes,
  inputBeginning,
  inputSlices,
  isOfWideUnits,
  packedSlices,
  readInput,
  slicesOfPacked,
} from '../read.ts';
import { RecordSlices, type Slice } from '../record-slices.ts';
import { sentenceOf } from '../system-errors.ts';
import type { Item } from './items.ts';
import type { Task } from './job.ts';
import { isCut, mostAtOnce, sayTooLarge } from './too-large.ts';

/** What may be handed out in parts. */
export interface InParts {
  readonly files: boolean;
  readonly input: boolean;
  /** The same of standard input that is compressed. */
  readonly packedInput: boolean;
}

/** A file with fewer bytes is judged at once, and what came of it is remembered. */
const large = { unpacked: 1_000_000, gzip: 200_000, zstd: 200_000 };

/** A file: as one task, or as tasks of a part each. */
export async function* fileItems(
  task: Task,
  configurations: Configurations,
  inParts: InParts | undefined,
): AsyncGenerator<Item> {
  const format = inParts?.files === true ? formatToCut(task, configurations) : undefined;
  if (format === undefined) {
    yield { kind: 'task', task };
    return;
  }
  const { path = '' } = task;
  let held: Slice | undefined;
  const taskOf = ({ bytes, part }: Slice): Item => ({
    kind: 'task',
    task: { ...task, fileFormat: format, bytes, part, size: bytes.length },
  });
  try {
    const slices = new RecordSlices(format, fieldsOf(task, configurations));
    const compression = compressionOf(path);
    const all = compression ? packedSlices(path, compression, slices) : fileSlices(path, slices);
    for await (const slice of all) {
      if (held) yield taskOf(held);
      held = slice;
    }
    if (held) yield taskOf({ ...held, part: { ...held.part, last: true } });
  } catch (error) {
    if (held) yield taskOf(held);
    yield { kind: 'trouble', name: task.name, why: sentenceOf(error) };
  }
}

/** The format of a file that is to be read in parts; undefined where it is not. */
function formatToCut(task: Task, configurations: Configurations): Format | undefined {
  const { path, size, mandate } = task;
  if (path === undefined) return undefined;
  const compression = compressionOf(path);
  if (size < large[compression ?? 'unpacked']) return undefined;
  // Where a part begins is counted in characters of UTF-8.
  if (configurations.mandates[mandate]?.encoding !== undefined) return undefined;
  const bytes = firstBytes(path, enoughToKnow);
  if (!compression && isOfWideUnits(bytes)) return undefined;
  return cutFormat(path, task, configurations, bytes);
}

/** The format of what begins so, if its records follow one after the other. */
function cutFormat(
  path: string,
  task: Pick<Task, 'mandate'>,
  configurations: Configurations,
  bytes: Uint8Array,
): Format | undefined {
  const compression = compressionOf(path);
  const beginning = compression ? packedBeginning(compression, bytes) : beginningOf(bytes);
  try {
    const format = readableFormat(path, fieldsOf(task, configurations).format, beginning);
    return isCut(format) ? format : undefined;
  } catch {
    // Reading it as a whole says what it is.
    return undefined;
  }
}

function fieldsOf({ mandate }: Pick<Task, 'mandate'>, { mandates }: Configurations): FieldNames {
  return mandates[mandate]?.fields ?? {};
}

/** Standard input: as one article, or record by record as they come. */
export async function* inputItems(
  configurations: Configurations,
  stdinPath: string | undefined,
  inParts: InParts | undefined,
): AsyncGenerator<Item> {
  const { mandate } = await configurations.of(resolve(stdinPath ?? 'article.txt'));
  const task = { name: stdinPath ?? '-', path: undefined, named: true, mandate, size: 0 };
  const isDeclared = configurations.mandates[mandate]?.encoding !== undefined;
  const compression = compressionOf(task.name);
  const wanted = (compression ? inParts?.packedInput : inParts?.input) === true && !isDeclared;
  const format = wanted ? cutFormat(task.name, task, configurations, await inputBeginning()) : undefined;
  if (format !== undefined) {
    const slices = new RecordSlices(format, fieldsOf(task, configurations));
    const all = compression ? slicesOfPacked(process.stdin, compression, slices) : inputSlices(slices);
    try {
      for await (const slice of all)
        yield slice === 'wait'
          ? { kind: 'wait' }
          : { kind: 'task', task: { ...task, ...slice, fileFormat: format, size: slice.bytes.length } };
    } catch (error) {
      yield { kind: 'trouble', name: task.name, why: sentenceOf(error) };
    }
    return;
  }
  const bytes = await readInput(mostAtOnce);
  if (bytes) yield { kind: 'task', task: { ...task, bytes, size: bytes.length } };
  else yield { kind: 'trouble', name: task.name, why: sayTooLarge(formatOf(task.name)) };
}
