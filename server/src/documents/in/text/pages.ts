/** A line of the body, where it stood in the source (from 1). */
export interface Line {
  text: string;
  number: number;
  page: number;
}

/** A note from the foot of a page: its number in print and its lines. */
export interface PrintedNote {
  number: number;
  lines: string[];
  page: number;
  line: number;
}

export interface Pages {
  body: Line[];
  notes: PrintedNote[];
}

const noteStart = /^(\d{1,3}) ?(?=[\p{Lu}\p{Ll}“"‘'(])/u;
/** Notes whose text is lacking leave a gap in the numbers; a larger one is no gap but another number. */
const largestGap = 5;

/**
 * Takes published text apart into body and notes. A page starts with a space (or a form feed); notes stand at its foot
 * and their numbers run on; a number alone on a line is a page number, unless the text numbers its questions that way.
 */
export function readPages(source: string): Pages {
  const lines = source.replace(/\r\n?/g, '\n').replaceAll('\f', '\n ').split('\n');
  const pages: Line[][] = [[]];
  lines.forEach((text, i) => {
    if (/^ \S/.test(text) && pages.at(-1)!.some((line) => line.text.trim())) pages.push([]);
    pages.at(-1)!.push({ text: text.replaceAll('\u00a0', ' '), number: i + 1, page: pages.length - 1 });
  });
  const doubled = isDoubleSpaced(lines);
  const bare = numbersQuestionsAlone(lines);
  const result: Pages = { body: [], notes: [] };
  let lastNote = 0;
  for (const page of pages) {
    const start = footOf(page, lastNote, doubled);
    for (const line of page.slice(start)) {
      const mark = noteStart.exec(line.text);
      const number = Number(mark?.[1]);
      const current = result.notes.at(-1);
      const goesOn =
        mark &&
        number > lastNote &&
        number <= lastNote + largestGap &&
        !(current && isCutAddress(current.lines.at(-1)!));
      if (goesOn) {
        result.notes.push({
          number,
          lines: [line.text.slice(mark[0].length).trim()],
          page: line.page,
          line: line.number,
        });
        lastNote = number;
      } else if (line.text.trim() && current && !/^\s*\d{1,3}\s*$/.test(line.text))
        current.lines.push(line.text.trim());
    }
    for (const line of page.slice(0, start))
      if (bare || !/^\s*\d{1,3}\s*$/.test(line.text))
        result.body.push({ ...line, text: line.text.trimEnd() });
  }
  if (doubled) result.body = withoutSpacing(result.body);
  return result;
}

/** Where the notes of a page begin; its length if it has none. */
function footOf(page: readonly Line[], lastNote: number, doubled: boolean): number {
  let end = page.length;
  while (end > 0 && !page[end - 1].text.trim()) end--;
  // Notes are set without space between the lines, also where the text is double spaced.
  let first = 0;
  if (doubled) {
    first = end;
    for (let block = end; block > 0;) {
      let top = block;
      while (top > 0 && page[top - 1].text.trim()) top--;
      const number = Number(noteStart.exec(page[top]?.text ?? '')?.[1]);
      if (top < block && (block === end || (number > lastNote && number <= lastNote + largestGap)))
        first = top;
      else break;
      block = top;
      while (block > 0 && !page[block - 1].text.trim()) block--;
    }
  }
  for (let i = first; i < end; i++) {
    const number = Number(noteStart.exec(page[i].text)?.[1]);
    if (number > lastNote && number <= lastNote + largestGap && (doubled || isFoot(page, i, end, number)))
      return i;
  }
  return page.length;
}

/** Without spacing to go by, the foot must hold nothing but notes that run on, and no question or answer. */
function isFoot(page: readonly Line[], from: number, end: number, first: number): boolean {
  let number = first;
  for (let i = from + 1; i < end; i++) {
    const text = page[i].text.trim();
    if (
      !text &&
      i < end - 1 &&
      page[i + 1].text.trim() &&
      !noteStart.test(page[i + 1].text) &&
      !/^\d{1,3}$/.test(page[i + 1].text.trim())
    )
      return false;
    const next = Number(noteStart.exec(text)?.[1]);
    if (next > number && next <= number + largestGap) number = next;
    else if (/^(?:\d{1,3}\. |Antwoord|Vraag \d|Vragen )/.test(text)) return false;
  }
  return true;
}

function isCutAddress(line: string): boolean {
  return /https?:\/\/\S*[-/=&?%_]$/.test(line);
}

function isDoubleSpaced(lines: readonly string[]): boolean {
  let single = 0;
  let double = 0;
  for (let i = 0; i + 2 < lines.length; i++)
    if (lines[i].trim().length > 60) {
      if (lines[i + 1].trim()) single++;
      else if (lines[i + 2].trim()) double++;
    }
  return double > single;
}

/** "12" alone on its line opens question 12 in a note after the report: then bare numbers are followed by bare markers. */
function numbersQuestionsAlone(lines: readonly string[]): boolean {
  let numbers = 0;
  let markers = 0;
  let expected = 1;
  for (const line of lines) {
    if (Number(line) === expected && /^\d{1,3}\s*$/.test(line)) {
      numbers++;
      expected++;
    } else if (/^(?:Antwoord|Answer)\s*$/.test(line)) markers++;
  }
  return markers >= 2 && numbers >= 2;
}

/** Every other line is spacing; two empty lines in a row are an empty line. */
function withoutSpacing(body: readonly Line[]): Line[] {
  return body.filter((line, i) => line.text.trim() || (i > 0 && !body[i - 1].text.trim()));
}
