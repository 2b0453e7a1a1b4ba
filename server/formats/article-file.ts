import { isArticleName } from './article-name.ts';

/** So much of a file, in UTF-16 units, is enough to tell what it is. */
const sample = 32_768;

/** The longest line, in UTF-16 units, that a pattern is tried on; longer ones are prose or data by their words. */
const longestLine = 1_000;

/** What a line is good for as evidence. */
type LineKind = 'prose' | 'machine' | 'list' | 'other';

/**
 * Whether a file is an article, by its name and by what is in it. Said only where it is plain that a file
 * is for programs (requirements, logs, word lists, code): an article that goes unread costs more than a
 * list that is judged as prose. A file without text counts as an article, for somebody may begin to write.
 */
export function isArticleFile(path: string, text: string): boolean {
  return isArticleName(path) && looksLikeArticle(text);
}

/** Whether a text, whatever its name, reads like an article rather than like a program's file. */
export function looksLikeArticle(text: string): boolean {
  const counts: Record<LineKind, number> = { prose: 0, machine: 0, list: 0, other: 0 };
  const length = { prose: 0, all: 0 };
  for (const line of text.slice(0, sample).split(/[\r\n]+/)) {
    const words = line.trim();
    // Comments of requirements and word lists are prose that proves nothing; so are Markdown's headings.
    if (words === '' || /^(#|\/\/|--\s|;)/.test(words)) continue;
    const kind = kindOf(words);
    counts[kind]++;
    length.all += words.length;
    if (kind === 'prose') length.prose += words.length;
  }
  const lines = counts.prose + counts.machine + counts.list + counts.other;
  if (lines === 0) return true;
  // A paragraph outweighs many lines of a table.
  if (counts.prose / lines >= 0.2 || length.prose / length.all >= 0.3) return true;
  if (counts.machine / lines >= 0.6) return false;
  // Titles and names are short too, so a few short lines prove nothing.
  return !(lines >= 8 && counts.prose === 0 && (counts.machine + counts.list) / lines >= 0.9);
}

const machinePatterns: readonly RegExp[] = [
  // numbers, dates and tables of them
  /^[\p{N}\s.,;:+\-–/%|()eE]+$/u,
  // addresses and paths alone on a line
  /^(https?|ftp|file|s3):\/\/\S+$/i,
  /^(\.{0,2}\/|~\/|[A-Za-z]:\\)\S+$/,
  /^[\w.@-]+(\/[\w.@-]+)+\/?$/,
  /^[\w-]+(\.[\w-]+)*\.[a-z]{2,6}$/i,
  // pip: a name and a version, or an option
  /^[A-Za-z0-9][\w.-]*(\[[\w, -]*\])?\s*([=<>!~]=|===|[<>])\s*[\w.*!+]+/,
  /^(-r|-e|-c|-f|-i|--[a-z-]+)[\s=]\S+/,
  // robots.txt
  /^(user-agent|disallow|allow|sitemap|crawl-delay|host|clean-param)\s*:/i,
  // settings
  /^[\w.[\]-]+\s*=\s*\S*/,
  /^"?[\w.-]+"?\s*:\s*("[^"]*"|[\d.]+|true|false|null|\[|\{),?$/,
  // logs
  /^\[?\d{4}[-/]\d{2}[-/]\d{2}[T ]\d{2}:\d{2}/,
  /^\[?\d{2}:\d{2}:\d{2}/,
  /^(mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w* +\d{1,2} +\d{2}:\d{2}:\d{2}/i,
  /^\[?(trace|debug|info|warn|warning|error|fatal|critical)\]?\s*[:|[(-]/i,
  /^\d{1,3}(\.\d{1,3}){3}\s/,
  // code
  /[;{}]$/,
  /^(import|from|def|class|function|const|let|var|return|public|private|static|void|int|if|else|for|while|end|echo|set|add_\w+|target_\w+|find_package)\b.*[(){}:;=]/,
  /^[a-z_]\w*\([^)]*\)?$/i,
  /^[)\]}]/,
];

/** Letters of scripts that put no spaces between words; each stands for about half a word. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

function kindOf(line: string): LineKind {
  if (line.length <= longestLine && machinePatterns.some((pattern) => pattern.test(line))) return 'machine';
  const words = line.slice(0, longestLine).split(/\s+/);
  const lettered = words.filter((word) => /\p{L}/u.test(word) && !/[=<>{}\\_]|:\/\//.test(word)).length;
  if (lettered >= 6 && lettered / words.length >= 0.6) return 'prose';
  if ((line.slice(0, longestLine).match(unspaced)?.length ?? 0) >= 12) return 'prose';
  const ends = /[.!?؟؛…:»”"،,)]$/u.test(line);
  if (ends && lettered >= 3) return 'prose';
  return words.length <= 2 && !ends ? 'list' : 'other';
}
