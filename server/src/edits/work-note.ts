import { extentOf, rangeOf, type Brief, type Placed, type Question } from '../model/brief.js';
import { workKeys } from '../model/directives.js';
import type { Directive, WorkKey } from '../model/facts.js';
import { workNotes, workOwners } from '../model/work.js';
import type { TextEdit } from '../text/text.js';
import { cuts, putBefore, standsAlone } from './pieces.js';

/**
 * Writes what a note on the work says of a question: into the note that says it, else into the question's first note, else
 * into a new one right before the question. What a note at the answer to several questions says stays for the others: the
 * question gets a note of its own, which counts before it.
 * @param value in the words of the document; `null` takes it away, and a note with nothing left in it
 */
export function setWork(brief: Brief, question: Question, key: WorkKey, value: string | null): TextEdit[] {
  const directives = workNotes(brief).get(question)?.directives ?? [];
  const saying = directives.filter(({ fact }) => fact.fields.some((field) => field.key === key));
  const written = value === null ? '' : plain(value);
  if (!written) return saying.flatMap((directive) => without(brief, directive, key));
  const owners = workOwners(brief);
  const owns = (directive: Placed<Directive>) => {
    const owner = owners.get(directive);
    return owner && ('subQuestions' in owner || owner.questions.length === 1);
  };
  const name = brief.language.directives[key];
  const into = saying.find(owns);
  if (into) {
    const { at, value: before, name: as } = into.fact.fields.find((field) => field.key === key)!;
    if (before === written) return [];
    return [{ ...rangeOf({ block: into.block, at }), insert: `${as}=${written}` }];
  }
  const own = directives.find(owns);
  if (own) return [added(brief, own, key, `${name}=${written}`)];
  const { text, language } = brief;
  const { from } = text.lineAt(extentOf(question.segments).from);
  return [putBefore(text, from, `<!-- kb ${language.directives.work}: ${name}=${written} -->`)];
}

/** Where the notes stand, in the order in which they are usually written. */
function added(brief: Brief, note: Placed<Directive>, key: WorkKey, insert: string): TextEdit {
  const { fields } = note.fact;
  const next = fields.find((field) => field.key && workKeys.indexOf(field.key) > workKeys.indexOf(key));
  if (next) {
    const { from } = rangeOf({ block: note.block, at: next.at });
    return { from, to: from, insert: `${insert}; ` };
  }
  const last = fields.at(-1);
  if (last) {
    const { to } = rangeOf({ block: note.block, at: last.at });
    return { from: to, to, insert: `; ${insert}` };
  }
  const range = rangeOf({ block: note.block, at: note.fact.at });
  const word = /^<!--\s{0,40}kb\s{1,40}[\p{L}-]{1,30}/u.exec(
    brief.text.sliceString(range.from, range.to),
  )![0];
  return { ...range, insert: `${word}: ${insert} -->` };
}

function without({ text }: Brief, { block, fact }: Placed<Directive>, key: WorkKey): TextEdit[] {
  const rest = fact.fields.filter((field) => field.key !== key);
  const range = rangeOf({ block, at: fact.at });
  if (rest.length > 0) {
    const body = rangeOf({ block, at: { from: fact.fields[0].at.from, to: fact.fields.at(-1)!.at.to } });
    const left = rest
      .map(({ at }) => rangeOf({ block, at }))
      .map(({ from, to }) => text.sliceString(from, to));
    return [{ ...body, insert: left.join('; ') }];
  }
  if (standsAlone(text, range)) return cuts(text, [range]);
  const before = text.sliceString(text.lineAt(range.from).from, range.from);
  const gap = before.length - before.trimEnd().length;
  return [{ from: range.from - gap, to: range.to, insert: '' }];
}

/** What a comment can hold: one line, no semicolon, and nothing that would end it. */
function plain(value: string): string {
  return value.replace(/\s+/g, ' ').replaceAll(';', ',').replace(/-{2,}/g, '–').replaceAll('>', '›').trim();
}
