import { quotedBy } from '../compare/compare.js';
import { putBefore, textOfOwners } from '../edits/pieces.js';
import { listed } from '../languages/messages.js';
import { placeOf, type Brief, type Question } from '../model/brief.js';
import { groupKey, isByTheme, letterLink } from './quotes.js';
import { defineRule, type Fix } from './rule.js';

export default defineRule({
  code: 'group-missing',
  area: 'reply-against-letter',
  severity: 'warning',
  summary: {
    nl: 'Een fractie uit de brief heeft geen kop in de antwoordbrief.',
    en: 'A group of the letter has no heading in the reply.',
  },
  check: (brief, { comparison }) => {
    const held = isByTheme(brief) || brief.groups.length === 0 ? null : comparison();
    if (!held) return [];
    const present = new Set(brief.groups.map(groupKey));
    const missing = held.letter.groups.filter(
      (group) => group.questions.length > 0 && !present.has(groupKey(group)),
    );
    if (missing.length === 0) return [];
    const quotes = quotedBy(held);
    return missing.map(({ names, heading, questions }) => ({
      place: letterLink(brief),
      fixes: headingAbove(
        brief,
        heading.fact.title,
        questions.flatMap((question) => [...(quotes.get(question) ?? [])]),
      ),
      message: {
        nl: `In de brief ${names.length === 1 ? 'stelt' : 'stellen'} ook ${listed(names).nl} vragen, maar de antwoordbrief heeft daar geen kop voor. Zet die erboven: ‘${heading.fact.title}’.`,
        en: `In the letter ${listed(names).en} ${names.length === 1 ? 'asks' : 'ask'} questions as well, but the reply has no heading for that. Put it above them: ‘${heading.fact.title}’.`,
      },
      related: [
        {
          place: placeOf(heading),
          message: { nl: 'De kop in de brief', en: 'The heading in the letter' },
          document: held.letter,
        },
      ],
    }));
  },
});

/** Where questions of the group are quoted, the heading comes above the first of them and its comments for Kamerbrief. */
function headingAbove(reply: Brief, title: string, quotes: readonly Question[]): Fix[] {
  if (quotes.length === 0) return [];
  const own = new Set(quotes);
  const first = reply.questions.find((question) => own.has(question));
  if (!first) return [];
  return [
    {
      title: {
        nl: 'Zet de kop uit de brief boven de vraag',
        en: 'Put the heading of the letter above the question',
      },
      safe: false,
      edits: () => {
        const [{ from }] = textOfOwners(reply, [first]);
        return [putBefore(reply.text, reply.text.lineAt(from).from, `## ${title}`)];
      },
    },
  ];
}
