/** How each language's press introduces a quoted post; written so that no gender of the name is needed. */
export const reports: Readonly<Record<string, string>> = {
  ar: 'وجاء في منشور باسم {name} بتاريخ {date}:',
  en: '{name} wrote on {date}:',
  fr: '{name} a écrit le {date} :',
  es: '{name} escribió el {date}:',
  de: '{name} schrieb am {date}:',
  ru: '{name} в публикации от {date}:',
};
