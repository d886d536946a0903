import { describe, expect, test } from 'vitest';
import { importText } from '../../../server/src/documents/in/text/index.js';
import { statusOf } from '../../../server/src/model/brief.js';
import { parseBrief } from '../../../server/src/model/document.js';
import { bodyOf } from './streams.js';

type Name = 'verslag' | 'brief' | 'antwoord';

function filesOf(source: string): Record<Name, string> {
  const result = importText(source);
  if (!result.ok) throw new Error(result.reason.en);
  return Object.fromEntries(
    result.files.map(({ name, content }) => [name.replace('.brief.md', ''), content]),
  ) as Record<Name, string>;
}

/** What stands below the front matter of one file. */
function bodyIn(name: Name, source: string): string {
  return bodyOf(filesOf(source)[name]).trim();
}

function noticesOf(source: string): string[] {
  const result = importText(source);
  if (!result.ok) return [];
  return result.notices.map(({ file, line, message }) => {
    const { content } = result.files.find(({ name }) => name === file)!;
    return `${content.split('\n')[line - 1]} | ${message.en}`;
  });
}

function frameOf(name: Name, source: string) {
  return parseBrief(filesOf(source)[name]).frontMatter.values;
}

const letter = (lines: string) =>
  `BRIEF VAN DE VOORZITTER\n\nVragen van de leden van de fractie van D66\n\nKlopt dit?\n\n${lines}`;

describe('the subject', () => {
  test.each([
    ['De leden hebben kennisgenomen van de nota Tuinen en hebben daarover nog enkele vragen.', 'nota Tuinen'],
    ['De leden hebben kennisgenomen van de nota Tuinen en perken.', 'nota Tuinen en perken'],
    ['Betreft: Tuinen', 'Tuinen'],
  ])('ends where the sentence goes on: %s', (said, subject) => {
    expect(frameOf('brief', letter(said)).subject).toBe(subject);
  });
});

describe('the committee', () => {
  test.each([
    ['Onderwijs, Cultuur en Wetenschap', 'De leden van de %s hebben kennisgenomen van uw brief.'],
    ['Onderwijs, Cultuur en Wetenschap', 'De voorzitter van de %s,\n\nA. Bos'],
    ['Landbouw, Visserij, Voedselzekerheid en Natuur', 'De griffier van de %s, Smit'],
    ['Binnenlandse Zaken en de Hoge Colleges van Staat / Algemene Zaken en Huis van de Koning', 'De %s.'],
    ['Immigratie & Asiel / JBZ-Raad', 'De %s van de Eerste Kamer der Staten-Generaal is bijeen.'],
    ['Cultuur', 'De griffier van de %s, Smit'],
    ['Cultuur', 'De %s en de minister spreken elkaar.'],
    ['tuinen en perken', 'De leden van de %s, in vergadering bijeen.'],
  ])('has its whole name: %s, in ‘%s’', (name, said) => {
    const committee = `vaste commissie voor ${name}`;
    expect(frameOf('brief', letter(said.replace('%s', committee))).committee).toBe(committee);
  });

  test('in English and German', () => {
    const english =
      'Question 1\nIs it?\n\nAnswer 1\nYes, says the Digital, Culture, Media and Sport Committee here.';
    expect(frameOf('antwoord', english).committee).toBe('Digital, Culture, Media and Sport Committee');
    const german =
      'Frage 1\nIst es so?\n\nAntwort 1\nJa, der Ausschuss für Bildung, Forschung und Sport tagt.';
    expect(frameOf('antwoord', german).committee).toBe('Ausschuss für Bildung, Forschung und Sport');
  });
});

/** Lines of text as they stand in a reply: after a question and its marker. */
const reply = (lines: string) => `Vraag 1\nKlopt dit?\n\nAntwoord 1\n${lines}`;
const answer = (lines: string) =>
  bodyIn('antwoord', reply(lines)).replace(/^Vraag 1\n\nKlopt dit\?\n\nAntwoord 1\n\n/, '');

