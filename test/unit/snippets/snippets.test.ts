import { describe, expect, test } from 'vitest';
import { snippets, type Snippet } from '../../../server/src/documents/new/snippets.js';
import { languages } from '../../../server/src/languages/index.js';
import { statusOf, type Brief } from '../../../server/src/model/brief.js';
import { parseBrief } from '../../../server/src/model/document.js';
import { frontMatterKeys } from '../../../server/src/model/front-matter/schema.js';
import { offered } from '../features/offered.js';

type Id = keyof typeof snippets;
const ids = Object.keys(languages) as Id[];
const partsOf = (id: Id) => Object.entries(snippets[id]).map(([name, snippet]) => ({ name, ...snippet }));
const shapeOf = ({ part, where, at }: Snippet) => ({ part, where, at });

test.each(ids)('%s has the same parts as the others, in the same places', (id) => {
  expect(partsOf(id).map(shapeOf)).toEqual(partsOf('nl').map(shapeOf));
});

/** Fields besides those of the front matter: of `from`, of the letter and reply in a report, and what follows from the text. */
const fields: string[] = [
  ...frontMatterKeys,
  'from.name',
  'from.office',
  ...['date', 'to', 'path'].map((field) => `letter.${field}`),
  ...['date', 'office', 'path'].map((field) => `reply.${field}`),
  'nextQuestion',
  'nextLabel',
];

describe.each(ids.flatMap((id) => partsOf(id).map((snippet) => ({ id, ...snippet }))))(
  '$id: $name',
  ({ prefix, body, description, where }) => {
    const text = body.join('\n');

    test('is complete', () => {
      expect(prefix.every((one) => /^\p{Ll}+$/u.test(one)) && prefix.length > 0).toBe(true);
      expect(description).toMatch(/\p{L}{3}/u);
      expect(where.length).toBeGreaterThan(0);
    });

    test('has fields that exist, and tab stops that VS Code reads', () => {
      const inside: string[] = [];
      const words = new Map<string, string>();
      const rest = text.replace(
        /\$\{(\d+)(?::([^${}|\\]+))?\}|\{([a-zA-Z.]+)(?:\|([^${}|\\]+))?\}/g,
        (...found) => {
          const [, number, typed, field, fallback] = found as string[];
          if (field) inside.push(field);
          const key = field ?? number;
          // One that comes back is typed once: it must read the same each time.
          const written = typed ?? fallback ?? '';
          expect(words.get(key) ?? written).toBe(written);
          words.set(key, written);
          return '';
        },
      );
      expect(rest).not.toMatch(/[${}|\\]/);
      const known = (field: string) => fields.some((one) => field === one || field === one.toUpperCase());
      expect(inside.filter((field) => !known(field))).toEqual([]);
      const numbers = [...words.keys()].filter((key) => /^\d/.test(key)).map(Number);
      expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, i) => i + 1));
    });
  },
);

/** Small documents in each language for a part to be put in. */
const openings = {
  nl: { question: '1. Klopt dit?', answer: 'Antwoord: Ja.' },
  en: { question: '1. Is this true?', answer: 'Answer: Yes.' },
  de: { question: '1. Trifft dies zu?', answer: 'Antwort: Ja.' },
};

/** Puts a part at the end of a document, as it is taken from the list without changing a word. */
function put(id: Id, part: string, kind: string, above: string, front = ''): Brief {
  const source = `---\nkind: ${kind}\nlanguage: ${id}\n${front}---\n\n${above}`;
  const items = offered(parseBrief(source));
  const name = partsOf(id).find((one) => one.part === part)!.name;
  const taken = items.filter(({ label }) => label === name);
  expect(taken.length, `${name} is offered once in a ${kind}`).toBe(1);
  return parseBrief(source + taken[0].insert);
}

const segments = ({ blocks }: Brief) => blocks.flatMap(({ facts }) => facts.segments);
const openers = (brief: Brief) => segments(brief).flatMap(({ opener }) => opener?.kind ?? []);
const frameFacts = (brief: Brief) => segments(brief).flatMap((one) => one.frameFacts.map(({ kind }) => kind));

