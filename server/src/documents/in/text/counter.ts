import type { Opening } from './openings.js';

/** Which numbers and letters may come next: of a question, of a list inside it, of points with a bracket. */
export class Counter {
  private question = 0;
  private list = 0;
  private bracket = 0;
  private letter = 0;

  fits({ kind, count = 0, bracket }: Opening): boolean {
    if (count === 1) return true;
    if (kind === 'letter') return count === this.letter + 1;
    if (bracket) return count === this.bracket + 1;
    return count === this.list + 1 || count === this.question + 1;
  }

  take({ kind, count = 0, bracket }: Opening): void {
    if (kind === 'letter') this.letter = count;
    else if (kind !== 'item') this.letter = kind === 'bullet' ? this.letter : 0;
    else if (bracket) this.bracket = count;
    // The next point of a list may be the next question too; then both may come after it.
    else if (this.list > 0 && count === this.list + 1) this.list = count;
    else if (count === 1 && this.question > 0) this.list = count;
    else [this.question, this.list] = [count, 0];
  }
}
