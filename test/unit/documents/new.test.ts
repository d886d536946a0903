import * as fc from 'fast-check';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importText } from '../../../server/src/documents/in/text/index.js';
import { newLetter } from '../../../server/src/documents/new/letter.js';
import { newReply } from '../../../server/src/documents/new/reply.js';
import { newReport } from '../../../server/src/documents/new/report.js';
import { formatEdits } from '../../../server/src/edits/format.js';
import { languages } from '../../../server/src/languages/index.js';
import { bodyText, statusOf } from '../../../server/src/model/brief.js';
import { parseBrief } from '../../../server/src/model/document.js';
import type { LinkedFile } from '../../../server/src/model/links.js';
import { check } from '../../../server/src/rules/check.js';
import { contextOf } from '../../../server/src/rules/context.js';
import { runsOf } from '../../property/runs.js';

const options = { letterPath: 'brief.brief.md' };

function reply(letter: string): string {
  const made = newReply(parseBrief(letter), options);
  if (!made.ok) throw new Error(made.reason.en);
  return made.text;
}

/** The part of the reply below the signature. */
function questions(letter: string): string {
  const text = reply(letter);
  return text.slice(text.indexOf('[naam]') + '[naam]'.length).trim();
}

/** What is found in a text, held against its letter. */
function findings(text: string, letter?: string): string[] {
  const brief = parseBrief(text);
  const file = (path: string): LinkedFile =>
    letter === undefined || path !== options.letterPath
      ? { state: 'unknown' }
      : { state: 'found', brief: parseBrief(letter) };
  return check(brief, contextOf(brief, file)).map(({ code }) => code);
}

const group = '## Vragen van de leden van de fractie van de Tuinpartij';

