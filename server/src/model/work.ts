import { languages } from '../languages/index.js';
import {
  ownersOf,
  type Answer,
  type Block,
  type Brief,
  type Placed,
  type Question,
  type Status,
} from './brief.js';
import { isoDate } from './dates.js';
import type { Directive, Segment, WorkKey, WorkState } from './facts.js';
import type { Language } from '../languages/language.js';

/** What the notes on the work say of one question. What cannot be read counts as not said. */
export interface WorkNote {
  owner: string | null;
  state: WorkState | null;
  /** ISO text. */
  due: string | null;
  remark: string | null;
  /** Those that say it: first what stands at the question, then what stands at its answers. The first that says something counts. */
  directives: Placed<Directive>[];
}

const noNotes: ReadonlyMap<Question, WorkNote> = new Map();
const kept = new WeakMap<
  Brief['directives'],
  { questions: Brief['questions']; notes: ReadonlyMap<Question, WorkNote> }
>();

/** The notes on the work by question; a question without any is not in it. The same map as before while they are. */
export function workNotes(brief: Brief): ReadonlyMap<Question, WorkNote> {
  const { directives, questions, language } = brief;
  if (directives.length === 0) return noNotes;
  const before = kept.get(directives);
  if (before?.questions === questions) return before.notes;
  const found = new Map<Question, { own: Placed<Directive>[]; ofAnswers: Placed<Directive>[] }>();
  for (const [directive, owner] of workOwners(brief)) {
    if (!owner) continue;
    const isQuestion = 'subQuestions' in owner;
    for (const question of isQuestion ? [owner] : owner.questions) {
      let at = found.get(question);
      if (!at) found.set(question, (at = { own: [], ofAnswers: [] }));
      (isQuestion ? at.own : at.ofAnswers).push(directive);
    }
  }
  const notes = new Map(
    [...found].map(([question, { own, ofAnswers }]) => [question, noteOf([...own, ...ofAnswers], language)]),
  );
  kept.set(directives, { questions, notes });
  return notes;
}

/**
 * Each note on the work with the question or answer that it stands in, or right before; `null` where there is none.
 */
export function workOwners(brief: Brief): Map<Placed<Directive>, Question | Answer | null> {
  const { directives, blocks } = brief;
  const notes = directives.filter(({ fact }) => fact.kind === 'work');
  const owned = new Map<Placed<Directive>, Question | Answer | null>();
  if (notes.length === 0) return owned;
  const owners = ownersOf(brief);
  /** For a comment in a block of its own: the first segment below it. */
  const below = new Map<Block, Segment | undefined>();
  const alone = new Set(notes.map(({ block }) => block).filter(({ facts }) => facts.segments.length === 0));
  let next: Segment | undefined;
  if (alone.size > 0)
    for (const block of blocks.toReversed()) {
      if (alone.has(block)) below.set(block, next);
      next = block.facts.segments[0] ?? next;
    }
  for (const note of notes) {
    const { segments } = note.block.facts;
    const segment =
      segments.length === 0
        ? below.get(note.block)
        : (segments.findLast(({ at }) => at.from <= note.fact.at.from) ?? segments[0]);
    owned.set(note, (segment && owners.get(segment)) ?? null);
  }
  return owned;
}

function noteOf(directives: Placed<Directive>[], language: Language): WorkNote {
  const first = (key: WorkKey) =>
    directives.flatMap(({ fact }) => fact.fields).find((field) => field.key === key && field.value)?.value ??
    null;
  const [state, due] = [first('state'), first('due')];
  return {
    owner: first('owner'),
    state: state ? workState(state) : null,
    due: due ? workDate(due, language) : null,
    remark: first('remark'),
    directives,
  };
}

/** Work is done when it is agreed on; where no one says how far it is, when there is an answer. */
export function isDone({ state }: WorkNote, status: Status | null): boolean {
  return state === null ? status === 'answered' || status === 'referred' : state === 'agreed';
}

/** A state in the words of any language. */
export function workState(value: string): WorkState | null {
  const word = value.toLowerCase().replace(/\s+/g, ' ');
  for (const { directives } of Object.values(languages))
    for (const [state, name] of Object.entries(directives.states))
      if (name.toLowerCase() === word) return state as WorkState;
  return null;
}

/** A due date as ISO text: `2025-01-07`, or the long form of a language. */
export function workDate(value: string, language: Language): string | null {
  for (const one of [language, ...Object.values(languages)]) {
    const date = isoDate(value, one);
    if (date) return date;
  }
  return null;
}

/** The owners that are named in a document, each once, in its order. */
export function ownersNamed({ directives }: Brief): string[] {
  const named = directives
    .flatMap(({ fact }) => fact.fields)
    .flatMap(({ key, value }) => (key === 'owner' && value ? [value] : []));
  return [...new Set(named)];
}
