import { describe, expect, test } from 'vitest';
import { parseBrief } from '../../../server/src/model/document.js';
import { findings, outline } from './outline.js';

/** Forms that stand in published documents, each as a picture; none of them may alarm. */

describe('upper house, written consultation', () => {
  test('the reply', () => {
    const source = [
      '## Vragen en opmerkingen van de leden van de fractie van BBB',
      '',
      '1. De leden van de fractie van BBB lezen dat de sluis dicht is. Klopt dat?',
      '',
      'Antwoord: Ja.',
      '',
      '## Vragen en opmerkingen van de leden van de fracties van D66 en Volt gezamenlijk',
      '',
      '2. Deze leden vragen of de sluis weer open gaat.',
      '',
      'Antwoord: Ja, in mei.',
    ].join('\n');
    expect(outline(source)).toEqual([
      'group BBB',
      'question 1: answered',
      'answer to 1',
      'group D66, Volt',
      'question 2: answered',
      'answer to 2',
    ]);
    expect(findings(source)).toEqual([]);
  });

  test('the letter, where no paragraph has a number', () => {
    const source = [
      'Aan de minister van Water',
      '',
      '## Vragen en opmerkingen van de leden van de fractie van BBB',
      '',
      'De leden van de fractie van BBB lezen over de sluis.',
      '',
      'Zij zien het volgende:',
      '',
      '1. de sluis is dicht;',
      '2. de brug ook.',
      '',
      'Klopt dat? En waarom?',
      '',
      'Genoemde leden verzoeken de regering:',
      '',
      'a. de sluis te openen;',
      'b. de brug te sluiten.',
      '',
      'Kan de minister ingaan op:',
      '',
      '- de kosten;',
      '- de baten.',
      '',
      'De leden van de commissie zien uw antwoord met belangstelling tegemoet en verzoeken u dit binnen vier weken te mogen ontvangen.',
      '',
      'De voorzitter van de commissie,',
    ].join('\n');
    expect(outline(source)).toEqual([
      'frame: Aan de minister van Water',
      'group BBB',
      'question: missing',
      'question a b: missing',
      'question: missing',
      'frame: De leden van de commissie zien uw antwoord met belangstelling tegemoet en verzoeken u dit binnen vier weken te mogen ontvangen.',
      'frame: De voorzitter van de commissie,',
    ]);
    expect(findings(source)).toEqual([]);
  });
});

