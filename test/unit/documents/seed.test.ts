import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Notice } from '../../../server/src/documents/in/draft/part.js';
import { importText } from '../../../server/src/documents/in/text/index.js';
import { printed } from '../../../server/src/documents/out/build.js';
import { toText } from '../../../server/src/documents/out/text.js';
import { nl } from '../../../server/src/languages/nl.js';
import { statusOf, type Brief } from '../../../server/src/model/brief.js';
import { isoDate } from '../../../server/src/model/dates.js';
import { parseBrief } from '../../../server/src/model/document.js';
import { alone } from '../../../server/src/rules/context.js';
import { check } from '../../../server/src/rules/check.js';
import { bodyOf, firstLost } from './streams.js';

const path = '../shared/seed/staat-van-migratie-2024.txt';
const source = existsSync(path) ? readFileSync(path, 'utf8') : null;

type Imported = { report: string; letter: string; reply: string; notices: Notice[] };
let memory: Imported | undefined;

function imported(): Imported {
  if (memory) return memory;
  const result = importText(source!);
  if (!result.ok) throw new Error(result.reason.en);
  const content = (name: string) => result.files.find((file) => file.name === name)!.content;
  return (memory = {
    notices: result.notices,
    report: content('verslag.brief.md'),
    letter: content('brief.brief.md'),
    reply: content('antwoord.brief.md'),
  });
}

const labels = ({ references }: Brief) => references.map(({ fact }) => Number(fact.label));
const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);
const found = (content: string) => check(parseBrief(content), alone).map(({ code }) => code);

