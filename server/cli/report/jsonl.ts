import type { Entries, ObjectsOf } from './report.ts';
import { jsonOf } from './visible.ts';

/** One object a line. */
export function jsonLineEntries(objectsOf: ObjectsOf): Entries {
  return function* (judged) {
    for (const object of objectsOf(judged)) yield `${jsonOf(object)}\n`;
  };
}
