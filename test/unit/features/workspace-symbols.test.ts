import { expect, test } from 'vitest';
import { workspaceSymbols } from '../../../server/src/features/workspace-symbols.js';
import { parseBrief } from '../../../server/src/model/document.js';

const documents = [
  '# Havens\n\n## Vragen van de leden van de fractie van D66\n\n1. Klopt dit?\n\nAntwoord: Ja.\n\n2. En dat?\n',
  '## Vragen van de leden van de PVV\n\nHoe lang duurt de aanleg?\n',
].map((source, i) => ({ name: `document ${i + 1}`, brief: parseBrief(source) }));

const found = (query: string) =>
  workspaceSymbols(documents, query).map(
    ({ document, symbol, container }) => `${document.name} › ${container} › ${symbol.name}`,
  );

test('groups, headings and questions of every document, without answers', () => {
  expect(found('')).toEqual([
    'document 1 › null › Havens',
    'document 1 › Havens › D66',
    'document 1 › D66 › 1. Klopt dit?',
    'document 1 › D66 › 2. En dat?',
    'document 2 › null › PVV',
    'document 2 › PVV › Hoe lang duurt de aanleg?',
  ]);
});

test.each([
  ['d66', ['D66']],
  ['2. en', ['2. En dat?']],
  ['hoeaanleg', ['Hoe lang duurt de aanleg?']],
  ['aanleg hoe', []],
  ['zzz', []],
])('%j', (query, names) => {
  expect(found(query).map((line) => line.split(' › ')[2])).toEqual(names);
});
