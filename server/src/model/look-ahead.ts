import type { SegmentPlace } from './brief.js';
import { numbersOf, type AnswerOpener, type NumberOpener } from './facts.js';

/** Whether anything is answered by a marker. */
export function hasMarkers(flow: readonly SegmentPlace[]): boolean {
  return flow.some(({ segment }) => segment.opener?.kind === 'answer');
}

/** `N.` at the margin: a question, or an item of a list that looks like one. */
export function isNumbered({ mark, indented }: NumberOpener): boolean {
  return mark === '.' && !indented;
}

/** What stands further down in the flow of segments: what a number is shows only there. Places are indexes of the flow. */
export class LookAhead {
  /** The marker that answers the opener at an index, and the number that the next question has. */
  readonly markers: (AnswerOpener | null)[];
  readonly nextNumbers: (number | null)[];
  /** Questions are spelled out ("Vraag 12") rather than numbered ("12."). */
  readonly spelledOut: boolean;
  /** Questions are numbers alone on a line. */
  readonly bareNumbers: boolean;
  /** The last question or answer stands before this index. */
  readonly end: number;
  readonly marked: boolean;
  /** Where a question with an answer has this number, the last time. */
  private readonly answeredAt = new Map<number, number>();

  constructor(private readonly flow: readonly SegmentPlace[]) {
    let spelled = 0;
    let numbered = 0;
    let bare = 0;
    let end = 0;
    // Of full length at once: an empty array that is filled from its end becomes a slow dictionary.
    this.markers = new Array<AnswerOpener | null>(flow.length).fill(null);
    this.nextNumbers = new Array<number | null>(flow.length).fill(null);
    for (const { segment } of flow)
      if (segment.opener?.kind === 'question' && segment.opener.form === 'word') spelled++;
    this.read(true);
    flow.forEach(({ segment: { opener } }, i) => {
      if (opener?.kind === 'question' && opener.form === 'number' && this.isAnswered(i)) bare++;
    });
    this.read(false);
    flow.forEach(({ segment: { opener } }, i) => {
      if (opener?.kind === 'answer' || opener?.kind === 'question' || opener?.kind === 'number') end = i;
      if (opener?.kind !== 'number' || !isNumbered(opener) || !this.isAnswered(i)) return;
      this.answeredAt.set(opener.number, i);
      numbered++;
    });
    this.spelledOut = spelled > numbered;
    this.bareNumbers = spelled === 0 && bare > numbered;
    if (this.bareNumbers) this.read(true);
    this.end = end;
    this.marked = hasMarkers(flow);
  }

  /** Whether the marker that follows an opener is that of its answer. */
  isAnswered(i: number): boolean {
    const marker = this.markers[i];
    const { opener } = this.flow[i].segment;
    if (!marker || !(opener?.kind === 'number' || opener?.kind === 'question')) return false;
    const own = opener.kind === 'number' ? [opener.number] : numbersOf(opener.numbers);
    const named = numbersOf(marker.numbers);
    return named.length === 0 || own.some((number) => named.includes(number));
  }

  /** Whether a number stands below an index once more, with its answer. */
  isAnsweredBelow(i: number, number: number): boolean {
    return (this.answeredAt.get(number) ?? 0) > i;
  }

  /** Whether the item that begins here has a question sentence. */
  asks(i: number): boolean {
    for (let j = i; j < this.flow.length; j++) {
      const { opener, sentences } = this.flow[j].segment;
      if (j > i && opener && opener.kind !== 'letter') return false;
      if (sentences.some(({ question }) => question === 'certain')) return true;
    }
    return false;
  }

  /**
   * From the end, what follows each opener: a marker before the next question, and the number of that question.
   * @param bare whether numbers alone on a line are questions
   */
  private read(bare: boolean): void {
    let marker: AnswerOpener | null = null;
    let afterMarker: number | null = null;
    let next: number | null = null;
    for (let i = this.flow.length - 1; i >= 0; i--) {
      this.markers[i] = marker;
      this.nextNumbers[i] = afterMarker;
      const { segment } = this.flow[i];
      if (segment.inNote) continue;
      const { opener } = segment;
      if (opener?.kind === 'answer') {
        marker = opener;
        afterMarker = next;
      } else if (opener?.kind === 'question' && opener.form === 'number' && !bare) {
        continue;
      } else if (opener?.kind === 'question' || (opener?.kind === 'number' && isNumbered(opener))) {
        next = opener.kind === 'number' ? opener.number : (opener.numbers[0]?.number ?? null);
        marker = null;
      } else if (opener && opener.kind !== 'letter' && opener.kind !== 'number') marker = next = null;
    }
  }
}
