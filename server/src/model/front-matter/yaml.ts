import { isMap, isScalar, isSeq, parseDocument, type Node as YamlNode, type YAMLMap } from 'yaml';
import type { Range } from '../../text/text.js';
import type { FrontMatterProblem } from './problem.js';

/** A key and its value, with their places in the document. */
export interface Pair {
  name: string;
  nameAt: Range;
  /** Empty, behind the colon, if nothing is filled in. */
  valueAt: Range;
  value: Value;
}

export type Value =
  | { kind: 'text'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'fields'; pairs: Pair[] }
  | { kind: 'none' };

/**
 * Reads the YAML between the fences. What is wrong with it is a problem at its place, and the rest is read all the same.
 * @param source the text from the start of the document up to and including the closing fence
 */
export function readPairs(source: string): { pairs: Pair[]; problems: FrontMatterProblem[] } {
  const start = source.indexOf('\n') + 1;
  const end = source.lastIndexOf('\n');
  const { yaml, typed, problems } = maskCutValues(end >= start ? source.slice(start, end + 1) : '', start);
  const document = parseDocument(yaml, {
    schema: 'failsafe',
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  const report = (from: number, to: number) =>
    problems.push({
      at: clip({ from, to }, end),
      code: 'front-matter-invalid',
      reason: { kind: 'syntax' },
      fix: null,
    });
  for (const { pos } of document.errors) {
    const at = { from: start + pos[0], to: start + Math.max(pos[1], pos[0] + 1) };
    if (!problems.some((problem) => sameLine(source, problem.at, at))) report(at.from, at.to);
  }
  const root = document.contents;
  if (isMap(root)) return { pairs: pairsOf(root, start, typed), problems };
  if (root && problems.length === 0) report(start, end);
  return { pairs: [], problems };
}

function pairsOf(map: YAMLMap, start: number, typed: ReadonlyMap<number, string>): Pair[] {
  return map.items.flatMap(({ key, value }): Pair[] => {
    if (!isScalar(key) || !key.range) return [];
    const nameAt = { from: start + key.range[0], to: start + key.range[1] };
    const node = value as YamlNode | null;
    const valueAt = node?.range
      ? { from: start + node.range[0], to: start + node.range[1] }
      : { from: nameAt.to + 1, to: nameAt.to + 1 };
    const cut = typed.get(valueAt.from);
    const read = cut === undefined ? valueOf(node, start, typed) : ({ kind: 'text', text: cut } as const);
    return [{ name: String(key.value), nameAt, valueAt, value: read }];
  });
}

function valueOf(node: YamlNode | null, start: number, typed: ReadonlyMap<number, string>): Value {
  if (isScalar(node)) return { kind: 'text', text: textOf(node) };
  if (isSeq(node)) return { kind: 'list', items: node.items.map(textOf).filter(Boolean) };
  if (isMap(node)) return { kind: 'fields', pairs: pairsOf(node, start, typed) };
  return { kind: 'none' };
}

function textOf(node: unknown): string {
  return isScalar(node) ? String(node.value ?? '') : '';
}

/**
 * Values that YAML would cut or refuse (a colon, a `#`, a lone `-`, a leading `[` or `@`) are found, and masked by as many
 * plain letters, so that the rest is read as it stands.
 * @returns the masked text, and by position what was typed
 */
function maskCutValues(yaml: string, start: number) {
  const typed = new Map<number, string>();
  const problems: FrontMatterProblem[] = [];
  let offset = start;
  const lines = yaml.split('\n').map((line) => {
    const from = offset;
    offset += line.length + 1;
    const key = /^ {0,8}(?:- )?\p{L}[\p{L}\d-]{0,40}:[ \t]+(?=\S)/u.exec(line);
    if (!key) return line;
    const value = line.slice(key[0].length).trimEnd();
    const plain =
      !/^["']/.test(value) && !/^(?:\[[^[\]]*\]|\{[^{}]*\})$/.test(value) && !/^[|>][+-]?$/.test(value);
    if (!plain || !(/: |:$| #|^[-?]$|^[#[\]{},&*!|>%@`]/.test(value) || /^[-?:] /.test(value))) return line;
    const at = { from: from + key[0].length, to: from + key[0].length + value.length };
    problems.push({
      at,
      code: 'front-matter-invalid',
      reason: { kind: 'cut', text: value },
      fix: quoted(value),
    });
    typed.set(at.from, value);
    return key[0] + 'x'.repeat(value.length);
  });
  return { yaml: lines.join('\n'), typed, problems };
}

/** Text as a value that reads back as itself: as it is, or in quotation marks. */
export function scalar(value: string): string {
  return value === '' || (/^[\p{L}\d][^:#]*$/u.test(value) && value === value.trim()) ? value : quoted(value);
}

function quoted(value: string): string {
  return `"${value.replace(/[\\"]/g, '\\$&')}"`;
}

/** The path of a file as a value. */
export function pathValue(path: string): string {
  return /^[\p{L}\d._/ -]+$/u.test(path) ? path : quoted(path);
}

function sameLine(source: string, a: Range, b: Range): boolean {
  return !source.slice(Math.min(a.from, b.from), Math.max(a.from, b.from)).includes('\n');
}

function clip(at: Range, end: number): Range {
  const from = Math.min(at.from, end);
  return { from, to: Math.max(from, Math.min(at.to, end)) };
}
