import type { Entries, Frame, ObjectsOf } from './report.ts';
import { jsonOf } from './visible.ts';

/** All objects in one array, one a line, so that a list of a million needs no memory. */
export const jsonFrame: Frame = { begin: '[\n', between: ',\n', end: () => '\n]\n' };

/** One object an entry. */
export function jsonEntries(objectsOf: ObjectsOf): Entries {
  return function* (judged) {
    for (const object of objectsOf(judged)) yield jsonOf(object);
  };
}
