import { describe, expect, test } from 'vitest';
import { hover } from '../../../server/src/features/hover.js';
import { rangeOf } from '../../../server/src/model/brief.js';
import { parseBrief } from '../../../server/src/model/document.js';
import { readPicture } from '../picture.js';

/** The words that light up at `|`, and what the bubble says. */
function at(picture: string): [string, string] | null {
  const { text, offset } = readPicture(picture, '|');
  const found = hover(parseBrief(text), [], offset);
  if (!found) return null;
  const { from, to } = rangeOf(found.place);
  return [text.slice(from, to), found.text];
}

describe('a key of the front matter', () => {
  test('says what it is for, in the language of the document', () => {
    expect(at('---\nsoort: brief\nmede-na|mens: minister van Wonen\n---\n')).toEqual([
      'mede-namens',
      'Namens wie het stuk ook wordt verstuurd.',
    ]);
    expect(at('---\n|subject: Harbours\n---\n')).toEqual(['subject', 'What it is about']);
  });

  test('with fixed values names them', () => {
    expect(at('---\nstatus|: concept\nsoort: brief\n---\n')?.[1]).toMatch(/\n\nconcept · definitief$/);
  });

  test('also of the one who signs, and in front matter that cannot be read', () => {
    expect(at('---\nsoort: brief\nvan:\n  a|mbt: minister\n---\n')?.[0]).toBe('ambt');
    expect(at('---\nsoort: brief\n: :\nda|tum: 3 mei 2025\n---\n')?.[0]).toBe('datum');
  });

  test.each(['---\nsoort: br|ief\n---\n', '---\nx-ei|gen: ja\n---\n', '--|-\nsoort: brief\n---\n'])(
    'not at %j',
    (picture) => expect(at(picture)).toBeNull(),
  );
});

test('a note, and a reference with question and answer', () => {
  expect(at('Een.[^a|]\n\n[^a]: Een noot.')).toEqual(['[^a]', 'Een noot.']);
  expect(at('1. Klopt dit?\n\nAntwoord: Ja.\n\n2. En dat?\n\nAntwoord: Zie vraag |1.')).toEqual([
    '1',
    'Vraag 1 · beantwoord\n\nKlopt dit?\n\nAntwoord: Ja.',
  ]);
});
