import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A copy of the seeds to work on, and a place for whatever else a run leaves. */
export interface Scratch {
  readonly seeds: string;
  readonly data: string;
  readonly report: string;
  remove(): void;
}

export function makeScratch(): Scratch {
  const place = mkdtempSync(join(tmpdir(), 'copydesk-editor-'));
  const seeds = join(place, 'seeds');
  cpSync(fileURLToPath(new URL('../../seeds', import.meta.url)), seeds, { recursive: true });
  return {
    seeds,
    data: join(place, 'data'),
    report: join(place, 'report.json'),
    remove: () => {
      rmSync(place, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
