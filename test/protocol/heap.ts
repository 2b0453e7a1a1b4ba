import { writeFileSync } from 'node:fs';

// Loaded before the server by its test: tells, when it is asked by a signal, how much the server holds.
process.on('SIGUSR2', () => {
  globalThis.gc?.();
  // What waits to be finalized is let go of by then.
  setTimeout(() => {
    globalThis.gc?.();
    writeFileSync(process.env['HEAP_FILE'] ?? 'heap', String(process.memoryUsage().heapUsed));
  }, 50);
});
