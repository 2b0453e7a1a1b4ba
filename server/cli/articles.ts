import { dirname, resolve } from 'node:path';
import { looksLikeArticle } from '../formats/article-file.ts';
import { isArticleName } from '../formats/article-name.ts';
import { decode, type Decoded } from '../formats/decode.ts';
import { Configurations, type Judgement, type Overrides } from './configuration.ts';
import { whatIsAsked, type Asked, type FoundFile } from './files.ts';
import { readInput, readWhole } from './read.ts';
import type { Session } from './session.ts';
import { sentenceOf } from './system-errors.ts';

/** An article as it was read. */
export interface ReadArticle {
  /** Its file's name as the user would write it, `-` or what --stdin-path says for standard input. */
  readonly name: string;
  /** Absolute path; undefined for standard input. */
  readonly path: string | undefined;
  readonly bytes: Uint8Array;
  readonly decoded: Decoded;
  readonly judgement: Judgement;
}

export interface ReadOptions extends Overrides {
  /** The path that standard input counts as having. */
  readonly stdinPath?: string;
}

/**
 * The articles that paths stand for, one by one, each once. A file that is named itself counts as an
 * article whatever it is called; one found in a folder or by a glob only if it is one. What can't be read
 * is told and makes the run a failed one; the others go on.
 */
export async function* readArticles(
  paths: readonly string[],
  options: ReadOptions,
  session: Session,
): AsyncGenerator<ReadArticle> {
  const reader = new Reader(options, session);
  for (const argument of paths) {
    const unreadable: [string, string][] = [];
    const asked = whatIsAsked(argument, (...trouble) => unreadable.push(trouble));
    if (asked.kind === 'nothing') await session.fail(argument, asked.why);
    else if (asked.kind === 'input') yield* reader.input();
    else if (asked.kind === 'file') yield* reader.file(asked.file);
    else yield* reader.many(argument, asked, unreadable);
  }
}

class Reader {
  readonly #session: Session;
  readonly #options: ReadOptions;
  readonly #configurations: Configurations;
  readonly #done = new Set<string>();

  constructor(options: ReadOptions, session: Session) {
    this.#session = session;
    this.#options = options;
    this.#configurations = new Configurations(session, options);
  }

  async *input(): AsyncGenerator<ReadArticle> {
    const name = this.#options.stdinPath ?? '-';
    const folder = dirname(resolve(this.#options.stdinPath ?? 'article.txt'));
    const judgement = await this.#configurations.of(folder);
    const bytes = await readInput();
    const decoded = await this.#decoded(name, bytes);
    if (decoded) yield { name, path: undefined, bytes, decoded, judgement };
  }

  async *file(file: FoundFile): AsyncGenerator<ReadArticle> {
    if (this.#done.has(file.path)) return;
    this.#done.add(file.path);
    const read = await this.#read(file);
    if (!read) return;
    if (read.bytes.length === 0)
      await this.#session.note(file.name, 'The file is empty, so there is nothing to judge.');
    yield { ...file, ...read, judgement: await this.#configurations.of(dirname(file.path)) };
  }

  /** The articles among the files of a folder or a glob. */
  async *many(
    argument: string,
    { kind, files }: Extract<Asked, { files: unknown }>,
    unreadable: [string, string][],
  ): AsyncGenerator<ReadArticle> {
    const seen = { articles: 0, others: 0, unreadable: 0 };
    const tell = async (): Promise<void> => {
      for (const trouble of unreadable.splice(0)) {
        seen.unreadable++;
        await this.#session.fail(...trouble);
      }
    };
    for (const file of files) {
      await tell();
      const again = this.#done.has(file.path);
      const article = again ? undefined : await this.#articleOf(file);
      if (again || article) seen.articles++;
      else if (article === null) seen.unreadable++;
      else seen.others++;
      if (article) yield article;
    }
    await tell();
    if (seen.articles + seen.unreadable === 0)
      await this.#session.fail(argument, sayNoArticles(kind, seen.others));
  }

  /** The article in a file; undefined if the file is none or is left out, null if it can't be read. */
  async #articleOf(file: FoundFile): Promise<ReadArticle | undefined | null> {
    const judgement = await this.#configurations.of(dirname(file.path));
    if (!isArticleName(file.path) || judgement.excludes(file.path)) return undefined;
    const read = await this.#read(file);
    if (!read) return null;
    if (!looksLikeArticle(read.decoded.text)) return undefined;
    this.#done.add(file.path);
    if (read.bytes.length === 0)
      await this.#session.note(file.name, 'The file is empty, so there is nothing to judge.');
    return { ...file, ...read, judgement };
  }

  async #read({ path, name }: FoundFile): Promise<{ bytes: Uint8Array; decoded: Decoded } | undefined> {
    try {
      const bytes = readWhole(path);
      const decoded = await this.#decoded(name, bytes);
      return decoded && { bytes, decoded };
    } catch (error) {
      await this.#session.fail(name, sentenceOf(error));
      return undefined;
    }
  }

  async #decoded(name: string, bytes: Uint8Array): Promise<Decoded | undefined> {
    try {
      return decode(bytes);
    } catch (error) {
      await this.#session.fail(name, sentenceOf(error));
      return undefined;
    }
  }
}

function sayNoArticles(kind: 'folder' | 'glob', others: number): string {
  if (others > 0) {
    const files = others === 1 ? 'The one text file here is' : `All ${String(others)} text files here are`;
    return `${files} something else than an article, or left out by the configuration. To have a file judged all the same, name the file itself.`;
  }
  if (kind === 'glob')
    return 'No text file matches, so nothing was done. Articles are files that end in .txt.';
  return 'There is no article in this folder, so nothing was done. Articles are files that end in .txt.';
}
