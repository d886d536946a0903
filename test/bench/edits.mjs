import { spot } from './consultation.mjs';

/**
 * What is typed at a spot, and what must come of it. Each answer of Kamerbrief is held against `expected`: an answer to
 * the text before the edit would fail.
 */
const inWord = spot.text.indexOf(spot.word) + 3;
const behindWord = spot.text.indexOf(spot.word) + spot.word.length;
/** `ours`: not asked of the servers of others, to whom it is one more edit. */
export const kinds = [
  { name: 'a letter in a word', insert: 'e', at: inWord },
  { name: 'a new footnote reference', insert: '[^bench]', at: behindWord, finding: 'footnote-undefined' },
  { name: 'a new line', insert: '\n', at: behindWord },
  { name: 'a new paragraph', insert: '\n\n', at: behindWord, ours: true },
];

/** The lines of the spots of a text: near its start, its middle and its end. */
export function spotsOf(text) {
  return text.split('\n').flatMap((line, i) => (line === spot.text ? [i] : []));
}

/** The edit that types, and the one that takes it back. */
export function editsAt(line, { insert, at }) {
  const start = { line, character: at };
  const end = endOf(start, insert);
  return {
    type: { range: { start, end: start }, text: insert },
    undo: { range: { start, end }, text: '' },
  };
}

/** The findings after typing, by code and place, from those before. */
export function expected(before, line, { insert, at, finding }) {
  const start = { line, character: at };
  const end = endOf(start, insert);
  const moved = (place) => {
    if (place.line !== line)
      return { ...place, line: place.line + (place.line > line ? end.line - line : 0) };
    if (place.character < at) return place;
    return { line: end.line, character: place.character - at + end.character };
  };
  const after = before.map(({ code, range }) => ({
    code,
    range: { start: moved(range.start), end: moved(range.end) },
  }));
  if (finding) after.push({ code: finding, range: { start, end } });
  return pictureOf(after);
}

/**
 * Whether a finding in a spot stands where an edit has moved it to; or where it stood, without an edit.
 * @param finding its code, and where it starts or ends in the text of the spot
 */
export function finds(findings, { code, side, at }, line, kind) {
  const end = kind && endOf({ line, character: kind.at }, kind.insert);
  const place = kind ? { line: end.line, character: at - kind.at + end.character } : { line, character: at };
  return findings.some(
    (one) =>
      one.code === code &&
      one.range[side].line === place.line &&
      one.range[side].character === place.character,
  );
}

/** Findings as text that can be compared. */
export function pictureOf(findings) {
  return findings
    .map(
      ({ code, range: { start, end } }) =>
        `${start.line}:${start.character}-${end.line}:${end.character} ${code}`,
    )
    .sort()
    .join('\n');
}

function endOf({ line, character }, insert) {
  const lines = insert.split('\n');
  return lines.length === 1
    ? { line, character: character + insert.length }
    : { line: line + lines.length - 1, character: lines.at(-1).length };
}
