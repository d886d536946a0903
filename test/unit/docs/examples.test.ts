import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { stateName } from '../../../server/src/features/describe.js';
import { languages } from '../../../server/src/languages/index.js';
import {
  bodyText,
  spanOf,
  rangeOf,
  statusOf,
  textAt,
  type Brief,
  type Placed,
  type Question,
} from '../../../server/src/model/brief.js';
import { parseBrief } from '../../../server/src/model/document.js';
import { check } from '../../../server/src/rules/check.js';
import { alone } from '../../../server/src/rules/context.js';
import type { NumberAt } from '../../../server/src/model/facts.js';
import { tablesOf } from './tables.js';

/**
 * The examples in the pages about the dialect. Tables below an example say what Kamerbrief sees in it: the first column
 * tells what is listed, the others what of it. Findings are listed always: an example without that table has none.
 */
const pages = ['docs/dialect.md', 'docs/dialect.nl.md', 'docs/reference.md'];

type Row = Record<string, string>;

const listings: Record<string, (brief: Brief) => Row[]> = {
  document: ({ language, kind, numbering }) => [{ document: kind, numbering, language: language.id }],
  question: (brief) => brief.questions.map((question) => questionRow(brief, question)),
  vraag: (brief) =>
    brief.questions.map((question) => {
      const row = questionRow(brief, question);
      const stand = stateName(statusOf(question), languages.nl);
      return { vraag: row.question, stand, deelvragen: row['sub-questions'], fractie: row.group };
    }),
  'asking sentence': (brief) =>
    brief.questions.flatMap(({ sentences }) =>
      sentences.map((sentence) => ({
        'asking sentence': textOf(brief, sentence),
        asks: String(sentence.fact.question),
      })),
    ),
  answer: (brief) =>
    brief.answers.map(({ numbers, questions, status, segments, letters }) => ({
      answer: list(numbers),
      'answers question': list(questions.flatMap((question) => question.numbers)),
      status,
      letters: list(letters.map(({ fact }) => fact.letter)),
      text: folded(bodyText(brief.text, segments)),
    })),
  enumeration: ({ enumerations }) =>
    enumerations.map(({ items }) => ({ enumeration: list(items.map(({ fact }) => fact.number)) })),
  heading: ({ headings }) =>
    headings.map(({ fact }) => ({
      heading: fact.title,
      level: String(fact.level),
      groups: list(fact.groups),
    })),
  footnote: (brief) =>
    brief.definitions.map(({ fact }) => ({
      footnote: fact.label,
      text: fact.text,
      references: String(brief.references.filter(({ fact: { label } }) => label === fact.label).length),
    })),
  voetnoot: (brief) => brief.definitions.map(({ fact }) => ({ voetnoot: fact.label, tekst: fact.text })),
  'cross-reference': (brief) => crossReferences(brief, 'cross-reference', 'leads to'),
  verwijzing: (brief) => crossReferences(brief, 'verwijzing', 'wijst naar'),
  citation: (brief) =>
    brief.citations.map((citation) => ({ citation: textOf(brief, citation), form: citation.fact.form })),
  comment: ({ directives }) =>
    directives.map(({ fact: { kind, codes, reason, fields } }) => ({
      comment: kind,
      rules: list(codes.map(({ code }) => code)),
      reason: reason || '–',
      fields: list(fields.map(({ name, value }) => `${name}=${value}`)),
    })),
  part: ({ blocks }) => blocks.flatMap(({ facts: { part } }) => (part ? [{ part: part.href }] : [])),
  key: ({ frontMatter }) =>
    Object.entries(frontMatter.values).map(([key, value]) => ({
      key,
      value: typeof value === 'string' ? value : JSON.stringify(value),
    })),
  line: (brief) => findings(brief, 'line', 'finding'),
  regel: (brief) => findings(brief, 'regel', 'melding'),
};

function questionRow(brief: Brief, question: Question): Row {
  const status = statusOf(question);
  return {
    question: list(question.numbers),
    status,
    state: stateName(status, languages.en),
    'sub-questions': list(question.subQuestions.map(({ letter }) => letter)),
    group: list(question.group?.names ?? []),
    text: folded(bodyText(brief.text, question.segments)),
  };
}

function crossReferences(brief: Brief, what: string, where: string): Row[] {
  return brief.crossReferences
    .filter(({ quoted }) => !quoted)
    .map((reference) => ({
      [what]: textOf(brief, reference),
      [where]: list(reference.fact.numbers.map(numberText)),
    }));
}

function findings(brief: Brief, line: string, finding: string): Row[] {
  return check(brief, alone).map(({ place, code, severity }) => ({
    [line]: String(brief.text.lineAt(rangeOf(place).from).number),
    [finding]: code,
    severity,
  }));
}

function textOf(brief: Brief, placed: Placed<{ at: { from: number; to: number } }>): string {
  return folded(textAt(brief.text, spanOf(placed)));
}

function numberText({ number, to, letter, lastLetter }: NumberAt): string {
  return to > number ? `${number}–${to}` : [number, letter, lastLetter && `–${lastLetter.letter}`].join('');
}

function list(items: readonly (string | number)[]): string {
  return items.join(', ') || '–';
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

describe.each(pages)('%s', (page) => {
  const content = readFileSync(page, 'utf8');
  const examples = [
    ...content.matchAll(/^````brief\n([\s\S]*?)^````\n([\s\S]*?)(?=^````brief|^## |(?![\s\S]))/gm),
  ];

  test('has examples', () => expect(examples.length).toBeGreaterThan(5));

  test.each(
    examples.map(([, source, below], i) => ({
      source,
      below,
      name: `example ${i + 1}, line ${content.slice(0, examples[i].index).split('\n').length}`,
    })),
  )('$name', ({ source, below }) => {
    const brief = parseBrief(source);
    const tables = tablesOf(below);
    for (const { head, rows } of tables.filter(({ head: [first] }) => first in listings))
      expect(rows, head[0]).toEqual(listings[head[0]](brief).map((row) => head.map((column) => row[column])));
    if (!tables.some(({ head: [first] }) => first === 'line' || first === 'regel'))
      expect(findings(brief, 'line', 'finding')).toEqual([]);
  });
});
