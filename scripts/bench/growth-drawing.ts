import { milliseconds, type Measured } from './measure.ts';

/** One corpus: its size, and what a run over it took. */
export interface Point {
  readonly bytes: number;
  readonly time: Measured;
  /** In bytes. */
  readonly memory: number;
}

const panel = { width: 300, height: 220, left: 70, top: 50, gap: 110 };

interface Curve {
  readonly title: string;
  readonly values: readonly number[];
  readonly words: (value: number) => string;
}

/** Draws time and memory over the size of a corpus, both scales by powers of ten, as an SVG of its own. */
export function drawGrowth(points: readonly Point[]): string {
  const sizes = points.map(({ bytes }) => bytes);
  const curves: readonly Curve[] = [
    {
      title: 'Time',
      values: points.map(({ time }) => time.median),
      words: (value) => (value < 1000 ? milliseconds(value) : `${String(value / 1000)} s`),
    },
    {
      title: 'Peak memory',
      values: points.map(({ memory }) => memory),
      words: (value) => bytesInWords(value),
    },
  ];
  const width = panel.left + 2 * panel.width + panel.gap + 30;
  const height = panel.top + panel.height + 50;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(height)}" width="${String(width)}" height="${String(height)}" role="img" aria-labelledby="title">
<title id="title">How the time and the memory of copydesk check grow with the corpus</title>
<style>
  text { font: 12px sans-serif; fill: #333 }
  .name { font-weight: bold; font-size: 14px }
  .grid { stroke: #ddd }
  .curve { stroke: #0b6bcb; stroke-width: 2; fill: none }
  circle { fill: #0b6bcb }
</style>
<rect width="100%" height="100%" fill="#fff"/>
${curves.map((curve, place) => drawCurve(curve, sizes, panel.left + place * (panel.width + panel.gap))).join('\n')}
</svg>
`;
}

function drawCurve({ title, values, words }: Curve, sizes: readonly number[], left: number): string {
  const [across, up] = [powersAround(sizes), powersAround(values)];
  const bottom = panel.top + panel.height;
  const x = (size: number): number => left + panel.width * share(size, across);
  const y = (value: number): number => bottom - panel.height * share(value, up);
  const parts = [`<text class="name" x="${String(left)}" y="${String(panel.top - 20)}">${title}</text>`];
  for (const size of across) {
    const at = x(size).toFixed(1);
    parts.push(
      `<line class="grid" x1="${at}" x2="${at}" y1="${String(panel.top)}" y2="${String(bottom)}"/>`,
      `<text text-anchor="middle" x="${at}" y="${String(bottom + 20)}">${bytesInWords(size)}</text>`,
    );
  }
  for (const value of up) {
    const at = y(value).toFixed(1);
    parts.push(
      `<line class="grid" y1="${at}" y2="${at}" x1="${String(left)}" x2="${String(left + panel.width)}"/>`,
      `<text text-anchor="end" x="${String(left - 8)}" y="${(y(value) + 4).toFixed(1)}">${words(value)}</text>`,
    );
  }
  const places = values.map((value, place) => [x(sizes[place] ?? NaN).toFixed(1), y(value).toFixed(1)]);
  parts.push(`<polyline class="curve" points="${places.map((place) => place.join(',')).join(' ')}"/>`);
  for (const [cx, cy] of places) parts.push(`<circle cx="${String(cx)}" cy="${String(cy)}" r="4"/>`);
  return parts.join('\n');
}

/** The powers of ten from the one below all values to the one above them. */
function powersAround(values: readonly number[]): number[] {
  const least = Math.floor(Math.log10(Math.min(...values) * 1.05));
  const most = Math.max(least + 1, Math.ceil(Math.log10(Math.max(...values) / 1.05)));
  return Array.from({ length: most - least + 1 }, (_, step) => 10 ** (least + step));
}

/** Where a value stands between the first and the last power, from 0 to 1. */
function share(value: number, powers: readonly number[]): number {
  const [first = 1, last = 10] = [powers[0], powers.at(-1)];
  return (Math.log10(value) - Math.log10(first)) / (Math.log10(last) - Math.log10(first));
}

function bytesInWords(bytes: number): string {
  return bytes < 1e9 ? `${String(Math.round(bytes / 1e6))} MB` : `${String(Math.round(bytes / 1e9))} GB`;
}
