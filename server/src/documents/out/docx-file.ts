import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** No date of a file in a zip is earlier. */
const never = new Date(1980, 0, 1);

/**
 * The same file with nothing in it that chance, the clock or what was made before it decides: links and bookmarks are counted,
 * and dates are that of the document, or none.
 * @param date of the document, as ISO text
 * @param change is made to its files first
 */
export function settled(
  file: Uint8Array,
  date: string | undefined,
  change: (files: Record<string, Uint8Array>) => Record<string, Uint8Array>,
): Uint8Array {
  const files = Object.entries(change(unzipSync(file))).map(([path, data]): [string, Uint8Array] =>
    /\.(?:xml|rels)$/.test(path) ? [path, strToU8(datedXml(path, strFromU8(data), date))] : [path, data],
  );
  const link = counter();
  const bookmark = counter();
  const counted = files.map(([path, data]): [string, Uint8Array] => {
    if (!/^word\/.*\.(?:xml|rels)$/.test(path)) return [path, data];
    const xml = strFromU8(data)
      .replace(/\brId[\w-]{21}(?=")/g, (name) => `rIdLink${link(name)}`)
      .replace(/(?<=<w:bookmark(?:Start|End)\b[^<>]{0,200} w:id=")\d+(?=")/g, (id) => String(bookmark(id)));
    return [path, strToU8(xml)];
  });
  return zipSync(Object.fromEntries(counted), { mtime: never, level: 6 });
}

/** Numbers names in the order in which they come. */
function counter(): (name: string) => number {
  const numbers = new Map<string, number>();
  return (name) => {
    if (!numbers.has(name)) numbers.set(name, numbers.size + 1);
    return numbers.get(name)!;
  };
}

function datedXml(path: string, xml: string, date: string | undefined): string {
  if (path !== 'docProps/core.xml') return xml;
  const time = date && /^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date}T00:00:00Z` : null;
  return xml.replace(
    /(<dcterms:(created|modified)[^<>]*>)[^<>]*<\/dcterms:\2>/g,
    (_all, open: string, name: string) => (time ? `${open}${time}</dcterms:${name}>` : ''),
  );
}
