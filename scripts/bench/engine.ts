import { analyse, createMemory, defaultSettings } from '../../server/index.ts';
import { articleOf } from './articles.ts';
import { measure, milliseconds, spread } from './measure.ts';

const settings = { ...defaultSettings, language: 'ar' };

/** How the time by the character grows with the article, and what reading it again after a keystroke takes. */
export async function benchEngine(): Promise<void> {
  console.log('Engine: a whole article, read afresh');
  for (const length of [1_000, 10_000, 100_000, 1_000_000, 10_000_000]) {
    const text = articleOf(length);
    const runs = length > 1_000_000 ? 1 : length > 100_000 ? 3 : 15;
    const { median } = await measure(runs, () => analyse(text, settings));
    const each = ((median * 1000) / text.length).toFixed(2);
    console.log(
      `  ${String(length).padStart(9)} characters  ${milliseconds(median).padStart(9)}  ${each} µs a character`,
    );
  }

  console.log('Engine: nothing but quotation marks');
  for (const length of [50_000, 500_000, 5_000_000]) {
    const text = '“«"”»'.repeat(length / 5);
    const { median } = await measure(1, () => analyse(text, settings));
    const each = ((median * 1000) / text.length).toFixed(2);
    console.log(
      `  ${String(length).padStart(9)} characters  ${milliseconds(median).padStart(9)}  ${each} µs a character`,
    );
  }

  console.log('Engine: read again after a keystroke in the middle');
  for (const length of [3_000, 100_000, 1_000_000]) {
    const memory = createMemory();
    const text = articleOf(length);
    const middle = text.indexOf(' ', length / 2);
    analyse(text, settings, memory);
    const time = await measure(15, (run) => {
      analyse(`${text.slice(0, middle)}${'ب'.repeat(run + 2)}${text.slice(middle)}`, settings, memory);
    });
    console.log(`  ${String(length).padStart(9)} characters  ${spread(time)}`);
  }
}
