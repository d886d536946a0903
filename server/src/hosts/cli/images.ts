import { readFileSync, statSync } from 'node:fs';
import type { ImageInline } from '../../documents/out/document.js';

/** A picture that a document shows. */
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

/** A picture that the text itself holds. */
function inText(href: string): Buffer | null {
  const found = /^data:image\/[a-z]{3,4};base64,([a-z\d+/=]+)$/i.exec(href);
  return found && Buffer.from(found[1], 'base64');
}

function fromDisk(path: string | null): Buffer | null {
  return path && statSync(path).size <= largest ? readFileSync(path) : null;
}

/** @param pathOf the path of the file that an image names; `null` when it may not be read */
export function pictureReader(
  pathOf: (image: ImageInline) => string | null,
): (image: ImageInline) => Picture | null {
  return (image) => {
    try {
      const data = inText(image.href) ?? fromDisk(pathOf(image));
      if (!data) return null;
      const type = typeOf(data);
      return type ? { type, data } : null;
    } catch {
      return null;
    }
  };
}
