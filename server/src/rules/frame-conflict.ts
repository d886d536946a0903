import { rangeOf, type Brief, type Place } from '../model/brief.js';
import { longDate } from '../model/dates.js';
import type { FrameFact } from '../model/facts.js';
import { at } from './describe.js';
import { defineRule, type Finding } from './rule.js';

const keys: Record<FrameFact['kind'], 'date' | 'questionsDated' | 'reference' | 'theirReference'> = {
  date: 'date',
  sent: 'questionsDated',
  reference: 'reference',
  theirReference: 'theirReference',
};

export default defineRule({
  code: 'frame-conflict',
  area: 'frame',
  severity: 'warning',
  summary: {
    nl: 'De gegevens boven de tekst en de tekst zelf spreken elkaar tegen.',
    en: 'The details above the text and the text itself contradict each other.',
  },
  check: (brief) => [...kindConflict(brief), ...frameConflicts(brief)],
});

function frameConflicts(brief: Brief): Finding[] {
  const { frontMatter, language } = brief;
  const findings: Finding[] = [];
  for (const { block, segment } of brief.frame)
    for (const fact of segment.frameFacts) {
      const stated = frontMatter.values[keys[fact.kind]];
      const entry = frontMatter.entries.find(({ key }) => key === keys[fact.kind]);
      if (!stated || !entry || !fact.value || stated.toLowerCase() === fact.value.toLowerCase()) continue;
      const isDate = fact.kind === 'date' || fact.kind === 'sent';
      const show = (value: string) => (isDate ? longDate(value, language) : value);
      const above: Place = { block: frontMatter.block, at: entry.valueAt };
      findings.push({
        place: at({ block, fact }),
        message: {
          nl: `Hier staat ${show(fact.value)}, maar boven de tekst staat bij ‘${entry.name}’ ${show(stated)}. Maak ze gelijk.`,
          en: `Here it says ${show(fact.value)}, but above the text ‘${entry.name}’ says ${show(stated)}. Make them the same.`,
        },
        related: [
          { place: above, message: { nl: 'Het gegeven boven de tekst', en: 'The detail above the text' } },
        ],
        fixes: [
          {
            title: {
              nl: `Neem ${show(fact.value)} boven de tekst over`,
              en: `Take over ${show(fact.value)} above the text`,
            },
            safe: false,
            edits: () => [{ ...rangeOf(above), insert: isDate ? show(fact.value) : fact.value }],
          },
        ],
      });
    }
  return findings;
}

function kindConflict({ frontMatter, answers }: Brief): Finding[] {
  const entry = frontMatter.entries.find(({ key }) => key === 'kind');
  if (frontMatter.values.kind !== 'letter' || !entry || answers.length === 0) return [];
  return [
    {
      place: at(answers[0].opener),
      message: {
        nl: `Boven de tekst staat dat dit een brief met vragen is, maar hier staat een antwoord. Is het een antwoordbrief? Zet dan bij ‘${entry.name}’: antwoord.`,
        en: `Above the text it says that this is a letter with questions, but here is an answer. Is it a reply? Then write at ‘${entry.name}’: reply.`,
      },
      related: [
        {
          place: { block: frontMatter.block, at: entry.valueAt },
          message: { nl: 'Het gegeven boven de tekst', en: 'The detail above the text' },
        },
      ],
    },
  ];
}
