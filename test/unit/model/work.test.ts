import { describe, expect, test } from 'vitest';
import { deleteQuestion } from '../../../server/src/edits/questions/delete.js';
import { mergeQuestions } from '../../../server/src/edits/questions/merge.js';
import { moveQuestion } from '../../../server/src/edits/questions/move.js';
import { splitQuestion } from '../../../server/src/edits/questions/split.js';
import { setWork } from '../../../server/src/edits/work-note.js';
import { printed } from '../../../server/src/documents/out/build.js';
import { toHtml } from '../../../server/src/documents/out/html.js';
import { toText } from '../../../server/src/documents/out/text.js';
import { newReply } from '../../../server/src/documents/new/reply.js';
import { bodyText } from '../../../server/src/model/brief.js';
import { BriefDocument, parseBrief } from '../../../server/src/model/document.js';
import type { WorkKey } from '../../../server/src/model/facts.js';
import { workNotes } from '../../../server/src/model/work.js';
import { after, numbered } from '../edits/after.js';
import { findings } from './outline.js';

/** What is known of each question that has a note: `1: Wegen, draft, 2026-03-01, haast`. */
function notes(source: string): string[] {
  const brief = parseBrief(source);
  return [...workNotes(brief)].map(
    ([{ numbers }, { owner, state, due, remark }]) =>
      `${numbers.join(', ')}: ${[owner, state, due, remark].filter((value) => value !== null).join(', ')}`,
  );
}

const two = '1. Hoe diep is het kanaal?\n\nAntwoord: Vier meter.\n\n2. Hoe breed?\n\nAntwoord: Tien meter.\n';

describe('a note on the work belongs to', () => {
  test('the question that it stands before', () => {
    expect(
      notes(`<!-- kb werk: eigenaar=Wegen; stand=concept; voor=2026-03-01; opmerking=haast -->\n\n${two}`),
    ).toEqual(['1: Wegen, draft, 2026-03-01, haast']);
  });

  test('the question that it stands in, at the end of its line or below it', () => {
    expect(notes(two.replace('breed?', 'breed? <!-- kb werk: eigenaar=Water -->'))).toEqual(['2: Water']);
    expect(notes(two.replace('breed?', 'breed?\n\n   <!-- kb werk: eigenaar=Water -->'))).toEqual([
      '2: Water',
    ]);
  });

  test('every question that the answer answers, where it stands at an answer', () => {
    const combined =
      '1. Hoe diep?\n\n<!-- kb werk: stand=akkoord -->\n\n2. Hoe breed?\n\n<!-- kb werk: eigenaar=Water; stand=concept -->\n\nAntwoord op vragen 1 en 2: Ruim.\n';
    expect(notes(combined)).toEqual(['2: Water, agreed', '1: Water, draft']);
  });

  test('a question of a letter without numbers', () => {
    expect(
      notes('---\nsoort: brief\n---\n\n<!-- kb werk: eigenaar=Sanne -->\n\nZij lezen dit. Klopt het?\n'),
    ).toEqual([': Sanne']);
  });

  test('no question below the last one: that is a finding', () => {
    expect(findings(`${two}\n<!-- kb werk: eigenaar=Wegen -->\n`)).toEqual([
      'work-note-invalid <!-- kb werk: eigenaar=Wegen -->',
    ]);
  });

  test('what it says in any language, capitals or not; the value may have an =', () => {
    expect(notes(`<!-- kb work: Owner=a=b; state=In Review; due=7 januari 2026 -->\n\n${two}`)).toEqual([
      '1: a=b, review, 2026-01-07',
    ]);
  });

  test('and is known anew after an edit', () => {
    const document = new BriefDocument(`<!-- kb werk: eigenaar=Wegen -->\n\n${two}`);
    const owners = () =>
      [...workNotes(document.brief)].map(([{ numbers }, { owner }]) => `${numbers} ${owner}`);
    expect(owners()).toEqual(['1 Wegen']);
    const at = document.text.toString().indexOf('Wegen');
    document.update([{ from: at, to: at + 5, insert: 'Water' }]);
    expect(owners()).toEqual(['1 Water']);
    const above = document.text.toString().indexOf('1. Hoe');
    document.update([{ from: above, to: above, insert: '1. Hoe lang?\n\nAntwoord: Ver.\n\n' }]);
    document.update([{ from: above + 30, to: above + 31, insert: '2' }]);
    expect(owners()[0]).toBe('1 Water');
  });
});

describe('what cannot be read is found', () => {
  test.each([
    ['eigenaer=Wegen', 'eigenaer=Wegen'],
    ['Wegen', 'Wegen'],
    ['eigenaar', 'eigenaar'],
    ['stand=klaar', 'klaar'],
    ['voor=volgende week', 'volgende week'],
    ['voor=2026-02-30', '2026-02-30'],
  ])('%s', (field, found) => {
    expect(findings(`<!-- kb werk: ${field} -->\n\n${two}`)).toEqual([`work-note-invalid ${found}`]);
  });

  test('an empty value is still to be filled in', () => {
    expect(findings(`<!-- kb werk: eigenaar=; stand=concept -->\n\n${two}`)).toEqual([]);
    expect(findings(`<!-- kb werk -->\n\n${two}`)).toEqual(['work-note-invalid <!-- kb werk -->']);
  });
});

