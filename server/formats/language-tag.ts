/**
 * The BCP 47 tag that a file means by what it says its language is: `ar`, `pt_BR`, `en-us`. Undefined where
 * it is no tag, so that the language is found from the words.
 */
export function languageTag(said: string): string | undefined {
  const tag = said.trim().replaceAll('_', '-');
  const name = tag.toLowerCase();
  if (name === 'und' || name === 'mul' || name === 'zxx') return undefined;
  if (!/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(tag)) return undefined;
  // Web archives have the three letters of ISO 639-3 where BCP 47 has two.
  return /^[A-Za-z]{3}$/.test(tag) ? (Intl.getCanonicalLocales(tag)[0] ?? tag) : tag;
}
