import type { Language } from '../../languages/language.js';
import { ownersOf, statusOf, type Brief, type Question } from '../../model/brief.js';
import { segmentAt } from '../around.js';
import { openingWords, stateName } from '../describe.js';
import { inOrder, type Completion, type Cursor } from './item.js';

/** Numbers of questions, where the words before the cursor ask for one; `null` where they do not. */
export function questionNumberItems({ brief, offset, before }: Cursor): Completion[] | null {
  const { answer, reference } = patternsOf(brief.language);
  const near = before.slice(-200);
  const opening = near.length === before.length ? answer.exec(near) : null;
  const found = opening ?? reference.exec(near);
  if (!found) return null;
  if (!opening && isQuoted(brief, offset)) return [];
  const { listed, typed } = found.groups!;
  const named = new Set((listed.match(/\d+/g) ?? []).map(Number));
  return brief.questions.flatMap((question, i) =>
    question.numbers
      .filter((number) => !named.has(number))
      .map((number) => ({
        ...describe(brief, question, number),
        replace: { from: offset - typed.length, to: offset },
        sort: inOrder(opening && !isOpen(question) ? 1 : 0, i),
      })),
  );
}

function describe(brief: Brief, question: Question, number: number) {
  const state = isOpen(question) ? ` (${stateName(statusOf(question), brief.language)})` : '';
  return {
    label: String(number),
    detail: openingWords(brief, question) + state,
    kind: 'question' as const,
    insert: String(number),
    filter: String(number),
  };
}

/** Whether an answer is still to be written. */
export function isOpen(question: Question): boolean {
  return /^(?:missing|empty|placeholder)$/.test(statusOf(question));
}

/** In a letter, and in a question that a reply repeats, words speak of another document. */
function isQuoted(brief: Brief, offset: number): boolean {
  const place = segmentAt(brief, offset);
  const owner = place && !place.segment.inNote && ownersOf(brief).get(place.segment);
  return brief.kind === 'letter' || Boolean(owner && 'subQuestions' in owner);
}

interface Patterns {
  /** "Antwoord op vraag 3, 4 en " at the start of a line. */
  answer: RegExp;
  /** "de vragen 3, 4 en ". */
  reference: RegExp;
}

const compiled = new WeakMap<Language, Patterns>();

function patternsOf(language: Language): Patterns {
  let patterns = compiled.get(language);
  if (!patterns) compiled.set(language, (patterns = compile(language)));
  return patterns;
}

function compile({ references, answer, numbers }: Language): Patterns {
  const any = (words: readonly string[]) => `(?:${words.join('|')})`;
  const between = any([...numbers.and, ...numbers.or, ...numbers.through]);
  const list = `(?<listed>(?:\\d{1,4}[a-z]?(?:,\\s{1,3}(?:${between}\\s{1,3})?|\\s{1,3}${between}\\s{1,3}|[-–])){0,50})(?<typed>\\d{0,4})$`;
  return {
    answer: new RegExp(
      `^\\s{0,3}(?:#{1,6}\\s{1,3})?(?:\\*\\*|__|\\*|_)?${any(answer.words)}\\s{1,3}${any(answer.links)}\\s{1,3}${list}`,
      'iu',
    ),
    reference: new RegExp(`(?<![\\p{L}\\p{N}])${any(references.nouns)}\\s{1,3}${list}`, 'iu'),
  };
}
