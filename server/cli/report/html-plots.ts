import { visible } from './visible.ts';
import { grouped } from './words.ts';

/** So many bars are drawn; what is left is added up in one. */
const mostBars = 14;

/** Bars that lie, one a line, the most first, with name and number: a table that can be seen. */
export function barsOf(all: readonly (readonly [string, number])[]): string {
  const counts = all.filter(([, count]) => count > 0);
  const shown = counts.slice(0, mostBars);
  const rest = counts.slice(mostBars).reduce((sum, [, count]) => sum + count, 0);
  const rows = rest > 0 ? [...shown, [`${grouped(counts.length - mostBars)} others`, rest] as const] : shown;
  const most = Math.max(1, ...rows.map(([, count]) => count));
  const cells = rows.map(([name, count]) => {
    const width = ((100 * count) / most).toFixed(1);
    return `<tr><th scope="row"><bdi>${escaped(visible(name))}</bdi></th><td><span class="bar" style="width:${width}%"></span></td><td>${grouped(count)}</td></tr>`;
  });
  return `<table>${cells.join('')}</table>`;
}

/** Columns for counts by number: how many articles have no problem, one, two …, the last that many or more. */
export function columnsOf(counts: readonly number[]): string {
  const most = Math.max(1, ...counts);
  const [width, height] = [24, 120];
  const columns = counts.map((count, number) => {
    const tall = count === 0 ? 0 : Math.max(1, (height * count) / most);
    const label = number === counts.length - 1 ? `${String(number)}+` : String(number);
    const x = number * width;
    return (
      `<g><title>${label} problems: ${grouped(count)} articles</title><rect x="${String(x + 3)}" y="${(16 + height - tall).toFixed(1)}" width="${String(width - 6)}" height="${tall.toFixed(1)}"/>` +
      (count > 0
        ? `<text x="${String(x + width / 2)}" y="${(12 + height - tall).toFixed(1)}">${grouped(count)}</text>`
        : '') +
      `<text x="${String(x + width / 2)}" y="${String(height + 30)}">${label}</text></g>`
    );
  });
  return `<svg viewBox="0 0 ${String(counts.length * width)} ${String(height + 36)}" role="img" aria-label="Articles by their number of problems">${columns.join('')}</svg>`;
}

/** A text in an element or an attribute. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
