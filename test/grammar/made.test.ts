import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { makeGrammar } from './make.js';

test('the grammar is made from the language tables (vitest -u writes it)', async () => {
  const file = 'syntaxes/kamerbrief.tmLanguage.json';
  const made = await format(JSON.stringify(makeGrammar()), {
    ...(await resolveConfig(file)),
    parser: 'json',
  });
  await expect(made).toMatchFileSnapshot(`../../${file}`);
});
