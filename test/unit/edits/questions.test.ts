import { describe, expect, test } from 'vitest';
import { changeNumber } from '../../../server/src/edits/questions/change-number.js';
import { deleteQuestion } from '../../../server/src/edits/questions/delete.js';
import { deleteGroup, moveGroup } from '../../../server/src/edits/questions/group.js';
import { insertQuestion } from '../../../server/src/edits/questions/insert.js';
import { insertGroup } from '../../../server/src/edits/questions/insert-group.js';
import { mergeQuestions } from '../../../server/src/edits/questions/merge.js';
import { numberQuestion } from '../../../server/src/edits/questions/number-question.js';
import { orderLetters } from '../../../server/src/edits/questions/order-letters.js';
import { moveQuestion } from '../../../server/src/edits/questions/move.js';
import { splitQuestion } from '../../../server/src/edits/questions/split.js';
import { parseBrief } from '../../../server/src/model/document.js';
import { after, codesIn, numbered } from './after.js';

const plain = `## Vragen van de leden van de fractie van D66

1. Wie komt?

Antwoord: Wij.

2. Waar is het?

Antwoord: Hier. Zie ook vraag 3.

## Vragen van de leden van de fractie van het CDA

3. Wanneer is het?

Antwoord: Nu. Zie de vragen 1 en 2.
`;

const spelled = `Vraag 1

Wie komt?

Antwoord 1

Wij.

Vraag 2

Waar is het?

Vraag 3

Wanneer is het?

Antwoord 2 en 3

Hier, en nu. Zie vraag 1.
`;

