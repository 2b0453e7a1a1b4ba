/** A part of the tests that can be run on its own: `npm test -- unit cli`. */
export interface Suite {
  readonly name: string;
  /** Globs of files for Node's test runner. */
  readonly files?: readonly string[];
  /** Commands that each are one test: what they prove, and the arguments of Node that run them. */
  readonly checks?: readonly (readonly [string, readonly string[]])[];
  /** A script that ends its output with “N passed, N failed”. */
  readonly script?: string;
  /** Suites of one lane run one after the other, lanes beside each other. */
  readonly lane: 'waiting' | 'working';
}

const packages = 'node_modules';

/** All suites. The editor waits for its browser most of the time, so the others run beside it. */
export const suites: readonly Suite[] = [
  {
    name: 'static',
    lane: 'working',
    checks: [
      ['generated files are up to date', ['scripts/generate.ts', '--check']],
      ['types are right', [`${packages}/@typescript/native/bin/tsc`, '-p', '.']],
      [
        'types of the proof view’s page are right',
        [`${packages}/@typescript/native/bin/tsc`, '-p', 'client/proof/page'],
      ],
      [
        'types of the report’s page are right',
        [`${packages}/@typescript/native/bin/tsc`, '-p', 'client/report/page'],
      ],
      ['ESLint finds nothing', [`${packages}/eslint/bin/eslint.js`, '.', '--max-warnings=0']],
      ['files are formatted', [`${packages}/prettier/bin/prettier.cjs`, '--check', '--log-level=warn', '.']],
      ['nothing is unused', [`${packages}/knip/bin/knip.js`, '--no-progress']],
    ],
  },
  {
    name: 'unit',
    lane: 'working',
    files: ['test/{unit,formats,rules,languages,seeds,architecture,package}/**/*.test.ts'],
  },
  { name: 'properties', lane: 'working', files: ['test/properties/*.test.ts'] },
  { name: 'protocol', lane: 'working', files: ['test/protocol/*.test.ts'] },
  { name: 'cli', lane: 'working', files: ['test/cli/*.test.ts'] },
  { name: 'editor', lane: 'waiting', script: 'test/vscode/run.ts' },
];