describe('parts', () => {
  const published = `De vaste commissie voor Cultuur van de Eerste Kamer der Staten-Generaal heeft

kennisgenomen van de Bibliotheekmonitor 2025. Deze is bij brief van 2 mei 20251 aan de Kamer

gezonden.

De griffier van de vaste commissie voor Cultuur,

Smit

1 Kamerstukken I 2024/25, 36 651, A.
 BRIEF VAN DE VOORZITTER VAN DE VASTE COMMISSIE VOOR CULTUUR

Aan de minister van Cultuur

Den Haag, 3 juni 2025

Vragen en opmerkingen van de leden van de fractie van D66

De leden van de fractie van D66 lezen dat 31 dorpen geen bibliotheek meer hebben.2 Klopt dit

aantal?

De leden van de commissie zien uw antwoord graag binnen vier weken tegemoet.

B. de Haan

Voorzitter van de vaste commissie voor Cultuur

2 Kamerstukken I 2024/25, 36 651, A, bijlage, p. 4.
 BRIEF VAN DE MINISTER VAN CULTUUR

Aan de Voorzitter van de Eerste Kamer der Staten-Generaal

Den Haag, 1 juli 2025

Deze vragen werden ingezonden op 3 juni 2025 met kenmerk 176001.01U.

De Minister van Cultuur,

M. de Wit

Vragen en opmerkingen van de leden van de fractie van D66

1. De leden van de fractie van D66 lezen dat 31 dorpen geen bibliotheek meer hebben. Klopt

dit aantal?

Antwoord: Dit aantal klopt.
`;

  test('cover, letter and reply are three files', () => {
    expect(bodyIn('verslag', published)).toBe(
      `De vaste commissie voor Cultuur van de Eerste Kamer der Staten-Generaal heeft kennisgenomen van de Bibliotheekmonitor 2025. Deze is bij brief van 2 mei 2025[^1] aan de Kamer gezonden.

De griffier van de vaste commissie voor Cultuur,

Smit

[Brief](brief.brief.md)

[Antwoord](antwoord.brief.md)

[^1]: Kamerstukken I 2024/25, 36 651, A.`,
    );
    expect(bodyIn('brief', published)).toBe(
      `# BRIEF VAN DE VOORZITTER VAN DE VASTE COMMISSIE VOOR CULTUUR

Aan de minister van Cultuur

Den Haag, 3 juni 2025

## Vragen en opmerkingen van de leden van de fractie van D66

De leden van de fractie van D66 lezen dat 31 dorpen geen bibliotheek meer hebben.[^2] Klopt dit aantal?

De leden van de commissie zien uw antwoord graag binnen vier weken tegemoet.

B. de Haan

Voorzitter van de vaste commissie voor Cultuur

[^2]: Kamerstukken I 2024/25, 36 651, A, bijlage, p. 4.`,
    );
    expect(bodyIn('antwoord', published)).toContain(
      '1. De leden van de fractie van D66 lezen dat 31 dorpen geen bibliotheek meer hebben. Klopt dit aantal?\n\nAntwoord: Dit aantal klopt.',
    );
  });

  test('front matter says who, when and where', () => {
    expect(frameOf('verslag', published)).toMatchObject({
      kind: 'report',
      chamber: 'upper',
      committee: 'vaste commissie voor Cultuur',
      subject: 'Bibliotheekmonitor 2025',
      from: { name: 'Smit', office: 'griffier van de vaste commissie voor Cultuur' },
    });
    expect(frameOf('brief', published)).toMatchObject({
      kind: 'letter',
      questioners: ['D66'],
      to: 'minister van Cultuur',
      place: 'Den Haag',
      date: '2025-06-03',
      term: 'vier weken',
      from: { name: 'B. de Haan', office: 'Voorzitter van de vaste commissie voor Cultuur' },
    });
    expect(frameOf('antwoord', published)).toMatchObject({
      kind: 'reply',
      to: 'Voorzitter van de Eerste Kamer der Staten-Generaal',
      date: '2025-07-01',
      questionsDated: '2025-06-03',
      theirReference: '176001.01U',
      from: { name: 'M. de Wit', office: 'Minister van Cultuur' },
      letter: 'brief.brief.md',
    });
  });

  test('each part may count its own notes', () => {
    const own = published.replace('hebben.2', 'hebben.1').replace('\n2 Kamer', '\n1 Kamer');
    expect(bodyIn('verslag', own)).toContain('2025[^1] aan');
    expect(bodyIn('brief', own)).toContain('hebben.[^1] Klopt');
    expect(bodyIn('brief', own)).toContain('[^1]: Kamerstukken I 2024/25, 36 651, A, bijlage, p. 4.');
  });

  test('a letter of the lower house, with its address and on behalf of whom', () => {
    const source = `De Voorzitter van de Tweede Kamer der Staten-Generaal
Postbus 20018
2500 EA DEN HAAG

Den Haag, 3 februari 2026

Betreft: Bereikbaarheid van dorpsbibliotheken

Mede namens de staatssecretaris van Financiën en de minister van Wonen bied ik u de antwoorden aan.

De minister van Cultuur,
M. de Wit

Vraag 1
Klopt het bericht?

Antwoord
Ja.
`;
    expect(frameOf('antwoord', source)).toMatchObject({
      chamber: 'lower',
      subject: 'Bereikbaarheid van dorpsbibliotheken',
      to: 'Voorzitter van de Tweede Kamer der Staten-Generaal',
      onBehalfOf: ['de staatssecretaris van Financiën', 'minister van Wonen'],
      from: { name: 'M. de Wit', office: 'minister van Cultuur' },
    });
  });
});

