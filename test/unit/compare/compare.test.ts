import { describe, expect, test } from 'vitest';
import { compare, stillHolds } from '../../../server/src/compare/compare.js';
import { sentenceText, wordingsOfDifference } from '../../../server/src/compare/wording.js';
import { BriefDocument, parseBrief } from '../../../server/src/model/document.js';

/**
 * What a comparison says, in words: `-` a question sentence of the letter that the reply lacks, `+` a sentence of the reply
 * that the letter lacks, and `letter → reply` for words that differ.
 */
function held(letter: string, reply: string): string[] {
  const comparison = compare(
    parseBrief(`---\nsoort: brief\n---\n\n${letter}`),
    parseBrief(`---\nsoort: antwoord\n---\n\n${reply}`),
  );
  const { asked, quoted, foundAt, unknown, differences } = comparison;
  return [
    ...asked
      .filter(({ wording }, i) => wording.question && foundAt[i] < 0)
      .map((spoken) => `- ${sentenceText(comparison.letter, spoken)}`),
    ...unknown.map((j) => `+ ${sentenceText(comparison.reply, quoted[j])}`),
    ...differences.map((difference) => {
      const { letter: asked, reply: here } = wordingsOfDifference(comparison, difference);
      return `${asked} → ${here}`;
    }),
  ];
}

describe('the same words', () => {
  test('in numbered questions', () => {
    expect(
      held(
        'De leden lezen dat het bos krimpt. Klopt dat? Hoe komt dat?\n\nWat kost herstel?',
        '1. De leden lezen dat het bos krimpt. Klopt dat? Hoe komt dat?\n\nAntwoord: Ja.\n\n2. Wat kost herstel?\n\nAntwoord: Veel.',
      ),
    ).toEqual([]);
  });

  test.each([
    ['a question is split', 'Klopt dat? Hoe komt dat?', '1. Klopt dat?\n\nAntwoord: Ja.\n\n2. Hoe komt dat?'],
    ['questions are merged', 'Klopt dat?\n\nHoe komt dat?', '1. Klopt dat? Hoe komt dat?'],
    [
      'questions are moved',
      'Klopt dat?\n\nHoe komt dat?\n\nEn nu?',
      '1. En nu?\n\n2. Klopt dat?\n\n3. Hoe komt dat?',
    ],
    [
      'a sentence is cut in two',
      'Is het bos ziek en krimpt het dus?',
      '1. Is het bos ziek.\n\nEn krimpt het dus?',
    ],
    [
      'two sentences are made one',
      'Het bos is ziek. Hoe komt dat zo?',
      '1. Het bos is ziek; hoe komt dat zo?',
    ],
    ['other quotation marks', 'Wat heet een “gezond” bos?', '1. Wat heet een "gezond" bos?'],
    ['other dashes', 'Krimpt het bos ─ zo nodig ─ nog?', '1. Krimpt het bos – zo nodig – nog?'],
    ['other apostrophes and spaces', 'Wat doen foto’s in 2 %?', "1. Wat doen  foto's in 2%?"],
    [
      'other apostrophes before a letter',
      'Kent u de heer Van ’t Hoff, die ’s avonds in ’s-Hertogenbosch is?',
      "1. Kent u de heer Van 't Hoff, die 's avonds in 's-Hertogenbosch is?",
    ],
    ['an apostrophe that Word turned', 'Kent u Van ‘t Hoff, ‘s avonds?', '1. Kent u Van ’t Hoff, ’s avonds?'],
    ['such an apostrophe within a quotation', 'Wat heet ‘’s nachts’?', "1. Wat heet ''s nachts'?"],
    ['other apostrophes of a genitive', 'Wat wil Hans’ partij?', "1. Wat wil Hans' partij?"],
    ['soft hyphens', 'Wat doen gemeenten\u00adbesturen?', '1. Wat doen gemeentenbesturen?'],
    ['a hyphen at a line end', 'Wat doen de medeoverheden?', '1. Wat doen de mede- overheden?'],
    ['note marks are dropped', 'Krimpt het bos[^1] nog?\n\n[^1]: Bron.', '1. Krimpt het bos nog?'],
    ['a note is added', 'Krimpt het bos nog?', '1. Krimpt het bos^[Zie de kaart.] nog?'],
    ['[sic], [woord] and […]', 'Zijn de boom en de struik ziek?', '1. Zijn de boom [sic] […] [al] ziek?'],
    ['punctuation and capitals', 'Zo ja, wat doet de Minister?', '1. Zo ja wat doet de minister?'],
    ['bold and italics', 'Is dat **nu** zo?', '1. Is dat _nu_ zo?'],
    [
      'list items lose their numbers',
      'Klopt dit:\n\n1. Eik en den.\n2. Beuk en es.',
      '1. Klopt dit:\n\nEik en den.\n\nBeuk en es.',
    ],
    ['an introduction is left out', 'De leden hebben enkele vragen.\n\nKlopt dat?', '1. Klopt dat?'],
  ])('%s', (_name, letter, reply) => {
    expect(held(letter, reply)).toEqual([]);
  });
});

