import type { Finding } from './rule.js';
import { defineRule } from './rule.js';

export default defineRule({
  code: 'file-not-found',
  area: 'frame',
  severity: 'error',
  summary: {
    nl: 'Een bestand dat hier genoemd wordt, is er niet.',
    en: 'A file that is named here does not exist.',
  },
  check: ({ frontMatter, blocks }, { fileExists }) => {
    const findings: Finding[] = [];
    const missing = (path: string, place: Finding['place']) => {
      if (fileExists(path) === false)
        findings.push({
          place,
          message: {
            nl: `Het bestand ‘${path}’ is niet gevonden. Kijk of de naam klopt en of het bestand in deze map staat.`,
            en: `The file ‘${path}’ was not found. Check the name, and whether the file is in this folder.`,
          },
        });
    };
    for (const { key, value, valueAt } of frontMatter.entries)
      if ((key === 'letter' || key === 'reply') && value)
        missing(value, { block: frontMatter.block, at: valueAt });
    for (const block of blocks)
      if (block.facts.part) missing(block.facts.part.href, { block, at: block.facts.part.target });
    return findings;
  },
});

/** Every file that a document names, as written: those that `file-not-found` asks after. */
export function namedFiles({
  frontMatter,
  blocks,
}: Parameters<ReturnType<typeof defineRule>['check']>[0]): string[] {
  const entries = frontMatter.entries.filter(
    ({ key, value }) => (key === 'letter' || key === 'reply') && value,
  );
  return [
    ...entries.map(({ value }) => value!),
    ...blocks.flatMap(({ facts }) => (facts.part ? [facts.part.href] : [])),
  ];
}
