import fc from 'fast-check';

/** A word of a text, with the note behind it. */
export interface Token {
  text: string;
  note?: Note;
}

export interface Note {
  /** As it runs on through the publication. */
  number: number;
  tokens: Token[];
}

/** What is set as one paragraph. */
export interface Block {
  kind:
    'title' | 'group' | 'theme' | 'number' | 'marker' | 'question' | 'numbered' | 'item' | 'frame' | 'text';
  tokens: Token[];
}

export interface Part {
  file: 'verslag.brief.md' | 'brief.brief.md' | 'antwoord.brief.md';
  blocks: Block[];
  /** In a reply, in order. */
  questions: { numbers: number[]; group: string | null; words: string }[];
  answers: { numbers: number[]; words: string }[];
  groups: string[][];
}

/** Invented words: short and long ones, with hyphens, and what is easily taken for something else. */
const plain = (
  'warmte buis lage dorp regio kabel gemeente bewoner toezicht subsidie bereikbaar onderhoud aanleg overleg tarief ' +
  'leverancier aansluiting netbeheerder eigenaar woningcorporatie rekening besluit vergunning provincie waterschap ' +
  'warmtenettenbeheerder aansluitverplichting transportcapaciteit energieleverancier uitvoeringsprogramma ' +
  'klimaatdoelstelling samenwerkingsverband nutsvoorzieningen is wordt blijkt geeft heeft vraagt de het een van voor ' +
  'met door bij uit over onder tussen niet ook nog al daarom hierbij volgens'
).split(' ');
const odd = [
  'KNMI-rapport',
  'COA-locatie',
  'Bakker-Klein',
  '-',
  '38.380',
  '2,7%',
  '12',
  '4',
  '2023',
  '1998',
  'D66',
  'JA21',
  'm2',
  'CO2',
  'A12',
  '“warmte',
  'net”',
  '(zie',
  'bijlage)',
  '‘nieuw’',
  'Zaken',
  'fractie van de PVV',
  'minister van Wonen',
  'Antwoord',
  'vraag 3',
  'artikel 5',
  'in- en uitvoer',
  'nr. 12',
  'd.w.z. lokaal',
  'J. de Wit',
  'café',
  '1,5 km',
];
const groupNames = ['D66', 'PVV', 'ChristenUnie', 'GroenLinks-PvdA', 'JA21', 'VVD', 'SGP', '50PLUS'];
const officesOf = ['Wonen', 'Warmte en Water', 'Klimaat', 'Binnenlandse Zaken en Koninkrijksrelaties'];

const word = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...plain) }, fc.constantFrom(...odd));

const address = fc
  .tuple(
    fc.constantFrom('https://www.warmte.nl', 'https://zoek.voorbeeld.nl', 'www.dorpen.nl'),
    fc.array(fc.constantFrom('nieuws', 'beleid-en-geld', '2024/03', 'lage-tarieven-voor-iedereen'), {
      minLength: 1,
      maxLength: 3,
    }),
    fc.constantFrom('kst-36471-96.html', 'id=2024A0523', '?q=warmte%20net%2C%20dorp', 'warmte-nu'),
  )
  .map(([site, path, last]) => [site, ...path, last].join('/'));

const noteText = fc
  .tuple(
    fc.constantFrom('Zie', 'Kamerstukken', 'Handelingen', 'Rapport', 'Vergelijk'),
    fc.array(fc.constantFrom(...plain, 'II', '2023/24,', '36 471,', 'nr. 96,', 'p. 12'), { maxLength: 24 }),
    fc.option(address, { nil: null }),
    fc.boolean(),
  )
  .map(([first, rest, url, stop]) => {
    const words = [first, ...rest, ...(url ? [url] : ['warmte'])].join(' ').split(' ');
    // An address that ends a note is set without a full stop, or with one.
    return stop ? `${words.join(' ')}.` : words.join(' ');
  });

/** A sentence, and which of its words have a note: never a bare amount, which no reader could tell from its note. */
function sentence(ends: readonly string[]): fc.Arbitrary<Token[]> {
  return fc
    .record({
      words: fc.array(word, { minLength: 2, maxLength: 22 }),
      last: fc.constantFrom(...plain, '2023', 'KNMI-rapport', '‘nieuw’'),
      end: fc.constantFrom(...ends),
      notes: fc.array(fc.record({ at: fc.nat(25), text: noteText }), { maxLength: 2 }),
    })
    .map(({ words, last, end, notes }) => {
      const texts = [...words, last].join(' ').split(' ');
      texts[0] = texts[0][0].toUpperCase() + texts[0].slice(1);
      if (!/^\p{Lu}\p{L}/u.test(texts[0]) || /^(?:Antwoord|Vraag)/.test(texts[0])) texts.unshift('Ook');
      const tokens = texts.map((text, i): Token => ({ text: i === texts.length - 1 ? text + end : text }));
      for (const { at, text } of notes) {
        const token = tokens[Math.min(at, tokens.length - 1)];
        if (!token.note && mayHaveNote(token.text))
          token.note = { number: 0, tokens: text.split(' ').map((one) => ({ text: one })) };
      }
      return tokens;
    });
}

