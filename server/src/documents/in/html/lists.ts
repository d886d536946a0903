import type { DraftBlock, DraftInline, DraftList } from '../draft/part.js';

/** An item as it stands in the text: how deep, with which sign, and what is in it. */
export interface Item {
  /** From 1. */
  level: number;
  /** As shown: `1.`, `b)`, `•`; empty for what goes on under the item before it. */
  sign: string;
  blocks: DraftBlock[];
}

/**
 * Items as lists of the dialect. An enumeration is `1)`, as `1.` opens a question. Letters are no list in Markdown: they stand as
 * they are shown.
 */
export function nested(items: readonly Item[]): DraftBlock[] {
  const blocks: DraftBlock[] = [];
  for (let i = 0; i < items.length;) {
    const { level, sign, blocks: own } = items[i];
    let end = i + 1;
    while (end < items.length && items[end].level > level) end++;
    const inner = [...own, ...nested(items.slice(i + 1, end))];
    const marker = markerOf(sign);
    if (marker) {
      const last = blocks.at(-1);
      const goesOn = last?.type === 'list' && follows(last, marker);
      if (goesOn) last.items.push({ marker, blocks: inner });
      else blocks.push({ type: 'list', items: [{ marker, blocks: inner }] });
    } else blocks.push(...withSign(sign, inner));
    i = end;
  }
  return blocks;
}

function markerOf(sign: string): string | null {
  const number = /^\(?(\d{1,9})(?:[.)\]]{0,2}|\.\d[\d.]{0,20})$/.exec(sign)?.[1];
  if (number !== undefined && !/\.\d/.test(sign)) return `${Number(number)})`;
  return /[\p{L}\p{N}]/u.test(sign) && sign !== 'o' ? null : '-';
}

function follows({ items }: DraftList, marker: string): boolean {
  return (items.at(-1)!.marker === '-') === (marker === '-');
}

function withSign(sign: string, blocks: DraftBlock[]): DraftBlock[] {
  const [first, ...rest] = blocks;
  const text: DraftInline = { kind: 'text', text: `${sign} ` };
  if (first?.type === 'paragraph') return [{ ...first, inlines: [text, ...first.inlines] }, ...rest];
  return [{ type: 'paragraph', inlines: [text] }, ...blocks];
}

/** The sign of an item of `ol`, from its number. */
export function signOf(type: string, number: number): string {
  if (/^(?:a|lower-(?:alpha|latin))$/.test(type)) return `${letters(number)})`;
  if (/^(?:A|upper-(?:alpha|latin))$/.test(type)) return `${letters(number).toUpperCase()})`;
  if (/^(?:i|lower-roman)$/.test(type)) return `${roman(number)})`;
  if (/^(?:I|upper-roman)$/.test(type)) return `${roman(number).toUpperCase()})`;
  return `${number})`;
}

function letters(number: number): string {
  let text = '';
  for (let rest = Math.max(1, number); rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  return text;
}

function roman(number: number): string {
  const values: [number, string][] = [
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  if (number < 1 || number > 89) return String(number);
  let rest = number;
  let text = '';
  for (const [value, sign] of values) for (; rest >= value; rest -= value) text += sign;
  return text;
}
