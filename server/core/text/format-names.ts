/** The names of the formats of files in a configuration. */
export const formatNames = ['text', 'markdown', 'jsonl', 'json', 'csv', 'tsv', 'xml', 'html', 'wet'] as const;