describe('writing a note', () => {
  const set = (source: string, number: number, key: WorkKey, value: string | null) =>
    after(source, (brief) => setWork(brief, numbered(brief, number), key, value));

  test('the first stands above the question, the next come into it', () => {
    const once = set(two, 2, 'state', 'concept');
    expect(once).toBe(two.replace('2. Hoe', '<!-- kb werk: stand=concept -->\n\n2. Hoe'));
    const twice = set(set(once, 2, 'owner', 'Water'), 2, 'due', '2026-03-01');
    expect(twice).toBe(
      two.replace('2. Hoe', '<!-- kb werk: eigenaar=Water; stand=concept; voor=2026-03-01 -->\n\n2. Hoe'),
    );
    expect(set(twice, 2, 'state', 'akkoord')).toBe(twice.replace('concept', 'akkoord'));
    expect(set(twice, 2, 'owner', 'Water')).toBe(twice);
  });

  test('the last that goes takes the comment with it', () => {
    const both = set(set(two, 1, 'owner', 'Wegen'), 1, 'remark', 'haast');
    expect(set(set(both, 1, 'owner', null), 1, 'remark', '')).toBe(two);
    const inline = two.replace('breed?', 'breed? <!-- kb werk: eigenaar=Water -->');
    expect(set(inline, 2, 'owner', null)).toBe(two);
  });

  test('in a list without empty lines, and in the words of the document', () => {
    expect(set('---\nsoort: antwoord\n---\n\n1. Hoe diep?\n2. Hoe breed?\n', 2, 'owner', 'Water')).toBe(
      '---\nsoort: antwoord\n---\n\n1. Hoe diep?\n\n<!-- kb werk: eigenaar=Water -->\n\n2. Hoe breed?\n',
    );
    expect(set('---\nkind: reply\n---\n\n1. How deep?\n\nAnswer: Very.\n', 1, 'state', 'agreed')).toContain(
      '<!-- kb work: state=agreed -->\n\n1. How',
    );
  });

  test('what several questions share stays for the others', () => {
    const shared =
      '1. Hoe diep?\n\n2. Hoe breed?\n\n<!-- kb werk: eigenaar=Water -->\n\nAntwoord op vragen 1 en 2: Ruim.\n';
    const own = set(shared, 2, 'owner', 'Wegen');
    expect(notes(own)).toEqual(['2: Wegen', '1: Water']);
  });

  test('nothing in it ends the comment or the field', () => {
    const text = set(two, 1, 'remark', 'eerst dit --> dan;\n dat -- en =');
    expect(text).toContain('<!-- kb werk: opmerking=eerst dit –› dan, dat – en = -->');
    expect(notes(text)).toEqual(['1: eerst dit –› dan, dat – en =']);
    expect(parseBrief(text).questions.length).toBe(2);
  });
});

describe('a note stays with its question', () => {
  const noted = two.replace('2. Hoe', '<!-- kb werk: eigenaar=Water -->\n\n2. Hoe');

  test('when it moves, and is renumbered', () => {
    const moved = after(noted, (brief) =>
      moveQuestion(brief, numbered(brief, 2), { before: numbered(brief, 1) }),
    );
    expect(moved.startsWith('<!-- kb werk: eigenaar=Water -->\n\n1. Hoe breed?')).toBe(true);
    expect(notes(moved)).toEqual(['1: Water']);
  });

  test('when it is split', () => {
    const text = noted.replace('breed?', 'breed? En hoe lang?');
    const split = after(text, (brief) => splitQuestion(brief, numbered(brief, 2), text.indexOf('En hoe')));
    expect(notes(split)).toEqual(['2: Water']);
  });

  test('when it is merged with the one before', () => {
    const merged = after(noted, (brief) => mergeQuestions(brief, numbered(brief, 1), numbered(brief, 2)));
    expect(notes(merged)).toEqual(['1: Water']);
    expect(merged.match(/kb werk/g)?.length).toBe(1);
  });

  test('when it goes', () => {
    expect(after(noted, (brief) => deleteQuestion(brief, numbered(brief, 2)))).not.toContain('kb werk');
  });
});

test('a note is in no text that is shown or taken over', () => {
  const letter =
    '---\nsoort: brief\n---\n\n## Vragen van de leden van de fractie van D66\n\n<!-- kb werk: eigenaar=Water -->\n\nIs het diep? <!-- kb werk: voor=2026-03-01 -->\n\nEn breed? Hoe breed?\n';
  const brief = parseBrief(letter);
  expect(brief.questions.map(({ segments }) => bodyText(brief.text, segments))).toEqual([
    'Is het diep?',
    'En breed? Hoe breed?',
  ]);
  const reply = newReply(brief, { letterPath: 'brief.brief.md' });
  expect(JSON.stringify(reply)).not.toContain('kb werk');
  const document = printed(brief);
  for (const output of [toText(document), toHtml(document)]) {
    expect(output).toContain('Is het diep?');
    expect(output).not.toMatch(/kb|Water|2026-03-01/);
  }
});
