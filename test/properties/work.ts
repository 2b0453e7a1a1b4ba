import { Session } from 'node:inspector/promises';
import { setFlagsFromString } from 'node:v8';

// Code that the compiler has optimised is counted in part only, and when that happens is left to chance.
for (const flag of ['--no-opt', '--no-maglev', '--no-sparkplug']) setFlagsFromString(flag);

/**
 * How much the engine did, counted: how often each block of its code was entered. Unlike a time it is the
 * same on every machine and at every run, so that growth can be asserted.
 */
export async function workOf(run: () => void): Promise<number> {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    await session.post('Profiler.takePreciseCoverage');
    run();
    const { result } = await session.post('Profiler.takePreciseCoverage');
    return result
      .filter(({ url }) => url.includes('/server/'))
      .flatMap(({ functions }) => functions)
      .flatMap(({ ranges }) => ranges)
      .reduce((sum, { count }) => sum + count, 0);
  } finally {
    session.disconnect();
  }
}
