import { languages, type Language } from '../languages/index.js';
import type { Directive } from './facts.js';

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
    fields: {},
  };
  const rest = comment.slice(head[0].length, -3);
  const colon = rest.indexOf(':');
  if (kind === 'work')
    for (const field of rest.slice(colon + 1).split(';')) {
      const [name, value] = field.split('=', 2).map((part) => part.trim());
      if (name && value !== undefined) directive.fields[name.toLowerCase()] = value;
    }
  else {
    directive.reason = colon < 0 ? '' : rest.slice(colon + 1).trim();
    for (const code of (colon < 0 ? rest : rest.slice(0, colon)).matchAll(/[a-z][a-z-]{1,60}/gi)) {
      const from = offset + head[0].length + code.index;
      directive.codes.push({ at: { from, to: from + code[0].length }, code: code[0].toLowerCase() });
    }
  }
  return directive;
}
