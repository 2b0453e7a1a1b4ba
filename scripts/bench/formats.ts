import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { decode } from '../../server/formats/decode.ts';
import { compressionOf, formatOf, type Format } from '../../server/formats/format-name.ts';
import { readRecords } from '../../server/formats/read-records.ts';
import { anySize, recordFile, recordFiles, writeRecordFile } from './record-files.ts';

const program = fileURLToPath(new URL('../../dist/copydesk.cjs', import.meta.url));

/** Bytes of words in the files that are read, and in those that are checked. */
const sizes = { read: 4_000_000, checked: 2_000_000 };

const runs = 5;
const repeated = 3;

/** How fast each format is read, and how much memory files of records take. */
export function benchFormats(): void {
  console.log('Formats: to find the articles, beside reading and decoding the same bytes in Node');
  for (const name of recordFiles) benchReading(name);
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
  try {
    console.log('Formats: copydesk check --no-cache, the whole process; processor time and memory');
    for (const name of recordFiles) {
      check(folder, name, writeRecordFile(join(folder, name), name, sizes.checked));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How much memory and time files of any size take, one format after the other. */
export function benchSizes(): void {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
  try {
    // Two gigabytes of one format take half an hour: COPYDESK_BENCH_MB=8,100,2000. A minute or two where
    // each article has a page beside it that is only passed by, as crawls have them: COPYDESK_BENCH_PAGE=60.
    const megabytes = (process.env['COPYDESK_BENCH_MB'] ?? '8').split(',').map(Number);
    const names = process.env['COPYDESK_BENCH_FORMATS']?.split(',') ?? anySize;
    const page = Number(process.env['COPYDESK_BENCH_PAGE'] ?? 0);
    console.log(`Formats: files of any size, ${String(page)} kB of a page beside each article`);
    for (const name of names) {
      for (const size of megabytes) {
        const large = name.replace(/^\w+/, '$&-large');
        check(folder, large, writeRecordFile(join(folder, large), name, size * 1e6, page * 1e3));
        rmSync(join(folder, large));
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function benchReading(name: string): void {
  const bytes = recordFile(name, sizes.read);
  const format = formatOf(name);
  let articles = 0;
  const floor = processorTime(
    () => new TextDecoder('utf-8', { fatal: true }).decode(unpack(name, bytes)).length,
  );
  const read = processorTime(() => {
    articles = countArticles(decode(unpack(name, bytes)).text, format);
  });
  const size = unpack(name, bytes).length;
  const speed = (time: number): string => `${(size / 1e3 / time).toFixed(0)} MB/s`;
  const ratio = `${(read / floor).toFixed(1)} times`;
  console.log(
    `  ${name.padEnd(12)} ${String(articles).padStart(6)} articles  decoded ${speed(floor).padStart(10)}  read ${speed(read).padStart(9)}  ${ratio}`,
  );
}

function unpack(name: string, bytes: Uint8Array): Uint8Array {
  const compression = compressionOf(name);
  if (compression === undefined) return bytes;
  return compression === 'gzip' ? gunzipSync(bytes) : zstdDecompressSync(bytes);
}

/** The least time (ms) that the processor took for something in a few runs, whatever else it did meanwhile. */
function processorTime(work: () => unknown): number {
  let least = Infinity;
  for (let run = -1; run < runs; run++) {
    const before = process.cpuUsage();
    // Short work is done several times, so that its time can be told.
    for (let time = 0; time < repeated; time++) work();
    const { user, system } = process.cpuUsage(before);
    if (run >= 0) least = Math.min(least, (user + system) / 1e3 / repeated);
  }
  return least;
}

function countArticles(text: string, format: Format): number {
  if (format !== 'json-lines') return readRecords(text, format, {}).records.length;
  let count = 0;
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start) + 1 || text.length;
    count += readRecords(text.slice(start, end), format, {}).records.length;
    start = end;
  }
  return count;
}

const usageHook = `process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  require('node:fs').writeSync(3, JSON.stringify({ time: (userCPUTime + systemCPUTime) / 1e3, memory: maxRSS / 1024 }));
});`;

/** Checks a file of so many bytes, unpacked. Processor time and not that of the clock, so that what runs beside it counts little. */
function check(folder: string, name: string, size: number): void {
  const hook = join(folder, 'hook.cjs');
  writeFileSync(hook, usageHook);
  const args = ['--require', hook, program, 'check', '--no-cache', '--format', 'jsonl', name];
  const ended = spawnSync(process.execPath, args, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    maxBuffer: 2 ** 30,
  });
  const { time, memory } = JSON.parse(String(ended.output[3])) as { time: number; memory: number };
  const speed = (size / 1e3 / time).toFixed(2);
  console.log(
    `  ${name.padEnd(12)} ${(size / 1e6).toFixed(1).padStart(7)} MB  ${(time / 1e3).toFixed(1).padStart(7)} s of the processor  ${speed} MB/s  ${memory.toFixed(0)} MB of memory at most`,
  );
}
