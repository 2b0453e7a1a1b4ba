import { decodeHTML } from 'entities';

/** Three rounds undo what two programs escaped one after the other, and leave what was written on purpose. */
const mostRounds = 3;

/** What a character reference stands for, also one that was escaped again (`&amp;quot;`). */
export function decodeReference(reference: string): string {
  let text = reference;
  for (let round = 0; round < mostRounds; round++) {
    const next = decodeHTML(text);
    if (next === text) break;
    text = next;
  }
  return text;
}
