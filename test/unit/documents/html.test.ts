import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { printed } from '../../../server/src/documents/out/build.js';
import { toHtml, toHtmlBody } from '../../../server/src/documents/out/html.js';
import { parseBrief } from '../../../server/src/model/document.js';
import { runsOf } from '../../property/runs.js';
import { samples } from './samples.js';

const html = (source: string) => toHtml(printed(parseBrief(source)));
const main = (source: string) => /<main>\n([\s\S]*)<\/main>/.exec(html(source))![1];

/** What a reader sees of a piece of HTML, marks and what the page adds aside. */
function words(page: string): string[] {
  return page
    .replace(
      /<sup>.*?<\/sup>|<p class="notice">.*?<\/p>|<h2 id="notes">.*?<\/h2>|<a class="back".*?<\/a>/g,
      '',
    )
    .replace(/(<li id="note-[\d-]+">)<span class="marker">.*?<\/span>/g, '$1')
    .replace(/<\/?(?:p|li|td|th|h\d|pre|br|div|tr)\b[^>]*>/g, ' ')
    .replace(/<[^<>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .split(/\s+/)
    .filter(Boolean);
}

test('whatever is written, every word is on the page once and in its order, and nothing else', () => {
  fc.assert(
    fc.property(samples, ({ source, body, notes }) => {
      const page = main(source);
      const at = page.indexOf('<section class="notes"');
      const signs = (word: string) => word !== '-' && word !== '*';
      expect(words(at < 0 ? page : page.slice(0, at))).toEqual(body.filter(signs));
      expect(words(at < 0 ? '' : page.slice(at))).toEqual(notes);
    }),
    runsOf(200),
  );
});

test('whatever is typed, the page holds no markup but its own', () => {
  const allowed =
    /^(?:h[1-6]|p|ol|ul|li|div|section|table|thead|tbody|tr|th|td|blockquote|pre|code|hr|br|sup|a|em|strong|span|img)$/;
  const piece = fc.constantFrom(
    ...['<', '>', '"', "'", '&', '[', ']', '(', ')', '`', '*', '^', '!', '\\', '\n', '| ', '\n- ', '\n1. '],
    ...[
      'script',
      'onload=x',
      'javascript:',
      'data:text/html,',
      'https://a.nl/',
      '<!--',
      '-->',
      '[^1]',
      '\n[^1]: ',
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const source = pieces.join('');
      const view = toHtmlBody(printed(parseBrief(source))).html.replaceAll(' data-at', '');
      for (const [tag] of `${main(source)}${view}`.matchAll(/<[^<>]*>/g)) {
        const [, name, rest] = /^<\/?([a-z]+\d?)((?: [^>]*)?)>$/.exec(tag)!;
        expect(name).toMatch(allowed);
        expect(rest.replace(/ [a-z-]+="[^"<>]*"/g, '')).toBe('');
        for (const [, attribute, value] of rest.matchAll(/ ([a-z-]+)="([^"<>]*)"/g)) {
          expect(attribute).not.toMatch(/^on/);
          if (/^(?:href|src)$/.test(attribute)) expect(value).toMatch(/^(?:#|https?:|mailto:)/);
        }
      }
    }),
    runsOf(500),
  );
});

test('says what it is, for those who do not see it', () => {
  const page = html(`---
taal: nl
soort: antwoord
onderwerp: Tuinen & "kassen"
van:
  naam: A. de Heg
  ambt: minister van Tuinen
---

## Kop

1. Klopt dit?[^1] En dat?[^1]

Antwoord: PM

[^1]: Noot.
`);
  expect(page).toContain('<html lang="nl">');
  expect(page).toContain('<title>Antwoord: Tuinen &amp; &quot;kassen&quot;</title>');
  expect(page).toContain('<meta name="author" content="A. de Heg, minister van Tuinen">');
  expect(page).toContain('<h1>Kop</h1>');
  expect(page).toContain('<div class="question" id="vraag-1">');
  expect(page).toContain('<div class="answer placeholder">');
  expect(page.match(/id="ref-1"/g)?.length).toBe(1);
  expect(page).toContain('<a href="#note-1" role="doc-noteref" aria-label="noot 1">1</a>');
  expect(page).toContain(
    '<li id="note-1"><span class="marker">1</span>\n<p>Noot. <a class="back" role="doc-backlink" href="#ref-1"',
  );
});

test('a heading in a note is one, also where the body has none', () => {
  expect(main('Tekst[^1].\n\n[^1]: # Kop\n')).toContain('<h1>Kop</h1>');
});

test('a part in another language says so', () => {
  const parts = [parseBrief('---\nlanguage: en\nkind: reply\n---\n\n1. Is it?\n')];
  const page = toHtml(printed(parseBrief('---\nsoort: verslag\n---\n\n[Deel](a.md)\n'), () => parts[0]));
  expect(page).toContain('<html lang="nl">');
  expect(page).toContain('<div class="part" lang="en">\n<div class="question" id="question-1">');
  expect(page).toContain('[no answer yet]');
});

test('a picture without a description that cannot be shown says no more than that', () => {
  expect(toHtml(printed(parseBrief('Zie ![](weg.png).\n')))).toContain(
    '<span class="image">[afbeelding]</span>',
  );
});

test('pictures come from the host or from the text itself, never from elsewhere', () => {
  const source =
    '![Een kaart](kaart.png) ![Ver weg](https://a.nl/x.png) ![Inline](data:image/png;base64,AAAA)';
  const asked: string[] = [];
  const page = toHtml(printed(parseBrief(source)), {
    image: ({ href }) => {
      asked.push(href);
      return href === 'kaart.png' ? 'data:image/png;base64,BBBB' : null;
    },
  });
  expect(asked).toEqual(['kaart.png', 'https://a.nl/x.png']);
  expect(page).toContain('<img src="data:image/png;base64,BBBB" alt="Een kaart">');
  expect(page).toContain('[afbeelding: <span>Ver weg</span>]');
  expect(page).toContain('<img src="data:image/png;base64,AAAA" alt="Inline">');
});
