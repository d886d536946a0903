import { describe, expect, test } from 'vitest';
import { doubtfulReferences, renumberEdits } from '../../../server/src/edits/renumber.js';
import { parseBrief } from '../../../server/src/model/document.js';
import { deleteQuestion } from '../../../server/src/edits/questions/delete.js';
import { after } from './after.js';

const renumber = (source: string) => after(source, renumberEdits);

describe('questions', () => {
  test('follow on from 1, in the order in which they stand', () => {
    expect(renumber('2. Klopt dit?\n\nAntwoord: Ja.\n\n5. En dit?\n\nAntwoord: Nee.\n\n5. En dat?\n')).toBe(
      '1. Klopt dit?\n\nAntwoord: Ja.\n\n2. En dit?\n\nAntwoord: Nee.\n\n3. En dat?\n',
    );
  });

  test('one that was put elsewhere by hand takes the number of its place', () => {
    expect(
      renumber(
        '1. Wie?\n\nAntwoord: Wij.\n\n4. Waar?\n\nAntwoord: Zie vraag 2.\n\n2. Wanneer?\n\nAntwoord: Zie vraag 4.\n\n3. Waarom?\n\nAntwoord: Daarom.\n',
      ),
    ).toBe(
      '1. Wie?\n\nAntwoord: Wij.\n\n2. Waar?\n\nAntwoord: Zie vraag 3.\n\n3. Wanneer?\n\nAntwoord: Zie vraag 2.\n\n4. Waarom?\n\nAntwoord: Daarom.\n',
    );
  });

  test('in good order stay as they are', () => {
    expect(renumberEdits(parseBrief('1. Wie?\n\nAntwoord: Wij.\n\n2. Waar?\n\nAntwoord: Hier.\n'))).toEqual(
      [],
    );
  });

  test('spelled out, in bold, as headings', () => {
    expect(
      renumber(
        '**Vraag 2**\n\nWie?\n\n**Antwoord op vraag 2:**\n\nWij.\n\n## Vraag 4\n\nWaar?\n\n## Antwoord 4\n\nHier.\n',
      ),
    ).toBe(
      '**Vraag 1**\n\nWie?\n\n**Antwoord op vraag 1:**\n\nWij.\n\n## Vraag 2\n\nWaar?\n\n## Antwoord 2\n\nHier.\n',
    );
  });

  test('start again in every group where the document does so', () => {
    const group = (name: string, first: number, second: number) =>
      `## Vragen van de leden van de fractie van ${name}\n\n${first}. Wie?\n\nAntwoord: Zie vraag ${second}.\n\n${second}. Waar?\n\nAntwoord: Hier.\n\n`;
    const front = '---\nsoort: antwoord\nnummering: per fractie\n---\n\n';
    expect(renumber(front + group('D66', 1, 3) + group('het CDA', 2, 3))).toBe(
      front + group('D66', 1, 2) + group('het CDA', 1, 2),
    );
  });

  test('given by those who ask: refused', () => {
    expect(renumber('---\nnummering: gegeven\nsoort: antwoord\n---\n\n2. Wie?\n')).toMatch(
      /^refused: De nummers van de vragen zijn gegeven/,
    );
  });

  test('a letter without numbers has nothing to number', () => {
    expect(renumberEdits(parseBrief('De leden van D66 vragen of dit klopt.\n\nKlopt dit?\n'))).toEqual([]);
  });

  test('what is indented below a number in a list stays below it', () => {
    const questions = Array.from({ length: 8 }, (_, i) => `${i + 1}. Wie?\n\n`).join('');
    expect(
      renumber(
        `---\nsoort: antwoord\n---\n\n${questions}9. Waar?\n\n9. Ziet u dit:\n   - zus\n   - zo\n\n   En?\n`,
      ),
    ).toBe(
      `---\nsoort: antwoord\n---\n\n${questions}9. Waar?\n\n10. Ziet u dit:\n    - zus\n    - zo\n\n    En?\n`,
    );
  });
});