describe('questions and answers', () => {
  const questionsOf = (source: string) =>
    parseBrief(filesOf(source).antwoord).questions.map((question) => [question.numbers, statusOf(question)]);

  test('spelled out, with combined answers and letters', () => {
    const source = `Antwoord van minister De Wit (Cultuur) (ontvangen 3 februari 2026).

Vraag 1
Klopt het dat in 31 dorpen de bibliotheek is gesloten? Zo ja:
a. in welke dorpen;
b. sinds wanneer?
Antwoord 1
Ja.
Vraag 2
Welke gemeenten werken met een bibliobus?
Vraag 3
Wordt de bibliobus gesteund?
Antwoord 2 en 3
In 46 gemeenten rijdt een bibliobus. Het Rijk draagt daaraan bij.
`;
    expect(questionsOf(source)).toEqual([
      [[1], 'answered'],
      [[2], 'answered'],
      [[3], 'answered'],
    ]);
    expect(bodyIn('antwoord', source)).toContain(
      'Zo ja:\n\na. in welke dorpen;\n\nb. sinds wanneer?\n\nAntwoord 1',
    );
  });

  test('numbers alone on their line, under headings by theme, and page numbers that look like them', () => {
    const source = `Bereik
1
Hoeveel inwoners wonen op meer dan tien kilometer van een bibliotheek, en hoe heeft dat aantal zich
2



ontwikkeld?
Antwoord
Dat zijn er 410.000, en dat aantal is stabiel.
Kosten
2 en 3
Wat kost een bibliobus, en wie betaalt?
Antwoord
De gemeente betaalt.
`;
    expect(bodyIn('antwoord', source)).toBe(`## Bereik

### 1

Hoeveel inwoners wonen op meer dan tien kilometer van een bibliotheek, en hoe heeft dat aantal zich ontwikkeld?

Antwoord

Dat zijn er 410.000, en dat aantal is stabiel.

## Kosten

### 2 en 3

Wat kost een bibliobus, en wie betaalt?

Antwoord

De gemeente betaalt.`);
    expect(questionsOf(source)).toEqual([
      [[1], 'answered'],
      [[2, 3], 'answered'],
    ]);
  });

  test('a number that begins a line of running text opens no question', () => {
    expect(answer('Dit staat in hoofdstuk\n2. De gemeente kiest.')).toBe(
      'Dit staat in hoofdstuk 2. De gemeente kiest.',
    );
  });

  test('English', () => {
    const source = `London, 3 March 2026

Recommendation 1
The Committee asks the Government to publish a list of every library that has closed since
2020.1

Government response: A list will be published in May. It will be kept up to date by the
Department.

The Minister for Culture,
A. Smith

1 Report of the Committee, p. 12.
`;
    expect(bodyIn('antwoord', source)).toContain('since 2020.[^1]\n\nGovernment response: A list');
    expect(frameOf('antwoord', source)).toMatchObject({
      language: 'en',
      place: 'London',
      date: '2026-03-03',
      from: { name: 'A. Smith', office: 'Minister for Culture' },
    });
  });

  test('German', () => {
    const source = `1. Wie viele Büchereien sind seit dem Jahr 2020 geschlossen worden, und in welchen
Ländern lagen sie?
a) Wie viele davon waren Zweigstellen?
Antwort zu Frage 1:
Nach Kenntnis der Bundesregierung sind 31 Büchereien geschlossen worden. Die Ver-
waltung liegt bei den Ländern und Gemeinden.
`;
    expect(bodyIn('antwoord', source)).toContain('lagen sie?\n\na) Wie viele');
    expect(bodyIn('antwoord', source)).toContain('Die Verwaltung liegt');
    expect(frameOf('antwoord', source)).toMatchObject({ kind: 'reply', language: 'de' });
  });
});

