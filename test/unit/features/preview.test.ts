import { describe, expect, test } from 'vitest';
import { compare } from '../../../server/src/compare/compare.js';
import { preview, type Surroundings } from '../../../server/src/features/preview.js';
import { parseBrief } from '../../../server/src/model/document.js';

const alone: Surroundings = { part: () => null, comparison: () => null, image: () => null };

function shown(source: string, around: Partial<Surroundings> = {}) {
  return preview(parseBrief(source), { ...alone, ...around });
}

/** The first words of each block that leads to its source, with the file and line where it begins. */
function leads({ html, places }: ReturnType<typeof shown>): string[] {
  const blocks = html.split(' data-at').slice(1);
  expect(blocks.length).toBe(places.length);
  return blocks.map((block, i) => {
    const [, ...texts] = block.split('>').map((piece) => piece.split('<')[0].trim());
    const words = texts.filter(Boolean).join(' ').split(' ').slice(0, 2).join(' ');
    return `${places[i].join(':')} ${words}`.trim();
  });
}

describe('every block leads to its source', () => {
  test('headings, questions, sub-questions, answers, lists, tables, quotes, code and notes', () => {
    const page = shown(`---
soort: antwoord
---

## Vragen van de leden van de fractie van D66

1. Klopt dit?[^1]
Antwoord: Ja, kijk.

    en verder

2. En dat?
a. Eerste deel?
b. Tweede deel?

Antwoord: Zie hier:

- punt een
- punt twee

> Citaat hier

| kop | kop |
| --- | --- |
| cel | cel |

\`\`\`
code staat
\`\`\`

* * *

Slot ^[in de zin] ervan.

[^1]: Noot onderaan.

    Tweede alinea.
`);
    expect(leads(page)).toEqual([
      '0:4 Vragen van',
      '0:6 1. Klopt',
      '0:7 Antwoord: Ja,',
      '0:9 en verder',
      '0:11 2. En',
      '0:12 a. Eerste',
      '0:13 b. Tweede',
      '0:15 Antwoord: Zie',
      '0:17 punt een',
      '0:18 punt twee',
      '0:20',
      '0:20 Citaat hier',
      '0:22 kop kop',
      '0:26 code staat',
      '0:30',
      '0:32 Slot 2',
      '0:34 Noot onderaan.',
      '0:36 Tweede alinea.',
      '0:32 in de',
    ]);
  });

  test('a question without an answer leads to the question, a part to its file, a part that is not there to its name', () => {
    const letter = parseBrief('Aanhef.\n\nKlopt dit?\n');
    const page = shown('---\nsoort: verslag\n---\n\n# Verslag\n\n[Brief](a.md)\n\n[Antwoord](b.md)\n', {
      part: (href) => (href === 'a.md' ? letter : null),
    });
    expect(leads(page)).toEqual(['0:4 Verslag', '1:0 Aanhef.', '1:2 Klopt dit?', '0:8 [het bestand']);
    expect(page.files[1]).toBe(letter);
    const open = shown('---\nsoort: antwoord\n---\n\nKop.\n\n1. Ja?\n\nAntwoord: Ja.\n\n2. Nee?\n');
    expect(leads(open).at(-1)).toBe('0:10 [nog geen');
  });
});

describe('the words of the letter', () => {
  const heading = '## Vragen van de leden van de fractie van D66\n\n';
  function held(letter: string, quote: string): string {
    const reply = parseBrief(
      `---\nsoort: antwoord\nbrief: a.brief.md\n---\n\n${heading}1. ${quote}\n\nAntwoord: Ja.\n`,
    );
    const comparison = compare(parseBrief(`---\nsoort: brief\n---\n\n${heading}${letter}\n`), reply);
    const { html } = preview(reply, { ...alone, comparison: () => comparison });
    return /<span class="lead">1\.<\/span> (.*)<\/p>/
      .exec(html)![1]
      .replace(
        /<del><span class="unseen">\[in de brief: <\/span>(.*?)<span class="unseen">\]<\/span><\/del>/g,
        '-$1-',
      )
      .replace(
        /<ins><span class="unseen">\[niet in de brief: <\/span>(.*?)<span class="unseen">\]<\/span><\/ins>/g,
        '+$1+',
      );
  }

  test.each([
    [
      'Komen er veertig havens bij?',
      'Komen er dertig havens bij?',
      'Komen er -veertig- +dertig+ havens bij?',
    ],
    [
      'Komen er veertig nieuwe havens bij?',
      'Komen er veertig havens bij?',
      'Komen er veertig -nieuwe- havens bij?',
    ],
    [
      'Komen er veertig havens bij?',
      'Komen er veertig mooie havens bij?',
      'Komen er veertig +mooie+ havens bij?',
    ],
    [
      'De leden lezen de nota. Zij schrikken daarvan zeer. Klopt dat?',
      'De leden lezen de nota. Klopt dat?',
      'De leden lezen de nota. -Zij schrikken daarvan zeer.- Klopt dat?',
    ],
    [
      'Klopt dat volgens u?',
      'Klopt dat volgens u? Wanneer gaat de sluis weer open?',
      'Klopt dat volgens u? +Wanneer gaat de sluis weer open?+',
    ],
    ['Klopt dat volgens u?', 'Klopt dat volgens u?', 'Klopt dat volgens u?'],
    ['Is <40> genoeg?', 'Is <41> genoeg?', 'Is &lt; -40- +41+&gt; genoeg?'],
  ])('%s → %s', (letter, quote, expected) => {
    expect(held(letter, quote)).toBe(expected);
  });
});

test('the mark of a note says what the note says; images have no address but a number', () => {
  const page = shown('Zie.[^a] ![kaart](kaart.png) ![ver](https://a.invalid/x.png)\n\n[^a]: De "nota".\n', {
    image: ({ href }) => (href === 'kaart.png' ? 'file:///map/kaart.png' : null),
  });
  expect(page.html).toContain('title="De &quot;nota&quot;."');
  expect(page.html).toContain('<img src="#image-0" alt="kaart">');
  expect(page.html).not.toContain('invalid');
  expect(page.images).toEqual(['file:///map/kaart.png']);
});