/** What the dialect must see in each part, put where it belongs. */
const seen: Record<string, (id: Id) => void> = {
  letterhead(id) {
    const brief = put(id, 'letterhead', 'letter', '', 'place: Den Haag\ndate: 2025-01-07\n');
    expect(brief.headings.length).toBe(1);
    expect(frameFacts(brief)).toEqual(['date']);
  },
  'letterhead-reply'(id) {
    const brief = put(id, 'letterhead-reply', 'reply', '', 'place: Den Haag\ndate: 2025-01-07\n');
    expect(brief.headings.length).toBe(1);
    expect(frameFacts(brief)).toEqual(['date']);
  },
  opening(id) {
    const brief = put(id, 'opening', 'letter', '');
    expect(brief.questions).toEqual([]);
    expect(brief.frame.length).toBeGreaterThan(0);
  },
  'opening-reply'(id) {
    const brief = put(id, 'opening-reply', 'reply', '', 'theirReference: 1754\nquestionsDated: 2025-01-07\n');
    if (id === 'de') expect(brief.headings.length).toBe(1);
    else expect(frameFacts(brief).sort()).toEqual(['sent', 'theirReference']);
  },
  'group-heading'(id) {
    expect(put(id, 'group-heading', 'reply', '').groups.map(({ names }) => names)).toEqual([
      [expect.stringMatching(/^\[\p{L}+\]$/u)],
    ]);
  },
  question(id) {
    const { question, answer } = openings[id];
    const brief = put(id, 'question', 'reply', `${question}\n\n${answer}\n\n`);
    expect(brief.questions.map(({ numbers }) => numbers)).toEqual([[1], [2]]);
    expect(brief.questions[1].sentences.some(({ fact }) => fact.question === 'certain')).toBe(true);
  },
  'question-letter'(id) {
    const brief = put(id, 'question-letter', 'letter', '');
    expect(brief.questions.length).toBe(1);
    expect(brief.questions[0].sentences.some(({ fact }) => fact.question === 'certain')).toBe(true);
  },
  'sub-questions'(id) {
    const brief = put(id, 'sub-questions', 'reply', `${openings[id].question}\n\n`);
    expect(brief.questions[0].subQuestions.map(({ letter }) => letter)).toEqual(['a', 'b']);
  },
  answer(id) {
    const brief = put(id, 'answer', 'reply', `${openings[id].question}\n\n`);
    expect(brief.answers.map(({ questions }) => questions[0]?.numbers)).toEqual([[1]]);
    expect(statusOf(brief.questions[0])).toBe('empty');
  },
  'answer-reference'(id) {
    const third = openings[id].question.replace('1', '3');
    const brief = put(id, 'answer-reference', 'reply', `${third}\n\n`);
    expect(statusOf(brief.questions[0])).toBe('referred');
    expect(brief.crossReferences.map(({ fact }) => fact.numbers[0].number)).toEqual([3]);
  },
  deferral(id) {
    expect(segments(put(id, 'deferral', 'deferral', '')).map(({ content }) => content)).toEqual(['deferral']);
  },
  citation(id) {
    const brief = put(id, 'citation', 'reply', `${openings[id].answer} `);
    // Citations of Dutch papers are the ones that the rules know.
    expect(brief.citations.length).toBe(id === 'nl' ? 1 : 0);
  },
  footnote(id) {
    const brief = put(id, 'footnote', 'reply', `${openings[id].question}[^7]\n\n[^7]: x\n\n`);
    expect(brief.definitions.map(({ fact }) => fact.label)).toEqual(['7', '8']);
  },
  'closing-term'(id) {
    const brief = put(id, 'closing-term', 'letter', '');
    expect(brief.text.toString()).toMatch(new RegExp(languages[id].frame.term, 'u'));
  },
  signature(id) {
    const { question, answer } = openings[id];
    const office = { nl: 'minister van Fietspaden', en: 'Minister of Cycling', de: 'Bundesminister' }[id];
    const front = `from:\n  name: A. Bakker\n  office: ${office}\n`;
    const brief = put(id, 'signature', 'reply', `${question}\n\n${answer}\n\n`, front);
    expect(openers(brief)).toContain('signature');
    expect(brief.answers[0].segments.length).toBe(1);
    expect(brief.text.toString()).toContain(office);
  },
  composition(id) {
    expect(put(id, 'composition', 'report', '').definitions.length).toBe(1);
  },
  'report-cover'(id) {
    const brief = put(id, 'report-cover', 'report', '');
    const parts = brief.blocks.flatMap(({ facts }) => facts.part?.href ?? []);
    expect(parts.length).toBe(2);
    expect(parts.every((href) => href.endsWith('.brief.md'))).toBe(true);
  },
};

describe.each(ids)('%s: the dialect sees', (id) => {
  test.each(partsOf(id).map(({ part }) => part))('%s', (part) => {
    seen[part](id);
  });
});

test('a value with a dollar sign stays whole, with and without tab stops', () => {
  const source = '---\nsoort: brief\nonderwerp: De $5 miljoen {en} $1\n---\n\n';
  const [plain, stops] = [false, true].map(
    (tabStops) =>
      offered(parseBrief(source), { tabStops }).find(({ label }) => label === 'Aanhef van de brief')!.insert,
  );
  expect(plain).toContain('kennisgenomen van De $5 miljoen {en} $1.');
  expect(stops).toContain('kennisgenomen van De \\$5 miljoen {en\\} \\$1.');
});

test('tab stops follow the text, and what comes back is one stop', () => {
  const source = '---\nsoort: verslag\n---\n\n';
  const cover = offered(parseBrief(source), { tabStops: true }).find(
    ({ label }) => label === 'Voorblad van het verslag',
  )!;
  expect([...cover.insert.matchAll(/\$\{(\d+)/g)].map(([, number]) => Number(number))).toEqual([
    1, 2, 3, 4, 5, 6, 1, 7, 8, 9,
  ]);
});

test.each([
  ['nl', 'soort: brief\ntermijn: 2026-03-03', 'ontvangen deze graag uiterlijk op 3 maart 2026.'],
  ['nl', 'soort: brief\ntermijn: drie weken', 'graag binnen drie weken na dagtekening van deze brief.'],
  ['en', 'language: en\nkind: letter\nterm: 2026-03-03', 'preferably by 3 March 2026.'],
  ['de', 'sprache: de\nart: anfrage\nfrist: 2026-03-03', 'bis zum 3. März 2026.'],
] as const)('the closing of a letter with a term that is a date or not (%s, %s)', (id, front, end) => {
  const label = partsOf(id).find(({ part }) => part === 'closing-term')!.name;
  const item = offered(parseBrief(`---\n${front}\n---\n\n`), { tabStops: false }).find(
    (one) => one.label === label,
  );
  expect(item!.insert).toContain(end);
});
