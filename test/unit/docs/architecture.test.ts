import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const [, picture] = readFileSync('CONTRIBUTING.md', 'utf8').split(/^```(?:mermaid)?$/m);

/** `a --> b` and `a <--> b`, of the folders of the server: what is known, and what knows it. */
const arrows = picture.split('\n').flatMap((line) => {
  const [left, right] = line.trim().split(/ <?--> /);
  if (right === undefined) return [];
  const [from, to] = [left, right].map((end) => /^\w+/.exec(end)![0]);
  return line.includes('<-->')
    ? [
        [from, to],
        [to, from],
      ]
    : [[from, to]];
});
const folders = readdirSync('server/src');
const inside = arrows.filter((arrow) => arrow.every((end) => folders.includes(end)));

/** Pairs of folders: a file in the first imports one of the second. `types` are imports that leave nothing in the program. */
function imports(types: boolean): string[][] {
  const pairs = new Set<string>();
  for (const name of readdirSync('server/src', { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    const source = ts.createSourceFile(
      name,
      readFileSync(join('server/src', name), 'utf8'),
      ts.ScriptTarget.Latest,
    );
    source.forEachChild((node) => {
      const from =
        ts.isImportDeclaration(node) && (types || !node.importClause?.isTypeOnly)
          ? node.moduleSpecifier
          : undefined;
      if (!from || !ts.isStringLiteral(from) || !from.text.startsWith('.')) return;
      const [to] = normalize(join(name, '..', from.text)).split(/[\\/]/);
      const [own] = name.split(/[\\/]/);
      if (to !== own && folders.includes(to)) pairs.add(`${own} ${to}`);
    });
  }
  return [...pairs].map((pair) => pair.split(' '));
}

function leadsTo(from: string, to: string, seen = new Set<string>()): boolean {
  if (from === to) return true;
  seen.add(from);
  return inside.some(([a, b]) => a === from && !seen.has(b) && leadsTo(b, to, seen));
}

test('the picture has every folder of the server', () => {
  expect([...new Set(inside.flat())].sort()).toEqual([...folders].sort());
});

test('what a folder uses leads to it by the arrows of the picture', () => {
  const used = imports(false);
  expect(used.length).toBeGreaterThan(20);
  expect(used.filter(([own, to]) => !leadsTo(to, own))).toEqual([]);
});

test('every arrow is there in the source', () => {
  const used = new Set(imports(true).map(([own, to]) => `${to} ${own}`));
  expect(inside.map((arrow) => arrow.join(' ')).filter((arrow) => !used.has(arrow))).toEqual([]);
});

test('the table has every folder of the server', () => {
  const named = [...readFileSync('CONTRIBUTING.md', 'utf8').matchAll(/^\| `server\/src\/(\w+)` \|/gm)];
  expect(named.map(([, name]) => name).sort()).toEqual([...folders].sort());
});
