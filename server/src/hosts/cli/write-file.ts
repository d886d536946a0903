import { randomBytes } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileError } from './errors.js';

/**
 * Writes a file whole or not at all, whatever happens meanwhile: it is written under another name in the same folder, down
 * to the disk, and takes the place of the old one at once. What is no file, a folder or a device, is never replaced by one.
 * (The packages for this look away when a full disk takes only a part of the text.)
 */
export async function writeFile(path: string, content: string | Uint8Array): Promise<void> {
  const there = await stat(path).catch(() => null);
  if (there && !there.isFile()) throw fileError(path, { code: there.isDirectory() ? 'EISDIR' : 'ENOTFILE' });
  // Where a link leads, the file is; the link stays.
  const target = there ? await realpath(path) : path;
  const written = join(dirname(target), `.kamerbrief-${randomBytes(6).toString('hex')}`);
  try {
    const file = await open(written, 'wx', there?.mode);
    try {
      await file.writeFile(content);
      if (there) await file.chmod(there.mode);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(written, target);
  } catch (error) {
    await rm(written, { force: true });
    throw fileError(path, error);
  }
}
