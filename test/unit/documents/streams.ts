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
  let [inText, inNotes] = [0, 0];
  for (const line of printed) {
    const words = plain(line);
    if (text.startsWith(words, inText)) inText += words.length;
    else if (notes.startsWith(words, inNotes)) inNotes += words.length;
    else if (!mayBePageNumber(line)) return line;
  }
  const rest = text.slice(inText) + notes.slice(inNotes);
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
  return plain(line.replace(/^(?:#{1,3}|-) /, '').replace(/(?<!\\|:\/\/\S{0,200})\[\^(\d+)\]/g, '$1'));
}

function plain(text: string): string {
  return text.replace(/[\s\\\u00ad\u200b•·▪–-]/g, '');
}
