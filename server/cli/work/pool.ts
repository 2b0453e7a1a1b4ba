import { availableParallelism } from 'node:os';
import v8 from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { Done, Job, Mandate, Task } from './job.ts';
import type { ThreadData, ThreadReply, ThreadRequest } from './thread.ts';
import { boundNursery, nurseriesStay } from './nursery.ts';
import { perform } from './perform.ts';

/** A thread costs about as much as judging this many articles, or this many bytes. */
const worthwhile = { tasks: 96, bytes: 400_000 };

/** So much is handed to a thread at once: much enough that handing over costs nothing. */
const batchLimit = { tasks: 16, bytes: 128_000 };

/**
 * More threads than this would only wait for each other’s memory. Files that are read in parts are to need
 * little of it on any machine, and each thread needs some 80 MB.
 */
export const mostThreads = { whole: 8, inParts: 2 };

interface Waiting {
  readonly task: Task;
  resolve(this: void, done: Done): void;
}

interface Thread {
  readonly worker: Worker;
  /** Batches it was given and has not answered. */
  readonly batches: Waiting[][];
  /** How many mandates it knows. */
  mandates: number;
}

/**
 * Does a job on tasks: itself while they are few, with threads once they are many. What was submitted is
 * begun when there is enough of it, or at `flush`.
 */
export class Pool {
  readonly #job: Job;
  readonly #mandates: readonly Mandate[];
  readonly #program: string | undefined;
  readonly #asked: number | undefined;
  readonly #threads: Thread[] = [];
  /** What is not yet enough for a batch, and batches that nobody has begun. */
  #waiting: Waiting[] = [];
  #bytes = 0;
  readonly #batches: Waiting[][] = [];
  #answered = 0;

  /**
   * @param mandates The run’s mandates; more may be added before a task that needs them is submitted.
   * @param program The file a thread is to run; undefined to do without threads.
   * @param threads How many there are to be; as many as do good if left out.
   */
  constructor(job: Job, mandates: readonly Mandate[], program: string | undefined, threads?: number) {
    this.#job = job;
    this.#mandates = mandates;
    this.#program = (threads ?? availableParallelism()) > 1 ? program : undefined;
    this.#asked = threads;
  }

  submit(task: Task): Promise<Done> {
    return new Promise((resolve) => {
      this.#waiting.push({ task, resolve });
      this.#bytes += task.size;
      this.#begin();
    });
  }

  /** Begins everything that was submitted. */
  flush(): void {
    this.#bundle();
    if (this.#threads.length > 0) this.#feed();
    else while (this.help());
  }

  /** Does a part of what no thread has begun, in this thread. @returns Whether there was any. */
  help(): boolean {
    // A file of any size is to need little memory, and this thread's own grows before it is cleared.
    if (this.#threads.length > 0 && isInParts(this.#batches[0])) return false;
    const batch = this.#batches.shift();
    for (const waiting of batch ?? []) waiting.resolve(this.#perform(waiting.task));
    return batch !== undefined;
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }

  #begin(): void {
    if (this.#waiting.length >= batchLimit.tasks || this.#bytes >= batchLimit.bytes) this.#bundle();
    if (this.#threads.length > 0) this.#feed();
    else if (this.#program !== undefined && this.#isMuch()) {
      this.#start(this.#program);
      this.#bundle();
      this.#feed();
    }
  }

  #isMuch(): boolean {
    const tasks = [...this.#batches.flat(), ...this.#waiting];
    const bytes = tasks.reduce((sum, { task }) => sum + task.size, 0);
    return tasks.length >= worthwhile.tasks || (bytes >= worthwhile.bytes && tasks.length > 1);
  }

  /** Makes a batch of what waits. */
  #bundle(): void {
    if (this.#waiting.length > 0) this.#batches.push(this.#waiting);
    this.#waiting = [];
    this.#bytes = 0;
  }

  #start(program: string): void {
    // Where this thread helps while it has to wait, it is one of those that the machine has room for.
    const inParts = isInParts(this.#batches[0] ?? this.#waiting);
    // Where this thread helps while it has to wait, it is one of those that are asked for.
    const helping = inParts ? 0 : 1;
    const most = Math.min(availableParallelism(), inParts ? mostThreads.inParts : mostThreads.whole + 1);
    const count = (this.#asked ?? most) - helping;
    if (inParts) v8.setFlagsFromString(littleGarbage);
    for (let number = 0; number < count; number++) {
      const data: ThreadData = { copydeskJob: this.#job };
      // Articles are short-lived, and every thread has a space (MB) for what has just been made.
      const worker = new Worker(program, {
        workerData: data,
        resourceLimits: { maxYoungGenerationSizeMb: inParts ? 8 : 16 },
      });
      const thread: Thread = { worker, batches: [], mandates: 0 };
      worker.on('message', (reply: ThreadReply) => {
        const batch = thread.batches.shift() ?? [];
        this.#answered++;
        if (inParts && this.#answered === enoughAnswers) nurseriesStay();
        batch.forEach((waiting, place) => {
          waiting.resolve(reply[place] ?? this.#perform(waiting.task));
        });
        this.#feed();
      });
      worker.on('error', (error: Error) => {
        this.#threads.splice(this.#threads.indexOf(thread), 1);
        const sentence = `It could not be judged (${error.message}). Run again with this file alone.`;
        for (const { resolve } of thread.batches.flat()) resolve({ outcome: { kind: 'unread', sentence } });
        if (this.#threads.length === 0) while (this.help());
      });
      this.#threads.push(thread);
    }
  }

  /** Keeps every thread in work: one batch that it does, and one that it does next. */
  #feed(): void {
    for (let depth = 0; depth < 2; depth++) {
      for (const thread of this.#threads) {
        if (thread.batches.length > depth) continue;
        const batch = this.#batches.shift();
        if (!batch) return;
        const request: ThreadRequest = {
          mandates: this.#mandates.slice(thread.mandates),
          tasks: batch.map(({ task }) => task),
        };
        thread.mandates = this.#mandates.length;
        thread.batches.push(batch);
        thread.worker.postMessage(request);
      }
    }
  }

  #perform(task: Task): Done {
    boundNursery(task.size);
    const mandate = this.#mandates[task.mandate];
    if (!mandate) throw new Error(`There is no mandate ${String(task.mandate)}.`);
    return perform(this.#job, mandate, task);
  }
}

/**
 * Left to itself a heap may grow to several times what is in it: V8 lets garbage lie as long as there is room.
 * Of what is read in parts little lasts, so that clearing it sooner costs nothing that can be measured.
 */
const littleGarbage = '--heap-growing-percent=20';

/**
 * The threads need their space for what has just been made, and have it after so many parts; this thread, which only
 * hands on, would have its own grow to many times that.
 */
const enoughAnswers = 24;

/** Whether a batch is made of parts of a file, which are handed out with their content. */
function isInParts(batch: readonly Waiting[] | undefined): boolean {
  return batch?.[0]?.task.part !== undefined;
}
