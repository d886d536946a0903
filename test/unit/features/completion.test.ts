import { describe, expect, test } from 'vitest';
import { compare } from '../../../server/src/compare/compare.js';
import {
  asksForFiles,
  completion,
  type NamedFile,
  type Surroundings,
} from '../../../server/src/features/completion/index.js';
import { parseBrief } from '../../../server/src/model/document.js';
import { readPicture } from '../picture.js';

/** Asks at the `|` in a picture. */
function at(picture: string, surroundings: Partial<Surroundings> & { letter?: string } = {}) {
  const { text, offset } = readPicture(picture, '|');
  const brief = parseBrief(text);
  const letter = surroundings.letter === undefined ? null : parseBrief(surroundings.letter);
  const { items, more } = completion(brief, offset, {
    tabStops: false,
    trigger: null,
    comparison: () => letter && compare(letter, brief),
    files: [],
    today: null,
    ...surroundings,
  });
  const sorted = [...items].sort((a, b) => (a.sort < b.sort ? -1 : 1));
  return {
    items: sorted,
    more,
    labels: sorted.map(({ label }) => label),
    /** The text when the item with this label is taken. */
    take: (label: string) => {
      const { replace, insert } = items.find((item) => item.label === label)!;
      return text.slice(0, replace.from) + insert + text.slice(replace.to);
    },
    of: (...kinds: string[]) => sorted.filter(({ kind }) => kinds.includes(kind)).map(({ label }) => label),
  };
}

const questions = `---
soort: antwoord
---

1. Klopt dit?

Antwoord: Ja.

2. En dat?

3. Wie betaalt?

Antwoord: PM

`;

describe('numbers of questions', () => {
  test.each(['Zie vraag |', 'Zie de vragen |', 'Zie de vragen 2|', 'Zie het antwoord op vraag |'])(
    'in an answer: %j',
    (words) => {
      const { items, take } = at(questions.replace('Antwoord: Ja.', `Antwoord: ${words}`));
      expect(items.map(({ label, detail }) => `${label} ${detail}`)).toEqual([
        '1 Klopt dit?',
        '2 En dat? (nog geen antwoord)',
        '3 Wie betaalt? (nog te schrijven)',
      ]);
      expect(take('2')).toContain(words.replace(/2?\|/, '2'));
    },
  );

  test.each(['vraag 1 en |', 'de vragen 1, |', 'de vragen 1 t/m |', 'vraag 1 of |'])(
    'in a list, those that are not in it: %j',
    (words) => expect(at(`${questions}Zie ${words}`).labels).toEqual(['2', '3']),
  );

  test('in the words of another language', () => {
    const english = '---\nkind: reply\n---\n\n1. Is it so?\n\nAnswer: See question |';
    expect(at(english).items[0]).toMatchObject({ label: '1', detail: 'Is it so?' });
  });

  test.each(['1. Hoe zit het met vraag |', 'Een vraag o|', 'Vraagstuk |', '`vraag` |'])(
    'not here: %j',
    (words) => {
      expect(at(questions.replace('1. Klopt dit?', words)).of('question')).toEqual([]);
    },
  );

  test('not in a letter', () => {
    expect(at('---\nsoort: brief\n---\n\nVraag 1\n\nZie vraag |').labels).toEqual([]);
  });

  test('behind the words that open an answer, those without an answer first', () => {
    const spelled = 'Vraag 1\n\nKlopt dit?\n\nAntwoord 1\n\nJa.\n\nVraag 2\n\nEn dat?\n\n';
    expect(at(`${spelled}Antwoord op vraag |`).labels).toEqual(['2', '1']);
    expect(at(`${spelled}Antwoord op de vragen 2 en |`).labels).toEqual(['1']);
    expect(at(`${spelled}**Antwoord op |`).labels).toEqual(['2', '1']);
  });

  test('also when the space brings up the list, which elsewhere brings up nothing', () => {
    expect(at(`${questions}Zie vraag |`, { trigger: ' ' }).labels).toEqual(['1', '2', '3']);
    expect(at(`${questions}Zie de |`, { trigger: ' ' }).labels).toEqual([]);
    expect(at(`${questions} |`, { trigger: ' ' }).labels).toEqual([]);
  });
});

