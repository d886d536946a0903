import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { toAkn, type AknOptions } from '../../../server/src/documents/out/akn/akn.js';
import { printed } from '../../../server/src/documents/out/build.js';
import { toText } from '../../../server/src/documents/out/text.js';
import { parseBrief } from '../../../server/src/model/document.js';
import { runsOf } from '../../property/runs.js';
import { samples } from './samples.js';

const read = (source: string, parts: Record<string, string> = {}) => {
  const briefs = new Map(Object.entries(parts).map(([name, text]) => [name, parseBrief(text)]));
  return printed(parseBrief(source), (href) => briefs.get(href) ?? null);
};
/** Without the line ends between elements. */
const akn = (source: string, parts?: Record<string, string>, options?: AknOptions) =>
  toAkn(read(source, parts), options).replaceAll('\n', '');
const body = (source: string, parts?: Record<string, string>) =>
  /<mainBody[^>]*>(.*)<\/mainBody>/s.exec(akn(source, parts))![1];

const schema = ['akomantoso30.xsd', 'xml.xsd'].map((fileName) => ({
  fileName,
  contents: readFileSync(`test/schemas/${fileName}`, 'utf8'),
}));

/** What the official schema has against documents. */
async function faults(...documents: string[]): Promise<string[]> {
  const { errors } = await validateXML({
    xml: documents.map((contents, i) => ({ fileName: `${i}.xml`, contents })),
    schema: schema[0],
    preload: schema[1],
    initialMemoryPages: 1024,
    maxMemoryPages: 16384,
  });
  return errors.map(({ message, loc }) => `${loc?.fileName}: ${message}`);
}

const reply = `---
soort: antwoord
status: definitief
taal: nl
onderwerp: Tuinen & "kassen"
commissie: vaste commissie voor Tuinen
van:
  naam: A. de Heg
  ambt: minister van Tuinen
aan: voorzitter van de Eerste Kamer
datum: 3 februari 2026
kenmerk: T-12
dossier: 36 471
---

# Brief

## Vragen van de leden van de fracties van D66 en Volt

1. Klopt dit?[^a]

a. Ook hier?
b. En daar, zie vraag 2?

Antwoord: Ja. Zie ook het antwoord op vraag 2, vraag 1b en de vragen 1 t/m 2.[^a]

2. En dat?

Antwoord: PM

[^a]: Kamerstukken II 2023/24, 36 471, nr. 96; zie ook.[^b]
[^b]: Diep.
`;

