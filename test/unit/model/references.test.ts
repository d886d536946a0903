import { describe, expect, test } from 'vitest';
import { parseBrief } from '../../../server/src/model/document.js';

/** What is found in an answer: `antwoord op vraag 3 en 4 → 3 4`. */
function found(answer: string): string[] {
  const brief = parseBrief(`1. Klopt dit?\n\nAntwoord: ${answer}`);
  return brief.crossReferences.map(({ block, fact }) => {
    const text = brief.text.sliceString(block.from + fact.at.from, block.from + fact.at.to);
    return `${text} → ${fact.numbers.map(({ number, to, letter, lastLetter }) => (to > number ? `${number}-${to}` : `${number}${letter ?? ''}${lastLetter ? `-${lastLetter.letter}` : ''}`)).join(' ')}`;
  });
}

describe('cross-references in plain words', () => {
  test.each([
    ['Zie het antwoord op vraag 3.', 'antwoord op vraag 3 → 3'],
    ['Zie ook mijn antwoord op vraag 3 en 4.', 'antwoord op vraag 3 en 4 → 3 4'],
    ['Zie de antwoorden op de vragen 18 en 26.', 'antwoorden op de vragen 18 en 26 → 18 26'],
    ['Dat blijkt uit de vragen 5 t/m 8.', 'de vragen 5 t/m 8 → 5-8'],
    ['Dat geldt voor vraag 4, 5, 7 en 8.', 'vraag 4, 5, 7 en 8 → 4 5 7 8'],
    ['Zoals aangegeven bij vraag 9 geldt dit.', 'vraag 9 → 9'],
    ['Zie de beantwoording van vraag 50.', 'beantwoording van vraag 50 → 50'],
    ['Zie het antwoord op vraag 2a.', 'antwoord op vraag 2a → 2a'],
    ['Zie vraag 2, onder a.', 'vraag 2, onder a → 2a'],
    ['Zie vraag 3 of 4.', 'vraag 3 of 4 → 3 4'],
    ['Zie vraag 3 en/of 4.', 'vraag 3 en/of 4 → 3 4'],
    ['Zie de vragen 3, 4, respectievelijk 5.', 'de vragen 3, 4, respectievelijk 5 → 3 4 5'],
    ['Zie de vragen 3, 4 dan wel 5.', 'de vragen 3, 4 dan wel 5 → 3 4 5'],
    ['Zie de vragen 3, 4 dan\nwel 5.', 'de vragen 3, 4 dan\nwel 5 → 3 4 5'],
    ['Zie vraag 3 onderscheidenlijk 4.', 'vraag 3 onderscheidenlijk 4 → 3 4'],
    ['Zie vraag 3 resp. 4.', 'vraag 3 resp. 4 → 3 4'],
    ['Zie vraag 3 sub c.', 'vraag 3 sub c → 3c'],
    ['Zie vraag 3, sub b en c.', 'vraag 3, sub b en c → 3b 3c'],
    ['Zie vraag 3, subvraag c.', 'vraag 3, subvraag c → 3c'],
    ['Zie vraag 3, deelvragen a en b.', 'vraag 3, deelvragen a en b → 3a 3b'],
    ['Zie vraag 3 (onder c).', 'vraag 3 (onder c) → 3c'],
    ['Zie deelvraag c van vraag 3.', 'deelvraag c van vraag 3 → 3c'],
    ['Zie onderdeel c) van het antwoord op vraag 3.', 'onderdeel c) van het antwoord op vraag 3 → 3c'],
    ['Zie de deelvragen a en b van vraag 3.', 'deelvragen a en b van vraag 3 → 3a 3b'],
    ['Zie vraag 3a t/m c en 4.', 'vraag 3a t/m c en 4 → 3a-c 4'],
    ['Zie vraag 3a-c.', 'vraag 3a-c → 3a-c'],
    ['Zie de deelvragen 3a t/m 3c.', 'de deelvragen 3a t/m 3c → 3a-c'],
    ['Zie de deelvragen a t/m c van vraag 3.', 'deelvragen a t/m c van vraag 3 → 3a-c'],
    ['Zie vraag 3 [vervallen] en 4.', 'vraag 3 [vervallen] en 4 → 4'],
    ['Zie het antwoord op\nvraag 12.', 'antwoord op\nvraag 12 → 12'],
    ['Zie het antwoord op vraag vier.', 'antwoord op vraag vier → 4'],
    ['Zoals in antwoord vier staat, klopt dit.', 'antwoord vier → 4'],
    ['Zie antwoord 3.', 'antwoord 3 → 3'],
    ['Zie de antwoorden 3 en 4.', 'antwoorden 3 en 4 → 3 4'],
    ['Zie verder de antwoorden op vraag 3 tot en met 5.', 'antwoorden op vraag 3 tot en met 5 → 3-5'],
    ['Zie de vragen 2a, 2b en 3.', 'de vragen 2a, 2b en 3 → 2a 2b 3'],
    ['Zie vraag 2a, b en c.', 'vraag 2a, b en c → 2a 2b 2c'],
    ['Zie vraag 2 onder b.', 'vraag 2 onder b → 2b'],
    ['Zie vraag 2, onderdeel b.', 'vraag 2, onderdeel b → 2b'],
    ['Zie vraag 2 a).', 'vraag 2 a) → 2a'],
    ['Zie deelvraag 2a.', 'deelvraag 2a → 2a'],
    ['Zie vraag nr. 3.', 'vraag nr. 3 → 3'],
    ['Vraag 3 gaat hierover.', 'Vraag 3 → 3'],
    ['Dit antwoord (zie vraag 3) is kort.', 'vraag 3 → 3'],
    ['Zoals bij vraag 3, 2024 was een droog jaar.', 'vraag 3 → 3'],
    ['Zie vraag 3, 12 gemeenten deden mee.', 'vraag 3 → 3'],
    ['Zie vraag 3 en 12 gemeenten deden mee.', 'vraag 3 → 3'],
    ['Zie vraag 3 en 4 april is de dag.', 'vraag 3 → 3'],
    ['Zie vraag 3 en Kamerstuk 36 410, nr. 31.', 'vraag 3 → 3'],
  ])('%s', (answer, expected) => {
    expect(found(answer)).toEqual([expected]);
  });

  test.each([
    ['en', 'Answer: See the answer to question 3.', [3]],
    ['en', 'Answer: See the answers to questions 3 and 4.', [3, 4]],
    ['en', 'Answer: See questions 3, 4, respectively 5, and/or 6.', [3, 4, 5, 6]],
    ['de', 'Antwort: Siehe die Fragen 3, 4 bzw. 5 und/oder 6.', [3, 4, 5, 6]],
    ['en', 'Answer: There were many questions 3 years ago.', []],
    ['de', 'Antwort: Siehe die Antwort zu Frage 3.', [3]],
    ['de', 'Antwort: Siehe die Antworten zu den Fragen 3 und 4.', [3, 4]],
  ])('%s: %s', (language, answer, numbers) => {
    const { crossReferences } = parseBrief(`---\nlanguage: ${language}\n---\n\n1. x?\n\n${answer}`);
    expect(crossReferences.flatMap(({ fact }) => fact.numbers.map(({ number }) => number))).toEqual(numbers);
  });

  test.each([
    'Dit is de vraag of dat kan.',
    'Zie vraag 3 van de schriftelijke vragen van het lid Jansen.',
    'Er zijn veel vragen gesteld.',
    'Zie `vraag 3`.',
    'Er kwamen op deze vragen 12 reacties.',
    'Zie vraag 3 van de mondelinge vragen.',
    'Zie vraag 3 van eerdere schriftelijke vragen.',
    'Zie vraag 3 van het lid Prins.',
    'Zie vraag 3 van de leden Prins en Boer (D66).',
    'Zie vraag 3 uit de vorige set vragen.',
    'Zie vraag 12 in de lijst van vragen en antwoorden.',
    'Zie vraag 12 van de lijst met feitelijke vragen.',
    'Zie vraag 5 in mijn brief van 3 maart 2025.',
    'Zie vraag 5 van het schriftelijk overleg.',
    'Zie vraag 5 van de enquête.',
    'Zie vraag 7 in Kamerstuk 36 410, nr. 31.',
    'Zie vraag 7 (Kamerstuk 36 410, nr. 31).',
    'Zie Kamerstuk 36 410, nr. 31, vraag 7.',
    'Zie Kamerstuk 36 410, nr. 31 (het antwoord op vraag 7).',
    'Zie Aanhangsel Handelingen II 2023/24, nr. 12, antwoord op vraag 3.',
    'Zie de schriftelijke vragen van het lid Prins, het antwoord op vraag 3.',
    'De vraag 12 miljoen euro vrij te maken is nieuw.',
    'In antwoord op vragen van uw Kamer is dit gemeld.',
    'Dat is het antwoord.',
    'Het antwoord een dag later geven kan niet.',
    'Er waren vier antwoorden, 3 daarvan te laat.',
    'De vraag een antwoord te geven is gesteld.',
    'Zie vraag 1.2 van het model.',
    'Zie [hier](https://x.nl/vraag-3), <https://x.nl/vraag-4> en https://x.nl/vraag-5.',
  ])('%s has none', (answer) => {
    expect(found(answer)).toEqual([]);
  });

  test.each([
    'uit de Kamerbrief van 3 mei 2024',
    'uit het verslag',
    'uit de nota',
    'uit het schriftelijk overleg',
    'uit de beantwoording van 3 mei 2024',
    'van de Eerste Kamer',
    'van de Tweede Kamer',
    'van Kamerlid Van Nispen',
    'van de Kamerleden Prins en Boer',
    'van de begrotingsvragen',
    'van het commissiedebat Klimaat',
    'van 3 mei 2024',
    'van vorig jaar',
    'van uw Kamer bij de begroting',
    'van de vaste commissie voor Financiën',
    'van deze set Kamervragen',
    'van de SP-fractie in het verslag',
    'van de SP-fractie',
    'op de vragen van het lid Sneller',
    'op het schriftelijk overleg',
    'op de Voorjaarsnota',
    'in de Eurobarometer',
    'in de aanvullende Kamerbrief',
    'bij de begroting',
    'bij het wetsvoorstel',
    'tijdens het debat',
    '(uit de Kamerbrief van 3 mei)',
    '(van het lid Prins)',
    ', ingezonden op 3 mei 2024',
    'ingediend door het lid Prins',
  ])('vraag 12 %s is of another document', (source) => {
    expect(found(`Zie het antwoord op vraag 12 ${source}.`.replace(' ,', ','))).toEqual([]);
    expect(found(`Zie de vragen 12 en 13 ${source}.`.replace(' ,', ','))).toEqual([]);
  });

  test.each([
    'In de Eurobarometer (vraag 12) staat dit.',
    'In het verslag (vraag 12) staat dit.',
    'Dat blijkt uit de nota van 3 mei (het antwoord op vraag 12).',
    'Zie de eerdere beantwoording van vraag 12.',
    'Zie vraag 12 en vraag 13 uit de Kamerbrief.',
    'Zie vraag 12, vraag 13 of vraag 14 van de Eerste Kamer.',
  ])('%s has none of this document', (answer) => {
    expect(found(answer)).toEqual([]);
  });

  test.each([
    'van deze brief',
    'in deze antwoordbrief',
    'uit dit verslag',
    'van deze beantwoording',
    'van deze leden',
    'van belang',
    'van toepassing',
    'uit van wat bekend is',
    'uit dat dit kan',
    'in op de gevolgen',
    'in het algemeen',
    'in Nederland',
    'in overleg met gemeenten',
    'op dit punt',
    'op pagina 2',
  ])('vraag 12 %s is of this document', (behind) => {
    expect(found(`Ik ga bij vraag 12 ${behind}.`)).toEqual(['vraag 12 → 12']);
  });

  test.each([
    ['en', 'See the answer to question 3 of the Lords.'],
    ['en', 'See question 3 of your letter.'],
    ['en', 'See question 3 from the debate.'],
    ['en', 'See question 3 put by Mr Prince.'],
    ['de', 'Siehe die Antwort zu Frage 3 der Kleinen Anfrage auf Bundestagsdrucksache 20/12.'],
    ['de', 'Siehe die Antwort zu Frage 3 des Abgeordneten Prinz.'],
    ['de', 'Siehe die Antwort zu Frage 3 vom 3. Mai 2024.'],
    ['de', 'Siehe Frage 3 aus dem Bericht.'],
  ])('%s: %s has none', (language, answer) => {
    const marker = language === 'en' ? 'Answer' : 'Antwort';
    const { crossReferences } = parseBrief(
      `---\nlanguage: ${language}\n---\n\n1. x?\n\n${marker}: ${answer}`,
    );
    expect(crossReferences).toEqual([]);
  });

  test.each([
    ['en', 'See question 3 of this letter.'],
    ['en', 'The answer to question 3 of course holds.'],
    ['de', 'Die zu Frage 3 der Bundesregierung bekannten Zahlen.'],
    ['de', 'Siehe Frage 3 der Fragesteller.'],
  ])('%s: %s has one', (language, answer) => {
    const marker = language === 'en' ? 'Answer' : 'Antwort';
    const { crossReferences } = parseBrief(
      `---\nlanguage: ${language}\n---\n\n1. x?\n\n${marker}: ${answer}`,
    );
    expect(crossReferences.length).toBe(1);
  });

  test.each([
    'van de PVV-fractie',
    'van de PVV',
    'van de fractie van de PVV',
    'van de leden van de PVV-fractie',
    'van de leden van de fractie van de PVV',
    '(van de pvv-fractie)'.replace('pvv', 'PVV'),
    'van de Partij voor de Dieren',
    'van de leden van de fractie van de Partij voor de Dieren',
  ])('vraag 1 %s is of a group of this document', (group) => {
    const brief = parseBrief(
      `## Vragen van de leden van de fractie van de PVV\n\n1. Klopt dit?\n\nAntwoord: Ja.\n\n## Vragen van de leden van de fractie van de Partij voor de Dieren\n\n2. En dit?\n\nAntwoord: Zie vraag 1 ${group}.`,
    );
    expect(brief.crossReferences.length).toBe(1);
  });

  test('one reference or another', () => {
    expect(found('Dat staat bij vraag 3 of vraag 5.')).toEqual(['vraag 3 → 3', 'vraag 5 → 5']);
  });

  test('inside a quoted question they speak of another document', () => {
    const { crossReferences } = parseBrief('1. Hoe verhoudt dit zich tot vraag 3?\n\nAntwoord: Goed.');
    expect(crossReferences.map(({ quoted }) => quoted)).toEqual([true]);
  });
});

