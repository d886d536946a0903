/** A table of a Markdown page; cells are plain text, without code marks and the addresses of links. */
export interface Table {
  head: string[];
  rows: string[][];
}

export function tablesOf(markdown: string): Table[] {
  return [...markdown.matchAll(/^\|.*\|\n\|(?: ?-+ ?\|)+\n(?:\|.*\|\n?)*/gm)].map(([table]) => {
    const [head, , ...rows] = table.trim().split('\n').map(cellsOf);
    return { head, rows };
  });
}

function cellsOf(line: string): string[] {
  return line
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) =>
      cell
        .trim()
        .replace(/\[([^[\]]*)\]\([^)]*\)/g, '$1')
        .replace(/`` ?(.*?) ?``|`([^`]*)`/g, '$1$2')
        .replaceAll('\\|', '|'),
    );
}
