import type { Brief } from '../model/brief.js';
import { symbols, type BriefSymbol } from './symbols.js';

/** A group, heading or question, with the document that it stands in. */
export interface WorkspaceSymbol<D> {
  document: D;
  symbol: BriefSymbol;
  /** The name of what it stands in; `null` at the top of its document. */
  container: string | null;
}

/** More than anyone reads. */
const most = 1000;

/**
 * Groups, headings and questions whose names have the letters of the query in its order, those of the first documents first.
 * Editors rank them by themselves.
 */
export function workspaceSymbols<D extends { brief: Brief }>(
  documents: Iterable<D>,
  query: string,
): WorkspaceSymbol<D>[] {
  const found: WorkspaceSymbol<D>[] = [];
  const wanted = [...query.toLowerCase().replace(/\s/g, '')];
  for (const document of documents) {
    const visit = (symbol: BriefSymbol, container: string | null): void => {
      if (symbol.kind === 'answer' || found.length >= most) return;
      if (matches(symbol.name, wanted)) found.push({ document, symbol, container });
      for (const child of symbol.children) visit(child, symbol.name);
    };
    for (const root of symbols(document.brief)) visit(root, null);
  }
  return found;
}

function matches(name: string, wanted: readonly string[]): boolean {
  const text = name.toLowerCase();
  let from = 0;
  for (const letter of wanted) {
    from = text.indexOf(letter, from) + 1;
    if (from === 0) return false;
  }
  return true;
}
