import { printable } from '../inlines.js';

/** Markup that is whole: every text in it is escaped. */
export type Xml = string;

type Attributes = Record<string, string | number | null | undefined>;

/** Elements that hold no text of their own: each of theirs stands on a line. */
const holders =
  /^(?:akomaNtoso|doc|meta|identification|FRBR(?:Work|Expression|Manifestation)|classification|references|notes?|mainBody|components?|debateSection|questions?|answer|blockList|container|table)$/;

/** An element with its content; attributes without a value are left out. */
export function element(name: string, attributes: Attributes, ...content: readonly Xml[]): Xml {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('');
  const inside = holders.test(name)
    ? content.map((one) => (one === '' ? '' : `\n${one}`)).join('') + (content.length > 0 ? '\n' : '')
    : content.join('');
  return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}

export function escaped(text: string): Xml {
  return printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** An address as XML takes it; `null` for what is none however it is written. */
export function addressOf(href: string): string | null {
  const encoded = encodeURI(printable(href)).replace(/%25(?=[\dA-F]{2})/gi, '%');
  const isAddress =
    /^(?:https?:\/\/(?:[\w.~!$&'()*+,;=-]|%[\dA-F]{2})+(?::\d{1,5})?(?:[/?][^#]*)?|mailto:[^#]+)(?:#[^#]*)?$/i;
  return isAddress.test(encoded) ? encoded : null;
}

/** A name within an address: `d66`, `groenlinks-pvda`. */
export function slugOf(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return (
    plain
      .replace(/[^a-z\d]+/g, '-')
      .slice(0, 80)
      .replace(/^-|-$/g, '') || 'x'
  );
}
