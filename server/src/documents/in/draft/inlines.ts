import type { Words } from '../../../languages/messages.js';
import { readRuns } from '../../../syntax/runs.js';
import { escapeAtStart, escapesIn, withBackslashes } from './escape.js';
import type { DraftInline, DraftText } from './part.js';
import type { Written } from './written.js';

/** Where running text stands. A heading and a cell of a table are one line. */
export type Place = 'paragraph' | 'heading' | 'cell';

/** Stands for what is no text, where text is looked at as a whole. */
const other = '\ufffc';

type Style = 'href' | 'strong' | 'emphasis' | 'code';
const styles: readonly Style[] = ['href', 'strong', 'emphasis', 'code'];

/** What can be done where marks of emphasis touch letters or each other; the first that reads back as it was is written. */
const ways = [
  { emphasis: '*', inAddresses: false, brackets: false, keep: true },
  { emphasis: '_', inAddresses: false, brackets: false, keep: true },
  { emphasis: '*', inAddresses: true, brackets: false, keep: true },
  { emphasis: '*', inAddresses: false, brackets: true, keep: true },
  { emphasis: '*', inAddresses: true, brackets: true, keep: false },
] as const;
type Way = (typeof ways)[number];

/**
 * Running text as Markdown of the dialect, which reads back as it was: the same words, marks, bold, italics and links.
 * Where the bold of half a word cannot be said in Markdown, the words stand without it, and a notice says so.
 */
export function writeInlines(inlines: readonly DraftInline[], place: Place): Written {
  // In a cell a bar ends the code that it stands in.
  const plain = (inline: DraftInline) =>
    place === 'cell' && inline.kind === 'text' && inline.code && inline.text.includes('|')
      ? { ...inline, code: false }
      : inline;
  const tidy = tidied(inlines.map(plain));
  let written: Written = { text: '', notices: [] };
  for (const way of ways) {
    written = write(tidy, place, way);
    if (way.keep && (!needsCheck(written.text) || readsAs(readBack(written.text, place), tidy)))
      return written;
  }
  const isLost = tidy.some((inline) => inline.kind === 'text' && (inline.strong || inline.emphasis));
  return isLost ? { ...written, notices: [...written.notices, { line: 0, message: withoutStyle }] } : written;
}

const withoutStyle: Words = {
  nl: 'Hier was een deel van een woord vet of cursief. Dat kan niet: deze alinea staat er zonder vet en cursief.',
  en: 'Part of a word was bold or italic here, which cannot be: this paragraph stands without bold and italics.',
};

