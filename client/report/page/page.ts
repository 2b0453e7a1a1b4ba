import type { Counted, FromReportPage, Overview, ReportWords, ToReportPage } from '../messages.ts';
import { bars, columns } from './bars.ts';
import { progressPlot } from './progress-plot.ts';

/** The page of the cleaning report. It draws what it is sent and says what was clicked. */

declare function acquireVsCodeApi(): { postMessage(message: FromReportPage): void };

const editor = acquireVsCodeApi();
const main = document.querySelector('main') ?? document.body;

window.addEventListener('message', ({ data }: MessageEvent<ToReportPage>) => {
  const { words, overview, locale, direction } = data;
  document.documentElement.dir = direction;
  const numbers = new Intl.NumberFormat(locale);
  const number = (count: number): string => numbers.format(count);
  const heading = element('h1', words.title);
  if (!overview) {
    main.replaceChildren(heading, element('p', words.nothing), checkButton(words));
    return;
  }
  const summary = element('p', summaryOf(words, overview, locale));
  summary.setAttribute('role', 'status');
  const { progress } = data;
  main.replaceChildren(
    heading,
    summary,
    checkButton(words),
    section(
      words.progress,
      ...(progress.length < 2
        ? [element('p', words.oneDay)]
        : progressPlot(progress, words, locale, direction)),
    ),
    ...plots(words, overview, number),
  );
});

function summaryOf(words: ReportWords, { articles, sound, problems }: Overview, locale: string): string {
  const numbers = new Intl.NumberFormat(locale);
  const number = (count: number): string => numbers.format(count);
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const said = [
    number(articles),
    number(sound),
    share.format(articles === 0 ? 1 : sound / articles),
    number(problems),
  ];
  return words.summary.replace(/\{(\d)\}/g, (_, index: string) => said[Number(index)] ?? '');
}

function plots(words: ReportWords, overview: Overview, number: (count: number) => string): HTMLElement[] {
  const bar = (all: readonly Counted[], click?: (name: string) => void): HTMLElement =>
    bars(all, { number, others: words.others, ...(click && { click }) });
  const uris = new Map(overview.worst.map(({ name, uri }) => [name, uri]));
  const drawn = [
    [
      words.byRule,
      overview.byRule,
      (rule: string) => {
        editor.postMessage({ type: 'rule', rule });
      },
    ],
    [words.bySource, overview.bySource, undefined],
    [words.byLanguage, overview.byLanguage, undefined],
    [
      words.worst,
      overview.worst,
      (name: string) => {
        editor.postMessage({ type: 'open', uri: uris.get(name) ?? '' });
      },
    ],
  ] as const;
  const sections = drawn
    .filter(([, all]) => all.some(({ count }) => count > 0))
    .map(([title, all, click]) => section(title, bar(all, click)));
  return [...sections, section(words.spread, columns(overview.spread, number))];
}

function section(title: string, ...content: readonly Element[]): HTMLElement {
  const made = document.createElement('section');
  made.append(element('h2', title), ...content);
  return made;
}

function checkButton({ check }: ReportWords): HTMLButtonElement {
  const button = document.createElement('button');
  button.className = 'check';
  button.textContent = check;
  button.addEventListener('click', () => {
    editor.postMessage({ type: 'check' });
  });
  return button;
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

editor.postMessage({ type: 'ready' });