describe('combined questions and answers', () => {
  test('keep what they combine', () => {
    expect(
      renumber(
        'Vraag 2\n\nWie?\n\nVraag 3\n\nWaar?\n\nAntwoord 2 en 3\n\nHier.\n\nVraag 6\n\nWaarom?\n\nAntwoord op vraag 6\n\nDaarom.\n',
      ),
    ).toBe(
      'Vraag 1\n\nWie?\n\nVraag 2\n\nWaar?\n\nAntwoord 1 en 2\n\nHier.\n\nVraag 3\n\nWaarom?\n\nAntwoord op vraag 3\n\nDaarom.\n',
    );
  });

  test('out of order for the sake of the answer: the order stays', () => {
    const text = (n: number) =>
      `Vragen ${n}, ${n + 1} en ${n + 3}\n\nWie?\n\nAntwoorden ${n}, ${n + 1} en ${n + 3}\n\nWij.\n\nVraag ${n + 2}\n\nWaar?\n\nAntwoord ${n + 2}\n\nHier.\n`;
    expect(renumber(text(1))).toBe(text(1));
    expect(renumber(text(4))).toBe(text(1));
  });

  test('put elsewhere by hand they take the numbers of their place', () => {
    expect(
      renumber(
        'Vragen 3 en 4\n\nWie?\n\nAntwoorden 3 en 4\n\nZie vraag 1.\n\nVraag 1\n\nWaar?\n\nAntwoord 1\n\nZie de vragen 3 en 4.\n\nVraag 2\n\nWaarom?\n',
      ),
    ).toBe(
      'Vragen 1 en 2\n\nWie?\n\nAntwoorden 1 en 2\n\nZie vraag 3.\n\nVraag 3\n\nWaar?\n\nAntwoord 3\n\nZie de vragen 1 en 2.\n\nVraag 4\n\nWaarom?\n',
    );
  });
});

/** Questions 2 to 9 become 1 to 8; `answer` stands in the last answer. */
function inAnswer(answer: string): string {
  const text = (first: number, last: string) =>
    `${Array.from({ length: 8 }, (_, i) => `${first + i}. Vraagt u ${'abcdefgh'[i]}?\n\nAntwoord: ${i === 7 ? last : 'Ja.'}\n\n`).join('')}`;
  const result = renumber(text(2, answer));
  return /Antwoord: (?!Ja\.)([\s\S]*?)\n\n$/.exec(result)?.[1] ?? result;
}

