import * as regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

const pure = ['node:*', 'vscode', 'vscode-languageserver*', 'vscode-languageclient*', 'commander'];

/** Data flows one way: text, syntax, languages and model, then rules, features, edits and documents, and hosts last. */
function layer(files, forbidden) {
  return {
    files,
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [...pure, ...forbidden.map((folder) => `**/${folder}/**`)] },
      ],
    },
  };
}

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
  layer(
    ['server/src/text/**'],
    ['syntax', 'languages', 'model', 'rules', 'features', 'edits', 'documents', 'hosts'],
  ),
  layer(['server/src/syntax/**'], ['languages', 'model', 'rules', 'features', 'edits', 'documents', 'hosts']),
  layer(
    ['server/src/languages/**', 'server/src/model/**'],
    ['rules', 'features', 'edits', 'documents', 'hosts'],
  ),
  layer(['server/src/rules/**'], ['features', 'documents', 'hosts']),
  layer(['server/src/edits/**'], ['features', 'documents', 'hosts']),
  layer(['server/src/features/**', 'server/src/documents/**'], ['hosts']),
);
