import regexp from 'eslint-plugin-regexp';

/**
 * What ESLint asks of a regular expression so that it takes linear time whatever it is given. The effort is
 * known by the pattern's structure; nothing is timed. Read by ESLint's configuration and by a
 * test. A pattern whose text is short by nature may be let off with
 * `// eslint-disable-next-line regexp/… -- bounded: why`.
 */
export const linearPatterns = {
  plugins: { regexp },
  rules: {
    'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
    'regexp/no-super-linear-move': ['error', { report: 'certain' }],
    'regexp/no-dupe-disjunctions': ['error', { report: 'all' }],
    'regexp/no-trivially-nested-quantifier': 'error',
  },
};