describe('a new reply', () => {
  test.each([
    ['Aan de minister van Tuinen\n\nDen Haag, 11 maart 2025', 'nl', 'Klopt dit?'],
    ['Aan de minister van Tuinen\nPostbus 1\nDen Haag\n\nDatum 11 maart 2025', 'nl', 'Klopt dit?'],
    ['To the Minister for Gardens\n\nLondon, 11 March 2025', 'en', 'Is this so?'],
    ['Betreft: Kassen\n\nGeachte heer Van Dijk,', 'nl', 'Klopt dit?'],
    ['**Geachte mevrouw dr. De Boer**', 'nl', 'Klopt dit?'],
    ['Mijnheer de voorzitter,', 'nl', 'Klopt dit?'],
    ['Ministerie van Tuinen\nT.a.v. de heer Van Dijk\nPostbus 1\n\nZeer geachte heer,', 'nl', 'Klopt dit?'],
    ['Subject: glasshouses\n\nDear Minister,', 'en', 'Is this so?'],
    ['Ladies and gentlemen,', 'en', 'Is this so?'],
    ['Betreff: Gärten\n\nSehr geehrter Herr Präsident,', 'de', 'Ist das so?'],
    ['Sehr geehrte Damen und Herren!', 'de', 'Ist das so?'],
  ])('a letterhead is no part of the first question: %s', (letterhead, language, question) => {
    const letter = `---\nkind: letter\nlanguage: ${language}\n---\n\n${letterhead}\n\n${question}\n`;
    expect(reply(letter)).toContain(`\n1. ${question}\n`);
  });

  test.each([
    'Geachte collega’s van D66 lezen dat dit klopt.',
    'Beste praktijken zijn er genoeg.',
    'Geachte voorzitter,\nDe leden van D66 lezen dat dit klopt.',
  ])('words that only begin like a salutation stay with the question: %s', (words) => {
    expect(reply(`---\nsoort: brief\n---\n\n${words}\n\nKlopt dit?\n`)).toContain(`\n1. ${words}`);
  });

  test('the opening and the closing of the letter are no questions', () => {
    const letter = `---
soort: brief
---

# BRIEF VAN DE VOORZITTER VAN DE VASTE COMMISSIE VOOR TUINEN

Aan de minister van Tuinen

Den Haag, 11 maart 2025

De leden van de fractie van D66 hebben enkele vragen naar aanleiding van uw brief van 14 februari 2025.

${group}

Klopt dit?

De leden van de vaste commissie voor Tuinen zien uw reactie met belangstelling tegemoet en verzoeken de minister deze binnen vier weken te geven.
`;
    expect(questions(letter)).toBe(`${group}\n\n1. Klopt dit?\n\nAntwoord:`);
  });

  test('quotes every question under its group, numbered, without notes and comments', () => {
    expect(
      questions(`---
soort: brief
---

# BRIEF VAN DE VOORZITTER

Aan de minister van Tuinen

De commissie heeft kennisgenomen van de nota.

${group}[^g]

De leden lezen de nota met zorg.[^1] <!-- navragen -->

Hoeveel tuinen zijn er [^2], en waar?
<!-- kb werk: eigenaar=griffie -->

Wie beheert de tuinen^[Bedoeld is het dagelijks beheer.]?

## Vragen van de leden van de fractie van het Waterschap

Is er water?

De leden zien uw antwoord graag binnen vier weken tegemoet.

A. de Heg

Voorzitter van de commissie voor Tuinen

[^g]: Vier leden.
[^1]: Nota tuinen.
[^2]: Tabel 1.
`),
    ).toBe(`${group}

1. De leden lezen de nota met zorg.

Hoeveel tuinen zijn er, en waar?

Antwoord:

2. Wie beheert de tuinen?

Antwoord:

## Vragen van de leden van de fractie van het Waterschap

3. Is er water?

Antwoord:`);
  });

  test('lists stay in their question and are no questions', () => {
    const text = questions(`${group}

Kan de regering ingaan op:

1. de kosten;
2. het onderhoud.
   1. in de zomer;

2026. Dat jaar is het park klaar. Klopt dat?

- Wie betaalt?

a. Waarom?

| Jaar | Bedrag |
| ---- | ------ |
| 2025 | 10     |
`);
    expect(text).toBe(`${group}

1. Kan de regering ingaan op:

1) de kosten;
2) het onderhoud.
   1) in de zomer;

2026\\. Dat jaar is het park klaar. Klopt dat?

- Wie betaalt?

a. Waarom?

| Jaar | Bedrag |
| ---- | ------ |
| 2025 | 10     |

Antwoord:`);
    expect(parseBrief(text).questions.map(({ numbers }) => numbers)).toEqual([[1]]);
  });

  test('numbers that the asker gave stay, in their form', () => {
    const spelled = reply('Vraag 1\n\nKlopt dit?\n\n**Vragen 2 en 3**\n\nEn dat? En dit?\n');
    expect(spelled).toContain('nummering: gegeven');
    expect(spelled).toMatch(
      /Vraag 1\n\nKlopt dit\?\n\nAntwoord 1\n\n\*\*Vragen 2 en 3\*\*\n\nEn dat\? En dit\?\n\n\*\*Antwoorden 2 en 3\*\*\n$/,
    );
    const numbered = reply('---\nsoort: brief\nnummering: gegeven\n---\n\n4. Klopt dit?\n\n5. En dat?\n');
    expect(numbered).toMatch(/4\. Klopt dit\?\n\nAntwoord:\n\n5\. En dat\?\n\nAntwoord:\n$/);
    expect(findings(numbered)).not.toContain('question-number-gap');
  });

  test('a group that only joins others keeps its words; what is said below a question is not asked', () => {
    const text = questions(`${group}

Klopt dit?

De leden zien de cijfers met belangstelling tegemoet.

## Vragen van de leden van de fractie van het Waterschap

De leden sluiten zich aan bij de vragen hierboven.

Wij ontvangen uw antwoord graag binnen drie weken.
`);
    expect(text).toMatch(/1\. Klopt dit\?\n\nAntwoord:\n\n## .*Waterschap\n\nDe leden sluiten .*$/);
  });

  test('headings: themes stay, the title and empty chapters go', () => {
    const text = questions(
      '# Brief\n\n## Inleiding\n\nWelkom.\n\n## Water\n\n### Sloten\n\nHoe diep?\n\n## Slot\n\nDank.\n',
    );
    expect(text).toBe('## Water\n\n### Sloten\n\n1. Hoe diep?\n\nAntwoord:');
    expect(reply('# Brief\n\n## Water\n\nHoe diep?\n')).toContain('indeling: thema');
  });

  test('takes the frame over, and leaves open what the letter does not say', () => {
    const text = reply(`---
soort: brief
kamer: tweede
onderwerp: "Tuinen: 50 * 2 # nieuw"
van: A. de Heg
aan: minister van Tuinen
plaats: Delft
datum: 3 februari 2026
kenmerk: T-12
dossier: 36000
termijn: drie weken
---

Klopt dit?
`);
    const { values, problems } = parseBrief(text).frontMatter;
    expect(problems).toEqual([]);
    expect(values).toEqual({
      kind: 'reply',
      status: 'draft',
      chamber: 'lower',
      language: 'nl',
      subject: 'Tuinen: 50 * 2 # nieuw',
      from: { office: 'minister van Tuinen' },
      to: 'voorzitter van de Tweede Kamer der Staten-Generaal',
      place: 'Delft',
      theirReference: 'T-12',
      questionsDated: '2026-02-03',
      term: 'drie weken',
      dossier: '36000',
      numbering: 'continuous',
      letter: 'brief.brief.md',
    });
    expect(text).toContain('# BRIEF VAN DE MINISTER VAN TUINEN\n\nAan de voorzitter van de Tweede Kamer');
    expect(text).toContain(
      'over Tuinen: 50 \\* 2 # nieuw. Deze vragen werden ingezonden op 3 februari 2026 met kenmerk T-12.',
    );
    expect(text).toContain('Delft, [datum]');
    expect(new Set(findings(text))).toEqual(new Set(['frame-unfilled', 'answer-empty']));
  });

  test.each([
    ['without questions', 'De commissie heeft de nota gelezen.'],
    ['that is a reply', '1. Klopt dit?\n\nAntwoord: Ja.'],
    ['that is empty', ''],
  ])('a letter %s: a reason, no text', (_name, letter) => {
    expect(newReply(parseBrief(letter), options)).toMatchObject({ ok: false });
  });
});

const letters = [
  ...readdirSync('examples', { recursive: true, encoding: 'utf8' })
    .map((name) => join('examples', name))
    .filter((name) => name.endsWith('.brief.md') && parseBrief(readFileSync(name, 'utf8')).kind === 'letter')
    .map((name): [string, () => string] => [name, () => readFileSync(name, 'utf8')]),
  ...[join('..', 'shared', 'seed', 'staat-van-migratie-2024.txt')]
    .filter(existsSync)
    .map((name): [string, () => string] => [
      name,
      () => {
        const imported = importText(readFileSync(name, 'utf8'));
        return imported.ok ? imported.files.find(({ name }) => name === 'brief.brief.md')!.content : '';
      },
    ]),
];

describe.each(letters)('the reply to %s', (_name, read) => {
  const letter = parseBrief(read());
  const text = reply(read());
  const made = parseBrief(text);

  test('holds every question with its words, each answer open', () => {
    expect(made.questions.length).toBe(letter.questions.length);
    expect(made.groups.map(({ names }) => names)).toEqual(letter.groups.map(({ names }) => names));
    letter.questions.forEach((question, i) => {
      expect(words(bodyText(made.text, made.questions[i].segments))).toEqual(
        words(bodyText(letter.text, question.segments)),
      );
      expect(statusOf(made.questions[i])).toBe('empty');
    });
  });

  test('is tidy, and lacks nothing but the answers and the open frame', () => {
    expect(formatEdits(made)).toEqual([]);
    expect(findings(text, read()).filter((code) => code !== 'frame-unfilled')).toEqual(
      letter.questions.map(() => 'answer-empty'),
    );
  });
});

/** Without footnote marks, comments and list numbers. */
function words(text: string): string[] {
  return text
    .replace(/\[\^[^\]\s]{1,40}\]|<!-- weg -->/g, '')
    .replace(/^ {0,3}\d{1,4}(?:[.)]|\\\.)/gm, '')
    .trim()
    .split(/\s+/);
}

