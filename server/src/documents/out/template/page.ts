import { childOf, childrenOf, valueOf, type Document, type Element } from '../../office/xml.js';

/** What a section says of its pages, in the order that the schema asks for, after its headers and footers. */
const taken = new Set(
  'footnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols vAlign titlePg textDirection bidi rtlGutter docGrid'.split(
    ' ',
  ),
);

export interface PageSetup {
  /** Headers and footers: which pages they are for, and by which link they are found. */
  margins: { name: 'headerReference' | 'footerReference'; type: string; link: string }[];
  elements: Element[];
  /** Of a line of text, in twentieths of a point. */
  textWidth: number;
}

/** The pages of the last section of a document: the one that text is added to. */
export function pageSetupOf(document: Document, linkOf: (element: Element) => string): PageSetup | null {
  const body = childOf(document.documentElement!, 'body');
  if (!body) return null;
  const earlier = childrenOf(body, 'p').flatMap((paragraph) => {
    const section = childOf(childOf(paragraph, 'pPr') ?? paragraph, 'sectPr');
    return section ? [section] : [];
  });
  const last = childOf(body, 'sectPr');
  if (!last) return null;
  const margins = new Map<string, PageSetup['margins'][number]>();
  // A section has the headers of the section before it, but for its own.
  for (const section of [...earlier, last])
    for (const name of ['headerReference', 'footerReference'] as const)
      for (const element of childrenOf(section, name)) {
        const type = valueOf(element, 'type') ?? 'default';
        if (/^(?:default|first|even)$/.test(type))
          margins.set(`${name} ${type}`, { name, type, link: linkOf(element) });
      }
  const elements = childrenOf(last).filter(
    ({ localName, prefix }) => prefix === 'w' && taken.has(localName ?? ''),
  );
  return { margins: [...margins.values()], elements, textWidth: textWidthOf(elements) };
}

const a4 = 11906;
const narrowest = 1000;

function textWidthOf(elements: readonly Element[]): number {
  const element = (name: string) => elements.find(({ localName }) => localName === name);
  const size = (name: string, attribute: string, otherwise: number) =>
    twentieths(valueOf(element(name), attribute)) ?? otherwise;
  const page = size('pgSz', 'w', a4);
  const text = page - size('pgMar', 'left', 1418) - size('pgMar', 'right', 1418) - size('pgMar', 'gutter', 0);
  const columns = element('cols');
  const widths = columns
    ? childrenOf(columns, 'col').flatMap((one) => twentieths(valueOf(one, 'w')) ?? [])
    : [];
  const count = Math.max(1, Number(valueOf(columns, 'num')) || 1);
  const space = size('cols', 'space', 720);
  const width = widths.length > 0 ? Math.min(...widths) : (text - (count - 1) * space) / count;
  return Math.max(narrowest, Math.floor(width));
}

const units: Record<string, number> = { mm: 56.6929, cm: 566.929, in: 1440, pt: 20, pc: 240, pi: 240 };

/** A measure as Word writes it: twentieths of a point, or a number with its unit. */
function twentieths(text: string | null): number | null {
  const found = /^(-?\d{1,9}(?:\.\d{1,9})?)(mm|cm|in|pt|pc|pi)?$/.exec(text ?? '');
  return found ? Number(found[1]) * (found[2] ? units[found[2]] : 1) : null;
}