describe('references follow their question', () => {
  test.each([
    ['Zie het antwoord op vraag 3.', 'Zie het antwoord op vraag 2.'],
    ['Zie vraag 3 en 4.', 'Zie vraag 2 en 3.'],
    ['Zie de antwoorden op de vragen 3, 4 en 7.', 'Zie de antwoorden op de vragen 2, 3 en 6.'],
    ['Zie de vragen 5 t/m 8.', 'Zie de vragen 4 t/m 7.'],
    ['Zie de vragen 5 tot en met 8, behalve vraag 6.', 'Zie de vragen 4 tot en met 7, behalve vraag 5.'],
    ['Zie vraag 3, 5 t/m 7, en 9.', 'Zie vraag 2, 4 t/m 6, en 8.'],
    ['Zie vraag 3 of vraag 5.', 'Zie vraag 2 of vraag 4.'],
    ['Zie het antwoord op vraag vier.', 'Zie het antwoord op vraag drie.'],
    ['Zie het antwoord\nop vraag 4\nen 5.', 'Zie het antwoord\nop vraag 3\nen 4.'],
    ['Zie vraag 3a en vraag 4, onder b.', 'Zie vraag 2a en vraag 3, onder b.'],
  ])('%s', (before, wanted) => {
    expect(inAnswer(before)).toBe(wanted);
  });

  test.each([
    'Zie vraag 3 van de schriftelijke vragen van het lid Jansen.',
    'Zie het antwoord op vraag 3 uit de Kamerbrief van 3 mei 2024.',
    'Zie het antwoord op vraag 3 van de Eerste Kamer.',
    'Zie `vraag 3`.',
    'Er kwamen op deze vragen 12 reacties.',
  ])('%s is none of ours', (text) => {
    expect(inAnswer(text)).toBe(text);
  });

  test('not inside a quoted question, which speaks of another document', () => {
    expect(renumber('2. Hoe verhoudt dit zich tot vraag 2?\n\nAntwoord: Zie vraag 2.\n')).toBe(
      '1. Hoe verhoudt dit zich tot vraag 2?\n\nAntwoord: Zie vraag 1.\n',
    );
  });

  test('in footnotes and in the text around the questions', () => {
    expect(
      renumber(
        'Vooral het antwoord op vraag 2 is van belang.\n\n2. Klopt dit?\n\nAntwoord: Ja.[^a]\n\n[^a]: Zie vraag 2.\n',
      ),
    ).toBe(
      'Vooral het antwoord op vraag 1 is van belang.\n\n1. Klopt dit?\n\nAntwoord: Ja.[^a]\n\n[^a]: Zie vraag 1.\n',
    );
  });

  test('in English and German', () => {
    expect(
      renumber(
        '---\nkind: reply\n---\n\n2. Who?\n\nAnswer: We.\n\n4. Where?\n\nAnswer to question 4: See the answers to questions 2 and 4.\n',
      ),
    ).toContain('Answer to question 2: See the answers to questions 1 and 2.');
    expect(
      renumber(
        '---\nart: antwort\nsprache: de\n---\n\n2. Wer?\n\n3. Wo?\n\nAntwort zu Fragen 2 und 3: Hier.\n\n5. Wann?\n\nAntwort: Siehe die Antwort zu Frage 3 und die Fragen 2 bis 5.\n',
      ),
    ).toContain('3. Wann?\n\nAntwort: Siehe die Antwort zu Frage 2 und die Fragen 1 bis 3.');
  });
});

describe('letters follow their sub-question', () => {
  /** Question 3, whose sub-questions are a and c, becomes 2, with a and b; 4 becomes 3, and 5 becomes 4. */
  const lettered = (answer: string) =>
    renumber(
      `1. Een?\n\nAntwoord: Ja.\n\n3. Drie?\n\na. Dit?\n\nc. Dat?\n\nAntwoord: Ja.\n\n4. Vier?\n\nAntwoord: Ja.\n\n5. Vijf?\n\nAntwoord: ${answer}\n`,
    )
      .split('Antwoord: ')
      .at(-1);

  test.each([
    [
      'Zie vraag 3 sub c, vraag 3 en/of 4, en de vragen 3, 4, respectievelijk 5.',
      'Zie vraag 2 sub b, vraag 2 en/of 3, en de vragen 2, 3, respectievelijk 4.\n',
    ],
    ['Zie vraag 3, subvraag c.', 'Zie vraag 2, subvraag b.\n'],
    ['Zie vraag 3 (onder c).', 'Zie vraag 2 (onder b).\n'],
    ['Zie deelvraag c van vraag 3.', 'Zie deelvraag b van vraag 2.\n'],
    ['Zie de deelvragen a en c van vraag 3.', 'Zie de deelvragen a en b van vraag 2.\n'],
    ['Zie deelvraag c van het antwoord op vraag drie.', 'Zie deelvraag b van het antwoord op vraag twee.\n'],
    ['Zie het antwoord op vraag drie, onder a en c.', 'Zie het antwoord op vraag twee, onder a en b.\n'],
  ])('%s', (before, wanted) => {
    expect(lettered(before)).toBe(wanted);
  });
});

