import { describe, expect, test } from 'vitest';
import { parseBrief } from '../../../server/src/model/document.js';
import { linksOf } from '../../../server/src/model/links.js';
import { isAddress, linkPath, namesOf, pathOf } from '../../../server/src/model/paths.js';

test.each([
  ['brief #1.brief.md', ['brief #1.brief.md']],
  ['brief%20%231.brief.md', ['brief #1.brief.md']],
  ['../mijn%20map/wat?.brief.md', ['..', 'mijn map', 'wat?.brief.md']],
  ['brief 100%.brief.md', ['brief 100%.brief.md']],
  ['100%25/brief.brief.md', ['100%', 'brief.brief.md']],
  ['/brieven/%e9%20n.md', ['', 'brieven', '%e9%20n.md']],
  ['C:/mijn%20brieven/brief.md', ['C:', 'mijn brieven', 'brief.md']],
  ['%2e%2e/brief.md', ['..', 'brief.md']],
  ['..%2F..%2fgeheim.md', ['..%2F..%2fgeheim.md']],
  ['..%5Cgeheim.md', ['..%5Cgeheim.md']],
])('the names in %j', (path, names) => expect(namesOf(path)).toEqual(names));

describe.each([
  [['brief.brief.md'], 'brief.brief.md', 'brief.brief.md'],
  [['..', 'mijn map', 'één.md'], '../mijn map/één.md', '../mijn%20map/%C3%A9%C3%A9n.md'],
  [['brief #1?.md'], 'brief #1?.md', 'brief%20%231%3F.md'],
  [['100%', 'brief 100%.md'], '100%/brief 100%.md', '100%25/brief%20100%25.md'],
  [['a%20b.md'], 'a%2520b.md', 'a%2520b.md'],
  [['100%25', 'a%2Fb.md'], '100%2525/a%2Fb.md', '100%2525/a%252Fb.md'],
  [['vragen: 1.md'], './vragen: 1.md', './vragen%3A%201.md'],
  [['(1) [a] <b> *c* _d_ "e" \'f\' `g`.md'], '(1) [a] <b> *c* _d_ "e" \'f\' `g`.md', null],
  [['1) a (.md'], '1) a (.md', '1%29%20a%20%28.md'],
])('%j', (names, path, link) => {
  test('in front matter, and read back', () => {
    expect(pathOf(names)).toBe(path);
    expect(isAddress(path)).toBe(false);
    expect(namesOf(path).filter((name) => name !== '.')).toEqual(names);
  });

  test('in a link, and read back', () => {
    if (link !== null) expect(linkPath(path)).toBe(link);
    const [part] = linksOf(parseBrief(`Verslag.\n\n[Brief](${linkPath(path)})\n`));
    expect(part.role).toBe('part');
    expect(namesOf(part.path)).toEqual(namesOf(path));
  });
});

test('an address is left as it is, but for what it cannot hold', () => {
  expect(linkPath('file:///D:/mijn%20map/brief.md')).toBe('file:///D:/mijn%20map/brief.md');
  expect(linkPath('file:///D:/mijn map/100%.md')).toBe('file:///D:/mijn%20map/100%25.md');
  expect(['https://site.nl/a.md', 'file:///a.md'].map(isAddress)).toEqual([true, true]);
  expect(['C:/a.md', 'a b: c.md', '1:2.md', './a:b.md', ''].some(isAddress)).toBe(false);
});
