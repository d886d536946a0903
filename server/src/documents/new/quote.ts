import type { Brief, Question, SegmentPlace } from '../../model/brief.js';
import type { Heading, Segment } from '../../model/facts.js';
import { isoDate, longDate } from '../../model/dates.js';
import { quote, quotedText } from '../../compare/quote.js';

/** What stands under one heading of a letter, as a reply takes it over: Markdown without footnote marks and comments. */
export interface QuotedSection {
  /** With its `##`; `null` before the first heading and under the title. */
  heading: string | null;
  items: (QuotedQuestion | QuotedStatement)[];
}

export interface QuotedQuestion {
  question: Question;
  /** Without the number or words that open it. */
  text: string;
}

/** A paragraph that asks nothing, in a group without questions: "… sluiten zich aan bij de vragen van …". */
export interface QuotedStatement {
  question: null;
  text: string;
}

interface Section {
  heading: (SegmentPlace & { fact: Heading }) | null;
  items: { question: Question | null; places: SegmentPlace[] }[];
}

/**
 * Every question of a letter with its context, in the letter's order. The title, the opening and the closing of the letter
 * are left out, and what is said below the last question of a group.
 */
export function quoteLetter(letter: Brief): QuotedSection[] {
  const sections = sectionsOf(letter);
  const kept = sections.map((_section, i) => keepsHeading(sections, i));
  const last = kept.lastIndexOf(true);
  return sections
    .map(({ heading, items }, i): QuotedSection => ({
      heading: kept[i] ? quotedText(letter, heading!, heading!.segment.at.from) : null,
      items: (i === last ? withoutClosing(letter, items) : items)
        .filter(({ question }) => question || (kept[i] && items.every((item) => !item.question)))
        .map((item) => ({ question: item.question, text: quote(letter, item.question, item.places) })),
    }))
    .filter(({ heading, items }) => heading !== null || items.length > 0);
}

/** The letter in order, cut at its headings; what follows a signature is left out when no question follows. */
function sectionsOf({ blocks, questions, answers }: Brief): Section[] {
  const owners = new Map<Segment, Question | null>();
  for (const question of questions)
    for (const { segment } of question.segments) owners.set(segment, question);
  for (const answer of answers) for (const { segment } of answer.segments) owners.set(segment, null);
  const sections: Section[] = [{ heading: null, items: [] }];
  let signed = false;
  for (const block of blocks) {
    for (const segment of block.facts.segments) {
      if (segment.inNote) continue;
      const { items } = sections.at(-1)!;
      const question = owners.get(segment);
      const above = items.at(-1);
      if (question) {
        if (question.segments[0].segment === segment) items.push({ question, places: question.segments });
        signed = false;
      } else if (segment.opener?.kind === 'heading') {
        sections.push({ heading: { block, segment, fact: segment.opener }, items: [] });
        signed = false;
      } else if (segment.opener?.kind === 'signature') signed = true;
      else if (question === undefined && segment.opener?.kind !== 'break' && !signed) {
        if (above?.question === null) above.places.push({ block, segment });
        else items.push({ question: null, places: [{ block, segment }] });
      }
    }
  }
  return sections;
}

/** A heading that names groups, or with a question below it; the title is the letter's own. */
function keepsHeading(sections: readonly Section[], i: number): boolean {
  const fact = sections[i].heading?.fact;
  if (!fact) return false;
  if (fact.groups.length > 0) return true;
  if (i === 1 && fact.level === 1) return false;
  const next = sections.findIndex(({ heading }, j) => j > i && heading!.fact.level <= fact.level);
  return sections
    .slice(i, next < 0 ? sections.length : next)
    .some(({ items }) => items.some(({ question }) => question));
}

/**
 * Under the last heading stands the closing as well, "… binnen vier weken na dagtekening van deze brief …": below the last
 * question, or at its end where questions are numbered. In a group without questions the first paragraph is no closing.
 */
function withoutClosing(letter: Brief, items: Section['items']): Section['items'] {
  return items.flatMap((item, i) => {
    if (i < items.length - 1) return [item];
    const closing = item.places.findIndex((place, j) => j > 0 && isClosing(letter, place));
    const end = closing >= 0 ? closing : item.question ? item.places.length : 1;
    return [{ ...item, places: item.places.slice(0, end) }];
  });
}

function isClosing({ text, language, frontMatter }: Brief, { block, segment }: SegmentPlace): boolean {
  const source = text.sliceString(block.from + segment.at.from, block.from + segment.at.to);
  const { term } = frontMatter.values;
  const date = term ? isoDate(term, language) : null;
  return (
    (new RegExp(language.frame.term, 'iu').test(source) ||
      (date !== null && source.includes(longDate(date, language)))) &&
    segment.sentences.every(({ question }) => !question)
  );
}
