import type { ObjectsOf, Report } from './report.ts';
import { jsonOf } from './visible.ts';

/** One object a line. */
export function jsonLinesReport(objectsOf: ObjectsOf): Report {
  return {
    begin: '',
    *article(judged) {
      for (const object of objectsOf(judged)) yield `${jsonOf(object)}\n`;
    },
    end: '',
  };
}
