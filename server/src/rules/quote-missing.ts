import type { Comparison, Spoken } from '../compare/compare.js';
import { quote } from '../compare/quote.js';
import { sentenceText } from '../compare/wording.js';
import { insertQuestion } from '../edits/questions/insert.js';
import type { Words } from '../languages/messages.js';
import { rangeOf, type Brief, type Group, type Place, type Question } from '../model/brief.js';
import { questionPlace, shortened } from './describe.js';
import { groupKey, isForeign, letterLink } from './quotes.js';
import { defineRule, type Finding, type Fix } from './rule.js';

export default defineRule({
  code: 'quote-missing',
  area: 'reply-against-letter',
  severity: 'error',
  summary: {
    nl: 'Een vraag uit de brief staat niet in de antwoordbrief.',
    en: 'A question of the letter is not in the reply.',
  },
  check: (brief, { comparison }) => {
    const held = comparison();
    if (!held) return [];
    const missing = missingSentences(held);
    if (missing.length === 0) return [];
    if (isForeign(held)) return brief.questions.length ? [] : [notBegun(held, missing.flat().length)];
    return missing.map((sentences) => finding(held, sentences));
  },
});

/** The asking sentences that the reply does not have, together where they belong to one question of the letter. */
function missingSentences({ asked, foundAt }: Comparison): number[][] {
  const missing: number[][] = [];
  asked.forEach(({ wording, question }, i) => {
    if (!wording.question || wording.words.length === 0 || foundAt[i] >= 0) return;
    const last = missing.at(-1);
    if (last && asked[last[0]].question === question) last.push(i);
    else missing.push([i]);
  });
  return missing;
}

function notBegun({ reply }: Comparison, count: number): Finding {
  return {
    place: letterLink(reply),
    message: {
      nl: `Geen van de ${count} vragen uit de brief staat al in deze antwoordbrief. Neem ze over, of begin de antwoordbrief opnieuw vanuit de brief.`,
      en: `None of the ${count} questions of the letter is in this reply yet. Take them over, or begin the reply anew from the letter.`,
    },
  };
}

function finding(held: Comparison, sentences: number[]): Finding {
  const { asked, letter } = held;
  const [first] = sentences;
  const { block, wording } = asked[first];
  const text = sentences.map((i) => sentenceText(letter, asked[i])).join(' ');
  const { place, where } = placeFor(held, first);
  return {
    place,
    severity: sentences.some((i) => asked[i].wording.question === 'certain') ? 'error' : 'warning',
    message: {
      nl: `${where.nl} ontbreekt uit de brief: ‘${shortened(text)}’`,
      en: `${where.en} this of the letter is missing: ‘${shortened(text)}’`,
    },
    related: [
      {
        place: { block, at: wording.at },
        message: { nl: 'De vraag in de brief', en: 'The question in the letter' },
        document: letter,
      },
    ],
    fixes: insertion(held, sentences),
  };
}

/** Where a sentence of the letter should have stood: after what comes before it there. */
function placeFor(held: Comparison, missing: number): { place: Place; where: Words } {
  const { asked, quoted, foundAt, reply } = held;
  const own = asked[missing].question;
  const near = neighbourOf(held, missing);
  if (near !== null) {
    const { block, wording } = quoted[foundAt[near]];
    return { place: { block, at: wording.at }, where: { nl: 'Bij deze zin', en: 'Near this sentence' } };
  }
  const before = questionBefore(held, missing);
  if (before) {
    const number = before.numbers.at(-1);
    return {
      place: questionPlace(before),
      where:
        number === undefined
          ? { nl: 'Na deze vraag', en: 'After this question' }
          : { nl: `Na vraag ${number}`, en: `After question ${number}` },
    };
  }
  const group = groupOf(reply, own);
  return group
    ? {
        place: { block: group.heading.block, at: group.heading.fact.at },
        where: { nl: 'Onder deze kop', en: 'Below this heading' },
      }
    : { place: letterLink(reply), where: { nl: 'In deze antwoordbrief', en: 'In this reply' } };
}

/** The sentence next to a missing one in the same paragraph of the letter that is found, the one before it first. */
function neighbourOf({ asked, foundAt }: Comparison, missing: number): number | null {
  const belongs = (i: number) => asked[i]?.question === asked[missing].question;
  for (let i = missing - 1; belongs(i); i--) if (foundAt[i] >= 0) return i;
  for (let i = missing + 1; belongs(i); i++) if (foundAt[i] >= 0) return i;
  return null;
}

/** Puts a question of the letter where it belongs: sentences into the quote that lacks them, a whole question as one of its own. */
function insertion(held: Comparison, sentences: readonly number[]): Fix[] {
  const { asked, quoted, foundAt, letter, reply } = held;
  const near = neighbourOf(held, sentences[0]);
  if (near !== null) {
    const text = sentences.map((i) => sentenceText(letter, asked[i])).join(' ');
    return [
      {
        title: {
          nl: 'Neem de vraag uit de brief hier over',
          en: 'Take over the question of the letter here',
        },
        safe: false,
        edits: () => {
          const spoken = quoted[foundAt[near]];
          const after = near < sentences[0];
          const point = after ? behind(reply, spoken) : spoken.block.from + spoken.wording.at.from;
          return [{ from: point, to: point, insert: after ? ` ${text}` : `${text} ` }];
        },
      },
    ];
  }
  const { question } = asked[sentences[0]];
  // A group without a heading in the reply gets its heading first.
  if (question.group && reply.groups.length > 0 && !groupOf(reply, question)) return [];
  return [
    {
      title: {
        nl: 'Voeg de vraag uit de brief toe, met een nummer en een leeg antwoord',
        en: 'Add the question of the letter, with a number and an open answer',
      },
      safe: false,
      edits: () =>
        insertQuestion(
          reply,
          questionBefore(held, sentences[0]),
          quote(letter, question, question.segments),
          { group: groupOf(reply, question), number: question.numbers[0] },
        ),
    },
  ];
}

/** Where a sentence ends, and the footnote marks that belong to it. */
function behind({ text }: Brief, { block, wording }: Spoken): number {
  const marks = block.facts.segments
    .flatMap(({ references, inlineFootnotes }) => [...references, ...inlineFootnotes])
    .map((mark) => rangeOf({ block, at: mark.at }))
    .sort((a, b) => a.from - b.from);
  let end = block.from + wording.at.to;
  for (const { from, to } of marks) if (from >= end && /^[ \t]*$/.test(text.sliceString(end, from))) end = to;
  return end;
}

/** The question of the reply behind which a missing one comes; `null` for the first of its group. */
function questionBefore({ asked, quoted, foundAt }: Comparison, missing: number): Question | null {
  const { group } = asked[missing].question;
  for (let i = missing - 1; i >= 0 && asked[i].question.group === group; i--)
    if (foundAt[i] >= 0) return quoted[foundAt[i]].question;
  return null;
}

function groupOf({ groups }: Brief, { group }: Question): Group | null {
  return (group && groups.find((one) => groupKey(one) === groupKey(group))) ?? null;
}