describe('answers that are still to be written', () => {
  test('by their number; the one above needs none', () => {
    expect(at(`${questions}|`).of('answer')).toEqual(['Antwoord op vraag 2:']);
    expect(at(questions.replace('2. En dat?\n', '2. En dat?\n\n|\n')).of('answer')).toEqual([]);
  });

  test('as the document writes them', () => {
    const { labels, of, take } = at(
      'Vraag 1\n\nKlopt dit?\n\n**Antwoord op vraag 1**\n\nJa.\n\nVraag 2\n\nEn dat?\n\nVragen 3 en 4\n\nWie? Wat?\n\nant|',
    );
    expect(of('answer')).toEqual(['Antwoord op vraag 3 en 4:', '**Antwoord op vraag 2**']);
    expect(labels).toContain('Antwoord');
    expect(take('**Antwoord op vraag 2**')).toMatch(/\n\n\*\*Antwoord op vraag 2\*\*\n\n$/);
    expect(take('Antwoord op vraag 3 en 4:')).toMatch(/\n\nAntwoord op vraag 3 en 4: $/);
  });

  test('not in a letter, nor in running text', () => {
    expect(at('---\nsoort: brief\nnummering: gegeven\n---\n\n1. Klopt dit?\n\n|').of('answer')).toEqual([]);
    expect(at(`${questions}Dus |`).of('answer')).toEqual([]);
  });
});

const letter = `---
soort: brief
---

## Vragen van de leden van de fractie van D66

Klopt dit?[^a] De leden horen dat graag.

Wie betaalt de aanleg?

## Vragen van de leden van de fractie van de VVD

Is er haast bij?

Zo ja, waarom?

- Is er een plan?

[^a]: Een noot.
`;
const begun = `---
soort: antwoord
---

## Vragen van de leden van de fractie van D66

1. Klopt dit? De leden horen dat graag.

Antwoord: Ja.

`;