describe('lower house, written questions', () => {
  test.each([
    ['Vraag 1', 'Antwoord 1'],
    ['Vraag 1', 'Antwoord op vraag 1'],
    ['Vraag 1', 'Antwoord vraag 1:'],
    ['Vraag 1', 'Antwoord'],
    ['Vraag 1', 'Antwoord op vraag 1:'],
    ['**Vraag 1**', '**Antwoord 1**'],
    ['## Vraag 1', '## Antwoord 1'],
    ['VRAAG 1', 'ANTWOORD'],
    ['Vraag 1:', 'Antwoord:'],
  ])('%s, %s', (question, answer) => {
    for (const gap of ['\n', '\n\n']) {
      const source = `${question}${gap}Is de sluis dicht?\n\n${answer}${gap}Ja.`;
      expect(outline(source)).toEqual(['question 1: answered', 'answer to 1']);
      expect(findings(source)).toEqual([]);
    }
  });

  test('with the text behind the number', () => {
    const source =
      'Vraag 1: Is de sluis dicht?\n\nAntwoord: Ja.\n\n**Vraag 2:** Waarom?\n\nAntwoord 2: Daarom.';
    expect(outline(source)).toEqual([
      'question 1: answered',
      'answer to 1',
      'question 2: answered',
      'answer to 2',
    ]);
    expect(findings(source)).toEqual([]);
  });

  test('such words in an answer open nothing', () => {
    const source =
      'Vraag 1\n\nIs de sluis dicht?\n\nAntwoord 1\n\nDat valt uiteen.\n\nVraag 2: zie hierboven.';
    expect(outline(source)).toEqual(['question 1: answered', 'answer to 1']);
  });

  test.each([
    ['Antwoord 2 en 3', '2 3'],
    ['Antwoorden 2 en 3', '2 3'],
    ['Antwoord 2 t/m 4', '2 3 4'],
    ['Antwoorden op vraag 2, 3, 4, 9 en 10', '2 3 4 9 10'],
    ['Antwoord op vragen 2, 3, en 9', '2 3 9'],
    ['Antwoord vraag 2-4:', '2 3 4'],
    ['Antwoord op vraag 2 en vraag 3', '2 3'],
    ['Antwoord op de vragen 2 tot en met 4:', '2 3 4'],
    ['Antwoorden op de vragen 2, 3 en 4:', '2 3 4'],
  ])('%s', (marker, numbers) => {
    const questions = [2, 3, 4, 9, 10].map((number) => `Vraag ${number}\n\nIs de sluis dicht?\n\n`).join('');
    expect(outline(`${questions}${marker}\n\nJa.`).at(-1)).toBe(`answer to ${numbers}`);
  });

  test('quoted where their answer stands', () => {
    const source = [
      'Vraag 4, 5, 7 en 8',
      'Is de sluis dicht? En de brug?',
      'Antwoord',
      'Ja.',
      'Vraag 6',
      'En de weg?',
      'Antwoord op vraag 6',
      'Nee.',
      'Vraag 9',
      'En het spoor?',
      'Antwoord',
      'Nee.',
    ].join('\n\n');
    expect(outline(source)).toEqual([
      'question 4 5 7 8: answered',
      'answer to 4+5+7+8',
      'question 6: answered',
      'answer to 6',
      'question 9: answered',
      'answer to 9',
    ]);
    expect(findings(source)).toEqual([]);
  });

  test('answered together further on, in another order', () => {
    const ask = (number: number) => `Vraag ${number}\n\nIs de sluis dicht?\n\n`;
    const source =
      ask(1) +
      'Antwoord 1\n\nJa.\n\n' +
      [2, 5, 6].map(ask).join('') +
      'Antwoord op vraag 2, 5 en 6\n\nJa.\n\n' +
      [3, 4].map(ask).join('') +
      'Antwoord op de vragen 3 en 4\n\nJa.\n\n' +
      ask(7) +
      'Antwoord\n\nJa.';
    expect(findings(source)).toEqual([]);
  });

  test('an answer at the end for two questions before', () => {
    const source =
      'Vraag 1\n\nIs de sluis dicht?\n\nAntwoord 1\n\nJa.\n\nVraag 2\n\nWaarom?\n\nVraag 3\n\nEn de brug?\n\nAntwoord 3\n\nNee.\n\nAntwoord op vraag 2\n\nOm het ijs.';
    expect(findings(source)).toEqual([]);
  });

  test.each([
    'Antwoorden van de minister van Water op Kamervragen van het lid Prins over sluizen',
    'Antwoord van minister De Boer (ontvangen 3 maart 2025)',
    'Antwoord van staatssecretaris De Boer, mede namens de minister van Financiën',
    'Antwoorden op schriftelijke vragen',
    'Antwoord op vragen van het lid Prins over sluizen:',
    'Antwoorden',
    '# Antwoorden',
    '# Vragen en antwoorden',
  ])('%s is a title', (title) => {
    const source = `${title}\n\nVraag 1\n\nIs de sluis dicht?\n\nAntwoord 1\n\nJa.`;
    expect(outline(source).slice(-2)).toEqual(['question 1: answered', 'answer to 1']);
    expect(findings(source)).toEqual([]);
  });

  test.each(['Toelichting:', '**Toelichting:**', 'Toelichting', '## Toelichting'])(
    '%s at the end',
    (words) => {
      const source = `Vraag 1\n\nIs de sluis dicht?\n\nAntwoord 1\n\nJa.\n\n${words}\n\nDeze vragen vullen eerdere aan.`;
      expect(parseBrief(source).answers[0].segments.length).toBe(2);
    },
  );

  test('Toelichting: between the questions is text', () => {
    const source =
      'Vraag 1\n\nIs de sluis dicht?\n\nAntwoord 1\n\nJa.\n\nToelichting: dat is sinds mei.\n\nVraag 2\n\nWaarom?\n\nAntwoord 2\n\nOm het ijs.';
    expect(parseBrief(source).answers[0].segments.length).toBe(3);
  });
});

