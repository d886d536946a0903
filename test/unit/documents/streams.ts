/**
 * Tells whether every word of a published text stands once, and in its order, in what was made of it: in running text or
 * in the notes, which are two streams that the source mixes page by page. Hyphens do not count, as line ends hide them;
 * marks count as the digits that were printed.
 * @param printed lines of the source; those that may be page numbers may also be left out
 * @param files imported files
 * @returns `null` when they agree, or the first line of the source that stands nowhere
 */
export function firstLost(printed: readonly string[], files: readonly string[]): string | null {
  let text = '';
  let notes = '';
  for (const file of files)
    for (const line of bodyOf(file).split('\n')) {
      const note = /^\[\^(\d+)\]: (.*)$/.exec(line);
      if (note) notes += note[1] + printedAs(note[2]);
      else if (!/^\[\w+\]\(\w+\.brief\.md\)$/.test(line)) text += printedAs(line);
    }
  // A line may stand in either, and a number may be that of a page: all that it may be is followed up.
  let places = [{ inText: 0, inNotes: 0 }];
  for (const line of printed) {
    const words = plain(line);
    const next = new Map<string, { inText: number; inNotes: number }>();
    const follow = (inText: number, inNotes: number) => next.set(`${inText} ${inNotes}`, { inText, inNotes });
    for (const { inText, inNotes } of places) {
      if (text.startsWith(words, inText)) follow(inText + words.length, inNotes);
      if (notes.startsWith(words, inNotes)) follow(inText, inNotes + words.length);
      if (mayBePageNumber(line)) follow(inText, inNotes);
    }
    if (next.size === 0) return line;
    places = [...next.values()];
  }
  const left = places.map(({ inText, inNotes }) => text.slice(inText) + notes.slice(inNotes));
  const [rest] = left.sort((a, b) => a.length - b.length);
  return rest ? `[more in the files] ${rest.slice(0, 80)}` : null;
}

function mayBePageNumber(line: string): boolean {
  return /^\s*(?:[-–] ?|pagina )?\d{1,4}(?: ?[-–])?\s*$/i.test(line);
}

/** What stands below the front matter. */
export function bodyOf(file: string): string {
  return file.slice(file.indexOf('\n---\n') + 5);
}

/** A line of a file as it was printed: marks of notes are digits again, outside addresses, and markup is gone. */
function printedAs(line: string): string {
  return plain(line.replace(/^(?:#{1,3}|-) /, '').replace(/(?<!(?<!\\)\\|:\/\/\S{0,200})\[\^(\d+)\]/g, '$1'));
}

function plain(text: string): string {
  return text.replace(/[\s\\\u00ad\u200b•·▪–-]/g, '');
}
