import { bodyText } from '../../../server/src/model/brief.js';
import { parseBrief } from '../../../server/src/model/document.js';
import { bodyOf } from '../../unit/documents/streams.js';
import type { Part } from './consultation.js';
import type { Printed } from './printer.js';

/** The paragraphs of a file, markup taken off; notes and links to the other files aside. */
function paragraphsOf(file: string): string[] {
  return bodyOf(file)
    .split(/\n+/)
    .filter((line) => line && !/^\[\^\d+\]: |^\[\w+\]\(\w+\.brief\.md\)$/.test(line))
    .map((line) => line.replace(/^#{1,3} /, '').replace(/\\/g, ''));
}

/** Holds the paragraphs of a file against what was printed. @returns what is wrong, or `null` */
export function firstDifference(file: string, { words, borders }: Printed['parts'][number]): string | null {
  let i = 0;
  const around = () => `at: ${words.slice(Math.max(0, i - 8), i + 8).join(' ')}`;
  for (const paragraph of paragraphsOf(file)) {
    for (const [j, word] of paragraph.split(' ').entries()) {
      if (j > 0 && borders[i - 1] === 'must') return `no paragraph begins ${around()}`;
      if (plainSign(word) !== plainSign(words[i])) return `“${word}” instead of “${words[i]}” ${around()}`;
      i++;
    }
    if (borders[i - 1] === 'no') return `a paragraph ends ${around()}`;
  }
  return i < words.length ? `the text ends ${around()}` : null;
}

/** Every sign of a list becomes a dash. */
const plainSign = (word: string) => (word === '•' ? '-' : word);
const folded = (text: string) =>
  text
    .replace(/\[\^\d+\]/g, '')
    .replace(/\\/g, '')
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-•]|\d\)|[a-e]\.) /, ''))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Label and text of every note, in order. */
export function notesOf(file: string): [string, string][] {
  return parseBrief(file).definitions.map(({ fact: { label, text } }) => [label, text.replace(/\\/g, '')]);
}

export function printedNotesOf({ blocks }: Part): [string, string][] {
  const notes = blocks.flatMap(({ tokens }) => tokens.flatMap(({ note }) => note ?? []));
  return notes.map(({ number, tokens }) => [String(number), tokens.map(({ text }) => text).join(' ')]);
}

/** What the model says of an imported file, to be held against what was generated. */
export function modelOf(file: string, { file: name }: Part) {
  const brief = parseBrief(file);
  const isReply = name === 'antwoord.brief.md';
  return {
    groups: brief.groups.map(({ names }) => names),
    asked: brief.questions.flatMap(({ sentences }) =>
      sentences.filter(({ fact }) => fact.question === 'certain'),
    ).length,
    questions: isReply
      ? brief.questions.map(({ numbers, group, segments }) => ({
          numbers,
          group: group?.names.join() ?? null,
          words: folded(bodyText(brief.text, segments)),
        }))
      : [],
    answers: brief.answers.map(({ numbers, segments }) => ({
      numbers,
      words: folded(bodyText(brief.text, segments)),
    })),
  };
}

export function expectedOf({ blocks, groups, questions, answers }: Part) {
  return {
    groups,
    asked: blocks.filter(({ tokens }) => tokens.at(-1)!.text.endsWith('?')).length,
    questions: questions.map((one) => ({ ...one, words: folded(one.words) })),
    answers: answers.map((one) => ({ ...one, words: folded(one.words) })),
  };
}
