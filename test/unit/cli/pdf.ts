import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist';

interface Tag {
  role?: string;
  alt?: string;
  /** Of a piece of content. */
  id?: string;
  children?: Tag[];
}

/** What a reader finds in a PDF. */
export interface ReadPdf {
  info: Record<string, unknown>;
  marked: boolean;
  outline: string[];
  /** The text of each page as it is read aloud, with the marks of notes between brackets. */
  pages: string[];
  /** What is only seen on each page: its number, the head of a table that goes on. */
  artifacts: string[];
  tags: Tag[];
}

/** Opens a PDF with PDF.js, which is not ours. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  const found: ReadPdf = {
    info: (await document.getMetadata()).info as Record<string, unknown>,
    marked: ((await document.getMarkInfo()) as { Marked?: boolean } | null)?.Marked === true,
    outline: titles(await document.getOutline()),
    pages: [],
    artifacts: [],
    tags: [],
  };
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const tree = (await page.getStructTree()) as Tag;
    found.tags.push(tree);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const { text, artifacts } = textOf(items as Item[], marksIn(tree));
    found.pages.push(text);
    found.artifacts.push(artifacts);
  }
  await task.destroy();
  return found;
}

type Item = { str: string; hasEOL: boolean } | { type: string; tag?: string; id?: string };

function textOf(items: readonly Item[], marks: ReadonlySet<string>): { text: string; artifacts: string } {
  let text = '';
  let artifacts = '';
  const open: { isArtifact: boolean; isMark: boolean }[] = [];
  for (const item of items) {
    if ('str' in item) {
      const shown = `${item.str}${item.hasEOL ? '\n' : ''}`;
      if (open.some(({ isArtifact }) => isArtifact)) artifacts += shown;
      else text += shown;
    } else if (item.type.startsWith('begin')) {
      open.push({ isArtifact: item.tag === 'Artifact', isMark: marks.has(item.id ?? '') });
      if (open.at(-1)!.isMark) text += '[';
    } else if (open.pop()?.isMark) text += ']';
  }
  return { text: text.replaceAll('[\n', '\n[').replaceAll('],[', ']['), artifacts };
}

/** The content of the marks of notes, which lead to them and back. */
function marksIn(tree: Tag): Set<string> {
  const labels = tagsIn([tree]).filter(({ role }) => role === 'Lbl');
  const links = tagsIn(labels).filter(({ role }) => role === 'Link');
  return new Set(tagsIn(links).flatMap(({ id }) => id ?? []));
}

/** Tags with all that is below them, in order. */
export function tagsIn(tags: readonly Tag[]): Tag[] {
  return tags.flatMap((tag) => [tag, ...tagsIn(tag.children ?? [])]);
}

function titles(outline: Awaited<ReturnType<PDFDocumentProxy['getOutline']>> | null): string[] {
  return (outline ?? []).flatMap(({ title, items }) => [title, ...titles(items)]);
}
