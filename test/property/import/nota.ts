import type { Block, Part, Token } from './consultation.js';

/** How many questions a note after the report has. */
export const questions = 120;

const themes = [
  'Inleiding',
  'Hoofdlijnen van het voorstel',
  'Verhouding tot hoger recht',
  'Gevolgen voor dorpen en eilanden',
  'Uitvoering, toezicht en handhaving',
  'Financiële gevolgen',
  'Overgangsrecht en inwerkingtreding',
];
const groups = ['VVD', 'GroenLinks-PvdA', 'D66', 'ChristenUnie', 'SGP', 'JA21'];
const subjects = [
  'de veerdienst',
  'het zwembad',
  'een muziekschool',
  'de bibliobus',
  'het dorpshuis',
  'de molen',
  'een wijkverpleegkundige',
];
const asks = [
  'kan de regering toelichten hoe # behouden blijft?',
  'welke kosten verwacht de regering voor #?',
  'deelt de regering de mening dat # voor iedereen bereikbaar moet zijn?',
  'hoeveel dorpen hebben # nog in 2030, en hoe wordt dat gemeten?',
];
const answers = [
  'De regering hecht aan #. Daarom is in 2024 een regeling opengesteld, waarop 38 dorpen een beroep deden.',
  'Voor # is 1,5 miljoen euro beschikbaar. Dat bedrag staat op de begroting, en daalt niet.',
  'Ja. Over # zijn afspraken gemaakt met de gemeenten en de provincies, die in het najaar worden herzien.',
  'Dat is niet bekend. Onderzoek naar # loopt nog, en de Kamer ontvangt het voor de zomer.',
];

/** A note after the report, by theme: numbers alone on their lines, combined answers, groups named in the text, notes. */
export function nota(): Part {
  const blocks: Block[] = [line('text', 'Nota naar aanleiding van het verslag')];
  const part: Part = { file: 'antwoord.brief.md', blocks, questions: [], answers: [], groups: [] };
  let notes = 0;
  let theme = 0;
  for (let number = 1; number <= questions;) {
    if (number > (theme * questions) / themes.length) blocks.push(line('theme', themes[theme++]));
    // Every seventh answer is to three questions, every fifth to two.
    const size = Math.min(number % 7 === 0 ? 3 : number % 5 === 0 ? 2 : 1, questions - number + 1);
    const numbers = Array.from({ length: size }, (_, i) => number + i);
    blocks.push(line('number', listed(numbers)));
    const asked = numbers.map((one) => line('text', question(one)));
    blocks.push(...asked, line('marker', 'Antwoord'));
    const given = [line('text', fill(answers, number))];
    if (number % 4 === 0) {
      const tokens = given[0].tokens;
      const text = `Kamerstukken II 2023/24, 36 9${number % 100}, nr. ${number}, p. ${number + 3}.`;
      tokens[3] = { ...tokens[3], note: { number: ++notes, tokens: tokensOf(text) } };
    }
    if (number % 6 === 0) given.push(line('text', `Zie verder het antwoord op vraag ${number - 1}.`));
    blocks.push(...given);
    part.questions.push({ numbers, group: null, words: wordsOf(asked) });
    part.answers.push({ numbers: [], words: wordsOf(given) });
    number += size;
  }
  return part;
}

function question(number: number): string {
  const group = groups[number % groups.length];
  return `De leden van de ${group}-fractie lezen dat de plannen zijn aangepast. Deze leden vragen: ${fill(asks, number)}`;
}

function fill(sentences: readonly string[], number: number): string {
  return sentences[number % sentences.length].replace('#', subjects[number % subjects.length]);
}

function line(kind: Block['kind'], text: string): Block {
  return { kind, tokens: tokensOf(text) };
}

function tokensOf(text: string): Token[] {
  return text.split(' ').map((one) => ({ text: one }));
}

function wordsOf(blocks: readonly Block[]): string {
  return blocks.map(({ tokens }) => tokens.map(({ text }) => text).join(' ')).join('\n');
}

function listed(numbers: readonly number[]): string {
  if (numbers.length === 1) return String(numbers[0]);
  return `${numbers.slice(0, -1).join(', ')} en ${numbers.at(-1)}`;
}