describe('insert a question', () => {
  test('behind another, in the form of the document, its answer open', () => {
    expect(after(plain, (brief) => insertQuestion(brief, numbered(brief, 1), 'Waarom komt u?')))
      .toBe(`## Vragen van de leden van de fractie van D66

1. Wie komt?

Antwoord: Wij.

2. Waarom komt u?

Antwoord:

3. Waar is het?

Antwoord: Hier. Zie ook vraag 4.

## Vragen van de leden van de fractie van het CDA

4. Wanneer is het?

Antwoord: Nu. Zie de vragen 1 en 3.
`);
  });

  test('at the start of a group, and of the document', () => {
    expect(
      after(plain, (brief) => insertQuestion(brief, null, 'Waarom?', { group: brief.groups[1] })),
    ).toContain('het CDA\n\n3. Waarom?\n\nAntwoord:\n\n4. Wanneer is het?');
    expect(after(plain, (brief) => insertQuestion(brief, null, 'Waarom?'))).toContain(
      'D66\n\n1. Waarom?\n\nAntwoord:\n\n2. Wie komt?',
    );
  });

  test('behind the last', () => {
    expect(
      after(`${plain}\n[^a]: Noot.\n`, (brief) => insertQuestion(brief, numbered(brief, 3), 'Waarom?')),
    ).toContain('vragen 1 en 2.\n\n4. Waarom?\n\nAntwoord:\n\n[^a]: Noot.\n');
  });

  test('in a group without questions', () => {
    expect(
      after(`${plain}\n## Vragen van de leden van de fractie van de SP\n\nDe minister van X,\n`, (brief) =>
        insertQuestion(brief, null, 'Waarom?', { group: brief.groups[2] }),
      ),
    ).toContain('de SP\n\n4. Waarom?\n\nAntwoord:\n\nDe minister van X,');
  });

  test('spelled out; the combined answer below stays with its questions', () => {
    expect(after(spelled, (brief) => insertQuestion(brief, numbered(brief, 2), 'Waarom?'))).toBe(`Vraag 1

Wie komt?

Antwoord 1

Wij.

Vraag 2

Waar is het?

Vraag 3

Waarom?

Antwoord 3

Vraag 4

Wanneer is het?

Antwoord 2 en 4

Hier, en nu. Zie vraag 1.
`);
  });

  test.each([
    ['**Vraag 1**\n\nWie?\n\n**Antwoord 1:**\n\nWij.\n', '**Vraag 2**\n\nWaar?\n\n**Antwoord 2:**\n'],
    ['## Vraag 1\n\nWie?\n\n## Antwoord\n\nWij.\n', '## Vraag 2\n\nWaar?\n\n## Antwoord\n'],
    ['Vragen 1 en 2\n\nWie?\n\nAntwoorden 1 en 2\n\nWij.\n', 'Vraag 3\n\nWaar?\n\nAntwoord 3\n'],
    ['---\nkind: reply\n---\n\n1. Who?\n\nAnswer: We.\n', '2. Waar?\n\nAnswer:\n'],
    [
      '---\nart: antwort\nsprache: de\n---\n\n1. Wer?\n\nAntwort zu Frage 1: Wir.\n',
      '2. Waar?\n\nAntwort zu Frage 2:\n',
    ],
  ])('as its neighbour is written: %s', (text, added) => {
    expect(after(text, (brief) => insertQuestion(brief, brief.questions.at(-1)!, 'Waar?'))).toBe(
      `${text}\n${added}`,
    );
  });

  test('where answers have no marker, the new one has none either', () => {
    const kleine = (last: number) =>
      `---\nart: antwort\nsprache: de\n---\n\n1. Wer kommt?\n\nWir kommen.\n\n${last}. Wo ist es?\n\nEs ist hier; siehe die Antwort zu Frage ${last}.\n`;
    expect(after(kleine(2), (brief) => insertQuestion(brief, brief.questions[0], 'Wann?'))).toBe(
      kleine(3).replace('3. Wo', '2. Wann?\n\n3. Wo'),
    );
  });

  test('where one answer is for all', () => {
    const parliament =
      '---\nkind: reply\n---\n\n1. Who?\n\n2. Where?\n\nAnswer given by Ms Blom on behalf of the Commission\n\nHere.\n';
    expect(after(parliament, (brief) => insertQuestion(brief, brief.questions[1], 'When?'))).toBe(
      parliament.replace('Answer', '3. When?\n\nAnswer'),
    );
  });

  test('into an empty reply', () => {
    expect(after('---\nsoort: antwoord\n---\n', (brief) => insertQuestion(brief, null, 'Wie?'))).toBe(
      '---\nsoort: antwoord\n---\n\n1. Wie?\n\nAntwoord:\n',
    );
  });

  test('into a letter without numbers', () => {
    const text = '## Vragen van de leden van de fractie van D66\n\nWie komt?\n\nWaar is het?\n';
    expect(after(text, (brief) => insertQuestion(brief, brief.questions[0], 'Waarom?'))).toBe(
      '## Vragen van de leden van de fractie van D66\n\nWie komt?\n\nWaarom?\n\nWaar is het?\n',
    );
  });

  test('that was missing: what waited for its number now has its question', () => {
    const text = '1. Wie?\n\nAntwoord: Zie vraag 2.\n\n3. Waar?\n\nAntwoord: Hier.\n';
    expect(after(text, (brief) => insertQuestion(brief, numbered(brief, 1), 'Wanneer?'))).toBe(
      '1. Wie?\n\nAntwoord: Zie vraag 2.\n\n2. Wanneer?\n\nAntwoord:\n\n3. Waar?\n\nAntwoord: Hier.\n',
    );
  });

  const given =
    '---\nsoort: antwoord\nnummering: gegeven\n---\n\n1. Wie?\n\nAntwoord: Wij.\n\n4. Waar?\n\nAntwoord: Hier.\n';
  test('with given numbers it brings its own, and no other changes', () => {
    expect(
      after(given, (brief) => insertQuestion(brief, numbered(brief, 1), 'Hoe?', { number: 3 })),
    ).toContain('Wij.\n\n3. Hoe?\n\nAntwoord:\n\n4. Waar?');
    expect(after(given, (brief) => insertQuestion(brief, numbered(brief, 1), 'Hoe?'))).toContain('2. Hoe?');
    expect(after(given, (brief) => insertQuestion(brief, numbered(brief, 1), 'Hoe?', { number: 4 }))).toMatch(
      /^refused: Vraag 4 bestaat al/,
    );
  });

  test('whose answer stands there already', () => {
    expect(
      after('1. Wie?\n\nAntwoord: Wij.\n\nAntwoord op vraag 2: Hier.\n', (brief) =>
        insertQuestion(brief, numbered(brief, 1), 'Waar?'),
      ),
    ).toContain('2. Waar?\n');
  });

  test('whose number an answer names in another group, where every group has its own', () => {
    const text =
      '---\nsoort: antwoord\nnummering: per fractie\n---\n\n## Vragen van de leden van de fractie van D66\n\n1. Wie?\n\nAntwoord op vraag 1: Wij.\n\nAntwoord op vraag 2: Hier.\n\n## Vragen van de leden van de fractie van het CDA\n\n1. Hoe?\n\nAntwoord op vraag 1: Zo.\n';
    const into = (group: number) =>
      after(text, (brief) => insertQuestion(brief, brief.questions[group], 'Waar?'));
    expect(into(1)).toBe(`${text}\n2. Waar?\n\nAntwoord op vraag 2:\n`);
    expect(into(0)).toBe(text.replace('Hier.', 'Hier.\n\n2. Waar?'));
  });

  test('in the midst of a range that lacked it', () => {
    expect(
      after('1. Wie?\n\nAntwoord: Zie de vragen 1 t/m 3.\n\n3. Waar?\n\nAntwoord: Hier.\n', (brief) =>
        insertQuestion(brief, numbered(brief, 1), 'Wanneer?'),
      ),
    ).toContain('Zie de vragen 1 t/m 3.');
  });

  test('without text, or with text that is several questions: refused', () => {
    expect(after(plain, (brief) => insertQuestion(brief, null, ' \n'))).toMatch(/^refused: Er is geen tekst/);
    expect(after(plain, (brief) => insertQuestion(brief, null, 'Wat?\n\n2. Wie?'))).toMatch(/^refused: /);
  });
});

