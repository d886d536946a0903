import type { Patterns } from '../../../languages/patterns.js';
import type { QuestionOpener } from '../../../model/facts.js';
import { answerAt, questionAt } from '../../../model/openers.js';
import type { Line } from './lines.js';
import type { Publication } from './publication.js';
import { endsSentence } from './sentence.js';

/** What a paragraph is: it opens something, is part of the frame, or plain text. */
export type ParagraphKind =
  | 'title'
  | 'group'
  | 'theme'
  | 'question'
  | 'number'
  | 'answer'
  | 'item'
  | 'letter'
  | 'bullet'
  | 'frame'
  | 'table'
  | 'text';

export interface Opening {
  kind: ParagraphKind;
  /** Of an item: its number, or the place of its letter in the alphabet. */
  count?: number;
  /** Of an item: it has a bracket behind its number, not a full stop. */
  bracket?: boolean;
  /** Of a marker or a line of the frame: running text does not look like it. */
  sure?: boolean;
  /** Of a heading or a table: it is known by its type and place. */
  known?: boolean;
  /** Of a heading or a table: how many lines it takes. */
  lines?: number;
  /** It fills its line: what follows is another paragraph. */
  whole: boolean;
}

const item = /^(\d{1,3})([.)]) /;
const letter = /^([a-z])[.)] (?=\S)/;
/** Signs that begin the points of a list; the last of them is how Word's own font is read. */
const bullet = /^[-–•▪●◦‣·\uf0b7\uf0a7] /;

/** What a line would open, if a paragraph can begin there; `null` for running text. */
export function openingOf(
  line: Line,
  { bare, patterns }: Pick<Publication, 'bare' | 'patterns'>,
): Opening | null {
  const { text } = line;
  if (bare.has(line)) return { kind: 'number', whole: true };
  const answer = answerAt(text, 0, patterns, false);
  if (answer) {
    const colon = text[answer.at.to - 1] === ':';
    const spelled = answer.numbers.some((number) => number.spelled);
    return { kind: 'answer', sure: colon || !spelled, whole: answer.at.to >= text.length && !colon };
  }
  const question = spelledQuestion(text, patterns);
  if (question) return { kind: 'question', whole: question.form === 'word' };
  const counted = item.exec(text);
  if (counted) return { kind: 'item', count: Number(counted[1]), bracket: counted[2] === ')', whole: false };
  const lettered = letter.exec(text);
  if (lettered) return { kind: 'letter', count: lettered[1].charCodeAt(0) - 96, whole: false };
  if (bullet.test(text)) return { kind: 'bullet', whole: false };
  if (!/^\p{Lu}/u.test(text)) return null;
  if (patterns.titles.letter.test(text) || patterns.titles.reply.test(text))
    return { kind: 'title', whole: false };
  if (patterns.placeAndDate.test(text) || patterns.addressee.test(text))
    return { kind: 'frame', sure: true, whole: false };
  if (patterns.office.test(text) && !endsSentence(text) && !/[.?!:]\d{0,3} /.test(text))
    return { kind: 'frame', sure: text.endsWith(','), whole: false };
  return null;
}

/** "Vraag 12". A number alone needs more than its line to be a question. */
export function spelledQuestion(text: string, patterns: Patterns): QuestionOpener | null {
  const question = questionAt(text, 0, patterns, false);
  return question?.form === 'number' ? null : question;
}

/** A heading of a group is no sentence: it ends in a name. */
export function isGroupHeading(text: string, { groupHeadings }: Patterns): boolean {
  return text.length < 300 && !/[.?!:;,]$/.test(text) && groupHeadings.some((pattern) => pattern.test(text));
}

/** A point of a list without the sign before it. */
export function withoutBullet(text: string): string {
  return text.replace(bullet, '');
}
