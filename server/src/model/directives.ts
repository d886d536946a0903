import { languages, type Language } from '../languages/index.js';
import type { Directive, WorkField, WorkKey } from './facts.js';

/**
 * Reads `<!-- kb negeer CODE: reden -->` and `<!-- kb werk: eigenaar=…; stand=… -->`, in the words of any language.
 * @returns `null` for a comment that is none of ours
 */
export function readDirective(comment: string, offset: number, language: Language): Directive | null {
  const head = /^<!--\s{0,40}kb\s{1,40}([\p{L}-]{1,30})/u.exec(comment);
  if (!head) return null;
  const word = head[1].toLowerCase();
  const tables = [language, ...Object.values(languages)].map(({ directives }) => directives);
  const is = (key: 'ignore' | 'ignoreFile' | 'work') => tables.some((table) => table[key] === word);
  const kind = is('ignore') ? 'ignore' : is('ignoreFile') ? 'ignore-file' : is('work') ? 'work' : 'unknown';
  const directive: Directive = {
    at: { from: offset, to: offset + comment.length },
    kind,
    codes: [],
    reason: '',
    fields: [],
  };
  const rest = comment.slice(head[0].length, -3);
  if (kind === 'work') {
    const [before] = /^\s*:?/.exec(rest)!;
    directive.fields = readFields(rest.slice(before.length), offset + head[0].length + before.length);
    return directive;
  }
  const colon = rest.indexOf(':');
  directive.reason = colon < 0 ? '' : rest.slice(colon + 1).trim();
  for (const code of (colon < 0 ? rest : rest.slice(0, colon)).matchAll(/[a-z][a-z-]{1,60}/gi)) {
    const from = offset + head[0].length + code.index;
    directive.codes.push({ at: { from, to: from + code[0].length }, code: code[0].toLowerCase() });
  }
  return directive;
}

/** `eigenaar=…; stand=…`; what stands between semicolons without `=` is kept, to be found. */
function readFields(source: string, offset: number): WorkField[] {
  const fields: WorkField[] = [];
  let at = offset;
  for (const written of source.split(';')) {
    const text = written.trim();
    const from = at + written.length - written.trimStart().length;
    at += written.length + 1;
    if (!text) continue;
    const equals = text.indexOf('=');
    const name = (equals < 0 ? text : text.slice(0, equals)).trim();
    const value = equals < 0 ? null : text.slice(equals + 1).trim();
    const to = from + text.length;
    const body = { from: to - (value?.length ?? 0), to };
    fields.push({ at: { from, to }, key: workKey(name), name, body, value });
  }
  return fields;
}

export const workKeys: readonly WorkKey[] = ['owner', 'state', 'due', 'remark'];

/** What a name means, in the words of any language. */
export function workKey(name: string): WorkKey | null {
  const word = name.toLowerCase();
  const tables = Object.values(languages).map(({ directives }) => directives);
  return workKeys.find((key) => tables.some((table) => table[key] === word)) ?? null;
}