describe('other words', () => {
  test.each([
    [
      'one word',
      'Hoeveel bomen zijn er in 2024 gekapt?',
      '1. Hoeveel bomen zijn er in 2025 gekapt?',
      ['2024 → 2025'],
    ],
    [
      'a word is gone',
      'Komt er nu een beter plan?',
      '1. Komt er nu beter plan?',
      ['nu een beter → nu beter'],
    ],
    ['a word is added', 'Komt er een plan?', '1. Komt er snel een plan?', ['er een → er snel een']],
    ['at the start', 'Waarom is het bos zo klein?', '1. Wanneer is het bos zo klein?', ['Waarom → Wanneer']],
    [
      'in two questions with the same words, each in its own place',
      'Wie betaalt het herstel van het bos?\n\nKan de regering toezeggen dat het bos groeit?',
      '1. Wie betaalt het herstel vhet et bos?\n\n2. Kan de ering toezeggen dat het bos groeit?',
      ['van het → vhet et', 'regering → ering'],
    ],
    [
      'words replaced by brackets, beside a question that the reply lacks',
      'Kan de regering toezeggen dat het bos groeit?\n\nWie betaalt het herstel van het bos?',
      '1. […] betaalt het herstel van het bos?',
      ['- Kan de regering toezeggen dat het bos groeit?'],
    ],
    ['at the end', 'Is het bos in juni klaar?', '1. Is het bos in juni af?', ['klaar → af']],
    [
      'in the sentence before the question',
      'Het plan kost 3 miljoen. Wie betaalt dat?',
      '1. Het plan kost 4 miljoen. Wie betaalt dat?',
      ['3 → 4'],
    ],
    [
      'a lost quotation mark',
      'Er staat: “Het bos krimpt.” Klopt dat?',
      '1. Er staat: “Het bos krimpt. Klopt dat?',
      ['krimpt.” → krimpt.'],
    ],
    [
      'a sentence of the paragraph is left out',
      'Het bos krimpt. Dat is ernstig. Wie helpt?',
      '1. Het bos krimpt. Wie helpt?',
      ['Dat is ernstig. → '],
    ],
    [
      'in a merged sentence',
      'Is het bos ziek? Hoe komt dat dan precies?',
      '1. Is het bos ziek en waardoor komt dat dan precies?',
      ['Hoe → en waardoor'],
    ],
  ])('%s', (_name, letter, reply, expected) => {
    expect(held(letter, reply)).toEqual(expected);
  });

  test('a missing and an unknown question', () => {
    expect(
      held(
        'Klopt dat?\n\nWie betaalt het nieuwe bos?',
        '1. Klopt dat?\n\nAntwoord: Ja.\n\n2. Is er overleg met boeren?',
      ),
    ).toEqual(['- Wie betaalt het nieuwe bos?', '+ Is er overleg met boeren?']);
  });

  test('a repeated short question is counted', () => {
    expect(
      held(
        'Is dat zo? Zo nee, waarom niet?\n\nKan dat? Zo nee, waarom niet?',
        '1. Is dat zo? Zo nee, waarom niet?\n\n2. Kan dat?',
      ),
    ).toEqual(['- Zo nee, waarom niet?']);
  });
});

describe('a sentence that the letter has outside its questions', () => {
  const letter =
    'Klopt het aantal bruggen?\n\nDe leden van de fractie van de SP sluiten zich bij deze vraag aan.';

  test('is not unknown', () => {
    expect(
      held(
        letter,
        '1. Klopt het aantal bruggen?\n\nDe leden van de fractie van de SP sluiten zich bij deze vraag aan.\n\nAntwoord: Ja.',
      ),
    ).toEqual([]);
  });

  test('is unknown when it has other words', () => {
    expect(
      held(
        letter,
        '1. Klopt het aantal bruggen?\n\nDe leden van de fractie van de SP verzetten zich daar sterk tegen.\n\nAntwoord: Ja.',
      ),
    ).toEqual(['+ De leden van de fractie van de SP verzetten zich daar sterk tegen.']);
  });

  test('is taken for no changed question', () => {
    expect(
      held(
        'Wie betaalt de aanleg van de nieuwe brug?\n\nDe aanleg van de nieuwe brug betaalt het Rijk.',
        '1. De aanleg van de nieuwe brug betaalt het Rijk.\n\nAntwoord: Ja.',
      ),
    ).toEqual(['- Wie betaalt de aanleg van de nieuwe brug?']);
  });

  test('holds as long as the letter says the same there', () => {
    const source = `---\nsoort: brief\n---\n\n${letter}`;
    const other = new BriefDocument(source);
    const reply = parseBrief('---\nsoort: antwoord\n---\n\n1. Klopt het aantal bruggen?\n\nAntwoord: Ja.');
    const comparison = compare(other.brief, reply);
    other.update([{ from: source.length, to: source.length, insert: '\n' }]);
    expect(stillHolds(comparison)).toBe(true);
    const at = source.indexOf('sluiten');
    other.update([{ from: at, to: at, insert: 'x' }]);
    expect(stillHolds(comparison)).toBe(false);
  });
});

test(
  'a question of many sub-questions is read once after a key, however many there are',
  { timeout: 10_000 },
  () => {
    const source = `---\nsoort: antwoord\n---\n\n1. Klopt dat?\n${'a. Hoe?\n'.repeat(20_000)}`;
    const letter = parseBrief('---\nsoort: brief\n---\n\nKlopt dat?\n');
    const reply = new BriefDocument(source);
    compare(letter, reply.brief);
    const at = source.indexOf('Hoe');
    reply.update([{ from: at, to: at, insert: 'x' }]);
    expect(compare(letter, reply.brief).quoted.length).toBe(20_001);
  },
);
