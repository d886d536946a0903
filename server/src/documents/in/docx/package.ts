import { unzipSync } from 'fflate';
import { damaged, noWord, Refusal, tooLarge } from './refusal.js';
import { elementsOf, readXml, type Element } from './xml.js';

/** Part of every host that runs this code, though of no language standard. */
declare const TextDecoder: new (encoding: string) => { decode(bytes: Uint8Array): string };

/** Bytes of all parts that are read, when unpacked: those of a thousand pages are a tenth of it. */
const largest = 40 * 1024 * 1024;

export interface Relationship {
  type: string;
  target: string;
  external: boolean;
}

/** The parts of a Word file that words stand in. Nothing outside the file is ever opened. */
export class DocxPackage {
  private readonly files: Record<string, Uint8Array>;
  /** The path of the part that holds the text. */
  readonly main: string;

  /** @throws Refusal */
  constructor(bytes: Uint8Array) {
    this.files = unpack(bytes);
    if ('EncryptionInfo' in this.files || 'EncryptedPackage' in this.files) throw damaged();
    const main = [...this.relationships('').values()].find(({ type }) => type === 'officeDocument');
    this.main = main?.target ?? 'word/document.xml';
    if (!this.files[this.main]) throw noWord();
  }

  /** The tree of a part; `undefined` if it is not there. @throws Refusal */
  xml(path: string): Element | undefined {
    const bytes = this.files[path];
    if (!bytes) return undefined;
    const wide =
      bytes[0] === 0xff && bytes[1] === 0xfe
        ? 'utf-16le'
        : bytes[0] === 0xfe && bytes[1] === 0xff
          ? 'utf-16be'
          : 'utf-8';
    return readXml(new TextDecoder(wide).decode(bytes));
  }

  /** What a part refers to, by id. */
  relationships(path: string): Map<string, Relationship> {
    const slash = path.lastIndexOf('/') + 1;
    const root = this.xml(`${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`);
    const result = new Map<string, Relationship>();
    for (const { attributes } of elementsOf(root)) {
      const { Id, Type = '', Target = '', TargetMode } = attributes;
      const external = TargetMode === 'External';
      result.set(Id, {
        type: Type.slice(Type.lastIndexOf('/') + 1),
        target: external ? Target : resolved(path.slice(0, slash), Target),
        external,
      });
    }
    return result;
  }
}

function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!/\.(?:xml|rels)$/i.test(name)) return false;
        if ((total += originalSize) > largest) throw tooLarge();
        return true;
      },
    });
  } catch (error) {
    throw error instanceof Refusal ? error : damaged();
  }
}

function resolved(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : folder + target;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
