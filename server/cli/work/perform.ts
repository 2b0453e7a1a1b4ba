import { analyse, createMemory, LineIndex, type Analysis, type ParseMemory } from '../../index.ts';
import { fixAll } from '../../core/engine/fix.ts';
import { looksLikeArticle } from '../../formats/article-file.ts';
import { decode, encode, type Decoded } from '../../formats/decode.ts';
import { keptOf } from '../kept-file.ts';
import { readWhole } from '../read.ts';
import { diffEntries } from '../report/diff-print.ts';
import { entriesOf } from '../report/formats.ts';
import type { Judged } from '../report/report.ts';
import { sentenceOf } from '../system-errors.ts';
import { hashOf } from './hash.ts';
import type { Done, Job, Mandate, Outcome, Sum, Task, Told } from './job.ts';

/** Reads one file and does the job on it. Writes nothing and prints nothing, so that any thread may do it. */
export function perform(job: Job, mandate: Mandate, task: Task): Done {
  let identity: string | undefined;
  try {
    let { bytes } = task;
    if (!bytes) ({ bytes, identity } = readWhole(task.path ?? ''));
    const hash = task.path === undefined ? undefined : hashOf(bytes);
    if (hash !== undefined && hash === task.known) return { outcome: { kind: 'same' }, identity, hash };
    const decoded = decode(bytes);
    if (!task.named && !looksLikeArticle(decoded.text)) return { outcome: { kind: 'other' }, identity, hash };
    return { outcome: judged(job, mandate, task, bytes, decoded), identity, hash };
  } catch (error) {
    return { outcome: { kind: 'unread', sentence: sentenceOf(error) } };
  }
}

function judged(job: Job, mandate: Mandate, task: Task, bytes: Uint8Array, decoded: Decoded): Outcome {
  try {
    return job.command === 'fix' && !mandate.faulty
      ? fixed(job, mandate, task, bytes, decoded)
      : checked(job, mandate, task, bytes, decoded);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const sentence = `Copydesk failed on this article (${said}). It was left as it is; please report this.`;
    return { kind: 'unread', sentence };
  }
}

function checked(job: Job, mandate: Mandate, task: Task, bytes: Uint8Array, { text }: Decoded): Outcome {
  const seen = within(task.lines, text, look(mandate, text));
  return {
    kind: 'told',
    pieces: job.diff ? [] : piecesOf(job, task.name, text, seen),
    sum: sumOf(seen),
    empty: bytes.length === 0,
    fixed: 0,
    changed: false,
  };
}

/** What stands in an article, and what of it is kept. */
interface Seen extends Analysis {
  readonly kept: readonly string[];
}

function look({ settings, kept }: Mandate, text: string, memory?: ParseMemory): Seen {
  const { article, findings } = analyse(text, settings, memory);
  if (!kept) return { article, findings, kept: [] };
  const parted = keptOf(kept).part(text, findings);
  return { article, findings: parted.open, kept: parted.kept };
}

/** What of an article counts where only some of its lines do. */
function within(lines: Task['lines'], text: string, seen: Seen): Seen {
  if (!lines) return seen;
  const index = new LineIndex(text);
  const findings = seen.findings.filter((finding) => {
    const [first, last] = [index.placeAt(finding.start).line + 1, index.placeAt(finding.end).line + 1];
    return lines.some(([from, to]) => from <= last && first <= to);
  });
  return { ...seen, findings };
}

function fixed(job: Job, mandate: Mandate, task: Task, bytes: Uint8Array, decoded: Decoded): Outcome {
  const { text } = decoded;
  const memory = createMemory();
  const views: Seen[] = [];
  const result = fixAll(
    text,
    (current) => {
      const seen = look(mandate, current, memory);
      views.push(seen);
      return seen.findings;
    },
    { safeties: job.safeties },
  );
  const changed = result.text !== text;
  const stands = (job.diff ? views[0] : views.at(-1)) ?? look(mandate, text);
  const told: Told = {
    kind: 'told',
    pieces: job.diff ? [] : piecesOf(job, task.name, result.text, stands),
    sum: sumOf(stands),
    empty: bytes.length === 0,
    fixed: 0,
    changed,
  };
  if (!changed) return told;
  return {
    ...told,
    ...(job.diff && { pieces: [...diffEntries(task.name, decoded, result.edits, job.style)] }),
    ...(job.diff && decoded.encoding !== 'utf-8' && { note: wideNote }),
    fixed: [...result.fixed.values()].reduce((sum, count) => sum + count, 0),
    change: { before: bytes, after: encode({ ...decoded, text: result.text }), edits: result.edits },
  };
}

const wideNote = 'The file is in UTF-16 and its diff is shown in UTF-8, so it is for reading only.';

function piecesOf(job: Job, name: string, text: string, { findings, article }: Seen): string[] {
  const { quotations } = article;
  let index: LineIndex | undefined;
  const result: Judged = { name, text, findings, quotations, lines: () => (index ??= new LineIndex(text)) };
  return [...entriesOf(job)(result)];
}

function sumOf({ findings, article, kept }: Seen): Sum {
  return {
    findings: findings.length,
    severities: countBy(findings.map(({ severity }) => severity)),
    fixable: countBy(findings.flatMap(({ fixes: [first] }) => (first ? [first.safety] : []))),
    rules: countBy(findings.map(({ rule }) => rule)),
    language: article.language,
    quotations: article.quotations.length,
    kept,
  };
}

function countBy<Key extends string>(keys: readonly Key[]): Partial<Record<Key, number>> {
  const counts: Partial<Record<Key, number>> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}
