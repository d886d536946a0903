import { describe, expect, test } from 'vitest';
import { parseBrief } from '../../../server/src/model/document.js';
import { check } from '../../../server/src/rules/check.js';
import { alone } from '../../../server/src/rules/context.js';
import { rules } from '../../../server/src/rules/index.js';

/** The codes that a text gets from the rules on references and answers. */
function codes(source: string): string[] {
  const brief = parseBrief(source);
  return rules
    .filter(({ area }) => area === 'cross-references' || area === 'answers')
    .flatMap((rule) => rule.check(brief, { comparison: () => null } as never).map(() => rule.code));
}

test('an answer that refers to another document is no dead end', () => {
  expect(
    codes(
      '1. Een?\n\nAntwoord: Zie het antwoord op vraag 2.\n\n2. Twee?\n\nAntwoord: Zie het antwoord op vraag 3 van de Eerste Kamer.\n',
    ),
  ).not.toContain('reference-circular');
});

describe('sub-questions answered together', () => {
  const asked = '1. Klopt dit?\n\na. Een?\n\nb. Twee?\n\nc. Drie?\n\n';
  test.each([
    'a en b. Samen.\n\nc. Nee.',
    'a en b) Samen.\n\nc) Nee.',
    'a. en b. Samen.\n\nc. Nee.',
    'a) en b) Samen.\n\nc) Nee.',
    'a/b. Samen.\n\nc. Nee.',
    'a. Ja.\n\nb, c. Samen.',
    'a, b en c. Samen.',
    'a t/m c. Samen.',
    'a-c. Samen.',
    '- a en b. Samen.\n- c. Nee.',
    'a en b. Samen.\nc. Nee.',
  ])('%j leaves none out', (answer) => {
    expect(codes(`${asked}Antwoord:\n\n${answer}\n`)).toEqual([]);
  });

  test('and one that is left out is found', () => {
    expect(codes(`${asked}Antwoord:\n\na en b. Samen.\n`)).toEqual(['sub-question-unanswered']);
    expect(codes(`${asked}Antwoord:\n\na. en p. Samen.\n`)).toEqual([
      'sub-question-unanswered',
      'sub-question-unanswered',
    ]);
  });
});

describe('a sub-question answered together with another question', () => {
  test.each([
    'Vraag 1\n\nEen?\n\nVraag 2\n\na. Twee?\n\nb. Drie?\n\nAntwoord 1 en 2a\n\nJa.\n\nAntwoord 2b\n\nNee.\n',
    '1. Een?\n\na. Twee?\n\nb. Drie?\n\nc. Vier?\n\nAntwoord op vraag 1a t/m b: Ja.\n\nAntwoord 1c: Nee.\n',
    'Vraag 2\n\na. Twee?\n\nb. Drie?\n\nVraag 3\n\nVier?\n\nAntwoord 2a\n\nJa.\n\nAntwoord 2b en 3\n\nNee.\n',
    'Vraag 1\n\nEen?\n\nVraag 2a\n\nTwee?\n\nAntwoord 1 en 2a\n\nJa.\n\nVraag 2b\n\nDrie?\n\nAntwoord 2b\n\nNee.\n',
  ])('%j', (text) => {
    expect(codes(text)).toEqual([]);
  });

  test('and twice', () => {
    const text = (second: string) =>
      `Vraag 1\n\nEen?\n\nVraag 2\n\na. Twee?\n\nb. Drie?\n\nAntwoord 1 en 2a\n\nJa.\n\n${second}\n\nNee.\n`;
    expect(codes(text('Antwoord 2a'))).toContain('answer-duplicate');
    expect(codes(text('Antwoord 2'))).toContain('answer-duplicate');
    expect(codes(text('Antwoord 1'))).toContain('answer-duplicate');
  });
});

describe('a deferred answer is named', () => {
  const later = 'Deze vraag kan niet binnen de gebruikelijke termijn worden beantwoord.';
  test.each([
    [`Klopt dit?\n\nAntwoord: ${later}`, 'Het antwoord is uitgesteld'],
    [`4. Klopt dit?\n\nAntwoord: ${later}`, 'Het antwoord op vraag 4 is uitgesteld'],
    [
      `4. Klopt dit?\n\n5. En dat?\n\nAntwoord op de vragen 4 en 5: ${later}`,
      'Het antwoord op de vragen 4 en 5 is uitgesteld',
    ],
  ])('%j', (source, name) => {
    const messages = check(parseBrief(`---\nsoort: antwoord\n---\n\n${source}\n`), alone)
      .filter(({ code }) => code === 'answer-deferred')
      .map(({ message }) => message.nl);
    expect(messages).toEqual([`${name} en telt nog niet als antwoord.`]);
  });
});
