import { SaxesParser } from 'saxes';
import { damaged, tooLarge } from './refusal.js';

/** An element, with its name and attributes as Word itself prefixes them, whatever the prefixes of the file. */
export interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (Element | string)[];
}

/** Documents of hundreds of pages stay far below these. */
const deepest = 200;
const mostElements = 1_000_000;

const none: Record<string, string> = {};
const empty: Element = { name: '', attributes: none, children: [] };

/** By the address of a namespace, the prefix by which Word has it; the second form is that of strict files. */
const prefixes: Record<string, string> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'urn:schemas-microsoft-com:vml': 'v',
};

/**
 * Reads XML as a tree, with no more than a document can need. A document type, with which a file could grow without end or
 * ask for others, is refused.
 * @throws Refusal
 */
export function readXml(source: string): Element {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  const stack: Element[] = [{ name: '', attributes: none, children: [] }];
  const names = new Map<string, string>();
  let renames: Record<string, string> = {};
  let count = 0;
  const renamed = (name: string): string => {
    const known = names.get(name);
    if (known !== undefined) return known;
    const colon = name.indexOf(':');
    const prefix = colon < 0 ? '' : name.slice(0, colon);
    const own = renames[prefix] ?? prefix;
    const result = own ? `${own}:${name.slice(colon + 1)}` : name;
    names.set(name, result);
    return result;
  };
  parser.on('doctype', () => {
    throw damaged();
  });
  parser.on('error', () => {
    throw damaged();
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (++count > mostElements || stack.length > deepest) throw tooLarge();
    let own = none;
    for (const key in attributes) {
      const value = attributes[key];
      if (key === 'xmlns' || key.startsWith('xmlns:')) {
        const prefix = key.slice(6);
        const known = prefixes[value];
        if (known && renames[prefix] !== known && known !== prefix) {
          renames = { ...renames, [prefix]: known };
          names.clear();
        }
      } else {
        if (own === none) own = {};
        own[key] = value;
      }
    }
    if (own !== none && Object.keys(renames).length > 0)
      own = Object.fromEntries(
        Object.entries(own).map(([key, value]) => [key.includes(':') ? renamed(key) : key, value]),
      );
    const element: Element = { name: renamed(name), attributes: own, children: [] };
    stack.at(-1)!.children.push(element);
    stack.push(element);
  });
  parser.on('closetag', () => void stack.pop());
  const text = (words: string) => void (stack.length > 1 && stack.at(-1)!.children.push(words));
  parser.on('text', text);
  parser.on('cdata', text);
  parser.write(source).close();
  const root = stack[0].children[0];
  if (!root || typeof root === 'string') throw damaged();
  return root;
}

export function elementsOf(element: Element | undefined): Element[] {
  return element ? (element.children.filter((child) => typeof child !== 'string') as Element[]) : [];
}

export function childOf(element: Element | undefined, name: string): Element | undefined {
  return elementsOf(element).find((child) => child.name === name);
}

/** The child at the end of a path of names; an element with nothing in it if there is none. */
export function under(element: Element | undefined, ...path: string[]): Element {
  let at = element;
  for (const name of path) at = childOf(at, name);
  return at ?? empty;
}

/** The `w:val` of a child. */
export function valueOf(element: Element | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes['w:val'];
}

/** Whether a property that is on or off is set; `undefined` where nothing is said of it. */
export function switchOf(element: Element | undefined, name: string): boolean | undefined {
  const found = childOf(element, name);
  if (!found) return undefined;
  return !['0', 'false', 'off', 'none'].includes(found.attributes['w:val'] ?? 'true');
}

/** All words in an element, in order. */
export function textIn(element: Element): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
}
