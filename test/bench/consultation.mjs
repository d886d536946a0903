/**
 * Writes a reply of any size: groups, numbered questions with sub-questions, answers, footnotes, citations,
 * cross-references, lists and tables. The same size gives the same text. All its numbers, labels and references are
 * right, so that the only findings are those that were asked for.
 */

/**
 * Three places for the measured edits: a paragraph with a finding that moves with what is typed before it. Checkers of
 * Markdown find that its link leads nowhere.
 */
export const spot = {
  text: 'Het overzicht van de gemeenten staat in de bijlage bij Kamerstukken II 2023/24, 36 471, nr. 96, p. 84-84. Zie [weg][weg].',
  /** Typed inside this word; a footnote reference and a new line come behind it. */
  word: 'overzicht',
  link: '[weg][weg]',
};

const groups = [
  'de Waterpartij',
  'Nieuw Land',
  'het Stadsverbond',
  'de Noorderlijst',
  'Groei en Grond',
  'de Kustpartij',
];
const bodies = [
  'gemeenten',
  'provincies',
  'waterschappen',
  'uitvoeringsdiensten',
  'woningcorporaties',
  'scholen',
  'zorgaanbieders',
];
const subjects = [
  'de aanleg van warmtenetten',
  'het onderhoud van bruggen en sluizen',
  'de opvang van jonge statushouders',
  'het toezicht op de woningbouw',
  'de bekostiging van het regionale vervoer',
  'de naleving van het convenant over schone lucht',
  'het plan voor de herinrichting van het kustgebied',
];
const opinions = [
  'hebben met belangstelling kennisgenomen van de voortgangsrapportage over',
  'maken zich zorgen over de traagheid bij',
  'zien dat het afgelopen jaar weinig is veranderd in',
  'lezen dat de uitgaven sterker zijn gestegen dan was geraamd voor',
  'waarderen de inzet van de betrokken diensten bij',
];
const asks = [
  'Kan de regering uiteenzetten welke stappen {body} in {year} hebben gezet om de achterstand in te lopen?',
  'Hoe beoordeelt de regering de bevinding dat {share} van de {body} te weinig menskracht heeft voor deze taak?',
  'Is de regering bereid om de Kamer vóór 1 juli {year} te berichten over de uitkomst van dit overleg?',
  'Welke gevolgen heeft dit voor {body} die pas later met de uitvoering zijn begonnen?',
  'Waarom is er niet voor gekozen om {body} eerder bij de voorbereiding te betrekken?',
];
const statements = [
  'De regering deelt de opvatting dat {subject} meer aandacht vraagt dan in voorgaande jaren.',
  'In {year} is met {body} afgesproken dat de voortgang elk half jaar wordt gemeten en openbaar wordt gemaakt.',
  'Het aandeel van de {body} dat aan de afspraken voldoet, is in {year} gestegen tot {share}.',
  'De ‘stand van de uitvoering’ laat zien dat de ramingen op dit punt te hoog waren; de begroting is daarop aangepast.',
  'Voor zover bekend leiden de genoemde knelpunten niet tot vertraging bij {subject}.',
  'De betrokken {body} ontvangen hiervoor een vergoeding, die in verhouding staat tot het aantal inwoners.',
  'Daarbij wordt rekening gehouden met financiële en juridische beperkingen, en met de ervaringen uit eerdere jaren.',
  'Een onafhankelijke evaluatie is voorzien in het najaar van {year}.',
];
const points = [
  'de planning per regio',
  'de verdeling van de kosten',
  'de rol van de toezichthouder',
  'de werving van personeel',
];

/** The same sequence of numbers each time. @returns a whole number below `n` */
function sequence(seed) {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

/**
 * @param size in bytes of UTF-8; the text is at most one question longer
 * @param findings how many findings it has, spread over the text, those of the three spots included
 */
export function consultation(size, findings = 3) {
  const below = sequence(20241023);
  const pick = (list) => list[below(list.length)];
  const fill = (sentence) =>
    sentence.replace(/\{(\w+)\}/g, (_, name) =>
      name === 'year'
        ? 2021 + below(5)
        : name === 'share'
          ? `${12 + below(80)}%`
          : pick(name === 'body' ? bodies : subjects),
    );
  const several = (list, n) => Array.from({ length: n }, () => fill(pick(list))).join(' ');
  const notes = [];
  const note = () => {
    const label = `n${notes.length + 1}`;
    notes.push(
      `[^${label}]: Kamerstukken ${pick(['I', 'II'])} 2023/24, ${10 + below(80)} ${100 + below(899)}, nr. ${1 + below(400)}, p. ${notes.length + 1}.`,
    );
    return `[^${label}]`;
  };

  const question = (number, group) => {
    const text = [
      `${number}. De leden van de fractie van ${group} ${pick(opinions)} ${pick(subjects)}.${below(4) ? '' : note()} ${several(asks, 1 + below(2))}`,
    ];
    const lettered = below(5) === 0;
    if (lettered) text.push(`a. ${several(asks, 1)}`, `b. ${several(asks, 1)}`);
    const pointer =
      number > 3 && below(3) === 0 ? ` Zie ook het antwoord op vraag ${1 + below(number - 1)}.` : '';
    text.push(
      `Antwoord: ${several(statements, 2 + below(3))}${below(2) ? note() : ''}${pointer}`,
      ...Array.from(
        { length: below(3) },
        () => `${several(statements, 2 + below(3))}${below(3) ? '' : note()}`,
      ),
    );
    if (lettered) text.push(`a. ${several(statements, 1)}`, `b. ${several(statements, 1)}`);
    if (below(8) === 0) text.push(points.map((point) => `- ${point};`).join('\n'));
    if (below(20) === 0)
      text.push(
        `Onderstaande tabel geeft de stand per jaar.`,
        [
          '| Jaar | Aandeel |',
          '|---|---|',
          ...[2022, 2023, 2024].map((year) => `| ${year} | ${10 + below(80)}% |`),
        ].join('\n'),
      );
    return text;
  };

  const head = [
    '---\nsoort: antwoord\nstatus: concept\nkamer: eerste\ntaal: nl\nonderwerp: Voortgang van de uitvoering\n---',
    '# BRIEF VAN DE MINISTER VAN UITVOERING',
    'Aan de voorzitter van de Eerste Kamer der Staten-Generaal',
    'Den Haag, 7 januari 2025',
    'Hierbij bied ik u de antwoorden aan op de vragen over de voortgang van de uitvoering.',
  ];
  const parts = [];
  let length = head.join('\n\n').length;
  for (let number = 1; length < size; number++) {
    const group = groups[Math.floor((number - 1) / 12) % groups.length];
    const part =
      number % 12 === 1 ? [`## Vragen en opmerkingen van de leden van de fractie van ${group}`] : [];
    const before = notes.length;
    part.push(...question(number, group));
    parts.push(part);
    length += Buffer.byteLength([...part, ...notes.slice(before)].join('\n\n')) + 2;
  }
  // The three spots first, then what else was asked for.
  for (const i of [0, parts.length >> 1, parts.length - 1]) parts[i].push(spot.text);
  for (let i = 3; i < findings; i++)
    parts[Math.floor((i * parts.length) / findings)].push(
      below(2)
        ? `De bladzijden zijn die van Kamerstukken II 2022/23, 29 ${100 + below(899)}, nr. ${i}, p. ${i}-${i}.`
        : `Dit staat ook in de bijlage.[^weg${i}]`,
    );
  return [...head, ...parts.flat(), ...notes].join('\n\n') + '\n';
}
