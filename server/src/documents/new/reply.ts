import { textAt, type Brief } from '../../model/brief.js';
import type { FrontMatterValues } from '../../model/front-matter/schema.js';
import { frontMatterText } from '../in/draft/front-matter.js';
import { standardPart, withoutUnknown, type NewDocument } from './parts.js';
import { quoteLetter, type QuotedQuestion } from './quote.js';

export interface ReplyOptions {
  /** The letter's file as seen from the reply's folder, with `/`. */
  letterPath: string;
}

/**
 * Begins the reply to a letter: every question quoted and numbered under the letter's headings, each answer open, and the
 * frame filled in as far as the letter says it. What is still open is written so that `frame-unfilled` finds it.
 */
export function newReply(letter: Brief, { letterPath }: ReplyOptions): NewDocument {
  const sections = quoteLetter(letter);
  if (letter.kind !== 'letter' || sections.every(({ items }) => items.every(({ question }) => !question)))
    return {
      ok: false,
      reason: {
        nl: 'Dit is geen brief met vragen: er valt niets te beantwoorden.',
        en: 'this is no letter with questions: there is nothing to answer',
      },
    };
  const { language } = letter;
  const values = replyValues(letter, letterPath);
  let number = 0;
  const body = sections.flatMap(({ heading, items }) => [
    ...(heading === null ? [] : [heading]),
    ...items.flatMap((item) => (item.question ? openQuestion(letter, item, () => ++number) : [item.text])),
  ]);
  const frame = ['letterhead-reply', 'opening-reply', 'signature'].map((part) =>
    standardPart(part, values, language),
  );
  return { ok: true, text: `${frontMatterText(values, language)}\n${[...frame, ...body].join('\n\n')}\n` };
}

function replyValues(letter: Brief, letterPath: string): FrontMatterValues {
  const { language, groups, headings, numbering } = letter;
  const values = letter.frontMatter.values;
  const { addressees } = language.frame;
  const to = values.chamber && values.chamber !== 'other' ? addressees?.[values.chamber] : undefined;
  const names = [...new Set(groups.flatMap((group) => group.names))];
  const themes = headings.length > 1 && names.length === 0;
  return withoutUnknown({
    kind: 'reply',
    status: 'draft',
    chamber: values.chamber,
    language: language.id,
    subject: values.subject ?? '',
    questioners: values.questioners ?? (names.length > 0 ? names : undefined),
    from: { name: '', office: values.to ?? '' },
    to: to ?? values.from?.office ?? '',
    place: values.place ?? '',
    date: '',
    reference: '',
    theirReference: values.reference ?? '',
    questionsDated: values.date ?? '',
    term: values.term,
    dossier: values.dossier,
    numbering: letter.questions.some(({ opener }) => opener)
      ? numbering === 'per-group'
        ? numbering
        : 'given'
      : 'continuous',
    arrangement: values.arrangement ?? (names.length > 0 ? 'group' : themes ? 'theme' : undefined),
    letter: letterPath,
  });
}

/** `12. …` and an open `Antwoord:`; or the words of the letter (`Vraag 12`) and those of an answer (`Antwoord 12`). */
function openQuestion(letter: Brief, { question, text }: QuotedQuestion, next: () => number): string[] {
  const { language } = letter;
  const { opener } = question;
  const [answer, answers] = language.answer.words;
  if (opener?.fact.kind === 'question') {
    const { block, fact } = opener;
    const line = textAt(letter.text, { from: block.from + fact.at.from, to: block.from + fact.at.to }).trim();
    const [word, words] = language.question.words;
    const spelled = line.replace(words, answers).replace(word, answer);
    return [line, text, spelled === line ? `${answer}:` : spelled];
  }
  const number = `${opener?.fact.number ?? next()}.`;
  // A list, quote or table stays one when it does not begin behind the number.
  const startsBlock = /^(?:[>|]|[-*+][ \t]|\d{1,4}\)[ \t]|```|~~~)/.test(text);
  return [`${number}${startsBlock ? '\n\n' : ' '}${text}`, `${answer}:`];
}