describe('Akoma Ntoso', () => {
  test('has questions with who asks, answers with what they answer, and references as elements', () => {
    expect(body(reply)).toBe(
      [
        '<debateSection name="section"><heading>Brief</heading>',
        '<debateSection name="group" refersTo="#org_d66 #org_volt">',
        '<heading>Vragen van de leden van de fracties van D66 en Volt</heading>',
        '<question eId="question_1" class="answered" by="#org_d66-volt" to="#author"><num>1.</num>',
        '<p>Klopt dit?<authorialNote eId="note_1" marker="1" placement="bottom">',
        '<p><ref href="https://zoek.officielebekendmakingen.nl/kst-36471-96.html">Kamerstukken II 2023/24, 36 471, nr. 96</ref>; zie ook.',
        '<noteRef marker="2" href="#note_2"/></p></authorialNote></p>',
        '<blockList><item eId="question_1__a"><num>a.</num><p>Ook hier?</p></item>',
        '<item eId="question_1__b"><num>b.</num><p>En daar, zie vraag 2?</p></item></blockList></question>',
        '<answer eId="answer_1" class="answered" refersTo="#question_1" by="#author" as="#role_author"><heading>Antwoord:</heading>',
        '<p>Ja. Zie ook het <ref href="#answer_2">antwoord op vraag 2</ref>, <ref href="#question_1__b">vraag 1b</ref> en ',
        '<rref from="#question_1" upTo="#question_2">de vragen 1 t/m 2</rref>.<noteRef marker="1" href="#note_1"/></p></answer>',
        '<question eId="question_2" class="placeholder" status="incomplete" by="#org_d66-volt" to="#author"><num>2.</num><p>En dat?</p></question>',
        '<answer eId="answer_2" class="placeholder" status="incomplete" refersTo="#question_2" by="#author" as="#role_author"><heading>Antwoord:</heading><p>PM</p></answer>',
        '</debateSection></debateSection>',
      ].join(''),
    );
  });

  test('a reference leads to the question that it means, and one to another document nowhere', () => {
    const group = (name: string, answer: string) =>
      `## Vragen van de leden van de fractie van ${name}\n\n1. Klopt dit?\n\na. Waar?\n\nb. Waarom?\n\nc. Hoe?\n\n**Antwoord op vraag 1:** ${answer}\n\n`;
    const made = body(
      `---\nsoort: antwoord\nnummering: per fractie\n---\n\n${group('de PVV', 'Nee. Zie vraag 2.')}${group('D66', 'Ja. Zie vraag 1 van de PVV-fractie, vraag 1 van de nota, vraag 1, en de deelvragen 1a t/m c.[^a]')}2. En dat?\n\nAntwoord: Zie vraag 1.\n\n[^a]: Zie het antwoord op vraag 2.\n`,
    );
    for (const part of [
      'Nee. Zie <ref href="#question_2">vraag 2</ref>.',
      '<ref href="#question_1">vraag 1</ref> van de PVV-fractie, vraag 1 van de nota, <ref href="#question_1-2">vraag 1</ref>, en ',
      '<rref from="#question_1-2__a" upTo="#question_1-2__c">de deelvragen 1a t/m c</rref>.',
      'Zie <ref href="#question_1-2">vraag 1</ref>.',
      '<p>Zie het <ref href="#answer_2">antwoord op vraag 2</ref>.</p></authorialNote>',
      '<heading><ref href="#question_1-2"><b>Antwoord op vraag 1</b></ref><b>:</b></heading>',
    ])
      expect(made).toContain(part);
  });

  test('says what it is, by whom and of when', () => {
    const made = akn(reply);
    for (const part of [
      '<doc name="antwoord">',
      '<FRBRuri value="/akn/nl/doc/antwoord/2026-02-03/t-12"/>',
      '<FRBRdate date="2026-02-03" name="generation"/>',
      '<FRBRauthor href="#author" as="#role_author"/>',
      '<FRBRlanguage language="nld"/>',
      '<FRBRauthoritative value="true"/>',
      '<FRBRname value="Antwoord: Tuinen &amp; &quot;kassen&quot;"/>',
      '<keyword value="36-471" showAs="36 471" dictionary="#kamerbrief"/>',
      '<TLCPerson eId="author" href="/akn/ontology/person/nl/a-de-heg" showAs="A. de Heg"/>',
      '<TLCRole eId="role_author" href="/akn/ontology/role/nl/minister-van-tuinen" showAs="minister van Tuinen"/>',
      '<TLCOrganization eId="org_volt" href="/akn/ontology/organization/nl/volt" showAs="Volt"/>',
      // No place in the body is that of a note that only a note refers to.
      '<notes source="#kamerbrief"><note eId="note_2" marker="2" placement="bottom"><p>Diep.</p></note></notes>',
    ])
      expect(made).toContain(part);
  });

  test('a part of a report is a document of its own, and notes run on', () => {
    const made = akn('---\nsoort: verslag\n---\n\nDeel:[^1]\n\n[Antwoord](a.md)\n\n[^1]: Eén.\n', {
      'a.md': '---\nkind: reply\nlanguage: en\ndate: 3 February 2026\n---\n\n1. Is it?[^1]\n\n[^1]: One.\n',
    });
    expect(made).toMatch(
      /<componentRef src="#part_1" showAs="Reply"\/><\/mainBody><components><component eId="part_1"><doc name="reply">/,
    );
    expect(made).toContain('<mainBody xml:lang="en"><questions><question eId="part_1__question_1"');
    expect(made).toContain('<FRBRdate date="2026-02-03" name="generation"/>');
    expect(made).toContain(
      '<authorialNote eId="note_2" marker="2" placement="bottom"><p>One.</p></authorialNote>',
    );
    expect(made).toContain('<p class="notice"><remark status="editorial">[no answer yet]</remark></p>');
  });

  test('what a letter asks speaks of other documents', () => {
    expect(body('---\nsoort: brief\n---\n\nZie vraag 1. Klopt dit?\n')).not.toContain('<ref');
  });

  test('notes after the last answer are a list, and a note of no one stands at the end', () => {
    const made = body(
      '---\nsoort: antwoord\nslotnoten: vragenstellers\n---\n\n1. Klopt dit?[^a]\n\nAntwoord: Ja.\n\n[^a]: Bron.\n[^b]: Van niemand.\n',
    );
    expect(made).toContain('<p>Klopt dit?<noteRef marker="1)" href="#note_1-1"/></p>');
    expect(made).toMatch(
      /<blockList class="closingNotes"><item eId="note_1-1"><num>1\)<\/num><p>Bron\.<\/p><\/item><\/blockList><container name="strayNote"><p>Van niemand\.<\/p><\/container>$/,
    );
  });

  test('images come along, or are named', () => {
    const made = akn(
      '![Kaart](kaart.png) ![Weg](weg.png)\n',
      {},
      {
        image: ({ href }) => (href === 'kaart.png' ? 'data:image/png;base64,AAAA' : null),
      },
    );
    expect(made).toContain(
      '<img src="data:image/png;base64,AAAA" alt="Kaart"/> <span class="image">[Weg]</span>',
    );
  });
});

