import regexp from 'eslint-plugin-regexp';

/**
 * What ESLint asks of a regular expression so that it takes linear time whatever it is given. The effort is
 * known by the pattern's structure; nothing is timed. Plain JavaScript, because ESLint's configuration reads
 * it on whatever Node there is. A pattern whose text is short by nature may be let off with
 * `// eslint-disable-next-line regexp/… -- bounded: why`.
 *
 * @type {import('eslint').Linter.Config}
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
