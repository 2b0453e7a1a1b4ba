/** Records as programs write them, for tests of files that hold many articles. */

/** The article without its headline, as records have it. */
export const body = (article: string): string => article.slice(article.indexOf('\n') + 2);

export const record = (id: number, article: string, escaped = false): string => {
  const json = JSON.stringify({ id, title: 'عنوان الخبر الأول', text: body(article), url: 'x/y' });
  if (!escaped) return json;
  return json.replace(
    /[^\0-\u007F]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
};

/** What a fix makes of a record: the marker's line goes, and nothing else changes. */
export const mended = (line: string): string => line.replace('[ad_1]\\n\\n', '');

export interface Found {
  readonly file: string;
  readonly record?: number;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly fixes: readonly { edits: readonly { start: number; end: number; newText: string }[] }[];
}
