/** Folders whose text files belong to programs. */
const programFolders = /(^|\/)(node_modules|__pycache__|[^/]+\.(egg-info|dist-info)|\.well-known|\.git)\//;

/** Names, without `.txt` and in lower case, that belong to programs, websites or projects. */
const otherNames = new Set(
  (
    'robots humans ads app-ads sellers security llms llms-full cmakelists cmakecache pip-requirements ' +
    'license licence copying notice notices authors contributors maintainers unlicense readme changelog ' +
    'releasenotes release-notes install todo manifest top_level entry_points dependency_links ' +
    'third-party-notices thirdpartynotices third-party-licenses thirdpartylicenses package-list filelist file-list ' +
    'vocab vocabulary wordlist dictionary stopwords stop-words stop_words lexicon special_tokens log stdout stderr'
  ).split(' '),
);

/**
 * Names that vary: requirements-dev.txt, license-mit.txt, build.log.txt, en_vocab.txt. Few parts may follow,
 * for headlines make file names too: requirements-for-voters-explained.txt is news.
 */
const otherPatterns: readonly RegExp[] = [
  /^(requirements|constraints)([-_.][a-z0-9]+){0,2}$/,
  /^[a-z0-9]+[-_.]requirements$/,
  /^(licen[cs]e|readme|changelog|copying|notice|cmakelists)[-_.][a-z0-9.]+(-[0-9.]+)?$/,
  /[-_.](licen[cs]e|readme|log|vocab|wordlist|stopwords|stop_words)$/,
  /^(vocab|wordlist|stopwords|stop_words)[-_.][a-z0-9]+$/,
];

/** Whether a file stands in a folder that belongs to a program. Both kinds of slash part folders. */
export function isInProgramFolder(path: string): boolean {
  return programFolders.test(path.replaceAll('\\', '/').toLowerCase());
}

/** Whether a file's name is one that articles have. Both kinds of slash part folders. */
export function isArticleName(path: string): boolean {
  const slashed = path.replaceAll('\\', '/').toLowerCase();
  const name = slashed.slice(slashed.lastIndexOf('/') + 1);
  if (!name.endsWith('.txt') || programFolders.test(slashed)) return false;
  const stem = name.slice(0, -'.txt'.length);
  return !otherNames.has(stem) && !otherPatterns.some((pattern) => pattern.test(stem));
}
