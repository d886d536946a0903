import { readFileSync, statSync } from 'node:fs';
import type { ImageInline } from '../../documents/out/document.js';

/** A picture on disk that a document shows. */
export interface Picture {
  type: 'png' | 'jpeg' | 'gif' | 'webp';
  data: Buffer;
}

const largest = 20 * 1024 * 1024;

/** What the first bytes say; the name of a file may say anything. */
function typeOf(data: Buffer): Picture['type'] | null {
  const start = data.toString('latin1', 0, 12);
  if (start.startsWith('\x89PNG\r\n')) return 'png';
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (start.startsWith('GIF87a') || start.startsWith('GIF89a')) return 'gif';
  return start.startsWith('RIFF') && start.endsWith('WEBP') ? 'webp' : null;
}

/** @param pathOf the path of the file that an image names; `null` when it may not be read */
export function pictureReader(
  pathOf: (image: ImageInline) => string | null,
): (image: ImageInline) => Picture | null {
  return (image) => {
    const path = pathOf(image);
    if (!path) return null;
    try {
      if (statSync(path).size > largest) return null;
      const data = readFileSync(path);
      const type = typeOf(data);
      return type ? { type, data } : null;
    } catch {
      return null;
    }
  };
}
