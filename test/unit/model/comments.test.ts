import { describe, expect, test } from 'vitest';
import { BriefDocument, parseBrief } from '../../../server/src/model/document.js';
import { findings, outline } from './outline.js';

describe('a comment left open ends at its own line', () => {
  test('between question and answer', () => {
    const source = '1. Klopt dit?\n\n<!-- nog nakijken\nAntwoord: Ja.\n\n2. En dit?\n\nAntwoord: Nee.';
    expect(outline(source)).toEqual([
      'question 1: answered',
      'answer to 1',
      'question 2: answered',
      'answer to 2',
    ]);
    expect(findings(source)).toEqual(['comment-unclosed <!-- nog nakijken']);
  });

  test('although a later comment is closed', () => {
    const source =
      '1. Klopt dit?\n\n<!-- nog nakijken\n\nAntwoord: Ja.\n\n<!-- goed zo -->\n\n2. En dit?\n\nAntwoord: Nee.';
    expect(outline(source)).toContain('question 2: answered');
    expect(findings(source)).toEqual(['comment-unclosed <!-- nog nakijken']);
  });

  test('at the end of a line of text', () => {
    const source = '1. Klopt dit? <!-- nog nakijken\n\nAntwoord: Ja. <!-- en dit\nen meer.';
    expect(findings(source)).toEqual(['comment-unclosed <!-- nog nakijken', 'comment-unclosed <!-- en dit']);
    expect(parseBrief(source).questions[0].sentences.map(({ fact }) => fact.question)).toEqual(['certain']);
  });

  test.each(['   <!-- nakijken', '   > <!-- nakijken', '   - <!-- nakijken'])(
    'within a question: %s',
    (line) => {
      const source = `1. Kijk hier.\n\n${line}\n\n   Klopt dit?[^a]\n\nAntwoord: Ja. <!-- dicht -->\n\n[^a]: Noot.`;
      expect(findings(source)).toEqual(['comment-unclosed <!-- nakijken']);
      expect(outline(source)).toEqual(['question 1: answered', 'answer to 1']);
    },
  );

  test('and what it says to Kamerbrief is heard', () => {
    expect(
      findings('<!-- kb negeer answer-missing: komt nog\n\n1. Klopt dit?\n\nAntwoord op vraag 1'),
    ).toEqual([
      'comment-unclosed <!-- kb negeer answer-missing: komt nog',
      'comment-unused answer-missing',
      'answer-empty Antwoord op vraag 1',
    ]);
  });

  test('closed while typing, the text below is read anew', () => {
    const document = new BriefDocument('<!-- een\n\n1. Klopt dit?\n\nAntwoord: Ja.\n\ntwee');
    expect(document.brief.answers.length).toBe(1);
    document.update([{ from: document.text.length, to: document.text.length, insert: ' -->' }]);
    expect(document.brief.answers).toEqual([]);
    document.update([{ from: document.text.length - 1, to: document.text.length, insert: '' }]);
    expect(document.brief.answers.length).toBe(1);
  });
});

test('a closed comment of many lines is invisible', () => {
  expect(outline('1. Klopt dit?\n\n<!-- Antwoord: Nee.\n\n2. Weg?\n-->\n\nAntwoord: Ja.')).toEqual([
    'question 1: answered',
    'answer to 1',
  ]);
});
