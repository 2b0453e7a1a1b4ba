import { dosCodePages } from './dos-code-pages.ts';
import { isFrame } from './misread-bytes.ts';
import type { Span } from './span.ts';

/** What a page may hold at all: letters, marks of punctuation, money, pictures. */
const plausible = /[\p{Lu}\p{Ll}\p{Lo}\p{Mn}\p{Mc}\p{N}\p{P}\p{S}\u00A0\u200B-\u200F\u2028\uFEFF]/u;

/** Letters and signs of the alphabets that take two bytes, as the press uses them; phonetic letters are none. */
const common =
  /[\u00A0-\u017F\u0218-\u021B\u0386-\u03CE\u0401-\u045F\u0490\u0491\u05D0-\u05EA\u060C\u061B\u061F\u0621-\u0652\u0660-\u066C\u067E\u0686\u0698\u06A9\u06AF\u06BA\u06BE\u06C1\u06CC\u06D2\u06D4\u06F0-\u06F9]/u;

/** Marks that stand behind a word in sound text. */
const typographic =
  /^[\u00A0\u00A9\u00AB\u00AE\u2122\u00B4\u00BB\u2013\u2014\u2018-\u201E\u2026\u2039\u203A،؛؟]+$/u;
/**
 * Punctuation, money and pictures of the blocks that the press uses. Of the others, such as Tibetan signs and letters in
 * circles, a misread one is less likely than sound words of Ukrainian or Serbian that would stand for one: «в’є», «крајње».
 */
const sign =
  /[\u2000-\u2BFF\u3000-\u303F\uFE30-\uFE4F\uFF00-\uFF65\uFFE0-\uFFFD\u{1F000}-\u{1FAFF}](?<!\p{L}|\p{M}|\p{N}|[\u249C-\u24E9])|\uFEFF/u;

/** Letters with the marks and joiners that stand behind them. */
const wordEnd = /^\p{L}[\p{L}\u00AB\u00BB\u2013\u2014\u2018-\u201E\u2026\u2039\u203A،؛؟\u200C\u200D]+$/u;
const letters = /^(?:(?!\u0192)[\p{L}\p{M}])+$/u;
const isLetter = /\p{L}/u;
const isSmall = /\p{Ll}/u;

/** How much a sequence speaks for a misreading, from 0 to 1, where 1 is certain; null where it can't be one. */
export function weigh(
  text: string,
  { start, end }: Span,
  character: string,
  encoding: string,
): number | null {
  const damaged = text.slice(start, end);
  // What was misread twice: the first reading leaves a control character that is half of the second.
  if (/[\u0080-\u009F]/u.test(character) && /^[\u00C2\u0412]/u.test(damaged)) return 0.05;
  if (!plausible.test(character)) return null;
  if (dosEncodings.has(encoding)) return weighDos(text, { start, end }, character);
  const lead = damaged.charAt(0);
  const rest = damaged.slice(1);
  const before = isLetter.test(text.charAt(start - 1));
  const after = isLetter.test(text.charAt(end));
  const small = isSmall.test(text.charAt(start - 1));
  // A capital within small letters stands there by chance, whatever follows.
  const inside = small && /\p{Lu}/u.test(lead);
  const natural = isLetter.test(lead) && typographic.test(rest) && !inside;
  if (damaged.length >= 3) {
    // Three or four characters that fit together by chance are rare, and punctuation out of them is no chance.
    if (sign.test(character)) return 1;
    if (letters.test(damaged)) return arabicOrCyrillic.has(encoding) ? 0.2 : 0.4;
    // «نگ،», «ن‌‌ها», «paměť…», «voilà\u00A0»: letters, marks and joiners stand so behind each other in sound words.
    if (natural || wordEnd.test(damaged)) return 0.02;
    // «з’їзд», «این‌که»: an apostrophe or a joiner within a word.
    if (arabicOrCyrillic.has(encoding) && /^\p{L}[’\u200C\u200D]\p{L}$/u.test(damaged)) return 0.1;
    return before || after ? 1 : 0.6;
  }
  // A letter before a comma or a closing mark is the commonest thing in these two alphabets.
  if (natural && arabicOrCyrillic.has(encoding)) return 0.02;
  if (!common.test(character)) return 0.1;
  // A control character is no text at all.
  if (/[\u0080-\u009F]/u.test(damaged)) return 0.7;
  // «ZURÃœCK»: a small letter between capitals, or one that no language writes behind this capital.
  const between = /\p{Lu}/u.test(text.charAt(start - 1)) && /\p{Lu}/u.test(text.charAt(end));
  if (damaged === '\u00C3\u0153' || (isSmall.test(rest) && between && !arabicOrCyrillic.has(encoding)))
    return 1;
  // «OÃ™»: no trade mark is called so.
  if (damaged === '\u00C3\u2122' && before) return 1;
  // «DrÃ¥ber» is a letter of Scandinavia, or of another encoding of Apple’s: alone it is not certain.
  if (damaged === '\u00C3\u00A5') return 0.6;
  if (letters.test(damaged) && !inside) return arabicOrCyrillic.has(encoding) ? 0.15 : 0.2;
  if (lead === '\u00C2') return before && !small ? 0.4 : 1;
  // A small letter among capitals: the word is written so on purpose.
  if (isSmall.test(character) && (before || after) && !small && !isSmall.test(text.charAt(end))) return 0.3;
  if (rest === '\u00A0' && lead === '\u00C3') return small || !(before || after) ? 1 : 0.6;
  if (rest === '\u00A0') return 0.3;
  // A capital before a closing mark is a word’s end; only in the middle of a word is it none.
  if (natural) return (before || /['’]/u.test(text.charAt(start - 1))) && after ? 1 : 0.3;
  // «rГ©gion»: a letter of another script within a word.
  const latin = /\p{Script=Latin}/u;
  if (latin.test(character) && latin.test(text.charAt(start - 1) + text.charAt(end))) return 1;
  if (arabicOrCyrillic.has(encoding)) return isLetter.test(character) ? 0.35 : 0.25;
  // A letter or sign and another sign that stand for a letter where a word has one: «cafÃ©», «weiÃŸ».
  if (isLetter.test(character) && /[\u00C3-\u00C5\u00CE\u221A\u0102-\u0104\u0139]/u.test(lead)) {
    return before || (after && isLetter.test(lead)) ? 1 : 0.5;
  }
  return 0.5;
}

const arabicOrCyrillic: ReadonlySet<string> = new Set(['windows-1256', 'windows-1251']);

const dosEncodings: ReadonlySet<string> = new Set(Object.keys(dosCodePages));

/** The same for the encodings of DOS, whose signs are parts of frames: in a word they are none, in a table they are. */
function weighDos(text: string, { start, end }: Span, character: string): number | null {
  const lead = text.charCodeAt(start);
  const isMark = /[\u2013-\u2026]/u.test(character);
  if (!isFrame(lead)) return isMark && text.charAt(start + 1) === 'Ç' ? 1 : null;
  // Lines that are drawn: of the letters that they would stand for none is of use.
  if (lead === 0x2500 || lead === 0x2550) return null;
  if (end - start > 2 || !common.test(character) || /[\u0130-\u0140\u017F]/u.test(character)) return null;
  const before = isLetter.test(text.charAt(start - 1));
  const after = isLetter.test(text.charAt(end));
  if (isLetter.test(character)) return before ? 1 : isFrame(text.charCodeAt(end)) || after ? 0.5 : 0.25;
  return /[¿¡«]/u.test(character) && after ? 1 : 0.5;
}
