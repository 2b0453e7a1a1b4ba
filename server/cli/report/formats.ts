import { keptEntry } from '../../core/engine/kept.ts';
import type { Job } from '../work/job.ts';
import { githubEntries, gitlabEntries, gitlabFrame } from './annotations.ts';
import { findingObject } from './finding-object.ts';
import { htmlEntries, htmlFrame } from './html.ts';
import { jsonEntries, jsonFrame } from './json.ts';
import { jsonLineEntries } from './jsonl.ts';
import { markdownEntries, markdownFrame } from './markdown.ts';
import { quotationObject } from './quotation-object.ts';
import { plainFrame, type Entries, type Format, type Frame, type Judged } from './report.ts';
import { sarifEntries, sarifFrame } from './sarif.ts';
import { textEntries, textQuotations } from './text.ts';
import { checkstyleEntries, checkstyleFrame, junitEntries, junitFrame } from './xml.ts';

/** How a job’s articles are told of. */
export function entriesOf({ command, format, style }: Pick<Job, 'command' | 'format' | 'style'>): Entries {
  const objects = command === 'quotes' ? quotationObjects : findingObjects;
  const text = command === 'quotes' ? textQuotations : textEntries;
  if (command === 'baseline') return keptLines;
  const makers: Readonly<Record<Job['format'], () => Entries>> = {
    none: () => () => [],
    text: () => text(style),
    json: () => jsonEntries(objects),
    jsonl: () => jsonLineEntries(objects),
    sarif: () => sarifEntries,
    github: () => githubEntries,
    gitlab: () => gitlabEntries,
    checkstyle: () => checkstyleEntries,
    junit: () => junitEntries,
    markdown: () => markdownEntries,
    html: () => htmlEntries,
  };
  return makers[format]();
}

/** What stands around the entries of a format. */
export function frameOf(format: Format): Frame {
  const frames: Partial<Record<Format, () => Frame>> = {
    json: () => jsonFrame,
    sarif: sarifFrame,
    gitlab: () => gitlabFrame,
    checkstyle: () => checkstyleFrame,
    junit: () => junitFrame,
    markdown: () => markdownFrame,
    html: () => htmlFrame,
  };
  return frames[format]?.() ?? plainFrame;
}

function* findingObjects(judged: Judged): Generator {
  for (const finding of judged.findings) yield findingObject(judged, finding);
}

function* quotationObjects(judged: Judged): Generator {
  for (const quotation of judged.quotations) yield quotationObject(judged, quotation);
}

/** The exceptions that would keep all findings; where they stood is filled in by who knows the corpus. */
function* keptLines({ text, findings }: Judged): Generator<string> {
  for (const finding of findings) yield JSON.stringify(keptEntry(text, finding, { baseline: true }));
}
