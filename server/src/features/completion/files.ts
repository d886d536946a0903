import { linkPath } from '../../model/paths.js';
import { inOrder, type Completion, type Cursor, type NamedFile } from './item.js';

/** The files that a link can lead to. */
export function fileItems(
  { brief, offset, after }: Cursor,
  typed: string,
  files: readonly NamedFile[],
): Completion[] {
  const kinds = brief.language.values.kind;
  const rest = /^[^)\s]*(?=\))/.exec(after)?.[0].length ?? 0;
  return files.map(({ path, kind }, i) => ({
    label: path,
    detail: kind ? kinds[kind] : '',
    kind: 'file',
    insert: linkPath(path),
    filter: linkPath(path),
    replace: { from: offset - typed.length, to: offset + rest },
    sort: inOrder(0, i),
  }));
}