describe('a range of letters', () => {
  const text = (n: number, letters: string, reference: string) =>
    `${n}. Klopt dit?\n\n${[...letters].map((letter) => `${letter}. Dit?\n\n`).join('')}Antwoord: Ja.\n\n${n + 1}. En?\n\nAntwoord: Zie ${reference}.\n`;

  test.each([
    ['vraag 3a t/m c', 'vraag 1a t/m b'],
    ['vraag 3a t/m 3c', 'vraag 1a t/m 1b'],
    ['vraag 3c tot en met e', 'vraag 1b tot en met d'],
    ['vraag 3c–e', 'vraag 1b–d'],
    ['vraag 3, onder c t/m e', 'vraag 1, onder b t/m d'],
    ['het antwoord op vraag drie, onder c t/m e', 'het antwoord op vraag één, onder b t/m d'],
    ['vraag 3a, c t/m e, en 4', 'vraag 1a, b t/m d, en 2'],
    ['de deelvragen 3c t/m e', 'de deelvragen 1b t/m d'],
    ['de deelvragen c t/m e van vraag 3', 'de deelvragen b t/m d van vraag 1'],
    [
      'deelvragen a en c t/m e van het antwoord op vraag 3',
      'deelvragen a en b t/m d van het antwoord op vraag 1',
    ],
    // A dash goes on with the sentence.
    ['vraag 3c – u stelt die', 'vraag 1b – u stelt die'],
    // What says no one thing is no reference.
    ['vraag 3a t/m 4c', 'vraag 3a t/m 4c'],
    ['vraag 3 t/m 4a', 'vraag 3 t/m 4a'],
  ])('%s', (before, wanted) => {
    expect(renumber(text(3, 'acde', before))).toBe(text(1, 'abcd', wanted));
  });

  test('of letters in another order, or of fewer, names the same sub-questions', () => {
    expect(renumber(text(1, 'cba', 'vraag 1a t/m c'))).toBe(text(1, 'abc', 'vraag 1a t/m c'));
    expect(renumber(text(1, 'acb', 'vraag 1a t/m b'))).toBe(text(1, 'abc', 'vraag 1a en 1c'));
  });

  test('stays one when another number leaves its list, and goes with its question', () => {
    const before = `1. Ja?\n\nAntwoord: Ja.\n\n${text(2, 'abc', 'de vragen 1 en 2a t/m c')}`;
    const without = (number: number) =>
      after(before, (brief) => deleteQuestion(brief, brief.questions[number - 1]));
    expect(without(1)).toBe(text(1, 'abc', 'de vragen 1a t/m c'));
    expect(without(2)).toContain('Zie vraag 1.');
  });

  test('spelled out, in question and answer', () => {
    const spelled = (n: number, [b, c, e, f, g]: string) =>
      `Vraag ${n}${b}\n\nDit?\n\nAntwoord ${n}${b}\n\nJa.\n\nVraag ${n}${c} t/m ${e}\n\nDat?\n\nAntwoord ${n}${c} t/m ${e}\n\nNee. Zie vraag ${n}${b} t/m ${e}.\n\nVraag ${n}${f} en ${g}\n\nEn?\n\nAntwoord ${n}${f} en ${g}\n\nJa.\n`;
    expect(renumber(spelled(3, 'bcefg'))).toBe(spelled(1, 'abdef'));
  });
});

test('letters that answer together follow their sub-questions', () => {
  const text = (letters: string, answer: string) =>
    `1. Een?\n\n${[...letters].map((letter) => `${letter}. Dit?\n\n`).join('')}Antwoord:\n\n${answer}\n`;
  expect(renumber(text('acde', 'a en c. Samen.\n\nd t/m e. Samen.'))).toBe(
    text('abcd', 'a en b. Samen.\n\nc t/m d. Samen.'),
  );
});

