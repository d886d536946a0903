import { expect, test } from 'vitest';
import { languages } from '../../../server/src/languages/index.js';
import { addressesOf } from '../../../server/src/model/addresses.js';
import { findCitations } from '../../../server/src/model/citations.js';

/** The addresses in a text, each with the words that lead there: `nr. 520 → kst-27062-520`. */
function addresses(text: string, language = languages.nl): string[] {
  return findCitations(text, 0).flatMap((citation) =>
    addressesOf(citation, language).map(
      ({ at, uri }) =>
        `${text.slice(at.from, at.to).replace(/\s/g, ' ')} → ${uri.replace(/^https:\/\/zoek\.officielebekendmakingen\.nl\/(.*)\.html$/, '$1')}`,
    ),
  );
}

test.each([
  ['Kamerstukken II 2023/24, 36 471, nr. 96', 'kst-36471-96'],
  ['Kamerstukken II 2023/24, 36471, nr. 96, p. 3', 'kst-36471-96'],
  ['Kamerstukken II 2023/24,\n36 471,\nnr. 96', 'kst-36471-96'],
  ['Kamerstuk 36 410, nr. 31', 'kst-36410-31'],
  ['Kamerstuk 36600-XX-52', 'kst-36600-XX-52'],
  ['Kamerstukken I 2008/09, 30 573, I', 'kst-30573-I'],
  ['Kamerstukken I 2023/24, 36 471, nr. AB', 'kst-36471-AB'],
  ['Kamerstuk 30 573, I', 'kst-30573-I'],
  ['Kamerstukken II 2024/25, 36 600 VII, nr. 1', 'kst-36600-VII-1'],
  ['Kamerstukken II 2024/25, 36600-VII, nr. 1', 'kst-36600-VII-1'],
  ['Kamerstukken I 2008/09, 31 700 VI, D, p. 4', 'kst-31700-VI-D'],
  ['Kamerstukken II 2024/25, 21 501-02, nr. 3174', 'kst-21501-02-3174'],
  ['Kamerstuk 21501-02, nr. 3174', 'kst-21501-02-3174'],
  ['Kamerstuk 21501-02-3174', 'kst-21501-02-3174'],
  ['Tweede Kamer, vergaderjaar 2023-2024, 27 062, nr. 137', 'kst-27062-137'],
  ['Kamerstukken, 2022-2023, 29628, nr. 1135', 'kst-29628-1135'],
  ['Aanhangsel Handelingen II 2024/25, nr. 100', 'ah-tk-20242025-100'],
  ['Aanhangsel van de Handelingen II, 2022/-23, nr. 1823', 'ah-tk-20222023-1823'],
  ['Handelingen II 2024/25, nr. 20, item 3, p. 25-36', 'h-tk-20242025-20-3'],
  ['Handelingen I 2014/15, nr. 13, item 3', 'h-ek-20142015-13-3'],
  ['Stb. 2026, 94', 'stb-2026-94'],
  ['Stcrt. 2011, 6602', 'stcrt-2011-6602'],
  ['Stcrt. 2011, nr. 6602', 'stcrt-2011-6602'],
  ['Trb. 2016, 196', 'trb-2016-196'],
  ['COM(2022) 304', 'https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=COM:2022:304:FIN'],
  ['COM(2022)304', 'https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=COM:2022:304:FIN'],
  ['ECLI:NL:RVS:2024:1', 'https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:RVS:2024:1'],
])('%j leads to %s', (text, id) => {
  expect(addresses(`Zie ${text}.`)).toEqual([`${text.replaceAll('\n', ' ')} → ${id}`]);
});

test('each number of a list leads to its own document', () => {
  expect(addresses('Zie Kamerstukken II 2023/24, 19 637, nrs. 520, 521 en 548, p. 3.')).toEqual([
    'Kamerstukken II 2023/24, 19 637, nrs. 520 → kst-19637-520',
    '521 → kst-19637-521',
    '548 → kst-19637-548',
  ]);
});

test('the language of a document of the Union is that of the letter', () => {
  expect(addresses('See COM(2022) 304.', languages.en)[0]).toContain('/EN/TXT/');
});

test.each([
  ['an attachment', 'Kamerstukken II 2023/24, 36 471, nr. 96, bijlage, p. 73-74'],
  ['a law of the kingdom', 'Kamerstukken II 2011/12, 32 769 R1669, nr. 3'],
  ['a number that is none', 'Kamerstukken II 2023/24, 36 471, nr. 3.100'],
  ['a letter of the lower house', 'Kamerstukken II 2008/09, 31 700, A'],
  ['a number of the upper house', 'Kamerstukken I 2008/09, 31 700, nr. 12'],
  ['papers older than the site', 'Kamerstukken II 1988/89, 21 000, nr. 1'],
  ['an annex of the upper house', 'Aanhangsel Handelingen I 2024/25, nr. 1'],
  ['years that are not two in a row', 'Aanhangsel Handelingen II 2024/28, nr. 1'],
  ['proceedings numbered by page', 'Handelingen II 2004/05, nr. 20, 1203'],
  ['an old Stb.', 'Stb. 1988, 157'],
  ['a Staatscourant numbered by day', 'Stcrt. 2005, 45'],
  ['a judgment of another country', 'ECLI:DE:BVERFG:2020:1'],
])('%s leads nowhere', (_, text) => {
  expect(addresses(text)).toEqual([]);
  expect(findCitations(text, 0)).toHaveLength(1);
});
