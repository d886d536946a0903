import type { OfficePackage } from '../../office/package.js';
import {
  allIn,
  isNamed,
  R,
  readXml,
  remove,
  valueOf,
  writeXml,
  type Document,
  type Element,
} from '../../office/xml.js';

/** A file taken from a template, with what it refers to. */
export interface TemplatePart {
  data: Uint8Array;
  links: { id: string; type: string; path: string }[];
}

/** What holds other programs, other documents, or data that stay behind. */
const foreign = new Set(['object', 'altChunk', 'subDoc', 'control', 'dataBinding', 'attachedTemplate']);
/** Fields that look outside the document when they are brought up to date. */
const outward =
  /^\s*(?:AUTOTEXT|AUTOTEXTLIST|DATABASE|DDE|DDEAUTO|EMBED|GOTOBUTTON|HYPERLINK|IMPORT|INCLUDE|INCLUDEPICTURE|INCLUDETEXT|LINK|MACROBUTTON|RD)\b/i;

/**
 * A file of a template as it can go into another document: what lies outside the template, or runs, is left out, and its
 * words stay. Throws if it is damaged.
 * @param kept types of what it refers to that come along
 */
export function takePart(
  from: OfficePackage,
  path: string,
  kept: ReadonlySet<string>,
): (TemplatePart & { xml: Document }) | null {
  const data = from.bytes(path);
  if (!data) return null;
  const xml = readXml(data);
  const links = from
    .relationships(path)
    .flatMap(({ id, type, path: target }) =>
      kept.has(type) && target && from.bytes(target) ? [{ id, type, path: target }] : [],
    );
  clean(xml, new Set(links.map(({ id }) => id)));
  return { data: writeXml(xml), links, xml };
}

function clean(xml: Document, ids: ReadonlySet<string>): void {
  closeFields(xml);
  for (const element of allIn(xml)) {
    if ([...foreign].some((name) => isNamed(element, name))) {
      remove(element);
      continue;
    }
    for (const attribute of [...element.attributes])
      if (attribute.namespaceURI === R && !ids.has(attribute.value)) element.removeAttributeNode(attribute);
    // The address of a picture or shape as it once was.
    for (const name of ['href', 'src'])
      if (/^urn:schemas-microsoft-com:/.test(element.namespaceURI ?? '')) element.removeAttribute(name);
    if (isNamed(element, 'fldSimple') && outward.test(valueOf(element, 'instr') ?? '')) unwrap(element);
  }
}

/** Takes away the fields that look outside; what they showed last stays as text. */
function closeFields(xml: Document): void {
  const open: { signs: Element[]; instruction: string }[] = [];
  for (const element of allIn(xml)) {
    if (isNamed(element, 'instrText') && open.length > 0) {
      const field = open.at(-1)!;
      field.signs.push(element);
      field.instruction += element.textContent ?? '';
    }
    if (!isNamed(element, 'fldChar')) continue;
    const kind = valueOf(element, 'fldCharType');
    if (kind === 'begin') open.push({ signs: [], instruction: '' });
    open.at(-1)?.signs.push(element);
    const field = kind === 'end' ? open.pop() : undefined;
    if (field && outward.test(field.instruction)) field.signs.forEach(remove);
  }
  // A field that never ends is none.
  for (const { signs } of open) signs.forEach(remove);
}

function unwrap(element: Element): void {
  while (element.firstChild) element.parentNode!.insertBefore(element.firstChild, element);
  remove(element);
}
