/** Folders whose text files belong to programs. */
const programFolders = /(^|\/)(node_modules|__pycache__|[^/]+\.(egg-info|dist-info)|\.well-known|\.git)\//;

/** Names, without `.txt` and in lower case, that belong to programs, websites or projects. */
const otherNames = new Set(
  (
    'robots humans ads app-ads sellers security llms llms-full cmakelists cmakecache constraints pip-requirements ' +
    'license licence copying notice notices authors contributors maintainers credits thanks patents unlicense ' +
    'readme changelog changes history news-release releasenotes release-notes install todo version versions ' +
    'manifest sources top_level requires entry_points dependency_links third-party-notices thirdpartynotices ' +
    'thirdpartylicenses third-party-licenses package-list file-list filelist files index-of urls links sitemap ' +
    'vocab vocabulary wordlist words dictionary dict stopwords stop-words stop_words lexicon tokens labels classes ' +
    'merges special_tokens output stdout stderr log errors debug'
  ).split(' '),
);

/** Names that vary: requirements-dev.txt, license.mit.txt, build.log.txt, stopwords-ar.txt, en_vocab.txt. */
const otherPatterns: readonly RegExp[] = [
  /^(requirements|constraints)([-_.].*)?$/,
  /[-_.]requirements$/,
  /^(licen[cs]e|readme|changelog|copying|notice|cmakelists)[-_.]/,
  /[-_.](licen[cs]e|readme|log|logs|vocab|wordlist|stopwords|stop_words)$/,
  /^(vocab|wordlist|stopwords|stop_words)[-_.]/,
];

/** Whether a file's name is one that articles have. Both kinds of slash part folders. */
export function isArticleName(path: string): boolean {
  const slashed = path.replaceAll('\\', '/').toLowerCase();
  const name = slashed.slice(slashed.lastIndexOf('/') + 1);
  if (!name.endsWith('.txt') || programFolders.test(slashed)) return false;
  const stem = name.slice(0, -'.txt'.length);
  return !otherNames.has(stem) && !otherPatterns.some((pattern) => pattern.test(stem));
}