describe('delete a question', () => {
  test('with its answer; references leave it out', () => {
    expect(after(plain, (brief) => deleteQuestion(brief, numbered(brief, 2))))
      .toBe(`## Vragen van de leden van de fractie van D66

1. Wie komt?

Antwoord: Wij.

## Vragen van de leden van de fractie van het CDA

2. Wanneer is het?

Antwoord: Nu. Zie vraag 1.
`);
  });

  test('a combined answer stays for the others', () => {
    expect(after(spelled, (brief) => deleteQuestion(brief, numbered(brief, 3)))).toBe(`Vraag 1

Wie komt?

Antwoord 1

Wij.

Vraag 2

Waar is het?

Antwoord 2

Hier, en nu. Zie vraag 1.
`);
  });

  test('a reference that stands alone is said to be withdrawn, and is open work', () => {
    const text = after(spelled, (brief) => deleteQuestion(brief, numbered(brief, 1)));
    expect(text).toContain('Antwoord 1 en 2\n\nHier, en nu. Zie vraag 1 [vervallen].');
    expect(codesIn(text)).toContain('reference-dangling');
  });

  test.each([
    ['Zie de antwoorden op de vragen 2 en 3.', 'Zie het antwoord op vraag 2.'],
    ['Zie de vragen 1 t/m 3.', 'Zie de vragen 1 t/m 2.'],
    ['Zie de vragen 2 t/m 3.', 'Zie vraag 2.'],
    ['Zie vraag 1, 2 of 3.', 'Zie vraag 1 of 2.'],
    ['De vragen 2 en 3 gaan daarover.', 'Vraag 2 gaat daarover.'],
  ])('the list that is left: %s', (before, wanted) => {
    const text = `1. Wie?\n\nAntwoord: Wij.\n\n2. Waar?\n\nAntwoord: Hier.\n\n3. Hoe?\n\nAntwoord: Zo.\n\n4. Wat?\n\nAntwoord: ${before}\n`;
    const result = after(text, (brief) => deleteQuestion(brief, numbered(brief, 3)));
    // The verb is the writer's.
    expect(result.split('Antwoord: ').at(-1)).toBe(`${wanted.replace('gaat', 'gaan')}\n`);
  });

  test('notes that only it uses go with it, others stay', () => {
    const text =
      '1. Wie?[^a]\n\nAntwoord: Wij.[^b]\n\n[^tussen]: Noot.\n\n2. Waar?[^b]\n\nAntwoord: Hier.[^tussen]\n\n[^a]: Alleen hier.\n[^b]: Ook daar.\n';
    expect(after(text, (brief) => deleteQuestion(brief, numbered(brief, 1)))).toBe(
      '[^tussen]: Noot.\n\n1. Waar?[^b]\n\nAntwoord: Hier.[^tussen]\n\n[^b]: Ook daar.\n',
    );
  });

  test.each([1, 2])('so does a note that names question %i', (number) => {
    const text = (group: string, questions: string) => `---\nsoort: antwoord\n---\n\n${group}${questions}`;
    const d66 = '## Vragen van de leden van de fractie van D66\n\n';
    const cda = '## Vragen van de leden van de fractie van het CDA\n\n';
    const source = text(
      d66,
      `1. Klopt dit?\n\nAntwoord: Ja.[^a]\n\n${cda}2. En dit?\n\nAntwoord: Nee.\n\n[^a]: Zie ook het antwoord op vraag ${number}.\n`,
    );
    const left = `${cda}1. En dit?\n\nAntwoord: Nee.\n`;
    expect(after(source, (brief) => deleteQuestion(brief, numbered(brief, 1)))).toBe(text(d66, left));
    expect(after(source, (brief) => deleteGroup(brief, brief.groups[0]))).toBe(text('', left));
  });

  test('a note that only such a note refers to goes too, also round about', () => {
    const text = (first: string, notes: string, n = 2) =>
      `${first}${n}. Waar?[^z]\n\nAntwoord: Hier.\n\n${notes}`;
    const gone = '[^a]: Zie ook.[^b]\n[^b]: Diep.[^c] En daar.[^z]\n[^c]: Terug.[^a]\n';
    const kept = '[^z]: Daar.\n[^los]: Nergens.[^vast]\n[^vast]: Ook.[^los]\n';
    expect(
      after(text('1. Wie?[^a]\n\nAntwoord: Wij.\n\n', gone + kept), (brief) =>
        deleteQuestion(brief, numbered(brief, 1)),
      ),
    ).toBe(text('', kept, 1));
    const shared = text(
      '1. Wie?[^a]\n\nAntwoord: Wij.\n\n',
      `[^a]: Zie ook.[^b]\n[^b]: Diep.\n[^z]: Daar.[^b]\n`,
    );
    expect(after(shared, (brief) => deleteQuestion(brief, numbered(brief, 1)))).toBe(
      text('', '[^b]: Diep.\n[^z]: Daar.[^b]\n', 1),
    );
  });

  test('a note that stands in it and is used elsewhere: refused', () => {
    expect(
      after('1. Wie?\n\n   [^a]: Noot.\n\nAntwoord: Wij.\n\n2. Waar?[^a]\n\nAntwoord: Hier.\n', (brief) =>
        deleteQuestion(brief, numbered(brief, 1)),
      ),
    ).toMatch(/^refused: De tekst van voetnoot ‘a’ zou hierdoor wegvallen/);
  });

  test('its comment for Kamerbrief goes with it', () => {
    expect(
      after(
        '1. Wie?\n\nAntwoord: Wij.\n\n<!-- kb negeer answer-missing: volgt -->\n\n2. Waar?\n\n<!-- kb werk: eigenaar=A -->\n\n3. Hoe?\n',
        (brief) => deleteQuestion(brief, numbered(brief, 2)),
      ),
    ).toBe('1. Wie?\n\nAntwoord: Wij.\n\n<!-- kb werk: eigenaar=A -->\n\n2. Hoe?\n');
  });

  test('with given numbers its number stays free', () => {
    const text = `---\nsoort: antwoord\nnummering: gegeven\n---\n\n${plain}`;
    expect(after(text, (brief) => deleteQuestion(brief, numbered(brief, 3)))).toContain('Zie ook vraag 3.\n');
  });

  test('the only one', () => {
    expect(after('1. Wie?\n\nAntwoord: Wij.\n', (brief) => deleteQuestion(brief, brief.questions[0]))).toBe(
      '',
    );
  });
});