describe('footnotes', () => {
  test('reference, definition of several paragraphs, inline', () => {
    const brief = parseBrief(
      'Tekst[^a] en^[een [b] noot] meer.\n\n[^a]: Eerste.\n\n    Tweede.\n\nGeen noot.',
    );
    expect(brief.references.map(({ fact }) => fact.label)).toEqual(['a']);
    expect(brief.inlineFootnotes.map(({ fact }) => fact.text)).toEqual(['een [b] noot']);
    expect(brief.definitions.map(({ fact }) => fact.text)).toEqual(['Eerste. Tweede.']);
  });

  test.each(['`[^a]`', '\\[^a]', '```\n[^a]\n```', '<!-- [^a] -->'])('%s is none', (source) => {
    expect(parseBrief(source).references).toEqual([]);
  });
});

describe('front matter', () => {
  test('keys and values in the language of the document', () => {
    const { values } = parseBrief(
      '---\nsoort: antwoord\nstatus: definitief\nkamer: eerste\ndatum: 7 januari 2025\nvan:\n  naam: A\n  ambt: minister\n---\n',
    ).frontMatter;
    expect(values).toEqual({
      kind: 'reply',
      status: 'final',
      chamber: 'upper',
      date: '2025-01-07',
      from: { name: 'A', office: 'minister' },
    });
  });

  test('every value is text', () => {
    expect(parseBrief('---\ndossier: 012345\nkenmerk: yes\n---\n').frontMatter.values).toEqual({
      dossier: '012345',
      reference: 'yes',
    });
  });

  test('broken front matter loses nothing', () => {
    const { frontMatter } = parseBrief('---\nsoort: [antwoord\nonderwerp: x\n---\n\nTekst.');
    expect(frontMatter.problems.length).toBeGreaterThan(0);
  });
});
