import { childrenOf, W, type Document, type Element } from '../../office/xml.js';

/** The settings that say how pages look, in the order that the schema asks for. */
const taken = [
  'embedTrueTypeFonts',
  'saveSubsetFonts',
  'mirrorMargins',
  'bordersDoNotSurroundHeader',
  'bordersDoNotSurroundFooter',
  'gutterAtTop',
  'defaultTabStop',
  'autoHyphenation',
  'consecutiveHyphenLimit',
  'hyphenationZone',
  'doNotHyphenateCaps',
  'evenAndOddHeaders',
  'characterSpacingControl',
  'compat',
  'themeFontLang',
  'clrSchemeMapping',
  'decimalSymbol',
  'listSeparator',
];

/** The settings of a document with those of a template that say how pages look. */
export function mergeSettings(ours: Document, theirs: Document): void {
  const root = ours.documentElement!;
  const own = childrenOf(root);
  const chosen = taken.flatMap((name): Element[] => {
    const isThis = (one: Element) => one.localName === name && one.namespaceURI === W;
    const found = childrenOf(theirs.documentElement!).find(isThis) ?? own.find(isThis);
    return found ? [ours.importNode(found, true)] : [];
  });
  for (const element of own) root.removeChild(element);
  for (const element of chosen) root.appendChild(element);
}