describe('move a question', () => {
  test('before and behind another, with its answer', () => {
    const moved = `## Vragen van de leden van de fractie van D66

1. Waar is het?

Antwoord: Hier. Zie ook vraag 3.

2. Wie komt?

Antwoord: Wij.

## Vragen van de leden van de fractie van het CDA

3. Wanneer is het?

Antwoord: Nu. Zie de vragen 1 en 2.
`;
    expect(
      after(plain, (brief) => moveQuestion(brief, numbered(brief, 2), { before: numbered(brief, 1) })),
    ).toBe(moved);
    expect(
      after(plain, (brief) => moveQuestion(brief, numbered(brief, 1), { after: numbered(brief, 2) })),
    ).toBe(moved);
  });

  test('to another group', () => {
    expect(after(plain, (brief) => moveQuestion(brief, numbered(brief, 1), { after: numbered(brief, 3) })))
      .toBe(`## Vragen van de leden van de fractie van D66

1. Waar is het?

Antwoord: Hier. Zie ook vraag 2.

## Vragen van de leden van de fractie van het CDA

2. Wanneer is het?

Antwoord: Nu. Zie de vragen 1 en 3.

3. Wie komt?

Antwoord: Wij.
`);
  });

  test('away from its combined answer, which stays', () => {
    expect(after(spelled, (brief) => moveQuestion(brief, numbered(brief, 3), { before: numbered(brief, 1) })))
      .toBe(`Vraag 1

Wanneer is het?

Vraag 2

Wie komt?

Antwoord 2

Wij.

Vraag 3

Waar is het?

Antwoord 1 en 3

Hier, en nu. Zie vraag 2.
`);
  });

  test('to where it stands: nothing', () => {
    const brief = parseBrief(plain);
    expect(moveQuestion(brief, brief.questions[0], { before: brief.questions[1] })).toEqual([]);
    expect(moveQuestion(brief, brief.questions[0], { before: brief.questions[0] })).toEqual([]);
  });

  test('out of a list without empty lines', () => {
    expect(
      after('---\nsoort: antwoord\n---\n\n1. Wie?\n2. Waar?\n3. Hoe?\n\nTekst.\n', (brief) =>
        moveQuestion(brief, numbered(brief, 1), { after: numbered(brief, 2) }),
      ),
    ).toBe('---\nsoort: antwoord\n---\n\n1. Waar?\n\n2. Wie?\n\n3. Hoe?\n\nTekst.\n');
  });

  test('a reference that could no longer be written: refused', () => {
    const text =
      '---\nsoort: antwoord\nnummering: per fractie\n---\n\n## Vragen van de leden van de fractie van D66\n\n1. Wie?\n\nAntwoord: Wij.\n\n2. Waar?\n\nAntwoord: Zie vraag 1.\n\n3. Wat?\n\nAntwoord: Dat.\n\n## Vragen van de leden van de fractie van het CDA\n\n1. Hoe?\n\nAntwoord: Zo.\n';
    expect(
      after(text, (brief) => moveQuestion(brief, brief.questions[0], { after: brief.questions[3] })),
    ).toMatch(/^refused: Dit kan niet zonder/);
  });
});