describe('what the letter asks and the reply does not have yet', () => {
  test('headings of groups', () => {
    const { items, take } = at(`${begun}vra|`, { letter });
    expect(items.filter(({ kind }) => kind === 'group')).toMatchObject([
      {
        label: '## Vragen van de leden van de fractie van de VVD',
        detail: 'Uit de brief: 2 vragen',
        filter: 'Vragen van de leden van de fractie van de VVD',
      },
    ]);
    expect(take('## Vragen van de leden van de fractie van de VVD')).toMatch(/\n\n## Vragen .* de VVD\n\n$/);
  });

  test('behind a number sign only those', () => {
    const { labels, take } = at(`${begun}## Vra|`, { letter });
    expect(labels).toEqual(['## Vragen van de leden van de fractie van de VVD']);
    expect(take(labels[0])).toMatch(/\n\n## Vragen van[^\n]* de VVD\n\n$/);
  });

  test('questions, quoted and numbered, each with its answer open', () => {
    const { of, take } = at(`${begun}|`, { letter });
    expect(of('question')).toEqual(['2. Wie betaalt de aanleg?', '2. Is er haast bij?', '2. Zo ja, waarom?']);
    expect(take('2. Wie betaalt de aanleg?')).toBe(`${begun}2. Wie betaalt de aanleg?\n\nAntwoord: `);
  });

  test('in the form of the reply, without notes', () => {
    const spelled =
      '---\nsoort: antwoord\n---\n\nVraag 1\n\nWie betaalt de aanleg?\n\nAntwoord 1\n\nHet Rijk.\n\n|';
    const { of, take } = at(spelled, { letter });
    const [first] = of('question');
    expect(take(first)).toBe(
      spelled.replace('|', 'Vraag 2\n\nKlopt dit? De leden horen dat graag.\n\nAntwoord 2\n\n'),
    );
  });

  test('with its lists as they are, and no number that would be a question', () => {
    const asked = `---\nsoort: brief\n---\n\nWaar ligt het?\n\nWelke wegen:\n\n- de ring;\n  - in het noorden?\n  - in het zuiden?\n`;
    const { of, take } = at(`${begun}|`, { letter: asked });
    expect(take(of('question')[1])).toBe(
      `${begun}2. Welke wegen:\n\n- de ring;\n  - in het noorden?\n  - in het zuiden?\n\nAntwoord: `,
    );
  });

  test('nothing by theme, in a complete reply, or without a letter', () => {
    expect(at(begun.replace('---\n\n', 'indeling: thema\n---\n\n') + '|', { letter }).of('group')).toEqual(
      [],
    );
    expect(at(`${begun}|`).of('group', 'question')).toEqual([]);
    expect(at(`${begun}## |`).of('group', 'question')).toEqual([]);
  });
});

describe('front matter', () => {
  test('keys that are not there yet, with what they are for', () => {
    const { items, labels, take } = at('---\nsoort: antwoord\nonderwerp: Havens\nsta|\n---\n');
    expect(items[0]).toMatchObject({
      label: 'status',
      detail: 'In een definitief stuk is een ontbrekend antwoord een fout, in een concept een waarschuwing.',
    });
    expect(labels).not.toContain('soort');
    expect(labels).not.toContain('onderwerp');
    expect(labels).not.toContain('naam');
    expect(take('status')).toBe('---\nsoort: antwoord\nonderwerp: Havens\nstatus: \n---\n');
  });

  test('in the language of the document', () => {
    expect(at('---\nkind: reply\nsta|\n---\n').items[0]).toMatchObject({ label: 'status', detail: /Draft/ });
    expect(at('---\nart: antwort\n|\n---\n').labels).toContain('betreff');
  });

  test('a key before its colon, and one of another language, is there already', () => {
    const { labels, take } = at('---\nsubject: Havens\n|d: 3 mei 2025\nsoort: brief\n---\n');
    expect(labels).not.toContain('onderwerp');
    expect(take('datum')).toBe('---\nsubject: Havens\ndatum: 3 mei 2025\nsoort: brief\n---\n');
  });

  test('name and office below the one who signs', () => {
    expect(at('---\nsoort: brief\nvan:\n  naam: A. Jansen\n  |\n---\n').labels).toEqual(['ambt']);
    expect(at('---\nsoort: brief\nonderwerp:\n  |\n---\n').labels).toEqual([]);
  });

  test('fixed values, in place of what stands there', () => {
    const { labels, take } = at('---\nsoort: |antw\n---\n', { trigger: ' ' });
    expect(labels).toEqual(['brief', 'antwoord', 'uitstel', 'verslag']);
    expect(take('verslag')).toBe('---\nsoort: verslag\n---\n');
    expect(at('---\nonderwerp: |\n---\n', { trigger: ' ' }).labels).toEqual([]);
  });

  test.each([
    '|---\nsoort: brief\n---\n',
    '---|\nsoort: brief\n---\n',
    '---\nsoort: brief\n|---\n',
    '---\nsoort: brief\n--|-\n',
  ])('nothing at its ends: %j', (picture) => expect(at(picture).labels).toEqual([]));
});

describe('files', () => {
  const files: NamedFile[] = [
    { path: 'antwoord 2.brief.md', kind: 'reply' },
    { path: 'vragen: 1.brief.md', kind: null },
    { path: 'map/vragen.brief.md', kind: 'letter' },
  ];

  test('of the letter that is answered, letters first', () => {
    const { items, labels, take } = at('---\nsoort: antwoord\nbrief: |oud.md\n---\n', { files });
    expect(labels).toEqual(['map/vragen.brief.md', 'antwoord 2.brief.md', 'vragen: 1.brief.md']);
    expect(items[0].detail).toBe('brief');
    expect(take('vragen: 1.brief.md')).toContain('brief: "vragen: 1.brief.md"\n');
  });

  test('of the parts of a report, as addresses', () => {
    const { take } = at('[Antwoord](an|x)\n', { files, trigger: '(' });
    expect(take('antwoord 2.brief.md')).toBe('[Antwoord](antwoord%202.brief.md)\n');
    expect(at('Zie (|', { files, trigger: '(' }).labels).toEqual([]);
  });

  test.each([
    ['---\nsoort: antwoord\nbrief: |\n---\n', true],
    ['---\nsoort: antwoord\nonderwerp: |\n---\n', false],
    ['[Brief](|', true],
    ['[Brief] |', false],
  ])('are looked up only where they can be named: %j', (picture, asked) => {
    const { text, offset } = readPicture(picture, '|');
    expect(asksForFiles(parseBrief(text), offset)).toBe(asked);
  });
});

describe('citations that were used before', () => {
  const cited = 'Zie Kamerstukken II 2023/24,\n36 471, nr. 96 en Stb. 2026, 94.\n\n';

  test.each(['Ka|', 'En dus: Kamer|', '(kamerstukken II 2023|', 'Kamerstukken II 2023/24, 36|'])(
    'behind two letters of one: %j',
    (words) => {
      const { of, take } = at(cited + words);
      expect(of('citation')).toEqual(['Kamerstukken II 2023/24, 36 471, nr. 96']);
      expect(take('Kamerstukken II 2023/24, 36 471, nr. 96')).toBe(
        cited + words.replace(/kamer.*\|$|ka\|$/i, 'Kamerstukken II 2023/24, 36 471, nr. 96'),
      );
    },
  );

  test('one letter is too little, and says that there is more', () => {
    expect(at(`${cited}Of S|`)).toMatchObject({ more: true });
    expect(at(`${cited}Of S|`).of('citation')).toEqual([]);
    expect(at(`${cited}Of X|`).more).toBe(false);
  });

  test.each(['Of aka|', 'De Kamervra|', 'nr. 96|'])('not here: %j', (words) => {
    expect(at(cited + words).of('citation')).toEqual([]);
  });

  test('each once, those of the letter too, and not the one at the cursor', () => {
    const again = { letter: `Klopt Stb. 2026, 94 en Stcrt. 2025, 12?\n` };
    expect(at(`${begun}Stb. 2026, 94. Stb. 2026, 94. En St|`, again).of('citation')).toEqual([
      'Stb. 2026, 94',
      'Stcrt. 2025, 12',
    ]);
    expect(at(`${begun}Antwoord: Stb. 2026, 94|`).of('citation')).toEqual([]);
  });
});

describe('comments', () => {
  test.each([
    '<!-- kb negeer |',
    '<!-- kb negeer |-->',
    '<!-- kb ignore-file |',
    '1. Klopt dit? <!-- kb negeer |',
  ])('codes of findings: %j', (picture) => {
    const { items } = at(picture);
    expect(items.find(({ label }) => label === 'answer-missing')).toMatchObject({
      insert: 'answer-missing',
      detail: expect.stringMatching(/\p{L}/u),
    });
  });

  test('each code once', () => {
    const { labels, take } = at(
      '<!-- kb negeer answer-missing, answer-em|: reden -->\n\nDe vraag van de leden.',
    );
    expect(labels).not.toContain('answer-missing');
    expect(take('answer-empty')).toContain('<!-- kb negeer answer-missing, answer-empty: reden -->');
  });

  test.each(['<!-- |', '<!-- kb negeer answer-empty: |', '<!-- zie vraag |'])('nothing here: %j', (picture) =>
    expect(at(picture).labels).toEqual([]),
  );
});

test('footnotes behind [^, and nothing else', () => {
  const { labels, take } = at('Een.[^ks|]\n\n[^kst-96]: De brief.\n\n[^kst-97]: Nog een.', { trigger: '^' });
  expect(labels).toEqual(['[^kst-96]', '[^kst-97]']);
  expect(take('[^kst-97]')).toMatch(/^Een\.\[\^kst-97\]\n/);
});

test('a footnote with two texts is offered once', () => {
  const { labels } = at('Een.[^|]\n\n[^a]: De brief.\n\n[^b]: Iets.\n\n[^A]: Nog een.', { trigger: '^' });
  expect(labels).toEqual(['[^a]', '[^b]']);
});

test('another footnote takes the place of the whole mark', () => {
  const { take } = at('Zie [^b|ron].\n\n[^bron]: Een.\n\n[^brug]: Twee.');
  expect(take('[^brug]')).toMatch(/^Zie \[\^brug\]\.\n/);
});

describe('in a note on the work', () => {
  const noted =
    '<!-- kb werk: eigenaar=directie Water; voor=2026-03-05 -->\n\n1. Hoe diep?\n\n<!-- kb werk: | -->\n\n2. Hoe breed?\n';
  const today = '2026-03-02';

  test('the names that are not there yet', () => {
    const { labels, take } = at(noted);
    expect(labels).toEqual(['eigenaar', 'stand', 'voor', 'opmerking']);
    expect(take('stand')).toContain('<!-- kb werk: stand= -->');
    expect(at(noted.replace('|', 'eigenaar=Wegen; st|')).labels).toEqual(['stand', 'voor', 'opmerking']);
  });

  test('the states, and the owners that the document names', () => {
    expect(at(noted.replace('|', 'stand=|')).labels).toEqual(['concept', 'ter review', 'akkoord']);
    const { labels, take } = at(noted.replace('|', 'stand=concept; eigenaar=dir|'));
    expect(labels).toEqual(['directie Water']);
    expect(take('directie Water')).toContain('stand=concept; eigenaar=directie Water -->');
  });

  test('dates to come', () => {
    const { items } = at(noted.replace('|', 'voor=|'), { today });
    expect(items.map(({ label, detail }) => `${label} ${detail}`)).toEqual([
      '2026-03-02 2 maart 2026 (vandaag)',
      '2026-03-03 3 maart 2026 (morgen)',
      '2026-03-04 4 maart 2026 (over 2 dagen)',
      '2026-03-05 5 maart 2026 (over 3 dagen)',
      '2026-03-09 9 maart 2026 (over 7 dagen)',
      '2026-03-16 16 maart 2026 (over 14 dagen)',
    ]);
    expect(at(noted.replace('|', 'voor=|')).labels).toEqual(['2026-03-05']);
  });

  test('the kinds of comments, in the language of the document', () => {
    expect(at('<!-- kb |').labels).toEqual(['werk', 'negeer', 'negeer-bestand']);
    expect(at('---\nkind: reply\n---\n\n<!-- kb |').labels).toEqual(['work', 'ignore', 'ignore-file']);
  });
});
