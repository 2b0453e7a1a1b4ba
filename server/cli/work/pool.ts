import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Done, Job, Mandate, Task } from './job.ts';
import type { ThreadData, ThreadReply, ThreadRequest } from './thread.ts';
import { perform } from './perform.ts';

/** A thread costs about as much as judging this many articles, or this many bytes. */
const worthwhile = { tasks: 48, bytes: 400_000 };

/** So much is handed to a thread at once: much enough that handing over costs nothing. */
const batchLimit = { tasks: 16, bytes: 128_000 };

/** More threads than this would only wait for each other’s memory. */
const mostThreads = 8;

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
 * Does a job on tasks: itself while they are few, in threads once they are many. What was submitted is
 * begun when there is enough of it, or at `flush`.
 */
export class Pool {
  readonly #job: Job;
  readonly #mandates: readonly Mandate[];
  readonly #program: string | undefined;
  readonly #threads: Thread[] = [];
  #waiting: Waiting[] = [];
  #bytes = 0;

  /**
   * @param mandates The run’s mandates; more may be added before a task that needs them is submitted.
   * @param program The file a thread is to run; undefined to do without threads.
   */
  constructor(job: Job, mandates: readonly Mandate[], program: string | undefined) {
    this.#job = job;
    this.#mandates = mandates;
    this.#program = availableParallelism() > 1 ? program : undefined;
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
    if (this.#threads.length > 0) this.#hand();
    else for (const waiting of this.#taken()) waiting.resolve(this.#perform(waiting.task));
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }

  #begin(): void {
    if (this.#threads.length === 0) {
      const many = this.#waiting.length >= worthwhile.tasks || this.#bytes >= worthwhile.bytes;
      if (!many || this.#waiting.length < 2 || this.#program === undefined) return;
      this.#start(this.#program);
      const all = this.#taken();
      while (all.length > 0) {
        this.#waiting = all.splice(0, batchLimit.tasks);
        this.#hand();
      }
    } else if (this.#waiting.length >= batchLimit.tasks || this.#bytes >= batchLimit.bytes) this.#hand();
  }

  #start(program: string): void {
    const count = Math.min(availableParallelism(), mostThreads);
    for (let number = 0; number < count; number++) {
      const data: ThreadData = { copydeskJob: this.#job };
      // A small nursery: articles are short-lived, and every thread has one.
      const worker = new Worker(program, {
        workerData: data,
        resourceLimits: { maxYoungGenerationSizeMb: 8 },
      });
      const thread: Thread = { worker, batches: [], mandates: 0 };
      worker.on('message', (reply: ThreadReply) => {
        const batch = thread.batches.shift() ?? [];
        batch.forEach((waiting, place) => {
          const done = reply[place];
          waiting.resolve(done ?? this.#perform(waiting.task));
        });
      });
      worker.on('error', (error) => {
        this.#threads.splice(this.#threads.indexOf(thread), 1);
        for (const { resolve } of thread.batches.flat()) {
          resolve({
            outcome: {
              kind: 'unread',
              sentence: `It could not be judged (${error.message}). Run again with this file alone.`,
            },
          });
        }
      });
      this.#threads.push(thread);
    }
  }

  #taken(): Waiting[] {
    const taken = this.#waiting;
    this.#waiting = [];
    this.#bytes = 0;
    return taken;
  }

  /** Gives what waits to the thread that has the least to do. */
  #hand(): void {
    const batch = this.#taken();
    if (batch.length === 0) return;
    const [thread] = [...this.#threads].sort((one, other) => loadOf(one) - loadOf(other));
    if (!thread) {
      for (const waiting of batch) waiting.resolve(this.#perform(waiting.task));
      return;
    }
    const request: ThreadRequest = {
      mandates: this.#mandates.slice(thread.mandates),
      tasks: batch.map(({ task }) => task),
    };
    thread.mandates = this.#mandates.length;
    thread.batches.push(batch);
    thread.worker.postMessage(request);
  }

  #perform(task: Task): Done {
    const mandate = this.#mandates[task.mandate];
    if (!mandate) throw new Error(`There is no mandate ${String(task.mandate)}.`);
    return perform(this.#job, mandate, task);
  }
}

function loadOf({ batches }: Thread): number {
  return batches.reduce((sum, batch) => sum + batch.reduce((size, { task }) => size + task.size + 500, 0), 0);
}
