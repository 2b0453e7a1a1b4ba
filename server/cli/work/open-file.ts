import { readFileSync } from 'node:fs';
import { readableFormat, type Format } from '../../formats/format-name.ts';
import type { SourceRecord } from '../../formats/record.ts';
import { applyEdits, type Edit } from '../../index.ts';
import { beginningOf, packed, unpacked } from '../compression.ts';
import type { ArticleView } from './article-view.ts';
import { beginning, MovingPosition } from '../position.ts';
import { articleOf, isAlone } from './articles.ts';
import type { Mandate } from './job.ts';
import { mandateFor } from './judge-unit.ts';
import { contentOf, movedUnit, recordsIn, type Content, type Unit } from './units.ts';

/** An article of an open file. */
export interface OpenArticle {
  /** Where it stands, as the file is now. */
  readonly view: ArticleView;
  readonly mandate: Mandate;
  /** Makes edits of it in the file. @returns Whether the file can hold the result; if not, nothing is changed. */
  edit(this: void, edits: readonly Edit[]): boolean;
}

/** A file whose articles are edited one after the other, before it is written as a whole. */
export class OpenFile {
  /** What the file held when it was opened. */
  readonly before: Uint8Array;
  readonly #path: string;
  readonly #format: Format;
  readonly #mandate: Mandate;
  readonly #content: Content;
  readonly #units: Unit[];
  #read: { readonly unit: Unit; readonly records: readonly SourceRecord[] } | undefined;
  #changed = false;

  /** @throws Error with a sentence for people if it can't be read without loss. */
  constructor(path: string, mandate: Mandate) {
    this.#path = path;
    this.#mandate = mandate;
    const { fields } = mandate;
    readableFormat(path, fields.format, '');
    this.before = readFileSync(path);
    const plain = unpacked(path, this.before);
    this.#format = readableFormat(path, fields.format, beginningOf(plain));
    this.#content = contentOf(plain, {
      format: this.#format,
      fields,
      declared: mandate.encoding,
    });
    this.#units = [...this.#content.units];
  }

  get changed(): boolean {
    return this.#changed;
  }

  /** The bytes of the file as it is now. */
  bytes(): Uint8Array {
    return packed(this.#path, this.#content.encode(this.#units.map(({ text }) => text)));
  }

  /** Its articles in their order; what is none was told when the file was checked. */
  *articles(): Generator<OpenArticle> {
    let before = 0;
    const position = new MovingPosition(beginning, this.#format);
    for (const [place, unit] of this.#units.entries()) {
      if (unit.blank || unit.unread) {
        if (unit.unread && unit.unread.between !== true) before++;
        position.pass(unit.text);
        continue;
      }
      this.#units[place] = movedUnit(unit, unit.text, position.now, this.#format);
      const { length } = this.#recordsOf(place);
      for (let index = 0; index < length; index++) {
        const article = this.#articleAt(place, index, before);
        if (article) yield article;
      }
      before += length;
      position.pass(this.#units[place].text);
    }
  }

  /** The records of a unit, read once for as long as it stays as it is. */
  #recordsOf(place: number): readonly SourceRecord[] {
    const unit = this.#units[place];
    if (!unit) return [];
    if (this.#read?.unit !== unit)
      this.#read = { unit, records: recordsIn(unit, this.#format, this.#mandate.fields).records };
    return this.#read.records;
  }

  #articleAt(place: number, index: number, before: number): OpenArticle | undefined {
    const unit = this.#units[place];
    const records = this.#recordsOf(place);
    const record = records[index];
    if (!unit || !record) return undefined;
    const found = articleOf(record, unit, this.#format, before + index, isAlone(records, unit));
    if (found.kind === 'bad') return undefined;
    let { view } = found;
    return {
      get view() {
        return view;
      },
      mandate: mandateFor(this.#mandate, found.language),
      edit: (edits) => {
        const current = this.#units[place];
        const made = view.editsInUnit(edits);
        if (!current || !made) return false;
        const wanted = applyEdits(view.text, edits);
        const text = applyEdits(current.text, made);
        this.#units[place] = movedUnit(current, text, current.start, this.#format);
        const after = this.#articleAt(place, index, before);
        // What does not read as it was meant is not made.
        if (after?.view.text !== wanted) {
          this.#units[place] = current;
          return false;
        }
        view = after.view;
        this.#changed = true;
        return true;
      },
    };
  }
}