function mayHaveNote(text: string): boolean {
  return /^(?:\p{Ll}{4,}|20\d\d|19\d\d)[.?,]?$|^\p{Ll}{3,}[”’)][.?]?$|’[.?]$|\p{Ll}[.?]$/u.test(text);
}

const statement = sentence(['.']);
const asking = sentence(['?']);

const paragraph = fc.array(statement, { minLength: 1, maxLength: 3 }).map((sentences) => sentences.flat());
const questionParagraph = fc
  .tuple(fc.array(statement, { maxLength: 2 }), asking)
  .map(([before, last]) => [...before.flat(), ...last]);

/** Points of a list, after a line that ends in a colon. */
const list = fc
  .record({
    lead: sentence([':']),
    sign: fc.constantFrom('-', '•', '1)', 'a.'),
    points: fc.array(sentence([';', '.']), { minLength: 2, maxLength: 4 }),
  })
  .map(({ lead, sign, points }): Block[] => [
    { kind: 'text', tokens: lead },
    ...points.map((tokens, i): Block => ({
      kind: 'item',
      tokens: [
        { text: signOf(sign, i) },
        ...tokens.slice(0, -1),
        closed(tokens.at(-1)!, i === points.length - 1),
      ],
    })),
  ]);

function closed(token: Token, last: boolean): Token {
  return { ...token, text: token.text.replace(/[;.]$/, last ? '.' : ';') };
}

function signOf(sign: string, i: number): string {
  if (sign === '1)') return `${i + 1})`;
  return sign === 'a.' ? `${String.fromCharCode(97 + i)}.` : sign;
}

const text = (tokens: Token[]): Block => ({ kind: 'text', tokens });
const line = (kind: Block['kind'], words: string): Block => ({
  kind,
  tokens: words.split(' ').map((one) => ({ text: one })),
});
const opened = (words: string, tokens: Token[]): Token[] => [
  ...words.split(' ').map((one) => ({ text: one })),
  ...tokens,
];

const questionBody = fc.tuple(questionParagraph, fc.option(list, { nil: [] }), fc.boolean());
const answerBody = fc.tuple(
  fc.array(paragraph, { minLength: 1, maxLength: 3 }),
  fc.option(list, { nil: [] }),
);
const pair = fc.record({ question: questionBody, answer: answerBody });
const date = fc
  .tuple(
    fc.integer({ min: 1, max: 28 }),
    fc.constantFrom('maart', 'juni', 'oktober'),
    fc.constantFrom(2024, 2025),
  )
  .map((parts) => parts.join(' '));

const frame = fc.record({
  office: fc.constantFrom(...officesOf),
  committee: fc.constantFrom('Wonen', 'Klimaat/Warmte', 'Binnenlandse Zaken'),
  subject: fc.constantFrom('Staat van de Warmtenetten 2024', 'Dorpenmonitor'),
  dates: fc.tuple(date, date),
  mark: fc.constantFrom('175416.01U', '2024Z01234'),
  names: fc.tuple(
    fc.constantFrom('A.B. van Dam', 'De Bruin', 'M. Okafor – van Dijk'),
    fc.constantFrom('C. Jansen', 'E.F. de Groot-Smit'),
  ),
  intro: paragraph,
});

