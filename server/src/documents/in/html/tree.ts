import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.ChildNode;

/** What people copy is smaller; in characters, levels and elements. */
const largest = 5_000_000;
const deepest = 250;
const most = 100_000;

/** Nothing in these is text that is shown. */
const silent = new Set(
  'head script style template title noscript iframe object embed svg math audio video canvas select textarea button del'.split(
    ' ',
  ),
);

/** The body of HTML, whatever it is; `null` for more than people copy. Nothing is run or fetched. */
export function readHtml(html: string): Element | null {
  if (html.length > largest) return null;
  let depth = 0;
  let count = 0;
  const limit = (isWithin: boolean) => {
    if (!isWithin) throw new RangeError();
  };
  try {
    const document = parse(html, {
      scriptingEnabled: false,
      treeAdapter: {
        ...defaultTreeAdapter,
        onItemPush: () => limit(++depth <= deepest && ++count <= most),
        onItemPop: () => void depth--,
      },
    });
    const root = document.childNodes.find(isElement);
    return root?.childNodes.filter(isElement).find(({ tagName }) => tagName === 'body') ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

export function isElement(node: Node | undefined): node is Element {
  return node !== undefined && 'tagName' in node;
}

export function isSilent(element: Element): boolean {
  if (silent.has(element.tagName)) return true;
  if (/\bmso(?:del|commentreference)\b/i.test(attribute(element, 'class'))) return true;
  return /(?:^|;)display:none|mso-hide:all|mso-element:comment/.test(styleOf(element));
}

export function attribute({ attrs }: Element, name: string): string {
  return attrs.find((one) => one.name === name)?.value ?? '';
}

/** The style that stands in the element itself, without blanks. */
export function styleOf(element: Element): string {
  return attribute(element, 'style').toLowerCase().replace(/\s+/g, '');
}

export function elementsIn(node: Element): Element[] {
  return node.childNodes.filter(isElement);
}

/** Every element in another, in order. */
export function allIn(element: Element): Element[] {
  return elementsIn(element).flatMap((one) => [one, ...allIn(one)]);
}

export function textOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  return isElement(node) && !isSilent(node) ? node.childNodes.map(textOf).join('') : '';
}

/** The elements around another, the nearest first. */
export function ancestors(element: Element): Element[] {
  const found: Element[] = [];
  for (let node = element.parentNode; node && 'tagName' in node; node = node.parentNode) found.push(node);
  return found;
}