describe('lower house, note after the report', () => {
  const source = (numbers: string[]) =>
    '## Financiën\n\n' +
    numbers
      .map(
        (number) =>
          `${number}\n\nDe leden van de VVD-fractie vragen wat de sluis kost.\n\nAntwoord\n\nVeel.\n\n`,
      )
      .join('');

  test('numbers alone on their line', () => {
    const text = source(['1', '2', '3, 4 en 5', '6 en 7']);
    expect(outline(text).filter((line) => line.startsWith('question'))).toEqual([
      'question 1: answered',
      'question 2: answered',
      'question 3 4 5: answered',
      'question 6 7: answered',
    ]);
    expect(findings(text)).toEqual([]);
  });

  test.each([
    ['**1**', '**2 en 3**'],
    ['### 1', '### 2 en 3'],
  ])('%s', (one, two) => {
    expect(findings(source([one, two]))).toEqual([]);
    expect(outline(source([one, two])).filter((line) => line.startsWith('question')).length).toBe(2);
  });

  test('a stray page number opens nothing', () => {
    const text = '1. Is de sluis dicht?\n\n12\n\nEn de brug?\n\nAntwoord: Ja.\n\n13\n\nMaar niet lang.';
    expect(outline(text)).toEqual(['question 1: answered', 'answer to 1']);
  });
});

describe('Bundestag and Bürgerschaft', () => {
  const head = '---\nsprache: de\nart: antwort\n---\n\n';

  test('an answer after each question, without a marker', () => {
    const source = `${head}## Vorbemerkung der Fragesteller\n\nDie Schleuse ist zu.\n\n1. Warum ist die Schleuse zu?\n\nWegen des Eises.\n\nEs ist dick.\n\n2. Bis wann?\n\nBis März.`;
    expect(outline(source)).toEqual([
      'frame: Die Schleuse ist zu.',
      'question 1: answered',
      'answer to 1',
      'question 2: answered',
      'answer to 2',
    ]);
    expect(findings(source)).toEqual([]);
  });

  test('an answer after each sub-question', () => {
    const source = `${head}1. Welche Schleusen sind zu?\n\na) Seit wann?\n\nSeit Januar.\n\nb) Bis wann?\n\nBis März.\n\n2. Warum?\n\nWegen des Eises.`;
    expect(outline(source)).toEqual([
      'question 1 a b: answered',
      'answer to 1',
      'answer to 1',
      'question 2: answered',
      'answer to 2',
    ]);
    expect(findings(source)).toEqual([]);
  });

  test('several together', () => {
    const source = `${head}1. Warum?\n\n2. Seit wann?\n\n3. Bis wann?\n\nDie Fragen 1 bis 3 werden wegen ihres Zusammenhangs gemeinsam beantwortet.\n\nDas Eis ist dick.\n\n4. Und dann?\n\nDann taut es.`;
    expect(outline(source)).toEqual([
      'question 1: answered',
      'question 2: answered',
      'question 3: answered',
      'answer to 1 2 3',
      'question 4: answered',
      'answer to 4',
    ]);
    expect(findings(source)).toEqual([]);
  });

  test.each([
    ['Antwort zu Frage 1:', '1'],
    ['Antwort zu Fragen 1, 1 a) und 1 b):', '1'],
    ['Antwort zu Fragen 1 bis 2:', '1 2'],
    ['Antwort zu den Fragen 1 und 2:', '1 2'],
    ['Zu 1 und 2:', '1 2'],
  ])('%s', (marker, numbers) => {
    const source = `${head}1. Warum?\n\na) Seit wann?\n\nb) Bis wann?\n\n2. Und dann?\n\n${marker}\n\nDas Eis ist dick.`;
    expect(outline(source).at(-1)).toBe(`answer to ${numbers}`);
  });
});