function needsCheck(text: string): boolean {
  return /[*_`\\<[!@]|:\/\/|www\./.test(text);
}

function readBack(text: string, place: Place): DraftInline[] {
  const source = place === 'cell' ? text.replaceAll('\\|', '|') : text.replaceAll('\n\n', '\\\n');
  return readRuns(source).map((run): DraftInline => {
    if (run.kind === 'break') return { kind: 'break' };
    if (run.kind === 'reference') return { kind: 'mark', label: run.text };
    if (run.kind === 'image') return { kind: 'image', href: run.href ?? '', alt: run.text };
    const { strong, emphasis, code, href } = run;
    return { kind: 'text', text: run.text, strong, emphasis, code, href: bare(run.text, href) };
  });
}

/** An address that stands in the text is no link of its own. */
function bare(text: string, href: string | null): string | undefined {
  return href === null || href === text ? undefined : href;
}

/** Whether the same is printed. The style of a blank cannot be seen. */
function readsAs(read: readonly DraftInline[], wanted: readonly DraftInline[]): boolean {
  return JSON.stringify(seen(read)) === JSON.stringify(seen(wanted));
}

/** What is printed, stretch by stretch: a text with its style, or something that is no text. */
function seen(inlines: readonly DraftInline[]): unknown[] {
  const result: (DraftInline | { texts: string[]; style: string })[] = [];
  for (const inline of inlines) {
    if (inline.kind === 'notice') continue;
    if (inline.kind !== 'text') {
      result.push(inline);
      continue;
    }
    const style = styles.map((name) => inline[name] || '').join();
    for (const text of inline.text.split(/(?<= )(?=[^ ])|(?<=[^ ])(?= )/)) {
      const last = result.at(-1);
      const own = text.trim() === '' && last && 'texts' in last ? last.style : style;
      if (last && 'texts' in last && last.style === own) last.texts.push(text);
      else result.push({ texts: [text], style: own });
    }
  }
  return result.map((one) => ('texts' in one ? [one.texts.join(''), one.style] : one));
}

/** Blanks folded, none at the ends and around breaks, and none at the ends of bold, italics and links. */
function tidied(inlines: readonly DraftInline[]): DraftInline[] {
  const result: DraftInline[] = [];
  let blank = true;
  for (const inline of inlines) {
    if (inline.kind !== 'text') {
      if (inline.kind === 'notice') {
        result.push(inline);
        continue;
      }
      if (inline.kind === 'break') trimEnd(result);
      blank = inline.kind === 'break';
      result.push(inline);
      continue;
    }
    const text = inline.text.replace(/[ \t\r\n]+/g, ' ');
    const own = blank ? text.replace(/^ /, '') : text;
    if (own === '') continue;
    blank = own.endsWith(' ');
    const { href, ...rest } = inline;
    // An address that stands in the text needs no link.
    add(result, { ...rest, text: own, ...(href && href !== own.trim() ? { href } : {}) });
  }
  trimEnd(result);
  while (result.at(-1)?.kind === 'break') result.pop();
  return result.flatMap((inline): DraftInline[] => {
    if (inline.kind !== 'text' || !styles.some((name) => inline[name])) return [inline];
    const text = inline.text.trim();
    if (text === '' || inline.code) return text === '' ? [{ kind: 'text', text: inline.text }] : [inline];
    const before = inline.text.startsWith(' ') ? [blankText] : [];
    return [...before, { ...inline, text }, ...(inline.text.endsWith(' ') ? [blankText] : [])];
  });
}

const blankText: DraftText = { kind: 'text', text: ' ' };

function add(result: DraftInline[], inline: DraftText): void {
  const last = result.at(-1);
  if (last?.kind === 'text' && styles.every((name) => (last[name] || '') === (inline[name] || '')))
    result[result.length - 1] = { ...last, text: last.text + inline.text };
  else result.push(inline);
}

function trimEnd(inlines: DraftInline[]): void {
  for (let i = inlines.length - 1; i >= 0; i--) {
    const inline = inlines[i];
    if (inline.kind === 'notice') continue;
    if (inline.kind !== 'text') return;
    const text = inline.text.trimEnd();
    if (text !== '') {
      inlines[i] = { ...inline, text };
      return;
    }
    inlines.splice(i, 1);
  }
}

function write(inlines: readonly DraftInline[], place: Place, way: Way): Written {
  const plain = inlines.map((inline) =>
    inline.kind === 'text'
      ? inline.code
        ? other.repeat(inline.text.length)
        : inline.text
      : inline.kind === 'break'
        ? '\n'
        : inline.kind === 'notice'
          ? ''
          : other,
  );
  const escapes = placesIn(plain.join(''), inlines, place, way);
  const notices: Written['notices'] = [];
  const open: { name: Style; value: unknown }[] = [];
  let text = '';
  let line = 0;
  let at = 0;
  const close = (count: number) => {
    while (open.length > count) {
      const { name, value } = open.pop()!;
      text +=
        name === 'href' ? `](${destination(value as string)})` : name === 'strong' ? '**' : way.emphasis;
    }
  };
  inlines.forEach((inline, i) => {
    if (inline.kind === 'notice') {
      notices.push({ line, message: inline.message });
      return;
    }
    const wanted =
      way.keep || inline.kind !== 'text' ? wantedIn(inline, open, inlines[i + 1]) : linkOf(inline);
    let same = 0;
    while (same < open.length && same < wanted.length && isSame(open[same], wanted[same])) same++;
    close(same);
    for (const style of wanted.slice(same)) {
      open.push(style);
      text += style.name === 'href' ? '[' : style.name === 'strong' ? '**' : way.emphasis;
    }
    switch (inline.kind) {
      case 'text':
        text += inline.code ? codeOf(inline.text) : withBackslashes(inline.text, at, escapes);
        break;
      case 'mark':
        text += `[^${inline.label}]`;
        break;
      case 'image':
        text += `![${withBackslashes(inline.alt, at, new Set(escapesIn(inline.alt, way).map((one) => one + at)))}](${destination(inline.href)})`;
        break;
      case 'break': {
        const lineEnd = breakOf(place, plain[i - 1], plain[i + 1]);
        text += lineEnd;
        line += lineEnd.split('\n').length - 1;
      }
    }
    at += plain[i].length;
  });
  close(0);
  return { text, notices };
}

/** What begins with a number stands in no line of a paragraph, and an address takes the sign behind it. */
function breakOf(place: Place, before = '', after = ''): string {
  if (place !== 'paragraph') return '<br>';
  if (/^\d{1,3}[.)](?:\s|$)/.test(after)) return '\n\n';
  return /(?:https?:\/\/|www\.|@)[^\s<]{0,2000}$/.test(before.slice(-2000)) ? '<br>' : '\\\n';
}

/** Every offset in the plain text before which a backslash goes. */
function placesIn(plain: string, inlines: readonly DraftInline[], place: Place, way: Way): Set<number> {
  const places = new Set(escapesIn(plain, way));
  if (place === 'paragraph') {
    let from = 0;
    for (const line of plain.split('\n')) {
      const at = escapeAtStart(line);
      if (at >= 0) places.add(from + at);
      from += line.length + 1;
    }
  }
  if (place === 'cell') for (const { index } of plain.matchAll(/\|/g)) places.add(index);
  // The last signs of a heading would be its end.
  if (place === 'heading' && /#$/.test(plain)) places.add(plain.length - 1);
  let at = 0;
  inlines.forEach((inline, i) => {
    if (inline.kind !== 'text') {
      at += inline.kind === 'notice' ? 0 : 1;
      return;
    }
    const end = at + inline.text.length;
    // Brackets in the words of a link are its own; a sign before it would make it a picture.
    if ((inline.href || way.brackets) && !inline.code)
      for (const { index } of inline.text.matchAll(/[[\]]/g)) places.add(at + index);
    const next = inlines[i + 1];
    if (next && inline.text.endsWith('\\') && !inline.code) places.add(end - 1);
    if (inline.text.endsWith('!') && next && (next.kind === 'mark' || (next.kind === 'text' && next.href)))
      places.add(end - 1);
    at = end;
  });
  return places;
}

/** The styles of a stretch, outermost first. A mark between two stretches goes on in their style. */
function wantedIn(
  inline: DraftInline,
  open: readonly { name: Style; value: unknown }[],
  next: DraftInline | undefined,
): { name: Style; value: unknown }[] {
  const own = (of: DraftInline | undefined) =>
    of?.kind === 'text'
      ? styles.flatMap((name) => (of[name] && name !== 'code' ? [{ name, value: of[name] }] : []))
      : [];
  const isBlank = inline.kind === 'text' && inline.text === ' ' && !inline.code;
  if (inline.kind === 'text' && !isBlank) return own(inline);
  // What has no style of its own stands in that of its neighbours, if they share one.
  const after = own(next);
  const shared: { name: Style; value: unknown }[] = [];
  for (const [i, style] of open.entries()) {
    if (!after[i] || !isSame(after[i], style)) break;
    shared.push(style);
  }
  return inline.kind === 'break' || isBlank || inline.kind === 'mark'
    ? shared.filter(({ name }) => name !== 'href' || isBlank)
    : shared;
}

function linkOf(inline: DraftText): { name: Style; value: unknown }[] {
  return inline.href ? [{ name: 'href', value: inline.href }] : [];
}

function isSame(a: { name: Style; value: unknown }, b: { name: Style; value: unknown }): boolean {
  return a.name === b.name && a.value === b.value;
}

function codeOf(text: string): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 0);
  const fence = '`'.repeat(longest + 1);
  const pad = /^[` ]|[` ]$/.test(text) ? ' ' : '';
  return fence + pad + text + pad + fence;
}

/** An address with what would end it early written otherwise. */
function destination(href: string): string {
  const plain = href.replace(/[\s\p{Cc}]/gu, (char) => encodeURIComponent(char));
  return /[()<>\\]/.test(plain) || plain === ''
    ? `<${plain.replace(/[<>\\]/g, (char) => `\\${char}`)}>`
    : plain;
}
