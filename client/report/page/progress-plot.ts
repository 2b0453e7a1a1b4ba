import type { ProgressPoint, ReportWords } from '../messages.ts';

const [width, height, margin] = [640, 200, 24];

const spot = 3;

/**
 * The share of sound articles day by day as a line, time running in the direction of reading, and the same in numbers
 * for whoever can’t see it or wants them.
 */
export function progressPlot(
  points: readonly ProgressPoint[],
  words: ReportWords,
  locale: string,
  direction: 'rtl' | 'ltr',
): Element[] {
  const days = points.map(({ day }) => Date.parse(`${day}T12:00:00Z`));
  const [first = 0, last = 0] = [days[0], days.at(-1)];
  const across = (time: number): number => {
    const place = margin + ((width - 2 * margin) * (time - first)) / Math.max(1, last - first);
    return direction === 'rtl' ? width - place : place;
  };
  const down = (share: number): number => height - margin - (height - 2 * margin) * share;
  const places = points.map((point, index) => [across(days[index] ?? 0), down(shareOf(point))] as const);
  const plot = svg('svg', { viewBox: `0 0 ${String(width)} ${String(height)}`, role: 'img' });
  plot.setAttribute('aria-label', words.sound);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  for (const share of [0, 0.5, 1]) {
    const y = down(share);
    plot.append(svg('line', { x1: margin, x2: width - margin, y1: y, y2: y, class: 'grid' }));
    const label = svg('text', { x: direction === 'rtl' ? width : 0, y: y - 4, class: 'label' });
    label.textContent = percent.format(share);
    plot.append(label);
  }
  plot.append(svg('polyline', { points: places.map((place) => place.join(',')).join(' '), class: 'line' }));
  for (const [index, [cx, cy]] of places.entries()) {
    const dot = svg('circle', { cx, cy, r: spot, class: 'dot' });
    const point = points[index];
    const title = svg('title', {});
    if (point) title.textContent = `${date.format(days[index])}: ${percent.format(shareOf(point))}`;
    dot.append(title);
    plot.append(dot);
  }
  return [plot, table(points, days, words, { date, percent, number: new Intl.NumberFormat(locale) })];
}

function table(
  points: readonly ProgressPoint[],
  days: readonly number[],
  words: ReportWords,
  write: { date: Intl.DateTimeFormat; percent: Intl.NumberFormat; number: Intl.NumberFormat },
): Element {
  const made = document.createElement('table');
  const rows = points.map((point, index) => [
    write.date.format(days[index]),
    `${write.number.format(point.sound)} (${write.percent.format(shareOf(point))})`,
    write.number.format(point.problems),
  ]);
  for (const [index, cells] of [[words.day, words.sound, words.problems], ...rows.toReversed()].entries()) {
    const row = document.createElement('tr');
    for (const text of cells) {
      const cell = document.createElement(index === 0 ? 'th' : 'td');
      cell.textContent = text;
      row.append(cell);
    }
    made.append(row);
  }
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = words.inNumbers;
  details.append(summary, made);
  return details;
}

function shareOf({ articles, sound }: ProgressPoint): number {
  return articles === 0 ? 1 : sound / articles;
}

function svg(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
