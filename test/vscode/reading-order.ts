import type { Page } from 'playwright-core';

/** A row of the editor as it is drawn; a line that wraps has several. Places are pixels from the left. */
export interface Row {
  readonly text: string;
  /** How many parts it is drawn in, each with looks of its own. */
  readonly parts: number;
  /** Where its words of Arabic begin, their marks included, in the order of the text. */
  readonly words: readonly number[];
  /** Where its last character stands. */
  readonly end: number;
}

/** Run in the editor’s page, where a row’s text stands in as many elements as it has parts. */
const measure = `[...document.querySelectorAll('.editor-group-container.active .view-lines .view-line')]
.sort((one, other) => parseInt(one.style.top) - parseInt(other.style.top))
.map((row) => {
  const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
  const characters = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    for (let offset = 0; offset < node.data.length; offset++) characters.push({ node, offset });
  }
  const text = characters.map(({ node, offset }) => node.data[offset]).join('').trimEnd();
  const place = (index) => {
    const { node, offset } = characters[index];
    const range = document.createRange();
    range.setStart(node, offset);
    range.setEnd(node, offset + 1);
    return range.getBoundingClientRect().left;
  };
  const words = [...text.matchAll(/\\S+/gu)].filter(([word]) => /\\p{Script=Arabic}/u.test(word));
  return {
    text: text.replaceAll('\\u00a0', ' '),
    parts: row.querySelectorAll(':scope > span > span').length,
    words: words.map(({ index }) => place(index)),
    end: text === '' ? 0 : place(text.length - 1),
  };
})`;

/** The rows of the active editor that hold Arabic, in the order of the page. */
export async function arabicRows(page: Page): Promise<Row[]> {
  const rows = await page.evaluate<Row[]>(measure);
  return rows.filter(({ words }) => words.length > 0);
}

/** Whether each word of Arabic stands left of the one before it. */
export function runsLeft({ words }: Row): boolean {
  return words.every((place, index) => index === 0 || place < (words[index - 1] ?? 0));
}

/** Whether somebody who reads from right to left comes to the row’s end last, be it a full stop. */
export function endsLeft({ words, end }: Row): boolean {
  return words.every((place) => end <= place);
}