describe('European Parliament', () => {
  const questions = '1. Can the Commission confirm this?\n\n2. If so, since when?\n\n3. Will it act?\n\n';

  test.each([
    'Answer given by Ms Lind on behalf of the European Commission',
    'Answer to questions 1 to 3:',
    'Answers to questions 1, 2 and 3',
  ])('%s', (marker) => {
    const source = `---\nlanguage: en\nkind: reply\n---\n\n${questions}${marker}\n\nThe Commission will act.`;
    expect(outline(source).at(-1)).toBe('answer to 1 2 3');
    expect(findings(source)).toEqual([]);
  });

  test('one answer to all, where the chamber is another', () => {
    const source = `---\nlanguage: en\nkind: reply\nchamber: other\n---\n\n${questions}Answer: The Commission will act.`;
    expect(findings(source)).toEqual([]);
  });

  test('in Dutch', () => {
    const source =
      '1. Klopt dit?\n\n2. Zo ja, sinds wanneer?\n\nAntwoord van mevrouw Lind namens de Europese Commissie\n\nDe Commissie onderzoekt dit.';
    expect(outline(source).at(-1)).toBe('answer to 1 2');
    expect(findings(source)).toEqual([]);
  });
});

test('UK select committee: recommendations and the response to each', () => {
  const source = [
    '---\nlanguage: en\nkind: reply\n---',
    'Recommendation 1',
    'The Government should publish the data.',
    'Government response',
    'We agree.',
    'Recommendations 2 and 3: The Department should set targets.',
    'Government response to recommendations 2 and 3',
    'We partly agree.',
    'Recommendation 4',
    'A review should follow.',
    'Response:',
    'It will.',
  ].join('\n\n');
  expect(outline(source)).toEqual([
    'question 1: answered',
    'answer to 1',
    'question 2 3: answered',
    'answer to 2+3',
    'question 4: answered',
    'answer to 4',
  ]);
  expect(findings(source)).toEqual([]);
});

describe('sub-questions', () => {
  test.each(['a.', 'a)', '- a.', '   a.'])('%s', (mark) => {
    const source = `1. Is de sluis dicht?\n\n${mark} Waarom?\n\nAntwoord: Om het ijs.`;
    expect(outline(source)).toEqual(['question 1 a: answered', 'answer to 1']);
  });

  test.each([
    '1. a) Waarom?\nb) Sinds wanneer?',
    'Vraag 1\na. Waarom?\nb. Sinds wanneer?',
    '1.\na) Waarom?\nb) Sinds wanneer?',
  ])('%j', (source) => {
    expect(outline(`${source}\n\nAntwoord: Ja.`)).toEqual(['question 1 a b: answered', 'answer to 1']);
  });

  test('a wrapped line that begins with a letter is none', () => {
    const source = '1. Zie het rapport,\np. 12 en verder. Klopt dat,\nc. voor zover bekend?\n\nAntwoord: Ja.';
    expect(outline(source)).toEqual(['question 1: answered', 'answer to 1']);
  });

  test.each([
    ['Antwoord 2a', 'Antwoord 2b'],
    ['Antwoord:', 'Antwoord:'],
    ['Antwoord op vraag 2a:', 'Antwoord op vraag 2b:'],
  ])('each with its own answer: %s, %s', (first, second) => {
    const source = `1. Ja?\n\nAntwoord: Ja.\n\n2. Is de sluis dicht?\n\na. Waarom?\n\n${first}\n\nOm het ijs.\n\nb. Sinds wanneer?\n\n${second}\n\nSinds mei.\n\n3. En dan?\n\nAntwoord: Dan niets.`;
    expect(outline(source)).toEqual([
      'question 1: answered',
      'answer to 1',
      'question 2 a b: answered',
      'answer to 2',
      'answer to 2',
      'question 3: answered',
      'answer to 3',
    ]);
    expect(findings(source)).toEqual([]);
  });

  test('spelled out', () => {
    const source =
      'Vraag 2a\n\nIs de sluis dicht?\n\nAntwoord 2a\n\nJa.\n\nVraag 2b\n\nWaarom?\n\nAntwoord 2b\n\nOm het ijs.\n\nVraag 3\n\nEn dan?\n\nAntwoord 3\n\nDan niets.';
    expect(outline(source)).toEqual([
      'question 2 a b: answered',
      'answer to 2',
      'answer to 2',
      'question 3: answered',
      'answer to 3',
    ]);
    expect(findings(source)).toEqual([]);
  });
});

