import type { Spot } from '../messages.js';

interface Stop extends Spot {
  element: Element;
}

/** Where the blocks of the page stand in their sources. */
export class Places {
  private readonly spots = new Map<Element, Spot>();
  /** The blocks that scrolling goes along, in the order of the page. */
  private readonly stops: Stop[];
  /** By file, in the order of its lines. */
  private readonly byLine = new Map<number, Stop[]>();

  /** @param places of the elements marked `data-at`, in order */
  constructor(main: Element, places: readonly [file: number, line: number][]) {
    const all = [...main.querySelectorAll('[data-at]')].map((element, i): Stop => {
      const [file, line] = places[i] ?? [0, 0];
      this.spots.set(element, { file, line });
      return { element, file, line };
    });
    // The text of a note is printed at the end. Where it stands between paragraphs, scrolling past it leads nowhere.
    const last = new Map<number, number>();
    for (const { element, file, line } of all)
      if (!element.closest('.notes')) last.set(file, Math.max(line, last.get(file) ?? 0));
    this.stops = all.filter(
      ({ element, file, line }) => !element.closest('.notes') || line > (last.get(file) ?? -1),
    );
    for (const stop of this.stops) {
      const stops = this.byLine.get(stop.file);
      if (stops) stops.push(stop);
      else this.byLine.set(stop.file, [stop]);
    }
    for (const stops of this.byLine.values()) stops.sort((a, b) => a.line - b.line);
  }

  of(element: Element): Spot | undefined {
    return this.spots.get(element);
  }

  /** What stands at the upper edge of the window. */
  atTop(): Spot | null {
    if (window.scrollY <= 0) return { file: 0, line: 0 };
    const i = lastOf(this.stops, ({ element }) => topOf(element) <= 1);
    const stop = this.stops[Math.max(0, i)];
    if (!stop) return null;
    const next = this.stops[i + 1];
    if (i < 0 || next?.file !== stop.file || next.line <= stop.line)
      return { file: stop.file, line: stop.line };
    const [from, to] = [topOf(stop.element), topOf(next.element)];
    const part = to > from ? Math.min(1, -from / (to - from)) : 0;
    return { file: stop.file, line: Math.floor(stop.line + Math.max(0, part) * (next.line - stop.line)) };
  }

  /** How far the window is scrolled when a line stands at its upper edge; `null` if nothing is known of it. */
  scrollTo({ file, line }: Spot): number | null {
    const stops = this.byLine.get(file);
    if (!stops || (file === 0 && line === 0)) return stops ? 0 : null;
    const i = lastOf(stops, (stop) => stop.line <= line);
    if (i < 0) return file === 0 ? 0 : window.scrollY + topOf(stops[0].element);
    // Of several that begin in one line, the first on the page.
    const first = stops.findIndex((stop) => stop.line === stops[i].line);
    const from = topOf(stops[first].element);
    const next = stops[i + 1];
    const below = next ? topOf(next.element) : from;
    const part = next ? (line - stops[i].line) / (next.line - stops[i].line) : 0;
    return window.scrollY + from + (below > from ? part * (below - from) : 0);
  }

  /** The first block in view. */
  inView(): Element | undefined {
    return this.stops[lastOf(this.stops, ({ element }) => topOf(element) < 0) + 1]?.element;
  }
}

function topOf(element: Element): number {
  return element.getBoundingClientRect().top;
}

/** The index of the last item for which something holds that holds for all before it; -1 if there is none. */
function lastOf<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  for (let high = items.length; low < high;) {
    const middle = (low + high) >> 1;
    if (holds(items[middle])) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