describe('running heads and feet', () => {
  const pages = (foot: (page: number) => string) =>
    `Vraag 1\nKlopt dit?1\n\nAntwoord 1\nJa, dat blijkt uit het rapport van de\n\n1 NRC, 3 maart 2025.\n\n${foot(1)}\n\fRekenkamer.\n\nVraag 2\nWaarom?\n\nAntwoord 2\nDaarom.\n\n${foot(2)}\n`;

  test.each([
    [(page: number) => `Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel\n\n${page}`],
    [(page: number) => `Tweede Kamer, vergaderjaar 2024–2025, 36 410, nr. 31 ${page}`],
    [(page: number) => `kst-36410-31\nISSN 0921 - 7371\n\n${page}`],
  ])('are left out and named, and the notes above them are read', (foot) => {
    expect(bodyIn('antwoord', pages(foot))).toBe(`Vraag 1

Klopt dit?[^1]

Antwoord 1

Ja, dat blijkt uit het rapport van de Rekenkamer.

Vraag 2

Waarom?

Antwoord 2

Daarom.

[^1]: NRC, 3 maart 2025.`);
    const named = noticesOf(pages(foot)).join('\n');
    for (const line of foot(1)
      .split('\n')
      .filter((text) => /\p{L}/u.test(text)))
      expect(named).toContain(`‘${line}’ stands at the edge of 2 pages`);
  });

  test('a sentence, a marker or another number at the edge of pages stays', () => {
    const source =
      'Vraag 1\nKlopt dit?\n\nAntwoord\n\fJa.\n\nVraag 2\nEn dit?\n\nAntwoord\n\fJa.\n\nVraag 3\nZo?\n\nAntwoord\nZie blad 3\n\fen 4.\n\nZie blad 7\n';
    expect(bodyIn('antwoord', source).split(/\s+/)).toEqual(source.split(/\s+/).filter(Boolean));
  });
});

describe('numbers alone on a line', () => {
  test('are notes where their mark stands above and their text below', () => {
    const body = reply(
      'Ja.1 Zo is het.\n\n\n1\n  NRC, 3 maart 2025.\n\n\nVraag 2\nWaarom?2\n\nAntwoord 2\nDaarom.\n\n\n2\nTrouw.',
    );
    expect(bodyIn('antwoord', body)).toContain('Ja.[^1] Zo is het.\n\nVraag 2\n\nWaarom?[^2]\n');
    expect(bodyIn('antwoord', body)).toContain('Daarom.\n\n[^1]: NRC, 3 maart 2025.\n[^2]: Trouw.');
    expect(noticesOf(body)).toEqual([]);
  });

  test('are those of pages where they run on and cut a sentence', () => {
    const body = reply(
      'Ja, dat blijkt uit het rapport van de\n\n1\n\nRekenkamer en de minister.\n\nVraag 2\nWaarom?\n\nAntwoord 2\nDaarom, zegt de\n\n2\n\ncommissie.\n\nVraag 3\nWanneer?\n\nAntwoord 3\nNu.\n\n3\n',
    );
    expect(bodyIn('antwoord', body)).toContain('het rapport van de Rekenkamer en de minister.\n');
    expect(bodyIn('antwoord', body)).toContain('Daarom, zegt de commissie.\n');
    expect(bodyIn('antwoord', body)).toMatch(/Nu\.$/);
  });

  test('are kept and named where they may be anything', () => {
    const body = reply('Dat staat in artikel\n\n7\n\nvan de wet.');
    expect(bodyIn('antwoord', body)).toContain('7 van de wet.');
    expect(noticesOf(body)).toEqual([expect.stringContaining('the number 7 stands alone on a line')]);
  });
});