describe('move and delete a group', () => {
  test('move', () => {
    const moved = `## Vragen van de leden van de fractie van het CDA

1. Wanneer is het?

Antwoord: Nu. Zie de vragen 2 en 3.

## Vragen van de leden van de fractie van D66

2. Wie komt?

Antwoord: Wij.

3. Waar is het?

Antwoord: Hier. Zie ook vraag 1.
`;
    expect(after(plain, (brief) => moveGroup(brief, brief.groups[1], { before: brief.groups[0] }))).toBe(
      moved,
    );
    expect(after(plain, (brief) => moveGroup(brief, brief.groups[0], { after: brief.groups[1] }))).toBe(
      moved,
    );
  });

  test('what closes the letter stays at its end', () => {
    const letter = (first: string, second: string) =>
      `Geachte voorzitter,\n\n${first}\n\n${second}\n\nWij zien uw antwoord met belangstelling tegemoet.\n\n[^a]: Noot.\n`;
    const d66 = '## Vragen van de leden van de fractie van D66\n\nWie komt?[^a]\n\nDat horen wij graag.';
    const cda = '## Vragen van de leden van de fractie van het CDA\n\nWaar is het?';
    const text = letter(d66, cda);
    expect(after(text, (brief) => moveGroup(brief, brief.groups[0], { after: brief.groups[1] }))).toBe(
      letter(cda, d66),
    );
    expect(after(text, (brief) => moveGroup(brief, brief.groups[1], { before: brief.groups[0] }))).toBe(
      letter(cda, d66),
    );
    expect(after(text, (brief) => moveGroup(brief, brief.groups[0], { before: brief.groups[1] }))).toBe(text);
  });

  test('delete', () => {
    expect(after(plain, (brief) => deleteGroup(brief, brief.groups[0])))
      .toBe(`## Vragen van de leden van de fractie van het CDA

1. Wanneer is het?

Antwoord: Nu. Zie de vragen 1 [vervallen] en 2 [vervallen].
`);
  });

  test('delete; an answer that is also for a question elsewhere stays', () => {
    const text =
      '## Vragen van de leden van de fractie van D66\n\nVraag 1\n\nWie?\n\nAntwoord 1\n\nWij.\n\n## Vragen van de leden van de fractie van het CDA\n\nVraag 2\n\nWaar?\n\nAntwoord 1 en 2\n\nHier.\n';
    expect(after(text, (brief) => deleteGroup(brief, brief.groups[1]))).toBe(
      '## Vragen van de leden van de fractie van D66\n\nVraag 1\n\nWie?\n\nAntwoord 1\n\nWij.\n\nAntwoord 1\n\nHier.\n',
    );
  });
});

