import type { FieldNames } from '../field-names.ts';
import { localName } from '../markup/tokens.ts';
import { entitiesIn, fragmentTokens } from '../markup/xml-tokens.ts';
import { declaresOther, isAscii } from '../xml-records.ts';
import { RecordCutter } from './record-cutter.ts';
import { frameOf, type XmlFrame } from './xml-frame.ts';
import { endingAfter, endOfDeclaration, endOfTag, markAt, type MarkKind } from './xml-marks.ts';

/** How the records stand in a file is told by so many bytes of its beginning, or, where that is too little, by more. */
const sample = { first: 131_072, most: 8_388_608 };

const less = 60;

/** An element around records, and the language that holds in it. */
interface Open {
  readonly name: string;
  language: string | undefined;
}

/**
 * Cuts an XML file into the elements that stand beside its records, each of which holds a record or none. A
 * file in which none stands beside others is one piece. An element that is not closed ends where the next one
 * begins, or what is around it ends.
 */
export class XmlCutter extends RecordCutter {
  readonly #fields: FieldNames;
  #frame: XmlFrame | undefined;
  #sample = sample.first;
  #ascii = false;
  #declared: readonly string[] = [];
  readonly #around: Open[] = [];
  /** Names of the element that is cut next and of what is open in it, as far as it may end at them. */
  #name = '';
  #depth = 0;
  #depthOfParent = 0;
  /** The kind of mark that has begun. */
  #mark: 'comment' | 'cdata' | 'instruction' | undefined;
  #isOver = false;
  /** Whether the root has begun. */
  #entered = false;

  constructor(fields: FieldNames, longest?: number) {
    super(longest);
    this.#fields = fields;
  }

  protected override scan(over: boolean): void {
    if (!this.#frame && !this.#findFrame(over)) {
      if (over || this.#sample > sample.most) this.at = this.bytes.length;
      return;
    }
    while (this.at < this.bytes.length && this.#go(over));
    if (this.#depth === 0) this.cut(this.at, false);
    else this.#isOver = over;
  }

  protected override finish(): void {
    const last = this.#around.at(-1);
    if (!last || this.#isOver) return;
    this.cut(0, true, `The file is cut off here: nothing closes its “${last.name}”. Have it written again.`);
  }

  #findFrame(over: boolean): boolean {
    while (this.#sample <= sample.most && (over || this.bytes.length >= this.#sample)) {
      const text = new TextDecoder().decode(this.bytes.subarray(0, this.#sample));
      this.#frame = frameOf(text, this.#fields);
      this.#ascii = declaresOther(text) && isAscii(text);
      if (this.#frame) return true;
      if (this.#sample >= this.bytes.length) this.#sample = over ? Infinity : this.#sample * 2;
      else this.#sample *= 2;
    }
    return false;
  }

  /** Goes over the next mark; false where it has not come whole. */
  #go(over: boolean): boolean {
    const { bytes } = this;
    if (this.#mark) {
      const end = endingAfter(bytes, this.at, this.#mark);
      // The two bytes before the last one may be there already.
      this.at = end < 0 ? Math.max(this.at, bytes.length - 2) : end;
      if (end < 0) return false;
      this.#mark = undefined;
      return true;
    }
    const start = bytes.indexOf(less, this.at);
    this.at = start < 0 ? bytes.length : start;
    if (start < 0) return false;
    const kind = markAt(bytes, start, over);
    if (kind === 'unknown') return false;
    if (kind === undefined) this.at = start + 1;
    else if (kind === 'comment' || kind === 'cdata' || kind === 'instruction') {
      this.#mark = kind;
      this.at = start + { comment: 6, cdata: 11, instruction: 3 }[kind];
    } else return this.#tag(start, kind, over);
    return true;
  }

  #tag(start: number, kind: MarkKind, over: boolean): boolean {
    const found = kind === 'declaration' ? endOfDeclaration(this.bytes, start) : endOfTag(this.bytes, start);
    if (found === -1 && !over) return false;
    const end = found === undefined || found < 0 ? start + 1 : found;
    this.at = end;
    const text = new TextDecoder().decode(this.bytes.subarray(start, end));
    if (kind === 'declaration') {
      if (this.#depth === 0) this.#declared = entitiesIn(text);
    } else {
      const name = localName(/^<\/?([^\s/>]*)/.exec(text)?.[1] ?? '');
      if (kind === 'close') this.#close(name, start, end);
      else this.#open(name, text, start, end);
    }
    return true;
  }

  #open(name: string, text: string, start: number, end: number): void {
    const empty = text.endsWith('/>');
    if (this.#depth > 0) {
      if (name === this.#name && name === this.#frame?.name && !this.#frame.nests) this.#endElement(start);
      else {
        if (!empty && name === this.#name) this.#depth++;
        else if (!empty && name === this.#around.at(-1)?.name) this.#depthOfParent++;
        return;
      }
    }
    const { path = [] } = this.#frame ?? {};
    if (!empty && this.#around.length < path.length && name === path[this.#around.length]) {
      this.#enter(name, text);
      return;
    }
    const length = this.at - (end - start);
    this.cut(length, false);
    [this.#name, this.#depth, this.#depthOfParent] = [name, 1, 0];
    this.at = end - start;
    if (empty) this.#endElement(this.at);
  }

  #close(name: string, start: number, end: number): void {
    const around = this.#around.at(-1);
    if (this.#depth > 0) {
      if (name === this.#name) {
        if (--this.#depth === 0) this.#endElement(end);
        return;
      }
      if (name !== around?.name || --this.#depthOfParent >= 0) return;
      this.#endElement(start);
    }
    if (name === around?.name) {
      this.#around.pop();
      this.#tellContext();
      return;
    }
    // What nothing opened is read by itself, and so found to be a mistake.
    this.cut(this.at - (end - start), false);
    this.cut(this.at, true);
  }

  /** Goes into an element around records. */
  #enter(name: string, text: string): void {
    const raw = /^<([^\s/>]*)/.exec(text)?.[1] ?? '';
    const tokens = fragmentTokens(`${text}</${raw}>`, this.#declared);
    const token = 'why' in tokens ? undefined : tokens[0];
    const attributes = token?.kind === 'open' ? token.attributes : {};
    const language = attributes['xml:lang'] ?? attributes['lang'] ?? this.#around.at(-1)?.language;
    const mistake =
      this.#around.length === 0 && this.#entered ? secondRoot : 'why' in tokens ? tokens.why : undefined;
    this.#entered = true;
    this.#around.push({ name, language });
    if (mistake !== undefined) {
      this.cut(this.at, false);
      this.cut(0, true, mistake);
    }
    this.#tellContext();
  }

  /** Ends the element at hand and cuts it. */
  #endElement(length: number): void {
    const around = this.#around.at(-1);
    const language = this.#name === 'language' && around ? wordsOf(this.bytes.subarray(0, length)) : '';
    this.#depth = 0;
    this.cut(length, true);
    if (!around || language === '') return;
    around.language = language;
    this.#tellContext();
  }

  #tellContext(): void {
    const language = this.#around.at(-1)?.language;
    this.cut(this.at, false);
    this.tell({
      kind: 'markup',
      beside: this.#frame?.beside ?? [],
      declared: this.#declared,
      ascii: this.#ascii,
      ...(language !== undefined && { language }),
    });
  }
}

/** The words of a short element. */
function wordsOf(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes.subarray(0, 1_000));
  return /^<[^<>]*>([^<]*)</.exec(text)?.[1]?.trim() ?? '';
}

const secondRoot =
  'A second document begins here, where XML has only one in a file. Its articles are read as well.';
