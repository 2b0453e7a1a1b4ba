import type { ObjectsOf, Report } from './report.ts';
import { jsonOf } from './visible.ts';

/** All objects in one array, one a line, so that a list of a million needs no memory. */
export function jsonReport(objectsOf: ObjectsOf): Report {
  let separator = '\n';
  return {
    begin: '[',
    *article(judged) {
      for (const object of objectsOf(judged)) {
        yield separator + jsonOf(object);
        separator = ',\n';
      }
    },
    end: '\n]\n',
  };
}