describe('the official schema', () => {
  test('finds fault where there is one', async () => {
    expect(await faults(akn(reply).replace(' by="#author"', ''))).toHaveLength(1);
    expect(await faults(akn(reply), akn(reply).replace('eId="answer_1"', 'eId="answer_2"'))).toHaveLength(1);
  });

  const examples = [
    ['warmtenetten/brief'],
    ['warmtenetten/antwoord'],
    ['warmtenetten/verslag', 'brief', 'antwoord'],
    ['tweede-kamer/antwoord'],
    ['english/reply'],
    ['deutsch/antwort'],
    ['fouten/antwoord'],
  ];
  test('takes the examples', async () => {
    const documents = examples.map(([path, ...parts]) => {
      const file = (name: string) => readFileSync(`examples/${name}.brief.md`, 'utf8');
      const folder = path.slice(0, path.indexOf('/') + 1);
      return akn(
        file(path),
        Object.fromEntries(parts.map((name) => [`${name}.brief.md`, file(folder + name)])),
      );
    });
    expect(documents[2]).toContain('<component eId="part_2">');
    expect(await faults(...documents, akn(reply), akn(''))).toEqual([]);
  });

  test('takes whatever is written, and every word is in it', async () => {
    const documents: string[] = [];
    fc.assert(
      fc.property(samples, ({ source }) => {
        const document = read(source);
        const made = toAkn(document);
        documents.push(made);
        expect(lost(made)).toEqual([]);
        expect(wordsIn(made)).toEqual(wordsOf(toText(document)));
      }),
      runsOf(150),
    );
    expect(await faults(...documents)).toEqual([]);
  }, 60_000);

  test('takes whatever is typed', async () => {
    const piece = fc.constantFrom(
      ...[
        '<',
        '>',
        '"',
        "'",
        '&',
        ']]>',
        '<!--',
        '-->',
        '<?x',
        '&#0;',
        '\u0000',
        '\ufffe',
        '\ud800',
        '\u2028',
      ],
      ...[
        '\n',
        '\n\n',
        '\n1. ',
        '\n## Vragen van de leden van de fractie van ',
        '\n- ',
        '\n1) ',
        '\n> ',
        '\na. ',
        '\n# ',
      ],
      ...[
        '| ',
        '\n|-|-|\n',
        '\nAntwoord: ',
        '\nVraag 1\n',
        'zie vraag 1 en 2a ',
        ' ',
        '* * *',
        '```',
        '[^1]',
        '\n[^1]: ',
      ],
      ...[
        '[x](https://a.nl/[%zz]#a#b)',
        '[x](https://[::1]:x/)',
        'https://a.nl:99999999/ü',
        '[y](mailto:a@b c)',
      ],
      ...['![x](y.png)', '<a@b.nl>', 'Stb. 2026, 94', 'Kamerstuk 36 410, nrs. 31 en 32', 'D66', '[woord]'],
    );
    const documents: string[] = [];
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.constantFrom('brief', 'antwoord', 'verslag'),
        (pieces, kind) => {
          const text = pieces.join('');
          const subject = JSON.stringify(text.slice(0, 30));
          const frame = `soort: ${kind}\nonderwerp: ${subject}\nvan: ${subject}\nvragenstellers: ${subject}`;
          const made = akn(`---\n${frame}\n---\n\n${text}\n`);
          documents.push(made);
          expect(lost(made)).toEqual([]);
        },
      ),
      runsOf(300),
    );
    expect(await faults(...documents)).toEqual([]);
  }, 60_000);
});

/** Names that are referred to and that no element has. */
function lost(xml: string): string[] {
  const names = new Set([...xml.matchAll(/ eId="([^"]*)"/g)].map(([, name]) => name));
  const used = [...xml.matchAll(/ (?:href|src|source|by|to|as|refersTo|from|upTo|dictionary)="(#[^"]*)"/g)];
  return used.flatMap(([, list]) => list.split(' ')).filter((name) => !names.has(name.slice(1)));
}

const inOrder = (text: string) =>
  text
    .split(/\s+/)
    .filter((word) => !/^[-*]?$/.test(word))
    .sort();

/** Words of the bodies and the notes, in any order: a note stands at its mark. */
function wordsIn(xml: string): string[] {
  const texts = [...xml.matchAll(/<(mainBody|notes)\b[^>]*>(.*?)<\/\1>/gs)].map(([, , inside]) => inside);
  const plain = texts
    .join(' ')
    .replace(/<\/?(?:[abi]|span|ref|rref|ins)(?: [^<>]*)?>|<noteRef[^<>]*>/g, '')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
  return inOrder(plain);
}

function wordsOf(text: string): string[] {
  return inOrder(text.replace(/\[\d+\]/g, ' '));
}
