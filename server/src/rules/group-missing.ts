import { at } from './describe.js';
import { groupKey, isByTheme, letterLink } from './quotes.js';
import { defineRule } from './rule.js';

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
      .map(({ names, heading }) => ({
        place: letterLink(brief),
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