// Without the published text beside the repository there is nothing to read.
describe.skipIf(source === null)('the published consultation', () => {
  test('the reply: 32 questions by group, all answered, number 9 by reference', () => {
    const reply = parseBrief(imported().reply);
    expect(reply.kind).toBe('reply');
    expect(reply.groups.map(({ names, questions }) => [names.join(), questions.length])).toEqual([
      ['GroenLinks-PvdA', 8],
      ['D66', 14],
      ['PVV', 8],
      ['ChristenUnie', 2],
    ]);
    expect(reply.questions.map(({ numbers }) => numbers)).toEqual(from(1, 32).map((number) => [number]));
    expect(reply.questions.map(statusOf)).toEqual(
      from(1, 32).map((number) => (number === 9 ? 'referred' : 'answered')),
    );
  });

  test('the letter: four groups, 53 question sentences, no numbers, its list of six points', () => {
    const letter = parseBrief(imported().letter);
    expect(letter.kind).toBe('letter');
    expect(letter.numbering).toBe('none');
    expect(letter.groups.map(({ names }) => names.join())).toEqual([
      'GroenLinks-PvdA',
      'D66',
      'PVV',
      'ChristenUnie',
    ]);
    const certain = letter.questions.flatMap(({ sentences }) =>
      sentences.filter(({ fact }) => fact.question === 'certain'),
    );
    expect(certain.length).toBe(53);
    expect(letter.questions.every(({ numbers }) => numbers.length === 0)).toBe(true);
    expect(imported().letter.match(/^\d\. /gm)).toEqual(['1. ', '2. ', '3. ', '4. ', '5. ', '6. ']);
  });

  test('marks 1 to 38 each where they stood', () => {
    const { report, letter, reply } = imported();
    expect(labels(parseBrief(report))).toEqual([1, 2]);
    expect(labels(parseBrief(letter))).toEqual(from(3, 30));
    expect(labels(parseBrief(reply))).toEqual(from(31, 38));
    // The source as it stands around each mark, and no digits left behind.
    const text = [report, letter, reply].map(bodyOf).join('').replace(/\\/g, '');
    const whole = source!.replace(/\s+/g, ' ');
    for (const number of from(1, 38)) {
      const [, before] = new RegExp(`(\\S{1,12})\\[\\^${number}\\](?!:)`).exec(text)!;
      expect(whole).toContain(`${before}${number}`);
    }
    const prose = text.replace(/https?:\S+/g, '');
    expect(prose).not.toMatch(/\b(?:19|20)\d{3}\b/);
    expect(prose).not.toMatch(/\p{Ll}[.,]?\d/u);
  });

  test('notes: all that have a text, in the file of their mark, and none invented', () => {
    const { report, letter, reply } = imported();
    const defined = (content: string) =>
      parseBrief(content).definitions.map(({ fact }) => Number(fact.label));
    expect(defined(report)).toEqual([1]);
    expect(defined(letter)).toEqual(from(4, 30));
    expect(defined(reply)).toEqual(from(31, 38));
  });

  test('every word stands once and in its order', () => {
    const { report, letter, reply } = imported();
    expect(firstLost(source!.split('\n'), [report, letter, reply])).toBeNull();
  });

  test('the report as text is the publication, word for word and with its marks', () => {
    const { report, letter, reply } = imported();
    const parts: Record<string, Brief> = {
      'brief.brief.md': parseBrief(letter),
      'antwoord.brief.md': parseBrief(reply),
    };
    const text = toText(printed(parseBrief(report), (href) => parts[href] ?? null))
      // Notes 2 and 3 have no text in the source.
      .replace(/\[[23]\] \[deze noot .*\]/g, '')
      .replace(/^\[(\d+)\] /gm, '[^$1]: ')
      .replace(/\[(\d+)\]/g, '[^$1]');
    const lines = source!.split('\n').filter((line) => !/^\s*\d{1,3}\s*$/.test(line));
    expect(firstLost(lines, [`---\n---\n${text}`])).toBeNull();
  });

  test('words and addresses cut by a line end are whole', () => {
    const { letter, reply } = imported();
    expect(letter).toContain('(KSO-plekken)');
    expect(letter).toContain('COA-opvang');
    expect(letter).toContain('graanproductie- en distributie');
    expect(reply).toContain('kalenderhalfjaar');
    expect(reply).toContain('Asiel- en Migratiepact');
    // A line end inside an address leaves no space: what follows an address is the end of the note, or a bracket.
    for (const line of letter.split('\n'))
      if (/^\[\^\d+\].*https?:/.test(line)) expect(line).toMatch(/https?:\/\/\S+(?: \(p\. \d+\)\.)?$/);
  });

  test('no paragraph breaks off in the middle of a sentence', () => {
    const { report, letter, reply } = imported();
    for (const content of [report, letter, reply]) {
      for (const paragraph of bodyOf(content).trim().split('\n\n')) expect(paragraph).not.toMatch(/^\p{Ll}/u);
    }
  });

  test('front matter says what the text says', () => {
    const { report, letter, reply } = imported();
    const lines = source!
      .split('\n')
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter(Boolean);
    const near = (pattern: RegExp, step: number) =>
      lines[lines.findLastIndex((line) => pattern.test(line)) + step];
    const dates = [...source!.matchAll(/^Den Haag, (\d+ \w+ \d{4})$/gm)].map(([, date]) => isoDate(date, nl));
    const committee = /De (vaste commissie .*?)\d van/.exec(source!)![1];
    const subject = /kennisgenomen van de (.*?)\./.exec(source!)![1];
    const questioners = ['GroenLinks-PvdA', 'D66', 'PVV', 'ChristenUnie'];
    expect(parseBrief(report).frontMatter.values).toEqual({
      kind: 'report',
      status: 'final',
      language: 'nl',
      chamber: 'upper',
      committee,
      subject,
      from: { name: near(/^De griffier/, 1), office: near(/^De griffier/, 0).slice(3, -1) },
    });
    expect(parseBrief(letter).frontMatter.values).toEqual({
      kind: 'letter',
      status: 'final',
      language: 'nl',
      chamber: 'upper',
      committee,
      subject,
      questioners,
      place: 'Den Haag',
      date: dates[0],
      to: near(/^Aan de minister/, 0).slice(7),
      term: 'vier weken',
      numbering: 'none',
      from: { name: near(/^Voorzitter van/, -1), office: near(/^Voorzitter van/, 0) },
    });
    const [, sent, mark] = /ingezonden op (\d+ \w+ \d{4}) met kenmerk (\S+)\.\s/.exec(source!)!;
    expect(parseBrief(reply).frontMatter.values).toEqual({
      kind: 'reply',
      status: 'final',
      language: 'nl',
      chamber: 'upper',
      subject,
      questioners,
      place: 'Den Haag',
      date: dates[1],
      to: near(/^Aan de Voorzitter/, 0).slice(7),
      questionsDated: isoDate(sent, nl),
      theirReference: mark,
      from: { name: near(/^De Minister van .*,$/, 1), office: near(/^De Minister van .*,$/, 0).slice(3, -1) },
      letter: 'brief.brief.md',
    });
  });

  test('the check finds the real defects, and none in numbering or answers', () => {
    const { report, letter, reply } = imported();
    expect(found(report)).toEqual(['footnote-undefined']);
    const inLetter = found(letter);
    expect(inLetter.filter((code) => code === 'footnote-undefined')).toHaveLength(1);
    expect(inLetter).toContain('citation-page-range');
    const inReply = found(reply);
    expect(inReply).toEqual(expect.arrayContaining(['announced-missing', 'citation-form', 'word-broken']));
    for (const code of [...inLetter, ...inReply])
      expect(code).not.toMatch(/^(?:question|answer|sub-question|enumeration|note-mark|front-matter)/);
  });

  test('what was not sure is told with its line', () => {
    const { notices, report, letter } = imported();
    const contents: Record<string, string> = { 'verslag.brief.md': report, 'brief.brief.md': letter };
    expect(
      notices.map(({ file, line, message }) => [
        file,
        contents[file]
          .split('\n')
          [line - 1].match(/2024\[\^[23]\]/g)
          ?.join(),
        message.en,
      ]),
    ).toEqual([
      [
        'verslag.brief.md',
        '2024[^2]',
        'the text of note 2 is not in this document; only its mark was brought in',
      ],
      [
        'brief.brief.md',
        '2024[^3]',
        'the text of note 3 is not in this document; only its mark was brought in',
      ],
    ]);
  });
});