describe('paragraphs', () => {
  test('do not end in the middle of a sentence, however short the line', () => {
    expect(
      answer(`De brief is gestuurd door de voormalig
staatssecretaris van Cultuur en besproken met de leden van de
fractie van D66 en de
minister van Wonen.`),
    ).toBe(
      'De brief is gestuurd door de voormalig staatssecretaris van Cultuur en besproken met de leden van de fractie van D66 en de minister van Wonen.',
    );
  });

  test('end where a sentence ends and the next word would have fitted', () => {
    expect(
      answer(`In het afgelopen jaar zijn in alle provincies nieuwe afspraken gemaakt over de bibliotheken.
Die gelden vier jaar.
De provincies betalen de helft, en het Rijk betaalt sinds vorig jaar de andere helft daarvan.
Gemeenten betalen niets.`),
    ).toBe(
      `In het afgelopen jaar zijn in alle provincies nieuwe afspraken gemaakt over de bibliotheken. Die gelden vier jaar.

De provincies betalen de helft, en het Rijk betaalt sinds vorig jaar de andere helft daarvan. Gemeenten betalen niets.`,
    );
  });

  test('a dash in running text is no point of a list', () => {
    expect(
      answer(`De bibliotheken in de grote steden - meer dan in de dorpen waar de afstand het grootst is
- zijn op zondag open. Dat geldt voor:
- Utrecht;
- Zwolle.`),
    ).toBe(
      `De bibliotheken in de grote steden - meer dan in de dorpen waar de afstand het grootst is - zijn op zondag open. Dat geldt voor:

- Utrecht;

- Zwolle.`,
    );
  });

  test.each(['•', '\uf0b7', '–', '▪'])('points with the sign %s become a list', (sign) => {
    expect(answer(`Open zijn:\n${sign} Utrecht;\n${sign} Zwolle.`)).toBe(
      'Open zijn:\n\n- Utrecht;\n\n- Zwolle.',
    );
  });

  test('a sentence about a group is no heading', () => {
    const text = answer(
      `Dat is zo.\n\nDe fractie van D66 vraagt ook naar de bibliotheken in de kleinste dorpen van Drenthe\nen Friesland.`,
    );
    expect(text).toBe(
      'Dat is zo.\n\nDe fractie van D66 vraagt ook naar de bibliotheken in de kleinste dorpen van Drenthe en Friesland.',
    );
  });

  test.each([
    ['2025. Dat jaar telt *niet* mee_ [^1].', '2025\\. Dat jaar telt \\*niet\\* mee\\_ \\[^1].'],
    ['---', '\\---'],
    ['[1]: Zie de brief.', '\\[1]: Zie de brief.'],
    ['[1] Zie de brief.', '[1] Zie de brief.'],
    ['Zie [hier](x.md) en &amp; <b>.', 'Zie \\[hier](x.md) en \\&amp; \\<b>.'],
    ['R&D, a_b en 1 < 2.', 'R&D, a_b en 1 < 2.'],
  ])('what Markdown would take for markup is text: %s', (printed, written) => {
    expect(answer(printed)).toBe(written);
  });
});