/** Cover, letter and reply by group, as the upper house publishes them. */
const upper = fc
  .record({
    frame,
    groups: fc.uniqueArray(
      fc.record({
        name: fc.constantFrom(...groupNames),
        pairs: fc.array(pair, { minLength: 1, maxLength: 4 }),
      }),
      { selector: ({ name }) => name, minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ frame: { office, committee, subject, dates, mark, names, intro }, groups }): Part[] => {
    const chair = `vaste commissie voor ${committee}`;
    const heading = (name: string) =>
      line('group', `Vragen en opmerkingen van de leden van de fractie van ${name}`);
    const cover: Block[] = [
      line(
        'text',
        `De ${chair} van de Eerste Kamer der Staten-Generaal heeft kennisgenomen van de ${subject}.`,
      ),
      line(
        'text',
        `Naar aanleiding hiervan is op ${dates[0]} een brief gestuurd aan de minister van ${office}.`,
      ),
      line('text', `De minister heeft op ${dates[1]} gereageerd.`),
      line('text', 'De commissie brengt bijgaand verslag uit van het gevoerde schriftelijk overleg.'),
      line('frame', `De griffier van de ${chair},`),
      line('frame', names[0]),
    ];
    const letter: Block[] = [
      line('title', `BRIEF VAN DE VOORZITTER VAN DE ${chair.toUpperCase()}`),
      line('frame', `Aan de minister van ${office}`),
      line('frame', `Den Haag, ${dates[0]}`),
      text(intro),
    ];
    const reply: Block[] = [
      line('title', `BRIEF VAN DE MINISTER VAN ${office.toUpperCase()}`),
      line('frame', 'Aan de Voorzitter van de Eerste Kamer der Staten-Generaal'),
      line('frame', `Den Haag, ${dates[1]}`),
      line('text', `Deze vragen werden ingezonden op ${dates[0]} met kenmerk ${mark}.`),
      line('frame', `De Minister van ${office},`),
      line('frame', names[1]),
    ];
    const questions: Part['questions'] = [];
    const answers: Part['answers'] = [];
    let number = 0;
    for (const { name, pairs } of groups) {
      letter.push(heading(name));
      reply.push(heading(name));
      for (const { question, answer } of pairs) {
        number++;
        const subject = `De leden van de fractie van ${name} lezen dit.`;
        const quoted = questionBlocks(opened(subject, question[0]), question[1]);
        letter.push(...quoted);
        const asked = withoutNotes(quoted);
        reply.push({ ...asked[0], kind: 'numbered', tokens: [{ text: `${number}.` }, ...asked[0].tokens] });
        reply.push(...asked.slice(1));
        questions.push({ numbers: [number], group: name, words: wordsOf(asked) });
        const given = answerBlocks(answer);
        answers.push({ numbers: [], words: wordsOf(given) });
        reply.push(
          { kind: 'marker', tokens: [{ text: 'Antwoord:' }, ...given[0].tokens] },
          ...given.slice(1),
        );
      }
    }
    letter.push(
      line('text', 'Zij ontvangen uw antwoord bij voorkeur binnen vier weken na dagtekening van deze brief.'),
      line('frame', names[1]),
      line('frame', `Voorzitter van de ${chair}`),
    );
    const names_ = groups.map(({ name }) => [name]);
    return [
      { file: 'verslag.brief.md', blocks: cover, questions: [], answers: [], groups: [] },
      { file: 'brief.brief.md', blocks: letter, questions: [], answers: [], groups: names_ },
      { file: 'antwoord.brief.md', blocks: reply, questions, answers, groups: names_ },
    ];
  });

/** Written questions of the lower house, spelled out; or a note after the report, with numbers alone on their line. */
const lower = fc
  .record({
    spelled: fc.boolean(),
    marker: fc.constantFrom('Antwoord op vraag #:', 'Antwoord #', 'Antwoord vraag #:', 'Antwoord'),
    sets: fc.array(fc.record({ size: fc.integer({ min: 1, max: 3 }), pair }), { minLength: 2, maxLength: 8 }),
    theme: fc.option(fc.constantFrom('Gevolgen voor gemeenten', 'Tarieven'), { nil: null }),
  })
  .map(({ spelled, marker, sets, theme }): Part[] => {
    const blocks: Block[] = [];
    const questions: Part['questions'] = [];
    const answers: Part['answers'] = [];
    let number = 0;
    for (const { size, pair: one } of sets) {
      const numbers = Array.from({ length: size }, (_, i) => number + i + 1);
      number += size;
      if (theme && !spelled && number > 3) blocks.push(line('theme', theme));
      blocks.push(
        spelled
          ? line('question', `${size === 1 ? 'Vraag' : 'Vragen'} ${listed(numbers)}`)
          : line('number', listed(numbers)),
      );
      const asked = withoutNotes(questionBlocks(one.question[0], one.question[1]));
      blocks.push(...asked);
      questions.push({ numbers, group: null, words: wordsOf(asked) });
      const named = spelled && marker.includes('#') ? numbers : [];
      blocks.push(line('marker', spelled ? marker.replace('#', listed(numbers)) : 'Antwoord'));
      const given = answerBlocks(one.answer);
      answers.push({ numbers: named, words: wordsOf(given) });
      blocks.push(...given);
    }
    return [{ file: 'antwoord.brief.md', blocks, questions, answers, groups: [] }];
  });

function questionBlocks(tokens: Token[], points: readonly Block[]): Block[] {
  return [text(tokens), ...points];
}

function answerBlocks([paragraphs, points]: [Token[][], readonly Block[]]): Block[] {
  return [...paragraphs.map(text), ...points];
}

/** The reply repeats a question without its notes. */
function withoutNotes(blocks: readonly Block[]): Block[] {
  return blocks.map(({ kind, tokens }) => ({ kind, tokens: tokens.map(({ text: one }) => ({ text: one })) }));
}

function wordsOf(blocks: readonly Block[]): string {
  return blocks.map(({ tokens }) => tokens.map(({ text: one }) => one).join(' ')).join('\n');
}

function listed(numbers: readonly number[]): string {
  if (numbers.length === 1) return String(numbers[0]);
  return `${numbers.slice(0, -1).join(', ')} en ${numbers.at(-1)}`;
}

/** A publication, its notes numbered as they come. */
export const consultation: fc.Arbitrary<Part[]> = fc.oneof(upper, lower).map((parts) => {
  let number = 0;
  return parts.map((part) => ({
    ...part,
    blocks: part.blocks.map((block) => ({
      ...block,
      tokens: block.tokens.map((token) =>
        token.note ? { ...token, note: { ...token.note, number: ++number } } : { ...token },
      ),
    })),
  }));
});