describe('change the number of a question', () => {
  test('its answer and the references follow, the others stay', () => {
    expect(after(spelled, (brief) => changeNumber(brief, numbered(brief, 3), 7))).toBe(
      spelled.replace('Vraag 3', 'Vraag 7').replace('2 en 3', '2 en 7'),
    );
    expect(after(spelled, (brief) => changeNumber(brief, numbered(brief, 1), 9))).toContain('Zie vraag 9.');
  });

  test('of a combined question', () => {
    expect(
      after('Vragen 4, 5 en 7\n\nWie?\n\nAntwoord 4, 5 en 7\n\nWij.\n', (brief) =>
        changeNumber(brief, brief.questions[0], 6, 7),
      ),
    ).toBe('Vragen 4, 5 en 6\n\nWie?\n\nAntwoord 4, 5 en 6\n\nWij.\n');
  });

  test.each([
    [2, /^refused: Vraag 2 bestaat al/],
    [0, /^refused: Een vraagnummer is een getal/],
    [1.5, /^refused: Een vraagnummer is een getal/],
    [12345, /^refused: Een vraagnummer is een getal/],
  ])('to %s', (number, reason) => {
    expect(after(plain, (brief) => changeNumber(brief, numbered(brief, 1), number))).toMatch(reason);
  });
});

describe('split a question', () => {
  const split = (text: string, at: string) =>
    after(text, (brief) => {
      const offset = brief.text.toString().indexOf(at);
      const question = brief.questions.findLast(({ segments: [{ block }] }) => block.from <= offset)!;
      return splitQuestion(brief, question, offset + 1);
    });

  test('at a sentence; the answer stays with the first', () => {
    expect(
      split(
        '1. Klopt dit? Waarom gebeurt dit?\n\nAntwoord: Ja.\n\n2. En?\n\nAntwoord: Zie vraag 1 en 2.\n',
        'Waarom',
      ),
    ).toBe(
      '1. Klopt dit?\n\nAntwoord: Ja.\n\n2. Waarom gebeurt dit?\n\nAntwoord:\n\n3. En?\n\nAntwoord: Zie vraag 1 en 3.\n',
    );
  });

  test('spelled out, with a combined answer below', () => {
    expect(
      split('Vraag 1\n\nKlopt dit?\n\nWaarom?\n\nVraag 2\n\nEn?\n\nAntwoord 1 en 2\n\nJa.\n', 'Waarom'),
    ).toBe(
      'Vraag 1\n\nKlopt dit?\n\nVraag 2\n\nWaarom?\n\nAntwoord 2\n\nVraag 3\n\nEn?\n\nAntwoord 1 en 3\n\nJa.\n',
    );
  });

  test('at a sub-question: it becomes the question, and the next begin at a', () => {
    expect(
      split(
        '1. Klopt dit?\n\na. Waarom?\n\nb. Sinds wanneer?\n\nc. Hoe lang nog?\n\nAntwoord: Ja.\n\n2. En?\n\nAntwoord: Zie vraag 1a, vraag 1b en vraag 1c.\n',
        'Sinds',
      ),
    ).toBe(
      '1. Klopt dit?\n\na. Waarom?\n\nAntwoord: Ja.\n\n2. Sinds wanneer?\n\na. Hoe lang nog?\n\nAntwoord:\n\n3. En?\n\nAntwoord: Zie vraag 1a, vraag 2 en vraag 2a.\n',
    );
  });

  test('a paragraph of a letter', () => {
    expect(split('De leden zien dit. Klopt dit? Zij zien ook dat. Klopt dat?\n', 'Zij')).toBe(
      'De leden zien dit. Klopt dit?\n\nZij zien ook dat. Klopt dat?\n',
    );
  });

  test.each([
    ['at its first sentence', '1. Klopt dit? Waarom?\n\nAntwoord: Ja.\n', 'Klopt'],
    ['where nothing is asked before', '1. Wij zien dit. Klopt dit?\n\nAntwoord: Ja.\n', 'Klopt'],
    ['where nothing is asked after', '1. Klopt dit? Dat zien wij.\n\nAntwoord: Ja.\n', 'Dat'],
    ['a combined one', 'Vragen 1 en 2\n\nKlopt dit? Waarom?\n', 'Waarom'],
    [
      'with given numbers',
      '---\nnummering: gegeven\nsoort: antwoord\n---\n\n1. Klopt dit? Waarom?\n',
      'Waarom',
    ],
  ])('%s: refused', (_name, text, at) => {
    expect(split(text, at)).toMatch(/^refused: /);
  });
});