describe('numbers that open no question', () => {
  test('below a line that does not end a sentence', () => {
    expect(outline('1. Klopt dit?\nAntwoord: Ja, in artikel\n2. Dat weet u.')).toEqual([
      'question 1: answered',
      'answer to 1',
    ]);
  });

  test('below a sentence, unless they come next', () => {
    expect(outline('1. Klopt dit?\nAntwoord: Ja.\n3. Dat weet u.\n2. En dit?')).toEqual([
      'question 1: answered',
      'answer to 1',
      'question 2: missing',
    ]);
  });

  test.each([
    '1) Zus.\n2) Zo.',
    '- Zus.\n- Zo.',
    '  1. Zus.\n  2. Zo.',
    '    1. Zus.\n    2. Zo.',
    '* 2. Zus.',
  ])('enumerations: %j', (list) => {
    const source = `1. Kent u het volgende?\n\n${list}\n\nAntwoord: Ja.\n\n2. Klopt dat?\n\nAntwoord: Ja.`;
    expect(outline(source).filter((line) => line.startsWith('question'))).toEqual([
      'question 1: answered',
      'question 2: answered',
    ]);
    expect(findings(source)).toEqual([]);
  });

  test('a list of questions in a question, when its last number comes again', () => {
    const source =
      '1. Kent u deze vragen?\n\n1. Is de sluis dicht?\n2. En de brug?\n\nAntwoord: Ja.\n\n2. Klopt dat?\n\nAntwoord: Ja.';
    expect(outline(source)).toEqual([
      'question 1: answered',
      'list of 2',
      'answer to 1',
      'question 2: answered',
      'answer to 2',
    ]);
  });

  test('a list in an answer that passes the number of the next question', () => {
    const list = [1, 2, 3, 4, 5].map((number) => `${number}. Punt.`).join('\n');
    const source = `1. Welke punten?\n\nAntwoord:\n\n${list}\n\n2. Klopt dat?\n\nAntwoord: Ja.`;
    expect(outline(source)).toEqual([
      'question 1: answered',
      'answer to 1',
      'list of 5',
      'question 2: answered',
      'answer to 2',
    ]);
    expect(findings(source)).toEqual(['enumeration-ambiguous 1.']);
  });

  test('a list in the letter that comes before the answers', () => {
    const source =
      'Hierbij zend ik u:\n\n1. de antwoorden;\n2. een bijlage.\n\n1. Is de sluis dicht?\n\nAntwoord: Ja.\n\n2. Waarom?\n\nAntwoord: Om het ijs.';
    expect(outline(source).filter((line) => line.startsWith('question'))).toEqual([
      'question 1: answered',
      'question 2: answered',
    ]);
    expect(findings(source)).toEqual([]);
  });

  test('under a heading among spelled-out questions', () => {
    const source =
      'Vraag 1\n\nKlopt dit?\n\nAntwoord 1\n\nJa.\n\n## Overzicht\n\n1. Eerst herstel.\n\n2. Dan nieuwbouw.\n\nVraag 2\n\nEn dit?\n\nAntwoord 2\n\nNee.';
    expect(outline(source)).toEqual([
      'question 1: answered',
      'answer to 1',
      'frame: 1. Eerst herstel.',
      'frame: 2. Dan nieuwbouw.',
      'question 2: answered',
      'answer to 2',
    ]);
    expect(findings(source)).toEqual([]);
  });

  test('in a spelled-out document', () => {
    const source =
      'Vraag 1\n\nKunt u ingaan op:\n\n1. Is de sluis dicht?\n2. En de brug?\n\nAntwoord 1\n\nJa.\n\nVraag 2\n\nWaarom?\n\nAntwoord 2\n\nOm het ijs.';
    expect(outline(source).filter((line) => line.startsWith('question'))).toEqual([
      'question 1: answered',
      'question 2: answered',
    ]);
  });
});

test('numbered and spelled-out questions stand beside each other', () => {
  const source =
    '1. Is de sluis dicht?\n\nAntwoord: Ja.\n\nVragen 2, 3 en 5\n\nWaarom? Sinds wanneer? Tot wanneer?\n\nAntwoord: Om het ijs.\n\n4. En de brug?\n\nAntwoord: Nee.\n\n6. En de weg?\n\nAntwoord: Nee.';
  expect(outline(source).filter((line) => line.startsWith('question'))).toEqual([
    'question 1: answered',
    'question 2 3 5: answered',
    'question 4: answered',
    'question 6: answered',
  ]);
  expect(findings(source)).toEqual([]);
});