describe('words and addresses at a line end', () => {
  test.each([
    ['mede-\noverheden', 'medeoverheden'],
    ['mee-\neten', 'mee-eten'],
    ['COA-\nopvang', 'COA-opvang'],
    ['Bakker-\nKlein', 'Bakker-Klein'],
    ['in-\nen uitvoer', 'in- en uitvoer'],
    ['2015-\n2016', '2015-2016'],
    ['Asiel/\nMigratie', 'Asiel/Migratie'],
    ['mede\u00ad\noverheden', 'medeoverheden'],
    ['op-en-top en weer op-en-\ntop', 'op-en-top en weer op-en-top'],
  ])('%j', (printed, whole) => {
    expect(answer(`De kosten van ${printed} zijn bekend.`)).toBe(`De kosten van ${whole} zijn bekend.`);
  });

  test.each([
    ['https://www.dorpen.nl/lijst-\nvan-dorpen', 'https://www.dorpen.nl/lijst-van-dorpen'],
    ['https://www.dorpen.nl/\nlijst/2025.html', 'https://www.dorpen.nl/lijst/2025.html'],
    ['https://www.dorpen.nl/lijst?jaar=\n2025', 'https://www.dorpen.nl/lijst?jaar=2025'],
    ['https://www.dorpen.nl/lijst\n%20van%20dorpen', 'https://www.dorpen.nl/lijst%20van%20dorpen'],
    ['https://www.dorpen.nl/\nDaar', 'https://www.dorpen.nl/ Daar'],
    ['https://www.dorpen.nl/lijst.\nDaar', 'https://www.dorpen.nl/lijst. Daar'],
    ['https://www.dorpen.nl/lijst\nvan dorpen', 'https://www.dorpen.nl/lijst van dorpen'],
  ])('%j', (printed, whole) => {
    expect(answer(`Zie ${printed} voor meer.`).replace(/\\/g, '')).toBe(`Zie ${whole} voor meer.`);
  });
});

describe('marks of notes', () => {
  /** A page with text and the notes at its foot. */
  const page = (text: string, ...notes: string[]) => reply(`${text}\n\n${notes.join('\n')}\n`);
  const marked = (text: string, ...notes: string[]) =>
    bodyIn('antwoord', page(text, ...notes)).replace(/^[\s\S]*Antwoord 1\n\n/, '');

  test.each([
    ['Dit gebeurt sinds 20231 overal.', 'Dit gebeurt sinds 2023[^1] overal.'],
    ['Zie het rapport.1 Daarna niets.', 'Zie het rapport.[^1] Daarna niets.'],
    ['Zie het rapport1. Daarna niets.', 'Zie het rapport[^1]. Daarna niets.'],
    ['Het heet ‘beleid’.1 Ja.', 'Het heet ‘beleid’.[^1] Ja.'],
    ['De leden van D66 en van D661 vragen dit.', 'De leden van D66 en van D66[^1] vragen dit.'],
  ])('%s', (text, expected) => {
    expect(marked(text, '1 Zie de brief.')).toBe(`${expected}\n\n[^1]: Zie de brief.`);
  });

  test('the running number decides between a mark and a name', () => {
    expect(
      marked(
        'Op 31 m2 is CO2 gemeten.1 Dat is veel.2 Sinds Horizon2020 niet meer.',
        '1 Rapport A.',
        '2 Rapport B.',
      ),
    ).toBe(
      'Op 31 m2 is CO2 gemeten.[^1] Dat is veel.[^2] Sinds Horizon2020 niet meer.\n\n[^1]: Rapport A.\n[^2]: Rapport B.',
    );
  });

  test('a note of several lines, cut by a page through a sentence', () => {
    const source = reply(`De gemeenten houden een register bij1 van alle

1 Zie https://www.dorpen.nl/register-
van-gemeenten. Het register
wordt jaarlijks bijgewerkt.
 bibliotheken.`);
    expect(bodyIn('antwoord', source))
      .toContain(`De gemeenten houden een register bij[^1] van alle bibliotheken.

[^1]: Zie https://www.dorpen.nl/register-van-gemeenten. Het register wordt jaarlijks bijgewerkt.`);
  });

  test('a note that goes on at the foot of the next page', () => {
    const source = reply(`De gemeenten houden een register bij1 van alle bibliotheken en

leveren dat

1 Zie het besluit van de raad, waarin staat dat het register
door de griffie van de gemeente wordt
 elk jaar aan. Daarmee is de

motie2 afgedaan.

bijgehouden en bewaard.
2 Kamerstukken II 2023/24, 36 651, nr. 9.
 Dit was alles.`);
    expect(bodyIn('antwoord', source)).toContain(
      `De gemeenten houden een register bij[^1] van alle bibliotheken en leveren dat elk jaar aan. Daarmee is de motie[^2] afgedaan.`,
    );
    expect(bodyIn('antwoord', source)).toContain(
      '[^1]: Zie het besluit van de raad, waarin staat dat het register door de griffie van de gemeente wordt bijgehouden en bewaard.',
    );
  });

  test('a line of text that begins with a number is no note', () => {
    expect(marked('Het gaat om 12 dorpen en in totaal\n3 Friese steden.')).toBe(
      'Het gaat om 12 dorpen en in totaal 3 Friese steden.',
    );
  });

  test('neither is one that begins with the number of a page, or with a telephone number', () => {
    expect(
      marked('Dat is zo.1 Dit ook.2', '1 Zie het rapport, p.', '2 over de dorpen.', '2 Rapport B.'),
    ).toBe('Dat is zo.[^1] Dit ook.[^2]\n\n[^1]: Zie het rapport, p. 2 over de dorpen.\n[^2]: Rapport B.');
    expect(marked('Vragen kunnen naar het nummer van D66', '06 12 34 56 78')).toBe(
      'Vragen kunnen naar het nummer van D66\n\n06 12 34 56 78',
    );
  });

  test('a note without a text keeps its mark, and a note without a mark its text: both are told', () => {
    const source = page('Dat is zo.1 Dit ook.2 En dit.3', '1 Rapport A.', '3 Rapport C.', '4 Rapport D.');
    expect(bodyIn('antwoord', source)).toContain(
      'Dat is zo.[^1] Dit ook.[^2] En dit.[^3]\n\n[^1]: Rapport A.\n[^3]: Rapport C.\n[^4]: Rapport D.',
    );
    expect(noticesOf(source)).toEqual([
      'Dat is zo.[^1] Dit ook.[^2] En dit.[^3] | the text of note 2 is not in this document; only its mark was brought in',
      '[^4]: Rapport D. | the place of note 4 in the text was not found; the note stands at the end',
    ]);
  });

  test('an unlikely place is told', () => {
    const source = page('Zie nr. 961 over de regels.', '1 Rapport A.');
    expect(bodyIn('antwoord', source)).toContain('Zie nr. 96[^1] over de regels.');
    expect(noticesOf(source)).toEqual([
      'Zie nr. 96[^1] over de regels. | in ‘961’ 1 was read as the mark of note 1; please check',
    ]);
  });
});

