import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { decode } from '../../documents/in/text/decode.js';
import { BriefDocument } from '../../model/document.js';
import { lineEndOf } from '../../text/text.js';
import type { RuleContext } from '../../rules/rule.js';
import { fileError, UsageError } from './errors.js';

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
        throw new UsageError(`${path}: no files that end in ${ending} in this folder`);
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

/** Text of a file in any usual encoding. */
export async function readText(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error) => Promise.reject(fileError(path, error)));
  const decoded = decode(bytes);
  if (!decoded.ok) throw new UsageError(`${path}: ${decoded.reason.en}`);
  return decoded.text;
}

export async function readBrief(
  path: string,
): Promise<{ document: BriefDocument; source: string; lineEnd: string }> {
  const source = await readText(path);
  return { document: new BriefDocument(source), source, lineEnd: lineEndOf(source) };
}

/** What rules may ask of the file system, for a document at `path`. */
export function contextOf(path: string): RuleContext {
  return { fileExists: (name) => existsSync(resolve(dirname(path), decodeURI(name))) };
}

/** Writes a file whole or not at all. */
export async function writeText(path: string, content: string): Promise<void> {
  await writeFileAtomic(path, content, 'utf8').catch((error) => Promise.reject(fileError(path, error)));
}