test('whatever the letter, every question stands in the reply once and in order', () => {
  const line = fc.constantFrom(
    'Klopt dit?',
    'De leden lezen de nota.',
    'De leden vragen of dit klopt.',
    '1. Een punt',
    '2. Nog een punt?',
    '3. Is dit de derde?',
    '- Los punt',
    'a. Waarom?',
    '   1. Ingesprongen',
    '## Vragen van de leden van de fractie van de Tuinpartij',
    '### Water',
    '> Een citaat?',
    '| a | b |\n| - | - |\n| 1 | 2 |',
    'Tekst.[^1] Meer?',
    '<!-- weg -->',
    'Met <!-- weg --> midden?',
    '* * *',
    '2025. Een jaartal?',
    '12) Haakje?',
  );
  const letter = fc
    .array(fc.tuple(line, fc.constantFrom('\n', '\n\n')), { minLength: 1, maxLength: 14 })
    .map((lines) => `---\nsoort: brief\n---\n\n${lines.flat().join('')}\n\n[^1]: Noot.\n`);
  fc.assert(
    fc.property(letter, (source) => {
      const brief = parseBrief(source);
      const made = newReply(brief, options);
      if (!made.ok) return;
      // A year at the start of a line counts as the number of an item, until it is quoted as a word.
      if (!source.includes('2025.'))
        expect(findings(made.text, source).filter((code) => /^quote-/.test(code))).toEqual([]);
      const { text, questions, answers } = parseBrief(made.text);
      expect(questions.map(({ numbers }) => numbers[0])).toEqual(
        brief.questions.map((_question, i) => i + 1),
      );
      expect(answers.length).toBe(questions.length);
      expect(made.text).not.toMatch(/weg|\[\^/);
      questions.forEach(({ segments }, i) => {
        const asked = words(bodyText(brief.text, brief.questions[i].segments));
        expect(words(bodyText(text, segments)).slice(0, asked.length)).toEqual(asked);
      });
    }),
    runsOf(150),
  );
});

describe('a new report', () => {
  const letter =
    '---\nsoort: brief\ncommissie: commissie voor Tuinen\nonderwerp: de nota\naan: minister van Tuinen\ndatum: 3 februari 2026\n---\n\nKlopt dit?\n';
  const answer =
    '---\nsoort: antwoord\nvan:\n  ambt: minister van Tuinen\ndatum: 2026-03-01\n---\n\n1. Klopt dit?\n\nAntwoord: Ja.\n';

  test('binds cover, letter and reply, which stay the source', () => {
    const made = newReport(parseBrief(letter), parseBrief(answer), {
      letterPath: 'stukken/de brief (1).brief.md',
      replyPath: 'antwoord.brief.md',
    });
    expect(made).toEqual({
      ok: true,
      text: `---
soort: verslag
status: concept
taal: nl
onderwerp: de nota
commissie: commissie voor Tuinen
van:
  naam: ${''}
plaats: ${''}
datum: ${''}
---

# VERSLAG VAN EEN SCHRIFTELIJK OVERLEG

De commissie voor Tuinen heeft kennisgenomen van de nota.

Naar aanleiding hiervan is op 3 februari 2026 een brief gestuurd aan de minister van Tuinen.

De minister van Tuinen heeft op 1 maart 2026 gereageerd.

De commissie brengt bijgaand verslag uit van het gevoerde schriftelijk overleg.

De griffier van de commissie voor Tuinen,

[naam]

[Brief](stukken/de%20brief%20%281%29.brief.md)

[Antwoord](antwoord.brief.md)
`,
    });
    const report = parseBrief(made.ok ? made.text : '');
    expect(report.kind).toBe('report');
    expect(report.blocks.flatMap(({ facts }) => facts.part?.href ?? [])).toEqual([
      'stukken/de%20brief%20%281%29.brief.md',
      'antwoord.brief.md',
    ]);
  });

  test('asks for the letter first', () => {
    const paths = { letterPath: 'a', replyPath: 'b' };
    expect(newReport(parseBrief(answer), parseBrief(letter), paths)).toMatchObject({ ok: false });
  });
});

test.each(Object.values(languages))('a new letter in $id: only the frame is open', (language) => {
  const text = newLetter(language);
  const brief = parseBrief(text);
  expect(brief.kind).toBe('letter');
  expect(brief.questions.length).toBe(1);
  expect(brief.language.id).toBe(language.id);
  expect(formatEdits(brief)).toEqual([]);
  expect(new Set(findings(text))).toEqual(new Set(['frame-unfilled']));
});

test('what is typed behind the name of an open detail is its value', () => {
  const typed = newLetter(languages.nl).replace(/^(?: {2}naam|onderwerp|plaats): ?$/gmu, '$&Tuinen');
  const { subject, from, place } = parseBrief(typed).frontMatter.values;
  expect([subject, from?.name, place]).toEqual(['Tuinen', 'Tuinen', 'Tuinen']);
});
