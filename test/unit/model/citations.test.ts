import { describe, expect, test } from 'vitest';
import { parseBrief } from '../../../server/src/model/document.js';

/** What is found in a text, with its form and its parts: `long II 2023/24 36471 nr 96 p 3`. */
function citations(source: string): string[] {
  return parseBrief(source).citations.map(({ fact: { form, parts, text } }) => {
    const { chamber, session, dossier, chapter, number, pages } = parts;
    const page = pages && `p ${pages.from}${pages.to === pages.from ? '' : `-${pages.to}`}`;
    return [text.replace(/\s+/g, ' '), '→', form, chamber, session, dossier, chapter, number, page]
      .filter((part) => part !== null)
      .join(' ');
  });
}

describe('forms', () => {
  test.each([
    ['Kamerstuk 36 410, nr. 31', 'short 36410 31'],
    ['Kamerstuk 29 515, nr. 488', 'short 29515 488'],
    ['Kamerstukken II 2009/10, 27858, nr. 88, p. 3', 'long II 2009/10 27858 88 p 3'],
    ['Kamerstukken II 2023/24, 36 471, nr. 96', 'long II 2023/24 36471 96'],
    ['Kamerstukken I 2008/09, 31700 VI, D, p. 4', 'long I 2008/09 31700 VI D p 4'],
    ['Kamerstukken I 2023/24, 36 471, nr. AB', 'long I 2023/24 36471 AB'],
    ['Kamerstukken I 2023/24, 30 573, I, bijlage, p. 73-74', 'long I 2023/24 30573 I p 73-74'],
    ['Kamerstukken II 2021/22, 35 925 (R2165), nr. 3', 'long II 2021/22 35925 R2165 3'],
    ['Kamerstukken II 2021/22, 35 925-(R2165), nr. 3', 'long II 2021/22 35925 R2165 3'],
    ['Kamerstukken II 2021/22, 31 977 (R1669), nrs. 520 en 548', 'long II 2021/22 31977 R1669 520'],
    ['Kamerstukken II 2021/22, 36 471, nrs. 520, 548 en 551', 'long II 2021/22 36471 520'],
    ['Handelingen II 2010/11, nr. 108, item 5, p. 25-36', 'proceedings II 2010/11 108 p 25-36'],
    ['Handelingen I 2010/11, nr. 8, item 5', 'proceedings I 2010/11 8'],
    ['Aanhangsel Handelingen II 2014/15, nr. 12', 'annex II 2014/15 12'],
    ['Aanhangsel van de Handelingen II, 2022/-23, nr. 1823', 'annex II 2022/-23 1823'],
    ['Stb. 2026, 94', 'gazette 2026 94'],
    ['Stcrt. 2011, 6602', 'gazette 2011 6602'],
    ['Trb. 2011, nr. 66', 'gazette 2011 66'],
    ['COM(2024) 123', 'eu 2024 123'],
    ['COM (2024) 123', 'eu 2024 123'],
    ['ECLI:NL:RVS:2024:1', 'ecli'],
    ['ECLI:EU:C:2019:1099', 'ecli'],
    ['Kamerstuk 36600-XX-52', 'dashed 36600 XX 52'],
    ['Kamerstuk 21501-02-3174', 'dashed 21501 02 3174'],
    ['Tweede Kamer, vergaderjaar 2023-2024, 27 062, nr. 137', 'spelled II 2023-2024 27062 137'],
    ['Eerste Kamer, vergaderjaar 2023–2024, 36 471, A', 'spelled I 2023–2024 36471 A'],
    ['Kamerstukken, 2022-2023, 29628, nr. 1135', 'loose 2022-2023 29628 1135'],
    ['Kamerstukken II, vergaderjaar 2023-2024, 19 637, nr. 3211', 'loose II 2023-2024 19637 3211'],
    ['Kamerstukken II, 2023/24, 19 637, nr. 3211', 'loose II 2023/24 19637 3211'],
    ['Kamerstukken II 19 637, nr. 3211', 'loose II 19637 3211'],
    ['Kamerstuk II 36 410, nr. 31', 'loose II 36410 31'],
    ['Kamerstukken 36 410, nr. 31', 'loose 36410 31'],
    ['Kamerstuk 36410 nr. 31', 'loose 36410 31'],
    ['Kamerstuk 36 410, nr 31', 'short 36410 31'],
    ['Kamerstuk 19 637, nr. 3.100', 'short 19637 3.100'],
    ['Kamerstukken II 2023/24, 30 573, nr. 2, blz. 84-84', 'long II 2023/24 30573 2 p 84'],
    ['Kamerstukken II 2023/24,\n36 471,\nnr. 96', 'long II 2023/24 36471 96'],
    ['Kamerstukken II 2023/24, 36\u00a0471, nr.\u00a096', 'long II 2023/24 36471 96'],
    ['Kamerstukken II 2023/24, 36\u2009471, nr. 96', 'long II 2023/24 36471 96'],
  ])('%s', (text, expected) => {
    const shown = text.replace(/\s+/g, ' ');
    expect(citations(`Zie ${text}.`)).toEqual([`${shown} → ${expected}`]);
    expect(citations(`Zie (${text}) hierover.`)).toEqual([`${shown} → ${expected}`]);
    expect(citations(`Tekst.[^a]\n\n[^a]: ${text}`)).toEqual([`${shown} → ${expected}`]);
  });

  test('several in one sentence', () => {
    expect(citations('Zie Kamerstuk 36 410, nr. 31 en Kamerstuk 36 410, nr. 32; Stb. 2026, 94.').length).toBe(
      3,
    );
  });

  test.each([
    'Kamerstuk over sluizen',
    'De Tweede Kamer, de minister',
    'nr. 31',
    'Stb.',
    '`Stb. 2026, 94`',
    'Kamerstukken',
  ])('%s is none', (text) => {
    expect(citations(`Zie ${text}.`)).toEqual([]);
  });
});
