import v8 from 'node:v8';

/**
 * The space of a heap for what has just been made (bytes) need not be larger: what an article leaves behind is cleared
 * as cheaply from this much. Left to itself it grows to 64 MB and more.
 */
const enough = 16_000_000;

/** Judging a larger file (bytes) takes so long that its space would grow meanwhile. */
const large = 1_000_000;

let stays = false;

/** Has the spaces for what has just been made, of this thread and of the others, grow no more once they are large enough. */
export function boundNursery(size: number): void {
  if (stays || (size < large && nursery() < enough)) return;
  stays = true;
  nurseriesStay();
}

/** Has those spaces stay as they are, in all threads. */
export function nurseriesStay(): void {
  v8.setFlagsFromString('--semi-space-growth-factor=1');
}

function nursery(): number {
  const space = v8.getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space');
  return space?.space_size ?? 0;
}