describe('lists whose questions no longer follow each other', () => {
  /** Question 7 stands first, so that 5 t/m 8 are 3, 4, 1 and 5. */
  const moved = (answer: string) =>
    renumber(
      `5. Vijf?\n\nAntwoord: Ja.\n\n6. Zes?\n\nAntwoord: Ja.\n\n3. Drie?\n\nAntwoord: Ja.\n\n7. Zeven?\n\nAntwoord: ${answer}\n`,
    )
      .split('Antwoord: ')
      .at(-1);

  test.each([
    // 5, 6, 3, 7 become 1, 2, 3, 4.
    ['Zie de vragen 5 t/m 7.', 'Zie de vragen 1, 2 en 4.\n'],
    ['Zie vraag 3 en 5.', 'Zie vraag 1 en 3.\n'],
    ['Zie de vragen 3, 5 en 7.', 'Zie de vragen 1, 3 en 4.\n'],
    ['Zie de vragen 3 en 5 tot en met 7.', 'Zie de vragen 1 tot en met 4.\n'],
    ['Zie vraag 7 en 3.', 'Zie vraag 4 en 3.\n'],
    ['Zie vraag 6 en 7.', 'Zie vraag 2 en 4.\n'],
    ['Zie de antwoorden op vraag drie en vijf.', 'Zie de antwoorden op vraag een en drie.\n'],
  ])('%s', (before, wanted) => {
    expect(moved(before)).toBe(wanted.replace('vraag een en', 'vraag één en'));
  });

  test('a long run stays a range', () => {
    const text = (numbers: number[], last: string) =>
      numbers
        .map((n, i) => `${n}. Vraagt u ${'abcdefg'[i]}?\n\nAntwoord: ${i === 6 ? last : 'Ja.'}\n`)
        .join('\n');
    expect(renumber(text([2, 3, 4, 5, 9, 6, 7], 'Zie de vragen 2 t/m 7.'))).toBe(
      text([1, 2, 3, 4, 5, 6, 7], 'Zie de vragen 1 t/m 4, 6 en 7.'),
    );
  });
});

describe('sub-questions', () => {
  test('get the letters from a on, with their answers and the references to them', () => {
    expect(
      renumber(
        '2. Klopt dit?\n\na. Waarom?\n\nc. Sinds wanneer?\n\nAntwoord: Ja.\n\na. Daarom.\n\nc. Sinds toen.\n\n3. En dit?\n\nAntwoord: Zie vraag 2c en vraag 2, onder c.\n',
      ),
    ).toBe(
      '1. Klopt dit?\n\na. Waarom?\n\nb. Sinds wanneer?\n\nAntwoord: Ja.\n\na. Daarom.\n\nb. Sinds toen.\n\n2. En dit?\n\nAntwoord: Zie vraag 1b en vraag 1, onder b.\n',
    );
  });

  test('several of one question', () => {
    const text = (n: number, letters: string[], list: string) =>
      `${n}. Klopt dit?\n\n${letters.map((letter) => `${letter}. Waarom?\n\n`).join('')}Antwoord: Ja.\n\n${n + 1}. En?\n\nAntwoord: Zie vraag ${list}.\n`;
    expect(renumber(text(3, ['b', 'c', 'e'], '3b, c en e'))).toBe(text(1, ['a', 'b', 'c'], '1a, b en c'));
    expect(renumber(text(3, ['c', 'b', 'a'], '3a, b en c'))).toBe(text(1, ['a', 'b', 'c'], '1a, b en c'));
  });

  test('in German, with their bracket', () => {
    expect(
      renumber(
        '---\nart: antwort\nsprache: de\n---\n\n2. Wer?\n\na) Wo?\n\nc) Wann?\n\nAntwort zu Fragen 2, 2 a) und 2 c): So.\n',
      ),
    ).toContain('1. Wer?\n\na) Wo?\n\nb) Wann?\n\nAntwort zu Fragen 1, 1 a) und 1 b): So.');
  });
});

