import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';
import { linearPatterns } from './scripts/linear-patterns.mjs';

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'out/',
      'node_modules/',
      '.vscode-test/',
      '.cache/',
      'test/vscode/runtime/',
      'examples/',
    ],
  },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A number in a template must be meant: String(…) says so. Arrays are never meant.
      '@typescript-eslint/restrict-template-expressions': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Node's test runner hands out promises that it awaits itself.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['it', 'describe', 'test', 'suite'], package: 'node:test' },
          ],
        },
      ],
      '@typescript-eslint/no-invalid-void-type': ['error', { allowAsThisParameter: true }],
      'no-control-regex': 'off',
      'no-misleading-character-class': 'off',
      'no-irregular-whitespace': 'off',
      eqeqeq: 'error',
    },
  },
  // An article may hold anything, a megabyte of spaces as well: no pattern may take more than linear time.
  { files: ['server/**/*.ts'], ...linearPatterns },
  { files: ['**/*.mjs', '**/*.cjs', '**/*.js'], ...tseslint.configs.disableTypeChecked },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: { console: 'readonly', process: 'readonly', setInterval: 'readonly', URL: 'readonly' },
    },
  },
);