describe('merge two questions', () => {
  const merge = (text: string, first = 0) =>
    after(text, (brief) => mergeQuestions(brief, brief.questions[first], brief.questions[first + 1]));

  test('and their answers', () => {
    expect(
      merge(
        '1. Klopt dit?\n\nAntwoord: Ja.\n\n2. Waarom?\n\nDat is de vraag.\n\nAntwoord: Daarom. Zie vraag 3.\n\n3. En?\n\nAntwoord: Zie vraag 1 en 2.\n',
      ),
    ).toBe(
      '1. Klopt dit?\n\nWaarom?\n\nDat is de vraag.\n\nAntwoord: Ja.\n\nDaarom. Zie vraag 2.\n\n2. En?\n\nAntwoord: Zie vraag 1.\n',
    );
  });

  test('with one answer for both', () => {
    expect(
      merge(
        'Vraag 1\n\nKlopt dit?\n\nVraag 2\n\nWaarom?\n\nAntwoorden op de vragen 1 en 2\n\nJa.\n\nVraag 3\n\nEn?\n\nAntwoord 3\n\nZie de antwoorden op de vragen 1 en 2.\n',
      ),
    ).toBe(
      'Vraag 1\n\nKlopt dit?\n\nWaarom?\n\nAntwoord op vraag 1\n\nJa.\n\nVraag 2\n\nEn?\n\nAntwoord 2\n\nZie het antwoord op vraag 1.\n',
    );
  });

  test.each([
    ['Antwoord: PM', 'Antwoord: Ja.'],
    ['Antwoord: Ja.', 'Antwoord:'],
    ['Antwoord: Ja.', ''],
    ['', 'Antwoord: Ja.'],
  ])('an answer that is still to be written goes: %s, %s', (first, second) => {
    const text = ['1. Klopt dit?', first, '2. Waarom?', second].filter(Boolean).join('\n\n');
    expect(merge(`${text}\n`)).toBe('1. Klopt dit?\n\nWaarom?\n\nAntwoord: Ja.\n');
  });

  test('sub-questions go on in letters, in the answer too', () => {
    expect(
      merge(
        '1. Klopt dit?\n\na. Waarom?\n\nAntwoord: Ja.\n\na. Daarom.\n\n2. En dat?\n\na. Sinds wanneer?\n\nAntwoord: Nee.\n\na. Sinds toen.\n\n3. En?\n\nAntwoord: Zie vraag 1a en 2a.\n',
      ),
    ).toBe(
      '1. Klopt dit?\n\na. Waarom?\n\nEn dat?\n\nb. Sinds wanneer?\n\nAntwoord: Ja.\n\na. Daarom.\n\nNee.\n\nb. Sinds toen.\n\n2. En?\n\nAntwoord: Zie vraag 1a en 1b.\n',
    );
  });

  test('paragraphs of a letter', () => {
    expect(merge('De leden zien dit. Klopt dit?\n\nZij zien dat. Klopt dat?\n')).toBe(
      'De leden zien dit. Klopt dit? Zij zien dat. Klopt dat?\n',
    );
  });

  test('with a heading between: refused', () => {
    expect(merge(plain, 1)).toMatch(/^refused: Alleen twee vragen die op elkaar volgen/);
  });
});

