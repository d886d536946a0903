import type { Run } from '../../syntax/runs.js';
import type { Range } from '../../text/text.js';
import type { Inline, TextInline } from './document.js';

const unprintable = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/** Without what no file for people may hold: control characters, and halves of characters. */
export function printable(text: string): string {
  return text.replace(unprintable, '\ufffd');
}

/** The part of a run that lies in a range; `null` if none does. A run that is not its own source cannot be cut. */
export function clip(run: Run, { from, to }: Range): Run | null {
  if (run.from >= from && run.to <= to) return run;
  const start = Math.max(run.from, from);
  const end = Math.min(run.to, to);
  if (start >= end) return null;
  if (run.kind !== 'text' || run.text.length !== run.to - run.from) return run.from >= from ? run : null;
  return { ...run, from: start, to: end, text: run.text.slice(start - run.from, end - run.from) };
}

export function textOf(run: Run, lead: boolean): TextInline[] {
  const { strong, emphasis, code, editorial } = run;
  const style = { kind: 'text' as const, strong, emphasis, code, editorial, lead };
  const text = printable(run.text).replace(/[ \t\r\n]+/g, ' ');
  if (run.href !== null || code) return [{ ...style, text, href: webAddress(run.href) }];
  const pieces: TextInline[] = [];
  let done = 0;
  for (const { index, 0: found } of text.matchAll(/(?<![\p{L}\p{N}])https?:\/\/[^\s<>"“”]+/gu)) {
    const address = withoutStop(found);
    pieces.push({ ...style, text: text.slice(done, index), href: null });
    pieces.push({ ...style, text: address, href: address });
    done = index + address.length;
  }
  pieces.push({ ...style, text: text.slice(done), href: null });
  return pieces.filter((piece) => piece.text !== '');
}

/** Only addresses that a browser or mail program opens are links; anything else is text. */
function webAddress(href: string | null): string | null {
  if (href === null || /[\s\p{Cc}]/u.test(href)) return null;
  if (/^https?:\/\/[^/]/i.test(href) || /^mailto:[^/]/i.test(href)) return href;
  return /^[^\s@:/]{1,64}@[^\s@:/]{1,255}$/.test(href) ? `mailto:${href}` : null;
}

/** Without the stop or bracket of the sentence around it. */
function withoutStop(address: string): string {
  let end = address.length;
  const bracket = address.indexOf('(');
  for (; end > 0; end--) {
    const last = address[end - 1];
    const closes = last === ')' && (bracket < 0 || bracket >= end);
    if (!closes && !/[.,;:!?’'\]*_]/.test(last)) break;
  }
  return address.slice(0, end);
}

/** Blanks folded over the runs, none at the ends and around breaks; runs of one style joined. */
export function tidied(inlines: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  let blank = true;
  for (const inline of inlines) {
    const last = result.at(-1);
    if (inline.kind !== 'text') {
      if (inline.kind === 'break' && last?.kind === 'text') last.text = last.text.trimEnd();
      blank = inline.kind === 'break';
      result.push(inline);
      continue;
    }
    const text = blank ? inline.text.replace(/^ /, '') : inline.text;
    if (text === '') continue;
    blank = text.endsWith(' ');
    if (last?.kind === 'text' && sameStyle(last, inline)) last.text += text;
    else result.push({ ...inline, text });
  }
  while (result.length > 0) {
    const last = result.at(-1)!;
    if (last.kind === 'text') last.text = last.text.replace(/ $/, '');
    if (last.kind !== 'break' && !(last.kind === 'text' && last.text === '')) break;
    result.pop();
  }
  return result;
}

function sameStyle(a: TextInline, b: TextInline): boolean {
  return (['strong', 'emphasis', 'code', 'editorial', 'lead', 'href', 'change'] as const).every(
    (name) => a[name] === b[name],
  );
}
