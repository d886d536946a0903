import * as fc from 'fast-check';

/** A text in the dialect, and the words that it prints: those of the body, and those of the notes in their order. */
export interface Sample {
  source: string;
  body: string[];
  notes: string[];
}

interface Pen {
  /** As many words as are asked for, each another one. */
  words(count: number): string[];
  /** A mark, whose note stands at the end. */
  mark(): string;
  number(): number;
}

/** Kinds of blocks: each gives its source, and what that prints. */
const kinds: Record<string, (pen: Pen) => [source: string, printed: string]> = {
  paragraph: ({ words }) => {
    const [a, b, c] = words(3);
    return [`${a} ${b}\n${c}`, `${a} ${b} ${c}`];
  },
  marked: ({ words }) => {
    const [a, b, c, d] = words(4);
    return [`*${a} **${b}*** \`${c}\` x_${d}_y`, `${a} ${b} ${c} x_${d}_y`];
  },
  escaped: ({ words }) => {
    const [a, b] = words(2);
    return [
      `\\*${a}\\* a&amp;b <${b}> & &onbekend; 3 < 4 &#8364; <b>`,
      `*${a}* a&b <${b}> & &onbekend; 3 < 4 € <b>`,
    ];
  },
  comment: ({ words }) => {
    const [a, b] = words(2);
    return [`${a} <!-- weg --> ${b}`, `${a} ${b}`];
  },
  commentBlock: () => ['<!-- weg\nalles -->', ''],
  openComment: ({ words }) => {
    const [a] = words(1);
    return [`<!-- weg\n\n${a}`, a];
  },
  link: ({ words }) => {
    const [a, b, c, d] = words(4);
    const source = `[${a} *${b}*](https://voorbeeld.nl/a "titel") [${c}](javascript:alert) <mailto:${d}@b.nl>`;
    return [source, `${a} ${b} ${c} mailto:${d}@b.nl`];
  },
  editorial: ({ words, mark }) => {
    const [a, b] = words(2);
    return [`[${a}]${mark()} […] [sic] [${b}][ref]`, `[${a}] […] [sic] [${b}][ref]`];
  },
  notes: ({ words, mark }) => {
    const [a, b] = words(2);
    return [`${a}${mark()} ${b}${mark()}.`, `${a} ${b}.`];
  },
  bullets: ({ words, mark }) => {
    const [a, b, c, d] = words(4);
    return [`- ${a}\n- ${b}${mark()}\n  ${c}\n  - ${d}`, `- ${a} - ${b} ${c} - ${d}`];
  },
  numbers: ({ words }) => {
    const [a, b, c, d] = words(4);
    return [`1) ${a}\n2) ${b}\n\n   ${c}\n\n   > ${d}`, `1) ${a} 2) ${b} ${c} ${d}`];
  },
  table: ({ words, mark }) => {
    const [a, b, c, d] = words(4);
    const rows = `| ${a} | ${b} |\n| :-- | --: |\n| ${c}${mark()} | |\n| | ${d} \\| x |`;
    return [rows, `${a} ${b} ${c} ${d} | x`];
  },
  quote: ({ words }) => {
    const [a, b, c] = words(3);
    return [`> ${a}\n> ${b}\n>\n> - ${c}`, `${a} ${b} - ${c}`];
  },
  code: ({ words }) => {
    const [a, b] = words(2);
    return [`\`\`\`\n${a}\n  <${b}> [^1] *x*\n\`\`\``, `${a} <${b}> [^1] *x*`];
  },
  html: ({ words }) => {
    const [a] = words(1);
    return [`<div onclick="x">\n${a} <!-- weg -->\n</div>`, `<div onclick="x"> ${a} </div>`];
  },
  hardBreak: ({ words }) => {
    const [a, b, c] = words(3);
    return [`${a}  \n${b}\\\n${c}<br>${a}`, `${a} ${b} ${c} ${a}`];
  },
  heading: ({ words, mark }) => {
    const [a, b] = words(2);
    return [`### ${a} *${b}*${mark()} ###`, `${a} ${b}`];
  },
  group: () => {
    const title = 'Vragen van de leden van de fractie van de Tuinpartij';
    return [`## ${title}`, title];
  },
  question: ({ words, number }) => {
    const [a, b, c] = words(3);
    const n = number();
    return [`${n}. ${a}?\n\na. ${b}?\nb. ${c}?`, `${n}. ${a}? a. ${b}? b. ${c}?`];
  },
  answer: ({ words, mark }) => {
    const [a] = words(1);
    return [`Antwoord: ${a}.${mark()}`, `Antwoord: ${a}.`];
  },
  tight: ({ words, number }) => {
    const [a, b] = words(2);
    const n = number();
    return [`${n}. ${a}?\nAntwoord: ${b}.`, `${n}. ${a}? Antwoord: ${b}.`];
  },
  bold: ({ words, number }) => {
    const [a, b] = words(2);
    const n = number();
    return [`**${n}.** ${a}?\n\n**Antwoord: ${b}.**`, `${n}. ${a}? Antwoord: ${b}.`];
  },
  open: ({ number }) => {
    const n = number();
    return [`${n}. Open?\n\nAntwoord:`, `${n}. Open? Antwoord:`];
  },
  spelled: ({ words, number }) => {
    const [a, b] = words(2);
    const n = number();
    return [`**Vraag ${n}**\n\n${a}?\n\nAntwoord\n\n${b}.`, `Vraag ${n} ${a}? Antwoord ${b}.`];
  },
  rule: () => ['* * *', '* * *'],
  signature: () => ['De minister van Tuinen,', 'De minister van Tuinen,'],
};

export const samples: fc.Arbitrary<Sample> = fc
  .array(fc.tuple(fc.constantFrom(...Object.keys(kinds)), fc.boolean()), { minLength: 1, maxLength: 12 })
  .map((chosen) => {
    let words = 0;
    let numbers = 0;
    let labels = 0;
    const definitions: string[] = [];
    const notes: string[] = [];
    const pen: Pen = {
      words: (count) => Array.from({ length: count }, () => `woord${++words}`),
      number: () => ++numbers,
      mark() {
        const label = ++labels;
        definitions.push(`[^n${label}]: noot${label} *schuin*\n\n    tweede${label}`);
        notes.push(`noot${label}`, 'schuin', `tweede${label}`);
        return `[^n${label}]`;
      },
    };
    // A heading before some of the blocks ends what stands above it.
    const made = chosen.flatMap(([name, apart]) => [...(apart ? [['#### en', 'en']] : []), kinds[name](pen)]);
    return {
      source: `---\nsoort: antwoord\n---\n\n${made.map(([source]) => source).join('\n\n')}\n\n${definitions.join('\n\n')}\n`,
      body: made.flatMap(([, printed]) => printed.split(' ').filter(Boolean)),
      notes,
    };
  });
