import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };

const page = readFileSync('docs/dependencies.md', 'utf8');

/** The packages and reasons of the table below a heading. */
function listed(heading: string): string[][] {
  const part = page.split(/^## /m).find((one) => one.startsWith(heading))!;
  return [...part.matchAll(/^\| `([^`]+)` \| (.*) \|$/gm)].map(([, name, reason]) => [name, reason]);
}

test.each([
  ['In the product', manifest.dependencies],
  ['For building and testing', manifest.devDependencies],
])('%s: the page and the manifest name the same packages, each with a reason', (heading, wanted) => {
  expect(listed(heading).map(([name]) => name)).toEqual(Object.keys(wanted));
  for (const [, reason] of listed(heading)) expect(reason).toMatch(/\.$/);
});
