import { parentPort, workerData } from 'node:worker_threads';
import type { Done, Job, Mandate, Task } from './job.ts';
import { perform } from './perform.ts';

/** What a thread is started with. */
export interface ThreadData {
  readonly copydeskJob: Job;
}

/** Mandates it does not know yet, and the tasks that are next. */
export interface ThreadRequest {
  readonly mandates: readonly Mandate[];
  readonly tasks: readonly Task[];
}

/** What the tasks of a request came to, in their order. */
export type ThreadReply = readonly Done[];

/** Whether this is one of the program’s own threads. */
export function isThread(): boolean {
  return (
    parentPort !== null &&
    typeof workerData === 'object' &&
    workerData !== null &&
    'copydeskJob' in workerData
  );
}

/** Does what the main thread asks for until it is ended. */
export function serve(): void {
  const { copydeskJob: job } = workerData as ThreadData;
  const mandates: Mandate[] = [];
  parentPort?.on('message', ({ mandates: more, tasks }: ThreadRequest) => {
    mandates.push(...more);
    const reply: ThreadReply = tasks.map((task) => {
      const mandate = mandates[task.mandate];
      if (!mandate) throw new Error(`There is no mandate ${String(task.mandate)}.`);
      return perform(job, mandate, task);
    });
    parentPort?.postMessage(reply);
  });
}