describe('page numbers', () => {
  test.each(['Pagina 2 van 9', 'pagina 2', '- 2 -', '2'])('%j between pages goes', (number) => {
    expect(answer(`De provincies betalen de\n\n${number}\n\n\n\nhelft.`)).toBe(
      'De provincies betalen de helft.',
    );
  });

  test('a number alone on a line that may be something else stays, and is told', () => {
    const source = reply('Dorpen\n\n31\n\nSteden\n\n12\n\nDat zijn er veel.\n');
    expect(bodyIn('antwoord', source)).toContain('Dorpen\n\n31\n\nSteden\n\n12\n\nDat zijn er veel.');
    expect(noticesOf(source)).toHaveLength(2);
    expect(noticesOf(source)[0]).toMatch(/^31 \| the number 31 stands alone/);
  });
});

describe('what cannot be imported', () => {
  test.each([
    ['nothing', '', 'the file is empty'],
    ['space', ' \n\t\n\f\n', 'the file is empty'],
    ['no consultation', 'Het was een mooie dag.\n', 'this does not look like a consultation'],
    ['a document of ours', '---\nsoort: brief\n---\n\nKlopt dit?\n', 'this is a Kamerbrief document already'],
  ])('%s', (_name, source, reason) => {
    const result = importText(source);
    expect(result.ok ? 'imported' : result.reason.en).toContain(reason);
  });
});

test('a text in which no page ends', () => {
  const lines = 100_000;
  expect(answer('Een regel van de tekst\n'.repeat(lines)).split(' ')).toHaveLength(lines * 5);
});

test('progress runs from little to all', () => {
  const steps: number[] = [];
  importText(reply('Ja.'), (done) => steps.push(done));
  expect(steps).toEqual([...steps].sort((a, b) => a - b));
  expect(steps.at(-1)).toBe(1);
});
