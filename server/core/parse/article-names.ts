import { mostNameWords } from './mark-tally.ts';
import type { Prose } from './prose.ts';

/** The names of an article that one paragraph speaks of: nothing else of the article bears on its reading. */
export interface NamesHeld {
  readonly names: ReadonlySet<string>;
  /** The same for the same names: part of what a paragraph's reading is remembered by. */
  readonly key: string;
}

const none: NamesHeld = { names: new Set(), key: '' };

/** The short quotations that stand whole in an article, and which of them its paragraphs hold. */
export class ArticleNames {
  readonly #names: ReadonlySet<string>;
  /** By their first word, which most words of a paragraph are not. */
  readonly #byFirstWord = new Map<string, string[]>();
  readonly #held = new WeakMap<Prose, NamesHeld>();

  constructor(names: Iterable<string>) {
    this.#names = new Set(names);
    for (const name of this.#names) {
      const end = name.indexOf(' ');
      const first = end < 0 ? name : name.slice(0, end);
      const others = this.#byFirstWord.get(first);
      if (others) others.push(name);
      else this.#byFirstWord.set(first, [name]);
    }
  }

  /** Whether these are the very names. */
  areThose(names: ReadonlyMap<string, unknown>): boolean {
    if (names.size !== this.#names.size) return false;
    for (const name of this.#names) if (!names.has(name)) return false;
    return true;
  }

  /** Those that a paragraph's words hold. */
  heldBy(prose: Prose): NamesHeld {
    if (this.#names.size === 0) return none;
    let held = this.#held.get(prose);
    if (!held) this.#held.set(prose, (held = this.#findIn(prose)));
    return held;
  }

  #findIn({ words, lexicon }: Prose): NamesHeld {
    const found = new Set<string>();
    words.forEach(({ form }, first) => {
      // A mark that is missing after a joined prefix has joined the name to it.
      const bare = lexicon.joinedPrefixes.has(form.charAt(0)) ? form.slice(1) : form;
      for (const start of form === bare ? [form] : [form, bare]) {
        for (const name of this.#byFirstWord.get(start) ?? []) {
          const spoken = [start, ...words.slice(first + 1, first + mostNameWords).map((word) => word.form)];
          if (`${spoken.join(' ')} `.startsWith(`${name} `)) found.add(name);
        }
      }
    });
    return found.size === 0 ? none : { names: found, key: [...found].join('|') };
  }
}
