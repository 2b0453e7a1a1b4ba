export interface FieldNames {
  readonly headline?: string;
  readonly body?: string;
  readonly language?: string;
  readonly author?: string;
  readonly date?: string;
  /** What the file is, by one of `formatNames`, whatever it is called. */
  readonly format?: string;
  /** Of plain text: the line that stands between two articles of one file. */
  readonly separator?: string;
}

/** Names in use, in lower case without `_`, `-` and spaces; those that come first go before the others. */
const common = {
  headline: ['headline', 'title', 'articletitle', 'head', 'heading', 'newstitle'],
  body: [
    'body',
    'articlebody',
    'bodytext',
    'fulltext',
    'maintext',
    'articletext',
    'cleantext',
    'plaintext',
    'text',
    'content',
    'contents',
    'article',
    'story',
    'newstext',
    'rawcontent',
  ],
  language: ['language', 'lang', 'inlanguage', 'languagecode', 'langcode', 'locale'],
  author: ['author', 'authors', 'byline', 'creator', 'writer', 'reporter', 'articleauthor'],
  date: [
    'date',
    'datepublished',
    'publisheddate',
    'publishdate',
    'publicationdate',
    'pubdate',
    'published',
    'publishedat',
    'publishtime',
    'publishedtime',
    'articledate',
    'datetime',
  ],
} as const;

export type FieldRole = keyof typeof common;

/** What a record may say about its article besides the article itself. */
export const aboutRoles = ['language', 'author', 'date'] as const;

export type AboutRole = (typeof aboutRoles)[number];

/**
 * The name of the field with a role: the one that the configuration says, else the first of the common names
 * that the record has. Case, `_`, `-` and spaces are not looked at. Undefined where it has none.
 */
export function fieldWith(
  role: FieldRole,
  names: readonly string[],
  configured: FieldNames,
): string | undefined {
  const said = configured[role];
  if (said !== undefined) return said;
  const folded = names.map(fold);
  for (const name of common[role]) {
    const place = folded.indexOf(name);
    if (place >= 0) return names[place];
  }
  return undefined;
}

function fold(name: string): string {
  return name.length > 40 ? name : name.toLowerCase().replace(/[\s_-]/g, '');
}
