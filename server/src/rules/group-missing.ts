import type { Comparison } from '../compare/compare.js';
import { extentOf, type Question } from '../model/brief.js';
import { at } from './describe.js';
import { groupKey, isByTheme, letterLink } from './quotes.js';
import { defineRule, type Fix } from './rule.js';

export default defineRule({
  code: 'group-missing',
  area: 'reply-against-letter',
  severity: 'warning',
  summary: {
    nl: 'Een fractie uit de brief heeft geen kop in het antwoord.',
    en: 'A group of the letter has no heading in the reply.',
  },
  check: (brief, { comparison }) => {
    const held = isByTheme(brief) || brief.groups.length === 0 ? null : comparison();
    if (!held) return [];
    const present = new Set(brief.groups.map(groupKey));
    return held.letter.groups
      .filter((group) => group.questions.length > 0 && !present.has(groupKey(group)))
      .map(({ names, heading, questions }) => ({
        place: letterLink(brief),
        fixes: headingAbove(held, heading.fact.title, questions),
        message: {
          nl: `In de brief stelt ook ${names.join(' en ')} vragen, maar het antwoord heeft daar geen kop voor. Zet die erboven: ‘${heading.fact.title}’.`,
          en: `In the letter ${names.join(' and ')} asks questions as well, but the reply has no heading for that. Put it above them: ‘${heading.fact.title}’.`,
        },
        related: [
          {
            place: at(heading),
            message: { nl: 'De kop in de brief', en: 'The heading in the letter' },
            document: held.letter,
          },
        ],
      }));
  },
});

/** Where questions of the group are quoted, the heading comes above the first of them. */
function headingAbove(
  { asked, quoted, foundAt, reply }: Comparison,
  title: string,
  questions: readonly Question[],
): Fix[] {
  const own = new Set(questions);
  const quotes = new Set(
    asked.flatMap(({ question }, i) =>
      own.has(question) && foundAt[i] >= 0 ? [quoted[foundAt[i]].question] : [],
    ),
  );
  const first = reply.questions.find((question) => quotes.has(question));
  if (!first) return [];
  return [
    {
      title: {
        nl: 'Zet de kop uit de brief boven de vraag',
        en: 'Put the heading of the letter above the question',
      },
      safe: false,
      edits: () => {
        const { from } = reply.text.lineAt(extentOf(first.segments).from);
        return [{ from, to: from, insert: `## ${title}\n\n` }];
      },
    },
  ];
}
