import { describeKey, expectedValues, keyNamed } from '../../model/front-matter/names.js';
import { frontMatterKeys, type FrontMatterKey } from '../../model/front-matter/schema.js';
import { pathValue } from '../../model/front-matter/yaml.js';
import { inOrder, type Completion, type Cursor, type NamedFile } from './item.js';

/** Keys that are not there yet, and the values that a key can have. */
export function frontMatterItems(cursor: Cursor, files: readonly NamedFile[]): Completion[] {
  const { brief, before } = cursor;
  const { text } = brief;
  const line = text.lineAt(cursor.offset).number;
  if (line === 1 || text.line(line).to + 1 >= brief.frontMatter.block.length) return [];
  const value = /^ *(?<name>[\p{L}-]+):[ \t]+/u.exec(before);
  if (value) return values(cursor, value[0].length, keyNamed(brief.language, value.groups!.name), files);
  return /^ *[\p{L}-]*$/u.test(before) ? keys(cursor) : [];
}

/** Whether what can be written at the cursor is the name of a file. */
export function namesFileInFrontMatter({ brief, before }: Cursor): boolean {
  const name = /^(?<name>[\p{L}-]+):[ \t]+/u.exec(before)?.groups?.name;
  const key = name ? keyNamed(brief.language, name) : null;
  return key === 'letter' || key === 'reply';
}

function values(
  { brief, offset, before, after }: Cursor,
  start: number,
  key: FrontMatterKey | null,
  files: readonly NamedFile[],
): Completion[] {
  if (!key) return [];
  const from = offset - before.length + start;
  const replace = { from, to: offset + after.trimEnd().length };
  if (key === 'letter' || key === 'reply') {
    const kinds = brief.language.values.kind;
    return files.map(({ path, kind }, i) => ({
      label: path,
      detail: kind ? kinds[kind] : '',
      kind: 'file',
      insert: pathValue(path),
      filter: path,
      replace,
      sort: inOrder(kind === key ? 0 : 1, i),
    }));
  }
  return (expectedValues(brief.language, key) ?? []).map((one, i) => ({
    label: one,
    detail: describeKey(brief.language, key),
    kind: 'value',
    insert: one,
    filter: one,
    replace,
    sort: inOrder(0, i),
  }));
}

function keys(cursor: Cursor): Completion[] {
  const { brief, offset, before, after } = cursor;
  const { language } = brief;
  const [typed] = /^[\p{L}-]*/u.exec(after)!;
  const hasColon = after.slice(typed.length).startsWith(':');
  if (!hasColon && after.trim() !== typed) return [];
  const indent = /^ */.exec(before)![0].length;
  const used = new Set<FrontMatterKey | null>(namesAround(cursor).map((name) => keyNamed(language, name)));
  return (indent > 0 ? fieldsOf(cursor) : frontMatterKeys)
    .filter((key) => !used.has(key))
    .map((key, i) => ({
      label: language.keys[key],
      detail: describeKey(language, key),
      kind: 'key',
      insert: hasColon ? language.keys[key] : `${language.keys[key]}: `,
      filter: language.keys[key],
      replace: { from: offset - before.length + indent, to: offset + typed.length },
      sort: inOrder(0, i),
    }));
}

/** Only the one who signs has fields. */
function fieldsOf({ brief, offset }: Cursor): FrontMatterKey[] {
  for (let line = brief.text.lineAt(offset).number - 1; line > 1; line--) {
    const name = /^([\p{L}-]+):/u.exec(brief.text.line(line).text)?.[1];
    if (name) return keyNamed(brief.language, name) === 'from' ? ['name', 'office'] : [];
  }
  return [];
}

/** The keys of the other lines that are as far indented. */
function namesAround({ brief, offset, before }: Cursor): string[] {
  const { text, frontMatter } = brief;
  const own = text.lineAt(offset).number;
  const indented = before.startsWith(' ');
  const last = text.lineAt(frontMatter.block.length - 1).number;
  const names: string[] = [];
  for (let line = 2; line < last; line++) {
    const found = /^( *)([\p{L}-]+):/u.exec(text.line(line).text);
    if (found && line !== own && indented === found[1].length > 0) names.push(found[2]);
  }
  return names;
}
