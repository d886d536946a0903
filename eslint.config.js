import * as regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

const pure = ['node:*', 'vscode', 'vscode-languageserver*', 'vscode-languageclient*', 'commander'];

/** Data flows one way: each layer may use those before it. */
const layers = [
  ['text'],
  ['syntax'],
  ['languages', 'model'],
  ['compare', 'edits'],
  ['rules', 'documents'],
  ['features'],
  ['hosts'],
];

/** All but the hosts is pure. */
const layering = layers.slice(0, -1).map((folders, i) => {
  const later = layers.slice(i + 1).flat();
  return {
    files: folders.map((folder) => `server/src/${folder}/**`),
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [...pure, ...later.map((folder) => `**/${folder}/**`)] },
      ],
    },
  };
});

export default tseslint.config(
  { ignores: ['dist', 'node_modules', '.cache', '**/*.brief.md'] },
  ...tseslint.configs.recommended,
  regexp.configs['flat/recommended'],
  {
    rules: {
      'regexp/no-super-linear-backtracking': 'error',
      'regexp/no-super-linear-move': 'error',
      // Style only: these do not change what a pattern means.
      'regexp/no-useless-non-capturing-group': 'off',
      'regexp/prefer-d': 'off',
      'regexp/prefer-w': 'off',
      'regexp/use-ignore-case': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  ...layering,
);
