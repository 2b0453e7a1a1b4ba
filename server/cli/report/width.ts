import { visible } from './visible.ts';

/** How many columns of a terminal a name takes: marks over letters take none, East Asian letters two. */
export function widthOf(name: string): number {
  let width = 0;
  for (const character of visible(name)) {
    if (/[\p{M}\u200C\u200D]/u.test(character)) continue;
    width +=
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return width;
}
