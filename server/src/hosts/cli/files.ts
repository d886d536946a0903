import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve, sep } from 'node:path';
import { decode, largest } from '../../documents/in/text/decode.js';
import type { Brief } from '../../model/brief.js';
import { BriefDocument } from '../../model/document.js';
import { linksOf, type Link, type LinkedFile } from '../../model/links.js';
import { isAddress, namesOf } from '../../model/paths.js';
import { lineEndOf } from '../../text/text.js';
import { contextOf } from '../../rules/context.js';
import type { RuleContext } from '../../rules/rule.js';
import { fileError, said, UsageError } from './errors.js';

const ending = '.brief.md';
const skipped = new Set(['node_modules', 'bower_components', 'vendor']);

/**
 * The files that the paths mean, in order and each once. A folder means all `*.brief.md` below it, hidden and dependency
 * folders and links aside.
 */
export async function filesBelow(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const found = await stat(path).catch((error) => Promise.reject(fileError(path, error)));
    if (found.isDirectory()) {
      const before = files.length;
      await walk(path, files);
      if (files.length === before)
        throw new UsageError({
          nl: `${path}: in deze map staan geen bestanden die eindigen op ${ending}`,
          en: `${path}: no files that end in ${ending} in this folder`,
        });
    } else files.push(path);
  }
  return [...new Set(files)];
}

async function walk(folder: string, files: string[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error) =>
    Promise.reject(fileError(folder, error)),
  );
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || skipped.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await walk(path, files);
    else if (entry.isFile() && entry.name.endsWith(ending)) files.push(path);
  }
}

/** Reads no further than a letter can be long: what is larger, or never ends, is refused when it is decoded. */
export async function readBytes(path: string): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    // Thousands of files are read one after the other: then waiting for each costs more than reading it.
    const found = statSync(path);
    if (found.isFile() && found.size <= largest) return readFileSync(path);
    for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
      pieces.push(piece as Buffer);
      if ((size += (piece as Buffer).length) > largest) break;
    }
  } catch (error) {
    throw fileError(path, error);
  }
  return Buffer.concat(pieces);
}

/** Text of a file in any usual encoding. */
export async function readText(path: string): Promise<string> {
  const decoded = decode(await readBytes(path));
  if (!decoded.ok) throw new UsageError(`${path}: ${said(decoded.reason)}`);
  return decoded.text;
}

export async function readBrief(
  path: string,
): Promise<{ document: BriefDocument; source: string; lineEnd: string }> {
  const source = await readText(path);
  return { document: new BriefDocument(source), source, lineEnd: lineEndOf(source) };
}

/**
 * What rules may ask about the files that a document at `path` names. They must lie in one of the folders, in the working
 * folder, or beside the document.
 */
export async function readContext(
  path: string,
  brief: Brief,
  folders: readonly string[],
): Promise<RuleContext> {
  const files = new Map<string, LinkedFile>();
  const roots = [...folders, process.cwd(), dirname(path)].map((root) => resolve(root));
  for (const link of linksOf(brief)) files.set(link.path, await readLink(path, link, roots));
  return contextOf(brief, (name) => files.get(name) ?? { state: 'unknown' });
}

async function readLink(from: string, { path, role }: Link, roots: readonly string[]): Promise<LinkedFile> {
  const target = resolvePath(from, path);
  if (!target) return { state: 'unknown' };
  if (!roots.some((root) => isWithin(target, root))) return { state: 'outside' };
  if (target === resolve(from)) return { state: 'loop' };
  try {
    const { brief } = (await readBrief(target)).document;
    if (role === 'part' && (await leadsTo(target, brief, resolve(from), new Set([target]))))
      return { state: 'loop' };
    return { state: 'found', brief };
  } catch {
    return { state: existsSync(target) ? 'unreadable' : 'missing' };
  }
}

/** Whether the parts of a document hold the file `wanted`. */
async function leadsTo(from: string, brief: Brief, wanted: string, visited: Set<string>): Promise<boolean> {
  for (const { path, role } of linksOf(brief)) {
    const target = role === 'part' ? resolvePath(from, path) : null;
    if (target === wanted) return true;
    if (!target || visited.has(target)) continue;
    visited.add(target);
    const part = await readBrief(target).catch(() => null);
    if (part && (await leadsTo(target, part.document.brief, wanted, visited))) return true;
  }
  return false;
}

/** The path of the file that a document at `from` names, as reached from there; `null` for a web address. */
export function pathNamed(from: string, path: string): string | null {
  if (isAddress(path)) return null;
  const named = namesOf(path).join('/');
  return isAbsolute(named) ? named : join(dirname(from), named);
}

/** The same as an absolute path. */
export function resolvePath(from: string, path: string): string | null {
  const named = pathNamed(from, path);
  return named === null ? null : resolve(named);
}

export function isWithin(path: string, root: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}
