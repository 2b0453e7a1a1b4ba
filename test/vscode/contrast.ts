import type { Frame } from 'playwright-core';

/** A text of a page and how far it stands out from what it stands on, by WCAG’s contrast ratio (1 to 21). */
interface Contrast {
  readonly text: string;
  readonly ratio: number;
}

/** Run in the page: the colours are drawn, for there are many ways to write one, and half of them let others through. */
const measure = `(selector) => {
  const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const drawn = (colours) => {
    pen.clearRect(0, 0, 1, 1);
    for (const colour of colours) {
      pen.fillStyle = colour;
      pen.fillRect(0, 0, 1, 1);
    }
    return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const luminance = (colour) => {
    const [red, green, blue] = colour.map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!element?.closest(selector) || walker.currentNode.data.trim() === '') continue;
    const grounds = [];
    for (let around = element; around; around = around.parentElement)
      grounds.unshift(getComputedStyle(around).backgroundColor);
    const ground = luminance(drawn(grounds));
    const ink = luminance(drawn([...grounds, getComputedStyle(element).color]));
    const ratio = (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
    found.push({ text: walker.currentNode.data, ratio });
  }
  return found;
}`;

/** The texts within what a selector names that are too weak to be read by many (WCAG 2, level AA). */
export async function weakTexts(page: Frame, selector: string): Promise<string[]> {
  const all = await page.evaluate<Contrast[]>(`(${measure})(${JSON.stringify(selector)})`);
  if (all.length === 0) throw new Error(`There is no text in ${selector}.`);
  return all
    .filter(({ ratio }) => ratio < 4.5)
    .map(({ text, ratio }) => `${ratio.toFixed(2)} ${text.slice(0, 40)}`);
}
