const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Samaritan}\p{Script=Mandaic}]/gu;
const letter = /\p{L}/gu;

/** So many UTF-16 units of a paragraph tell its direction. */
const sample = 1_000;

/**
 * The direction a paragraph is read in: that of most of its letters. The first letter, by which browsers judge,
 * is often a foreign name. Where there are no letters, the article’s own direction.
 */
export function directionOf(text: string, article: 'rtl' | 'ltr'): 'rtl' | 'ltr' {
  const part = text.slice(0, sample);
  const letters = part.match(letter)?.length ?? 0;
  if (letters === 0) return article;
  const turned = part.match(rightToLeft)?.length ?? 0;
  return turned * 2 > letters ? 'rtl' : 'ltr';
}

/** The direction of a language’s script, as the platform knows it. */
export function languageDirection(language: string): 'rtl' | 'ltr' {
  try {
    const locale = new Intl.Locale(language) as Intl.Locale & {
      getTextInfo?: () => { direction?: string };
      textInfo?: { direction?: string };
    };
    return (locale.getTextInfo?.() ?? locale.textInfo)?.direction === 'rtl' ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}
