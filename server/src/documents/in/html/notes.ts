import { allIn, ancestors, attribute, styleOf, textOf, type Element } from './tree.js';

/** The footnotes of a text: how Word, Writer, web pages and our own export link a mark and its note to each other. */
export interface Notes {
  /** The links that are marks, with the element that holds the text of the note. */
  marks: Map<Element, Element>;
  /** Links that are no text: from a note back to its mark. */
  back: Set<Element>;
  /** The texts of notes, and what stands around nothing but notes: no part of the running text. */
  apart: Set<Element>;
}

const markForm = /^[[(]?(?:\d{1,4}|[a-z]{1,4}|[*†‡§¶]{1,4})[\])]?$/i;

export function findNotes(body: Element): Notes {
  const elements = allIn(body);
  const order = new Map(elements.map((element, index) => [element, index]));
  const targets = new Map<string, Element>();
  for (const element of elements)
    for (const name of [attribute(element, 'id'), element.tagName === 'a' ? attribute(element, 'name') : ''])
      if (name && !targets.has(name)) targets.set(name, element);
  const notes: Notes = { marks: new Map(), back: new Set(), apart: new Set() };
  for (const link of elements) {
    const target = targets.get(fragmentOf(link));
    if (!target || [...ancestors(link)].some((one) => notes.apart.has(one))) continue;
    if (order.get(target)! <= order.get(link)! || !looksLikeMark(link)) continue;
    const text = textBlock(target);
    if (!text || ancestors(link).includes(text)) continue;
    notes.marks.set(link, text);
    notes.apart.add(text);
  }
  for (const text of notes.apart)
    for (const link of allIn(text)) {
      const target = targets.get(fragmentOf(link));
      if (target && order.get(target)! < order.get(text)!) notes.back.add(link);
    }
  for (const element of elements) if (holdsNotes(element)) notes.apart.add(element);
  return notes;
}

/** Whether it reads as a mark and stands as one: raised, or called a reference to a note. */
function looksLikeMark(link: Element): boolean {
  if (!markForm.test(textOf(link).replace(/\s/g, ''))) return false;
  const around = [link, ...ancestors(link).slice(0, 3), ...allIn(link)];
  return around.some(
    (one) =>
      one.tagName === 'sup' ||
      /vertical-align:super|mso-footnote-id|mso-endnote-id/.test(styleOf(one)) ||
      /noteref|noteanc|footnotereference|footnote-ref/i.test(
        attribute(one, 'class') + attribute(one, 'role'),
      ) ||
      one.attrs.some(({ name }) => name === 'data-footnote-ref'),
  );
}

/** Where a link leads within the page; a browser makes addresses whole when they are copied. */
function fragmentOf(element: Element): string {
  if (element.tagName !== 'a') return '';
  const href = attribute(element, 'href');
  const at = href.indexOf('#');
  if (at < 0) return '';
  try {
    return decodeURIComponent(href.slice(at + 1));
  } catch {
    return href.slice(at + 1);
  }
}

const blocks = new Set(['p', 'li', 'div', 'dd', 'td', 'aside', 'blockquote']);

/** What holds the text of a note, from the place in it that its mark leads to. */
function textBlock(target: Element): Element | null {
  const around = [target, ...ancestors(target)];
  const nearest = around.find(({ tagName }) => blocks.has(tagName));
  if (!nearest) return null;
  const outer = around[around.indexOf(nearest) + 1];
  const isNote =
    outer &&
    (outer.tagName === 'li' ||
      /mso-element:(?:foot|end)note(?:;|$)/.test(styleOf(outer)) ||
      (outer.tagName === 'div' && attribute(outer, 'id') !== ''));
  return nearest.tagName === 'p' && isNote ? outer : nearest;
}

function holdsNotes(element: Element): boolean {
  return (
    /mso-element:(?:foot|end)note-list/.test(styleOf(element)) ||
    /^doc-(?:endnotes|footnotes)$/.test(attribute(element, 'role')) ||
    element.attrs.some(({ name }) => name === 'data-footnotes')
  );
}
