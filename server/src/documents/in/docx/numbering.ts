import { childOf, elementsOf, switchOf, valueOf, type Element } from './xml.js';

/** The number that Word sets before a paragraph by itself. */
export interface AutoNumber {
  /** As it is printed: `3.`, `b)`, `Vraag 4`; of a bullet its sign. */
  text: string;
  bullet: boolean;
  /** How deep it stands in its list, from 0. */
  level: number;
  /** The list that it counts in. */
  list: string;
}

interface Level {
  start: number;
  format: string;
  text: string;
  style: string | undefined;
  restart: number | undefined;
  isLegal: boolean;
}

interface List {
  abstract: string;
  overrides: Map<number, { start: number | null; level: Level | null }>;
}

/** Counts the lists of a document; asked for every paragraph in its order. */
export class Numbering {
  private readonly lists = new Map<string, List>();
  private readonly levels = new Map<string, Map<number, Level>>();
  private readonly counts = new Map<string, (number | undefined)[]>();
  private readonly begun = new Set<string>();

  constructor(root: Element | undefined) {
    const links = new Map<string, string>();
    const linked: [string, string][] = [];
    for (const element of elementsOf(root)) {
      if (element.name === 'w:abstractNum') {
        const id = element.attributes['w:abstractNumId'] ?? '';
        this.levels.set(id, levelsOf(element));
        const own = valueOf(element, 'w:styleLink');
        if (own !== undefined) links.set(own, id);
        const other = valueOf(element, 'w:numStyleLink');
        if (other !== undefined) linked.push([id, other]);
      } else if (element.name === 'w:num') {
        const overrides: List['overrides'] = new Map();
        for (const child of elementsOf(element)) {
          if (child.name !== 'w:lvlOverride') continue;
          const start = valueOf(child, 'w:startOverride');
          const level = childOf(child, 'w:lvl');
          overrides.set(Number(child.attributes['w:ilvl']), {
            start: start === undefined ? null : Number(start),
            level: level ? levelOf(level) : null,
          });
        }
        const abstract = valueOf(element, 'w:abstractNumId') ?? '';
        this.lists.set(element.attributes['w:numId'] ?? '', { abstract, overrides });
      }
    }
    for (const [id, style] of linked) {
      const other = this.levels.get(links.get(style) ?? '');
      if (other) this.levels.set(id, other);
    }
  }

  /**
   * @param level from 0; `null` where the style of the paragraph decides
   * @returns `null` for a paragraph that has no number
   */
  next(id: string, level: number | null, style: string): AutoNumber | null {
    const list = this.lists.get(id);
    if (!list) return null;
    const { abstract, overrides } = list;
    const levels = this.levels.get(abstract) ?? new Map<number, Level>();
    const definition = (at: number) => overrides.get(at)?.level ?? levels.get(at);
    const at = level ?? [...levels].find(([, one]) => one.style === style)?.[0] ?? 0;
    const own = definition(at);
    if (!own) return null;
    if (own.format === 'bullet') return { text: own.text, bullet: true, level: at, list: id };
    let counts = this.counts.get(abstract);
    if (!counts) this.counts.set(abstract, (counts = []));
    const first = `${id}/${at}`;
    const override = overrides.get(at)?.start ?? null;
    if (override !== null && !this.begun.has(first)) counts[at] = override;
    else counts[at] = counts[at] === undefined ? own.start : counts[at] + 1;
    this.begun.add(first);
    for (let deeper = at + 1; deeper < counts.length; deeper++) {
      const restart = definition(deeper)?.restart;
      if (restart === undefined || restart > at) counts[deeper] = undefined;
    }
    if (own.format === 'none' && !/%\d/.test(own.text.replace(`%${at + 1}`, ''))) {
      const text = own.text.replace(/%\d/g, '');
      return text.trim() ? { text, bullet: false, level: at, list: id } : null;
    }
    const text = own.text.replace(/%([1-9])/g, (_all, digit: string) => {
      const other = Number(digit) - 1;
      const of = definition(other);
      const count = counts[other] ?? of?.start ?? 1;
      return written(count, own.isLegal ? 'decimal' : (of?.format ?? 'decimal'));
    });
    return text.trim() ? { text: text.trim(), bullet: false, level: at, list: id } : null;
  }
}

function levelsOf(element: Element): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const child of elementsOf(element))
    if (child.name === 'w:lvl') levels.set(Number(child.attributes['w:ilvl']), levelOf(child));
  return levels;
}

function levelOf(element: Element): Level {
  const restart = valueOf(element, 'w:lvlRestart');
  return {
    start: Number(valueOf(element, 'w:start') ?? 1),
    format: valueOf(element, 'w:numFmt') ?? 'decimal',
    text: valueOf(element, 'w:lvlText') ?? '',
    style: valueOf(element, 'w:pStyle'),
    restart: restart === undefined ? undefined : Number(restart),
    isLegal: switchOf(element, 'w:isLgl') ?? false,
  };
}

function written(count: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letters(count);
    case 'upperLetter':
      return letters(count).toUpperCase();
    case 'lowerRoman':
      return roman(count).toLowerCase();
    case 'upperRoman':
      return roman(count);
    case 'decimalZero':
      return String(count).padStart(2, '0');
    case 'none':
      return '';
  }
  return String(count);
}

/** a … z, aa, bb: as Word counts. */
function letters(count: number): string {
  if (count < 1 || count > 780) return String(count);
  return String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.ceil(count / 26));
}

const romans: [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(count: number): string {
  if (count < 1 || count > 3999) return String(count);
  let rest = count;
  let text = '';
  for (const [value, sign] of romans)
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  return text;
}