describe('number a question that stands in an answer', () => {
  const number = (text: string) =>
    after(text, (brief) =>
      numberQuestion(brief, brief.answers[1], brief.text.toString().indexOf('En wanneer')),
    );

  test('what comes after moves up, with the references to it', () => {
    expect(
      number(
        '1. Wie?\n\nAntwoord: Wij. Zie vraag 2.\n\nEn wanneer?\n\nAntwoord: Nu.\n\n2. Waar?\n\nAntwoord: Hier.\n',
      ),
    ).toBe(
      '1. Wie?\n\nAntwoord: Wij. Zie vraag 3.\n\n2. En wanneer?\n\nAntwoord: Nu.\n\n3. Waar?\n\nAntwoord: Hier.\n',
    );
  });

  test('spelled out', () => {
    expect(number('Vraag 1\n\nWie?\n\nAntwoord\n\nWij.\n\nEn wanneer?\n\nAntwoord\n\nNu.\n')).toContain(
      'Wij.\n\nVraag 2\n\nEn wanneer?\n\nAntwoord\n\nNu.',
    );
  });

  test('with given numbers, where it is free', () => {
    const given = (last: number) =>
      `---\nsoort: antwoord\nnummering: gegeven\n---\n\n1. Wie?\n\nAntwoord: Wij.\n\nEn wanneer?\n\nAntwoord: Nu.\n\n${last}. Waar?\n\nAntwoord: Hier.\n`;
    expect(number(given(3))).toContain('2. En wanneer?\n\nAntwoord: Nu.\n\n3. Waar?');
    expect(number(given(2))).toMatch(/^refused: Vraag 2 bestaat al/);
  });
});

describe('put the letters of sub-questions in order', () => {
  test('of one question, with its answer and the references', () => {
    const text = (first: string, second: string) =>
      `1. Ja?\n\na. Wie?\n\n${first}. Waar?\n\nAntwoord: Ja.\n\na. Wij.\n\n${first}. Hier.\n\n4. Nee?\n\na. Wie?\n\n${second}. Waar?\n\nAntwoord: Zie vraag 1${first} en 4${second}.\n`;
    expect(after(text('c', 'c'), (brief) => orderLetters(brief, brief.questions[0]))).toBe(text('b', 'c'));
  });
});

describe('a new group', () => {
  test.each([
    [
      '## Vragen van de leden van de fractie van de PVV',
      '[fractie]',
      '## Vragen van de leden van de fractie van de [fractie]',
    ],
    [
      '## Inbreng van de leden van de fracties van D66 en het CDA',
      'Volt',
      '## Inbreng van de leden van de fracties van Volt',
    ],
    ['## Vragen van de leden van de D66-fractie', 'SP', '## Vragen van de leden van de SP-fractie'],
  ])('is headed as the one above: %s', (heading, name, wanted) => {
    const text = `${heading}\n\n1. Wie?\n\nAntwoord: Wij.\n\n[^a]: Noot.\n`;
    expect(after(text, (brief) => insertGroup(brief, brief.groups[0], name))).toBe(
      text.replace('[^a]', `${wanted}\n\n[^a]`),
    );
  });

  test('whose name is still to be filled in, which is open work', () => {
    const text = '## Vragen van de leden van de fractie van D66\n\n1. Wie?\n\nAntwoord: Wij.\n';
    const made = after(text, (brief) => insertGroup(brief, brief.groups[0], brief.language.groups.unnamed));
    expect(codesIn(made)).toEqual(['frame-unfilled']);
  });

  test('with what is no name: refused', () => {
    const text = '## Vragen van de leden van de fractie van D66\n\n1. Wie?\n';
    expect(after(text, (brief) => insertGroup(brief, brief.groups[0], 'A\n\nB'))).toMatch(/^refused: /);
  });
});
