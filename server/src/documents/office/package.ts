import { openZip } from './zip.js';
import { childrenOf, readXml, type Document } from './xml.js';

export interface Relationship {
  id: string;
  /** The last word of its type: `styles`, `header`, `image`. */
  type: string;
  /** The file in the package; `null` for what lies outside it. */
  path: string | null;
}

const endings = new Set('xml rels png jpg jpeg gif bmp tif tiff emf wmf svg odttf'.split(' '));

/** The files of an office document, and how they refer to each other. Nothing outside it is ever looked at. */
export class OfficePackage {
  private readonly files: Record<string, Uint8Array>;

  /** Throws if it is no zip, or one beyond reason. */
  constructor(bytes: Uint8Array) {
    this.files = openZip(bytes, endings);
  }

  /** The bytes of a file; names are the same in upper and lower case. */
  bytes(path: string): Uint8Array | null {
    if (Object.hasOwn(this.files, path)) return this.files[path];
    const name = Object.keys(this.files).find((one) => one.toLowerCase() === path.toLowerCase());
    return name === undefined ? null : this.files[name];
  }

  /** Throws if it is damaged. */
  xml(path: string): Document | null {
    const bytes = this.bytes(path);
    return bytes && readXml(bytes);
  }

  /** @param path of the file that refers; the package itself if it is empty */
  relationships(path: string): Relationship[] {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const root = this.xml(`${folder}_rels/${path.slice(folder.length)}.rels`)?.documentElement;
    if (!root) return [];
    const found: Relationship[] = [];
    for (const element of childrenOf(root)) {
      const of = (name: string) => element.getAttribute(name) ?? '';
      found.push({
        id: of('Id'),
        type: of('Type').slice(of('Type').lastIndexOf('/') + 1),
        path: of('TargetMode') === 'External' ? null : within(folder, of('Target')),
      });
    }
    return found;
  }
}

/** Where an address within a package leads; `null` out of it. */
function within(folder: string, target: string): string | null {
  if (/^[a-z][a-z\d+.-]*:|^\/\/|\\/i.test(target)) return null;
  const path: string[] = target.startsWith('/') ? [] : folder.split('/').filter(Boolean);
  for (const step of target.split('/')) {
    if (step === '..') {
      if (path.pop() === undefined) return null;
    } else if (step && step !== '.') path.push(step);
  }
  return path.join('/');
}
