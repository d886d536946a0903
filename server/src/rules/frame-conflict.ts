import { placeOf, rangeOf, type Brief, type Place, type SegmentPlace } from '../model/brief.js';
import { longDate } from '../model/dates.js';
import type { FrameFact } from '../model/facts.js';
import type { FrontMatterKey } from '../model/front-matter/schema.js';
import { scalar } from '../model/front-matter/yaml.js';
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
    nl: 'De gegevens boven de tekst, de tekst zelf en de brief spreken elkaar tegen.',
    en: 'The details above the text, the text itself and the letter contradict each other.',
  },
  check: (brief, { comparison }) => {
    const letter = brief.kind === 'reply' ? comparison()?.letter : undefined;
    return [
      ...kindConflict(brief),
      ...frameConflicts(brief),
      ...(letter ? letterConflicts(brief, letter) : []),
    ];
  },
});

function frameConflicts(brief: Brief): Finding[] {
  const { frontMatter, language, frameFacts } = brief;
  const findings: Finding[] = [];
  if (frameFacts.length === 0) return findings;
  for (const { block, segment } of opening(brief))
    for (const fact of segment.frameFacts) {
      const stated = frontMatter.values[keys[fact.kind]];
      const entry = frontMatter.entries.find(({ key }) => key === keys[fact.kind]);
      if (!stated || !entry || !fact.value || stated.toLowerCase() === fact.value.toLowerCase()) continue;
      const isDate = fact.kind === 'date' || fact.kind === 'sent';
      const show = (value: string) => (isDate ? longDate(value, language) : value);
      const above: Place = { block: frontMatter.block, at: entry.valueAt };
      findings.push({
        place: placeOf({ block, fact }),
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
            edits: () => [{ ...rangeOf(above), insert: scalar(show(fact.value)) }],
          },
        ],
      });
    }
  return findings;
}

/** The letter before the first question: what stands below the answers speaks of other documents. */
function opening({ frame, questions }: Brief): SegmentPlace[] {
  const first = questions[0]?.segments[0];
  const end = first ? first.block.from + first.segment.at.from : Infinity;
  return frame.filter(({ block, segment }) => block.from + segment.at.from < end);
}

/** What the reply says of the letter: when it was sent, its mark, and to whom. */
function letterConflicts(brief: Brief, letter: Brief): Finding[] {
  const theirs = letter.frontMatter.values;
  const own = brief.frontMatter.values;
  const findings: Finding[] = [];
  const compareFact = (
    kind: 'sent' | 'theirReference',
    stated: string | undefined,
    source: FrontMatterKey,
  ) => {
    if (!stated) return;
    const show = (value: string) => (kind === 'sent' ? longDate(value, brief.language) : value);
    for (const { place, value } of statements(brief, kind)) {
      if (value.toLowerCase() === stated.toLowerCase()) continue;
      findings.push({
        place,
        message: {
          nl: `Hier staat ${show(value)}, maar in de brief zelf ${show(stated)}. Kijk na welke klopt.`,
          en: `Here it says ${show(value)}, but the letter itself says ${show(stated)}. Check which is right.`,
        },
        related: relatedIn(letter, source),
        fixes: [
          {
            title: { nl: `Maak er ${show(stated)} van`, en: `Make it ${show(stated)}` },
            safe: false,
            edits: () =>
              statements(brief, kind)
                .filter((one) => one.value === value)
                .map(({ place: one }) => ({
                  ...rangeOf(one),
                  insert: one.block === brief.frontMatter.block ? scalar(show(stated)) : show(stated),
                })),
          },
        ],
      });
      return;
    }
  };
  compareFact('sent', theirs.date, 'date');
  compareFact('theirReference', theirs.reference, 'reference');

  const office = own.from?.office;
  const entry = brief.frontMatter.entries.find(({ key }) => key === 'from');
  if (theirs.to && office && entry && !isSameOffice(theirs.to, office))
    findings.push({
      place: { block: brief.frontMatter.block, at: entry.nameAt },
      message: {
        nl: `De brief is gericht aan ‘${theirs.to}’, maar de antwoordbrief komt van ‘${office}’. Kijk na wie antwoordt.`,
        en: `The letter is addressed to ‘${theirs.to}’, but the reply comes from ‘${office}’. Check who answers.`,
      },
      related: relatedIn(letter, 'to'),
    });
  return findings;
}

/** Where the reply says it: in its text first, then above it. */
function statements(brief: Brief, kind: 'sent' | 'theirReference'): { place: Place; value: string }[] {
  const { frontMatter } = brief;
  const found = opening(brief).flatMap(({ block, segment }) =>
    segment.frameFacts
      .filter((fact) => fact.kind === kind && fact.value)
      .map((fact) => ({ place: placeOf({ block, fact }), value: fact.value })),
  );
  const value = frontMatter.values[keys[kind]];
  const entry = frontMatter.entries.find(({ key }) => key === keys[kind]);
  return value && entry
    ? [...found, { place: { block: frontMatter.block, at: entry.valueAt }, value }]
    : found;
}

function relatedIn(letter: Brief, key: FrontMatterKey): Finding['related'] {
  const entry = letter.frontMatter.entries.find((one) => one.key === key);
  return entry
    ? [
        {
          place: { block: letter.frontMatter.block, at: entry.valueAt },
          message: { nl: 'Zo staat het in de brief', en: 'As the letter has it' },
          document: letter,
        },
      ]
    : [];
}

/** "de minister van X" and "Minister van X, mede namens …" are one. */
function isSameOffice(a: string, b: string): boolean {
  const plain = (office: string) =>
    office
      .toLowerCase()
      .replace(/^(?:de|het|the|der|die) /, '')
      .trim();
  return plain(a).includes(plain(b)) || plain(b).includes(plain(a));
}

function kindConflict({ frontMatter, answers }: Brief): Finding[] {
  const entry = frontMatter.entries.find(({ key }) => key === 'kind');
  if (frontMatter.values.kind !== 'letter' || !entry || answers.length === 0) return [];
  return [
    {
      place: placeOf(answers[0].opener),
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
