import type { DraftInline, DraftText } from '../draft/part.js';
import { attribute, isSilent, styleOf, textOf, type Element, type Node } from './tree.js';

/** How text looks, from the elements around it. */
export type Look = Pick<DraftText, 'strong' | 'emphasis' | 'code' | 'href'>;

const raised = new Map([...'0123456789'].map((digit, i) => [digit, '⁰¹²³⁴⁵⁶⁷⁸⁹'[i]]));
const lowered = new Map([...'0123456789'].map((digit, i) => [digit, '₀₁₂₃₄₅₆₇₈₉'[i]]));

/** How text in an element looks. Programs also write what they switch off. */
export function lookIn(element: Element, look: Look): Look {
  const style = styleOf(element);
  const weight = /(?:^|;)font-weight:(\w+)/.exec(style)?.[1];
  const slant = /(?:^|;)font-style:(\w+)/.exec(style)?.[1];
  const { tagName } = element;
  const own: Look = { ...look };
  if (weight) own.strong = /^(?:bold|bolder|[6-9]00)$/.test(weight);
  else if (tagName === 'b' || tagName === 'strong') own.strong = true;
  if (slant) own.emphasis = /^(?:italic|oblique)$/.test(slant);
  else if (tagName === 'i' || tagName === 'em') own.emphasis = true;
  if (/^(?:code|tt|kbd|samp)$/.test(tagName)) own.code = true;
  if (tagName === 'a') {
    const href = attribute(element, 'href').trim();
    if (/^(?:https?:\/\/|mailto:)\S{1,2000}$/i.test(href)) own.href = href;
  }
  return own;
}

/** What an element shows that is neither a block nor running text in itself; `null` for anything else. */
export function pictured(element: Element, look: Look): DraftInline[] | null {
  const { tagName } = element;
  if (isSilent(element)) return [];
  if (tagName === 'br') return [{ kind: 'break' }];
  if (tagName === 'img') {
    const alt = attribute(element, 'alt').trim();
    return alt ? [{ kind: 'text', text: `[${alt}]`, ...look }] : [];
  }
  const digits = tagName === 'sup' ? raised : tagName === 'sub' ? lowered : null;
  const text = digits ? textOf(element) : '';
  return digits && /^\d+$/.test(text)
    ? [{ kind: 'text', text: [...text].map((digit) => digits.get(digit)).join(''), ...look }]
    : null;
}

/** Text between tags. A space that only keeps words apart is a space. */
export function textIn(node: Node, look: Look, isSpacer: boolean): DraftInline[] {
  const { value } = node as { value: string } & Node;
  const text = isSpacer ? value.replace(/\u00a0/g, ' ') : value;
  return text ? [{ kind: 'text', text, ...look }] : [];
}

export function isSpacer(element: Element): boolean {
  return (
    /mso-spacerun:yes|mso-tab-count/.test(styleOf(element)) ||
    /apple-converted-space/i.test(attribute(element, 'class'))
  );
}
