import { rangeOf, type Brief } from '../model/brief.js';
import { pathValue } from '../model/front-matter/yaml.js';
import { linksOf } from '../model/links.js';
import { linkPath } from '../model/paths.js';
import type { TextEdit } from '../text/text.js';

/**
 * Lets a document name files by their new paths, when they or it have moved.
 * @param newPathOf the new path for a path as written; `null` where nothing changes
 */
export function relink(brief: Brief, newPathOf: (path: string) => string | null): TextEdit[] {
  return linksOf(brief).flatMap(({ role, path, place }) => {
    const renewed = newPathOf(path);
    if (renewed === null) return [];
    const insert = role === 'part' ? linkPath(renewed) : pathValue(renewed);
    return [{ ...rangeOf(place), insert }];
  });
}
