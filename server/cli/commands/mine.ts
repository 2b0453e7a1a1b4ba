import { InvalidArgumentError, Option, type Command } from 'commander';
import { Miner, type Mined } from '../../core/mine/miner.ts';
import { looksLikeArticle } from '../../formats/article-file.ts';
import { readableFormat } from '../../formats/format-name.ts';
import { isKnownResidue } from '../../index.ts';
import { beginningOf, unpacked } from '../compression.ts';
import { Configurations } from '../configuration.ts';
import { addPatterns } from '../patterns-file.ts';
import { readWhole } from '../read.ts';
import { jsonOf, visible } from '../report/visible.ts';
import { counted, grouped } from '../report/words.ts';
import type { Session } from '../session.ts';
import { sentenceOf } from '../system-errors.ts';
import type { ArticleView } from '../work/article-view.ts';
import { articlesIn } from '../work/articles.ts';
import { itemsOf } from '../work/items.ts';
import { contentOf } from '../work/units.ts';
import { noIgnoreOption, paths } from './options.ts';

const examples = `
Examples:
  copydesk mine corpus                  lines that stand in many articles, with a pattern for each
  copydesk mine --least 20 corpus       only those that stand in 20 articles or more
  copydesk mine --write corpus          put the patterns into copydesk.json, for review

Exit code: 0 done; 2 something could not be done.`;

interface MineOptions {
  readonly format: 'text' | 'json';
  readonly least: number;
  readonly write?: boolean;
  readonly ignore?: boolean;
}

/** Where a line stands; lines count from 1. */
interface MinedPlace {
  readonly file: string;
  readonly line: number;
}

/** `copydesk mine`: finds the lines that stand in many articles and proposes patterns of residue for them. */
export function addMine(program: Command, session: Session): void {
  program
    .command('mine')
    .summary('find lines that many articles share')
    .description(
      'Counts the lines of a corpus and lists those that stand in many articles and that no pattern knows yet, ' +
        'each with a pattern that would find it. Articles that are copies of others count once.',
    )
    .argument('<paths...>', paths[1])
    .addOption(
      new Option('--format <format>', 'text for people, json for programs')
        .choices(['text', 'json'])
        .default('text'),
    )
    .addOption(
      new Option('--least <articles>', 'in how many articles a line must stand')
        .argParser(atLeastTwo)
        .default(5),
    )
    .addOption(
      new Option('--write', 'put the patterns into copydesk.json in this folder, where they are to review'),
    )
    .addOption(noIgnoreOption())
    .addHelpText('after', examples)
    .action((files: string[], options: MineOptions) => mine(files, options, session));
}

function atLeastTwo(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 2)
    throw new InvalidArgumentError('Write a whole number from 2 on.');
  return number;
}

async function mine(files: readonly string[], options: MineOptions, session: Session): Promise<void> {
  const miner = new Miner<MinedPlace>(options.least);
  // The corpus is read twice so that it need not fit into memory; what can't be read is told the first time.
  const articles = await eachArticle(files, options, session, true, ({ view }) => {
    miner.survey(view.text);
  });
  miner.turn();
  await eachArticle(files, options, session, false, ({ name, view }) => {
    miner.count(view.text, ({ start }) => ({ file: name, line: view.placeAt(start).line + 1 }));
  });
  const configurations = new Configurations(session, {});
  const { mandate } = await configurations.of(`${process.cwd()}/article.txt`);
  const settings = configurations.mandates[mandate]?.settings;
  const found = miner.found((line) => settings !== undefined && isKnownResidue(line, settings));
  await session.out.write(
    options.format === 'json' ? `${jsonOf(found)}\n` : textOf(found, articles, options.least),
  );
  if (options.write !== true || found.length === 0 || session.stopped) return;
  try {
    const added = addPatterns(
      'copydesk.json',
      found.map(({ pattern }) => pattern),
    );
    if (options.format === 'text')
      await session.out.write(
        `\n${grouped(added)} of them are in copydesk.json now. “copydesk check” shows what they find; take out those that find an article’s own words.\n`,
      );
  } catch (error) {
    await session.fail('copydesk.json', sentenceOf(error));
  }
}

async function eachArticle(
  files: readonly string[],
  { ignore }: MineOptions,
  session: Session,
  telling: boolean,
  take: (article: { readonly name: string; readonly view: ArticleView }) => void,
): Promise<number> {
  let articles = 0;
  const configurations = new Configurations(session, {});
  const inParts = { files: true, input: false, packedInput: false };
  const items = itemsOf(files, configurations, { inParts, ...(ignore !== undefined && { ignore }) });
  for await (const item of items) {
    if (session.stopped) break;
    if (item.kind === 'trouble' && telling) await session.fail(item.name, item.why);
    if (item.kind !== 'task') continue;
    const { name, path, bytes, named, part, mandate } = item.task;
    try {
      const { fields = {}, encoding } = configurations.mandates[mandate] ?? {};
      const where = path ?? name;
      readableFormat(where, fields.format, '');
      const read = bytes ?? readWhole(where).bytes;
      const plain = part ? read : unpacked(where, read);
      const format = item.task.fileFormat ?? readableFormat(where, fields.format, beginningOf(plain));
      const content = contentOf(plain, {
        format,
        fields,
        part,
        declared: encoding,
      });
      if (format === 'text' && !named && !looksLikeArticle(content.decoded.text)) continue;
      for (const found of articlesIn(content, format, fields, part?.record)) {
        if (found.kind === 'article') {
          articles++;
          take({ name, view: found.view });
        } else if (telling) await session.fail(`${name}:${String(found.trouble.line)}`, found.trouble.why);
      }
    } catch (error) {
      if (telling) await session.fail(name, sentenceOf(error));
    }
  }
  return articles;
}

function textOf(found: readonly Mined<MinedPlace>[], articles: number, least: number): string {
  if (found.length === 0)
    return `No line stands in ${grouped(least)} or more of ${counted(articles, 'article')}, but those that are known already.\n`;
  const width = grouped(found[0]?.articles ?? 0).length;
  const rows = found.map(
    ({ articles: count, places, example, examples: [first], pattern }) =>
      [
        `${grouped(count).padStart(width)}  ${visible(example)}`,
        `${whereabouts(places)}; ${visible(JSON.stringify(pattern))}`,
        ...(first ? [`first in ${visible(first.file)}:${String(first.line)}`] : []),
      ].join(`\n${' '.repeat(width)}  `) + '\n',
  );
  return `${rows.join('')}\n${grouped(found.length)} proposals from ${counted(articles, 'article')}.\n`;
}

function whereabouts({ above, within, below }: Mined<MinedPlace>['places']): string {
  const parts = [
    [above, 'above the text'],
    [within, 'within it'],
    [below, 'below it'],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${grouped(count)} ${words}`)
    .join(', ');
}
