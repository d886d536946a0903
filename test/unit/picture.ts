/** A marked stretch of a picture. */
export interface Mark {
  from: number;
  to: number;
  label: string;
}

/**
 * Reads a picture of text: under a line may stand a line of carets with a label, `    ^^^^ code`, that marks what is above
 * it; a `|` may show the cursor.
 */
export function readPicture(
  picture: string,
  cursor?: string,
): { text: string; marks: Mark[]; offset: number } {
  const marks: Mark[] = [];
  let text = '';
  let above = 0;
  for (const line of picture.split(/(?<=\n)/)) {
    const mark = /^( *)(\^+) ?([a-z -]*)\n?$/.exec(line);
    if (mark)
      marks.push({
        from: above + mark[1].length,
        to: above + mark[1].length + mark[2].length,
        label: mark[3].trim(),
      });
    else {
      above = text.length;
      text += line;
    }
  }
  const offset = cursor ? text.indexOf(cursor) : -1;
  return {
    text: offset < 0 ? text : text.slice(0, offset) + text.slice(offset + cursor!.length),
    marks,
    offset,
  };
}