describe('what means no question', () => {
  test('does not come to mean one', () => {
    expect(
      renumber('1. Wie?\n\nAntwoord: Zie vraag 2.\n\n3. Waar?\n\nAntwoord: Zie de vragen 1, 2 en 3.\n'),
    ).toBe(
      '1. Wie?\n\nAntwoord: Zie vraag 2 [vervallen].\n\n2. Waar?\n\nAntwoord: Zie de vragen 1, 2 [vervallen] en 2.\n',
    );
  });

  test('stays as it is where no question gets its number', () => {
    expect(renumber('2. Wie?\n\nAntwoord: Zie vraag 30.\n')).toBe('1. Wie?\n\nAntwoord: Zie vraag 30.\n');
  });

  test('and was said to be gone before stays so', () => {
    const text = (n: number) =>
      `${n}. Wie?\n\nAntwoord: Zie vraag 1 [vervallen] en ${n}, en vraag ${n}.\n\n${n + 1}. Waar?\n`;
    expect(renumber(text(2))).toBe(text(1));
  });

  test('an answer without its question: refused', () => {
    expect(renumber('1. Wie?\n\n3. Waar?\n\nAntwoord op vraag 2: Hier.\n')).toMatch(
      /^refused: Het antwoord op regel 5 noemt een vraag die er niet is/,
    );
  });
});

describe('an answer without its question, where every group has its own numbers', () => {
  const text = (last: number) =>
    `---\nsoort: antwoord\nnummering: per fractie\n---\n\n## Vragen van de leden van de fractie van D66\n\n1. Wie?\n\nAntwoord op vraag 1: Wij.\n\nAntwoord op vraag 2: Hier.\n\n## Vragen van de leden van de fractie van het CDA\n\n1. Hoe?\n\nAntwoord op vraag 1: Zo.\n\n${last}. Wanneer?\n\nAntwoord op vraag ${last}: Nu.\n`;

  test('stays as it is when another group comes to have that number', () => {
    expect(renumber(text(3))).toBe(text(2));
  });

  test('below all questions it goes with the group of the same name', () => {
    const below = (name: string, last: number) =>
      `${text(last)}\n## Vragen van de leden van de fractie van ${name}\n\nAntwoord op vraag 2: Daar.\n`;
    expect(renumber(below('D66', 3))).toBe(below('D66', 2));
    expect(renumber(below('het CDA', 3))).toMatch(/^refused: Het antwoord op regel 26/);
  });
});

describe('numbers that several questions have', () => {
  const twice =
    '1. Wie?\n\nAntwoord: Zie vraag 2.\n\n2. Waar?\n\nAntwoord: Hier.\n\n2. Wanneer?\n\nAntwoord: Zie vraag 2.\n\n3. Waarom?\n\nAntwoord: Zie vraag 2.\n';

  test('the nearest question above is taken, but not the one that is answered there', () => {
    expect(renumber(twice)).toBe(
      '1. Wie?\n\nAntwoord: Zie vraag 2.\n\n2. Waar?\n\nAntwoord: Hier.\n\n3. Wanneer?\n\nAntwoord: Zie vraag 2.\n\n4. Waarom?\n\nAntwoord: Zie vraag 3.\n',
    );
  });

  test('and such references can be listed, so that someone looks at them', () => {
    expect(doubtfulReferences(parseBrief(twice)).length).toBe(3);
    expect(doubtfulReferences(parseBrief(renumber(twice)))).toEqual([]);
  });
});

describe('enumerations', () => {
  test('are no questions, and keep their numbers', () => {
    const text = (n: number) =>
      `${n}. Ziet u dit?\n\n1. Zus.\n2. Zo.\n\nAntwoord: Ja.\n\n${n + 1}. En dat?\n`;
    expect(renumber(text(2))).toBe(text(1));
  });

  test('are written with a bracket where a question would be taken for one of them', () => {
    expect(
      renumber(
        '2. Ziet u dit?\n\nAntwoord: Ja.\n\n1. Zus.\n\n3. De leden verzoeken om een overzicht.\n\n4. En dat?\n\nAntwoord: Ja.\n',
      ),
    ).toBe(
      '1. Ziet u dit?\n\nAntwoord: Ja.\n\n1) Zus.\n\n2. De leden verzoeken om een overzicht.\n\n3. En dat?\n\nAntwoord: Ja.\n',
    );
  });
});
