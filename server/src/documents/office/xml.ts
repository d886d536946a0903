import { DOMParser, XMLSerializer, type Document, type Element, type Node } from '@xmldom/xmldom';
import { strFromU8, strToU8 } from 'fflate';

export type { Document, Element };

/** The namespaces of a Word document. */
export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
export const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** No document of people is nested deeper. */
const deepest = 250;

/** Reads a file of a Word document. Throws if it is damaged, declares entities, or is nested beyond reason. */
export function readXml(data: Uint8Array): Document {
  const source = strFromU8(data).replace(/^\ufeff/, '');
  if (source.includes('<!DOCTYPE')) throw new Error('XML with declarations of its own');
  const document = new DOMParser({
    onError: (level, message) => {
      if (level !== 'warning') throw new Error(message);
    },
  }).parseFromString(source, 'text/xml');
  measure(document, 0);
  return document;
}

function measure(node: Node, depth: number): void {
  if (depth > deepest) throw new Error('XML that is nested too deeply');
  for (let child = node.firstChild; child; child = child.nextSibling) measure(child, depth + 1);
}

export function writeXml(node: Node): Uint8Array {
  return strToU8(new XMLSerializer().serializeToString(node));
}

/** The elements directly in another; with a name, those of Word that have it. */
export function childrenOf(parent: Node, name?: string): Element[] {
  const found: Element[] = [];
  for (let node = parent.firstChild; node; node = node.nextSibling)
    if (node.nodeType === 1 && (name === undefined || isNamed(node as Element, name)))
      found.push(node as Element);
  return found;
}

export function childOf(parent: Node, name: string): Element | undefined {
  return childrenOf(parent, name)[0];
}

export function isNamed(element: Element, name: string): boolean {
  return element.localName === name && element.namespaceURI === W;
}

/** Every element in another, however deep, in order. */
export function allIn(parent: Node): Element[] {
  return childrenOf(parent).flatMap((element) => [element, ...allIn(element)]);
}

/** An attribute of Word: `w:val`, if no other is asked for. */
export function valueOf(element: Element | undefined, name = 'val'): string | null {
  return element?.getAttributeNS(W, name) ?? null;
}

export function setValue(element: Element, value: string, name = 'val'): void {
  element.setAttributeNS(W, `w:${name}`, value);
}

export function remove(node: Node): void {
  node.parentNode?.removeChild(node);
}
