import { tests as commonmark } from 'commonmark-spec';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { rangeOf } from '../../server/src/model/brief.js';
import { parseBrief } from '../../server/src/model/document.js';
import { check } from '../../server/src/rules/check.js';
import { alone } from '../../server/src/rules/context.js';
import { runsOf } from './runs.js';

/** Where a footnote with a text is referred to, by the parser that GitHub's footnotes are commonly read with. */
function theirs(source: string): string[] {
  const found: string[] = [];
  const visit = (node: {
    type: string;
    label?: string | null;
    position?: { start: { offset?: number } };
    children?: unknown[];
  }) => {
    if (node.type === 'footnoteReference') found.push(`${node.position!.start.offset} ${node.label}`);
    for (const child of node.children ?? []) visit(child as typeof node);
  };
  visit(fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
  return found.sort();
}

function ours(source: string): string[] {
  const brief = parseBrief(source);
  const defined = new Set(brief.definitions.map(({ fact }) => fact.key));
  return brief.references
    .filter(({ fact }) => defined.has(fact.key))
    .map((reference) => `${rangeOf(placed(reference)).from} ${reference.fact.label}`)
    .sort();
}

function placed({
  block,
  fact,
}: {
  block: Parameters<typeof rangeOf>[0]['block'];
  fact: { at: { from: number; to: number } };
}) {
  return { block, at: fact.at };
}

describe('footnotes that have a text are those of any Markdown with footnotes', () => {
  const piece = fc.constantFrom(
    '[^a]',
    '[^b]',
    '[^a-1]',
    '[^A]',
    '[^c d]',
    '[^]',
    '[^[]',
    '\\[^a]',
    '[x][^a]',
    '![^a]',
    '[^a](y)',
    '[^b]: een\n',
    '[^a]: twee\n',
    '[^a-1]:\n',
    '    drie\n',
    '  vier\n',
    '> ',
    '- ',
    '1. ',
    '# ',
    '\n',
    '\n\n',
    '`',
    '``',
    '```\n',
    '~~~\n',
    '*',
    '**',
    '_',
    '<b>',
    '</b>',
    '<div>\n',
    '<!-- x -->',
    '| a | b |\n|---|---|\n',
    '| c |',
    '[x]: /y\n',
    '[x]',
    '[',
    ']',
    '(',
    ')',
    '!',
    '\\',
    '&amp;',
    '<https://x.nl>',
    'https://x.nl/a ',
    'woord ',
    'é',
    '😀',
    ' ',
    '\u00a0',
    '* * *\n',
    ':',
    '"',
  );
  test('in any order of what means something', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 25 }).map((parts) => parts.join('')),
        (source) => {
          // The text of a footnote that begins with that of another is one text here.
          fc.pre(!/\]:[\s>]*\[\^/.test(source));
          expect(ours(source)).toEqual(theirs(source));
        },
      ),
      runsOf(1000),
    );
  });
});

describe('the examples of CommonMark', () => {
  const examples = commonmark.map(({ number, section, markdown }) => [
    `${number} (${section})`,
    markdown.replaceAll('→', '\t'),
  ]);

  test.each(examples)('%s: no footnote is seen, no rule fails, no character is lost', (_, source) => {
    const brief = parseBrief(source);
    expect(brief.text.toString()).toBe(source);
    expect([...brief.references, ...brief.definitions]).toEqual([]);
    expect(check(brief, alone).map(({ code }) => code)).not.toContain('rule-failed');
  });

  test('with a footnote behind any of them, it is found as elsewhere', () => {
    fc.assert(
      fc.property(fc.constantFrom(...examples), fc.nat(), ([, source], at) => {
        const place = at % (source.length + 1);
        const text = `${source.slice(0, place)}[^noot]${source.slice(place)}\n\n[^noot]: tekst\n`;
        fc.pre(!differs(text));
        expect(ours(text)).toEqual(theirs(text));
      }),
      runsOf(1000),
    );
  });
});

/** What the dialect reads otherwise: indented code, lines under a line, comments left open, notes in the text. */
function differs(text: string): boolean {
  return / {4}|\t|^ {0,3}(?:=+|-+)[ \t]*$|<!|!\[|<\?|\^\[\^|:\/\/\S*\[\^|www\.\S*\[\^/m.test(text);
}
