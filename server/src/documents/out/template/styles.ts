import {
  allIn,
  childOf,
  childrenOf,
  isNamed,
  remove,
  setValue,
  valueOf,
  W,
  type Document,
  type Element,
} from '../../office/xml.js';
import { namesOf } from '../docx-styles.js';

/**
 * Puts into the styles of a template those of a document that it lacks. A style that the template has under the same name, in
 * any language for the names of our own, is the template's.
 * @param used what the document uses, by identifier
 * @returns the identifier in the template of each style of the document
 */
export function mergeStyles(theirs: Document, ours: Document, used: Iterable<string>): Map<string, string> {
  const root = theirs.documentElement!;
  const stylesOf = (document: Document) => childrenOf(document.documentElement!, 'style');
  const byName = new Map<string, Element>();
  const ids = new Set<string>();
  for (const style of stylesOf(theirs)) {
    ids.add(idOf(style));
    for (const name of ownNames(style)) if (!byName.has(name)) byName.set(name, style);
  }
  const own = new Map(stylesOf(ours).map((style) => [idOf(style), style]));
  const mapped = new Map<string, string>();

  const find = (style: Element): Element | undefined => {
    const type = valueOf(style, 'type');
    const isDefault = (one: Element) =>
      valueOf(one, 'type') === type && /^(?:1|true|on)$/.test(valueOf(one, 'default') ?? '');
    if (isDefault(style)) return stylesOf(theirs).find(isDefault);
    return [...ownNames(style), ...namesOf(idOf(style)).map(key)]
      .map((name) => byName.get(name))
      .find((one) => valueOf(one, 'type') === type);
  };
  const add = (style: Element): void => {
    const copy = theirs.importNode(style, true);
    const id = free(idOf(style), ids);
    mapped.set(idOf(style), id);
    setValue(copy, id, 'styleId');
    if (id !== idOf(style) || byName.has(ownNames(style)[0]))
      setValue(childOf(copy, 'name')!, `${valueOf(childOf(style, 'name'))!} (Kamerbrief)`);
    for (const name of ['basedOn', 'next', 'link']) {
      const other = childOf(copy, name);
      if (other) setValue(other, ensure(valueOf(other)!));
    }
    withoutFonts(copy);
    root.appendChild(copy);
  };
  const ensure = (id: string): string => {
    const style = own.get(id);
    if (!style || mapped.has(id)) return mapped.get(id) ?? id;
    const found = find(style);
    if (found) mapped.set(id, idOf(found));
    else add(style);
    return mapped.get(id)!;
  };
  for (const id of used) ensure(id);
  return mapped;
}

/** The language of the document, which a template made for another does not decide. */
export function setLanguage(styles: Document, locale: string): void {
  const root = styles.documentElement!;
  for (const style of childrenOf(root, 'style'))
    if (/^(?:1|true|on)$/.test(valueOf(style, 'default') ?? ''))
      for (const element of allIn(style)) if (isNamed(element, 'lang')) remove(element);
  const within = (parent: Element, name: string, before: Element | null): Element => {
    const found = childOf(parent, name);
    if (found) return found;
    const made = styles.createElementNS(W, `w:${name}`);
    parent.insertBefore(made, before);
    return made;
  };
  const first = (element: Element) => childrenOf(element)[0] ?? null;
  const defaults = within(root, 'docDefaults', first(root));
  const forRuns = within(defaults, 'rPrDefault', first(defaults));
  const run = within(forRuns, 'rPr', null);
  setValue(within(run, 'lang', langPlace(run)), locale);
}

/** What comes behind the language in the properties of a run. */
function langPlace(run: Element): Element | null {
  return (
    childrenOf(run).find(({ localName }) => /^(?:eastAsianLayout|specVanish|oMath)$/.test(localName ?? '')) ??
    null
  );
}

/** A style of our own has the letter and the line height of the house; literal text keeps its letter of even width. */
function withoutFonts(style: Element): void {
  const isLiteral = /^Code/.test(idOf(style));
  for (const element of allIn(style)) {
    if (isNamed(element, 'rFonts') && !isLiteral) remove(element);
    if (isNamed(element, 'spacing'))
      for (const name of ['line', 'lineRule']) element.removeAttributeNS(W, name);
  }
}

function idOf(style: Element): string {
  return valueOf(style, 'styleId') ?? '';
}

/** The name of a style, and those that users gave it beside that. */
function ownNames(style: Element): string[] {
  return [valueOf(childOf(style, 'name')), valueOf(childOf(style, 'aliases'))]
    .flatMap((names) => names?.split(',') ?? [])
    .map(key)
    .filter(Boolean);
}

/** Word does not tell names by their capitals. */
function key(name: string): string {
  return name.trim().toLowerCase();
}

function free(id: string, ids: Set<string>): string {
  let name = id;
  for (let number = 2; ids.has(name); number++) name = `${id}${number}`;
  ids.add(name);
  return name;
}
