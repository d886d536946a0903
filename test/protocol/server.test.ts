import { afterEach, describe, expect, test } from 'vitest';
import type {
  CodeAction,
  CompletionItem,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
} from 'vscode-languageserver';
import { Client, literals } from './client.js';

const uri = 'untitled:antwoord.brief.md';
const reply = `---
soort: antwoord
---

## Vragen van de leden van de fractie van D66

1. Klopt dit?[^1]

Antwoord: Ja. Zie ook het antwoord op vraag 2.

2. En klopt dat?

[^1]: Een noot.
`;

let client: Client;
async function start(capabilities?: object) {
  const started = await Client.start(capabilities);
  client = started.client;
  return started.capabilities;
}
afterEach(async () => {
  expect(await client.stop()).toBe(0);
});

describe('findings', () => {
  test('are pulled, and follow every edit', async () => {
    expect(await start()).toHaveProperty('diagnosticProvider.interFileDependencies', true);
    await client.open(uri, reply);
    expect(await client.findings(uri)).toEqual(['answer-missing@10']);
    await client.edit(uri, '\nAntwoord: Ja.\n', [11, 0]);
    expect(await client.findings(uri)).toEqual([]);
    await client.edit(uri, '\n', [5, 0]);
    expect(await client.findings(uri)).toEqual([]);
    expect(client.pushed).toEqual([]);
  });

  test('move along when only words above them change', async () => {
    await start();
    await client.open(uri, reply);
    await client.findings(uri);
    await client.edit(uri, 'woord ', [8, 10]);
    await client.edit(uri, '\n', [4, 0]);
    expect(await client.findings(uri)).toEqual(['answer-missing@11']);
  });

  test('that are too many to look through are the gravest ones', async () => {
    await start();
    const open = Array.from({ length: 1200 }, (_, i) => `${i + 1}. Klopt dit?\n\nAntwoord: PM\n`).join('\n');
    await client.open(
      uri,
      `---\nsoort: antwoord\nstatus: definitief\n---\n\nZie Kamerstuk 36 471, nr. 96, p. 8-8.\n\n${open}`,
    );
    const findings = await client.findings(uri);
    expect(findings.slice(0, 2)).toEqual(['undefined@0', 'answer-placeholder@9']);
    expect(findings).toHaveLength(1000);
  });

  test('are not sent again when nothing changed', async () => {
    await start();
    await client.open(uri, reply);
    const first = await client.pull(uri);
    expect((await client.pull(uri, first.resultId)).kind).toBe('unchanged');
    await client.edit(uri, ' ', [8, 10]);
    expect((await client.pull(uri, first.resultId)).kind).toBe('full');
  });

  test('are sent again when a document is opened again with another text', async () => {
    await start();
    await client.open(uri, reply);
    const { resultId } = await client.pull(uri);
    await client.close(uri);
    await client.open(uri, reply.replace('klopt dat?', 'klopt dat?\n\nAntwoord: Ja.'));
    expect(await client.pull(uri, resultId)).toMatchObject({ kind: 'full', items: [] });
  });

  test('are pushed to a client that does not pull, and cleared when it closes', async () => {
    expect(await start({})).not.toHaveProperty('diagnosticProvider');
    await client.open(uri, reply);
    await client.edit(uri, '\nAntwoord: Ja.\n', [11, 0]);
    await expect.poll(() => client.pushed.at(-1)).toEqual({ uri, version: 2, diagnostics: [] });
    expect(client.pushed[0].diagnostics.map(({ code }) => code)).toEqual(['answer-missing']);
    await client.close(uri);
    await expect.poll(() => client.pushed.at(-1)).toEqual({ uri, diagnostics: [] });
  });

  test('follow the settings', async () => {
    await start({});
    await client.open(uri, reply);
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { kamerbrief: { rules: { 'answer-missing': 'off' } } },
    });
    await expect.poll(() => client.pushed.at(-1)?.diagnostics).toEqual([]);
  });

  test('keep their severity where a setting has a value that there is not', async () => {
    await start({});
    await client.open(uri, reply);
    const first = () => client.pushed.at(-1)?.diagnostics[0];
    await expect.poll(() => first()?.code).toBe('answer-missing');
    const severity = first()!.severity;
    for (const rules of [
      { 'answer-missing': 'none' },
      { 'answer-missing': 2 },
      { 'answer-missing': 'toString' },
    ]) {
      const before = client.pushed.length;
      await client.connection.sendNotification('workspace/didChangeConfiguration', {
        settings: { kamerbrief: { rules } },
      });
      await expect.poll(() => client.pushed.length).toBeGreaterThan(before);
      expect(first()).toMatchObject({ code: 'answer-missing', severity });
    }
  });

  test('follow the settings of a client that tells of changes only when asked to', async () => {
    await start({ workspace: { didChangeConfiguration: { dynamicRegistration: true } } });
    await expect.poll(() => client.registered).toContain('workspace/didChangeConfiguration');
  });

  test('of a closed or unknown document are none', async () => {
    await start();
    await client.open(uri, reply);
    await client.close(uri);
    expect(await client.findings(uri)).toEqual([]);
    expect(await client.at('definition', uri, 3, 3)).toBeNull();
    expect(await client.at('hover', 'untitled:nooit', 900, 900)).toBeNull();
  });

  test('a change older than the text is left out', async () => {
    await start();
    await client.open(uri, reply);
    await client.edit(uri, '\nAntwoord: Ja.\n', [11, 0], 7);
    await client.edit(uri, 'x', undefined, 3);
    expect(await client.findings(uri)).toEqual([]);
  });
});

describe('edits', () => {
  test('a quick fix carries the version that it was made for', async () => {
    await start();
    await client.open(uri, reply);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 10, character: 0 }, end: { line: 10, character: 2 } },
      context: { diagnostics: [], only: ['quickfix'] },
    });
    expect(actions.map(({ title }) => title)).toEqual([
      'Zet ‘Antwoord:’ onder de vraag',
      'Negeer ‘answer-missing’ hier (met een reden)',
    ]);
    expect(actions[0].edit?.documentChanges).toEqual([
      {
        textDocument: { uri, version: 1 },
        edits: [
          {
            range: { start: { line: 10, character: 16 }, end: { line: 10, character: 16 } },
            newText: '\n\nAntwoord: ',
          },
        ],
      },
    ]);
  });

  test('which fix is the usual one, and what is superfluous, is said to a client that asks for that', async () => {
    const first = async (support: { codeAction?: object; diagnostic?: object }) => {
      await start({
        textDocument: {
          codeAction: { ...literals, ...support.codeAction },
          diagnostic: { ...support.diagnostic },
        },
      });
      await client.open(uri, `${reply}\n[^los]: Deze noot hoort nergens bij.\n`);
      const report = await client.pull(uri);
      const unused =
        report.kind === 'full' ? report.items.find(({ code }) => code === 'footnote-unused') : null;
      const [fix] = await client.request<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range: unused!.range,
        context: { diagnostics: [] },
      });
      return { preferred: fix.isPreferred, tags: unused!.tags, page: unused!.codeDescription?.href };
    };
    expect(await first({})).toEqual({});
    await client.stop();
    expect(
      await first({
        codeAction: { isPreferredSupport: true },
        diagnostic: { tagSupport: { valueSet: [1, 2] }, codeDescriptionSupport: true },
      }),
    ).toEqual({ preferred: true, tags: [1], page: expect.stringMatching(/^file:.*footnote-unused\.md$/) });
  });

  test('a client without versions gets plain edits', async () => {
    await start({ textDocument: { codeAction: literals } });
    await client.open(uri, reply);
    const [fix] = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 10, character: 0 }, end: { line: 10, character: 2 } },
      context: { diagnostics: [] },
    });
    expect(Object.keys(fix.edit?.changes ?? {})).toEqual([uri]);
  });
});

describe('moving around', () => {
  const line = (location: Location) => location.range.start.line;

  test('footnotes, both ways', async () => {
    await start();
    await client.open(uri, reply);
    expect((await client.at<Location[]>('definition', uri, 6, 15)).map(line)).toEqual([12]);
    expect((await client.at<Location[]>('definition', uri, 12, 1)).map(line)).toEqual([6]);
    expect(
      (await client.at<Location[]>('references', uri, 12, 1, { context: { includeDeclaration: true } })).map(
        line,
      ),
    ).toEqual([6, 12]);
    expect((await client.at<Hover>('hover', uri, 6, 15)).contents).toEqual({
      kind: 'plaintext',
      value: 'Een noot.',
    });
  });

  test('hover for a client that reads Markdown: every mark stands for itself', async () => {
    await start({ textDocument: { diagnostic: {}, hover: { contentFormat: ['markdown', 'plaintext'] } } });
    await client.open(uri, reply.replace('Een noot.', 'Een *noot*,\n    nr. [1].'));
    expect((await client.at<Hover>('hover', uri, 6, 15)).contents).toEqual({
      kind: 'markdown',
      value: 'Een \\*noot\\*, nr\\. \\[1\\]\\.',
    });
  });

  test('"vraag 2" leads to question 2, and question 1 to its answer', async () => {
    await start();
    await client.open(uri, reply);
    expect((await client.at<Location[]>('definition', uri, 8, 44)).map(line)).toEqual([10]);
    expect((await client.at<Location[]>('definition', uri, 6, 0)).map(line)).toEqual([8]);
    expect(
      (await client.at<Location[]>('references', uri, 10, 0, { context: { includeDeclaration: false } })).map(
        line,
      ),
    ).toEqual([8]);
    expect((await client.at<{ range: object }[]>('documentHighlight', uri, 10, 0)).length).toBe(2);
    expect(JSON.stringify((await client.at<Hover>('hover', uri, 8, 44)).contents)).toContain(
      'Vraag 2 · nog geen antwoord',
    );
  });

  test('the outline nests, and every name has its place inside its range', async () => {
    await start();
    await client.open(uri, reply);
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri },
    });
    const visit = ({ range, selectionRange, children }: DocumentSymbol) => {
      const inside = (inner: typeof range, outer: typeof range) =>
        before(outer.start, inner.start) && before(inner.end, outer.end);
      expect(inside(selectionRange, range)).toBe(true);
      for (const child of children ?? []) {
        expect(inside(child.range, range)).toBe(true);
        visit(child);
      }
    };
    symbols.forEach(visit);
    expect(symbols[0].children?.map(({ detail }) => detail)).toEqual(['beantwoord', 'nog geen antwoord']);
  });

  test('folding', async () => {
    await start();
    await client.open(uri, reply);
    const folds = await client.request<FoldingRange[]>('textDocument/foldingRange', {
      textDocument: { uri },
    });
    expect(folds.map(({ startLine, endLine }) => [startLine, endLine])).toEqual([
      [0, 2],
      [4, 10],
      [6, 8],
    ]);
  });
});

describe('standard parts', () => {
  test('as snippets, each once, and as plain text for a client that has none', async () => {
    await start();
    await client.open(uri, '---\nsoort: antwoord\n---\n\n');
    const items = await client.at<CompletionItem[]>('completion', uri, 4, 0);
    expect(new Set(items.map(({ label }) => label)).size).toBe(items.length);
    expect(items.find(({ label }) => label === 'Vraag')?.textEdit?.newText).toContain('${1:');
    expect(await client.stop()).toBe(0);
    await start({});
    await client.open(uri, '---\nsoort: antwoord\n---\n\n');
    const plain = await client.at<CompletionItem[]>('completion', uri, 4, 0);
    for (const { textEdit } of plain) expect(textEdit?.newText).not.toMatch(/\$[{\d]/);
  });

  test('footnotes after [^', async () => {
    await start();
    await client.open(uri, reply.replace('Antwoord: Ja.', 'Antwoord: Ja.[^'));
    expect((await client.at<CompletionItem[]>('completion', uri, 8, 15)).map(({ label }) => label)).toEqual([
      '[^1]',
    ]);
  });
});

test('the server goes when its client lets go of it', async () => {
  await start();
  await client.open(uri, reply);
  expect(await client.letGo()).toBe(1);
  await start();
});

test('a long run of edits leaves the findings of a fresh start', async () => {
  await start();
  await client.open(uri, reply);
  const pieces = ['3. Nog een?\n', '\n', 'Antwoord: x\n', '[^2]', '## Kop\n', 'vraag 9 ', '```\n'];
  const lines = reply.split('\n');
  for (let i = 0; i < 300; i++) {
    const line = (i * 5) % lines.length;
    const piece = pieces[(i * 3 + (i % 5)) % pieces.length];
    await client.edit(uri, piece, [line, 0]);
    lines.splice(line, 1, ...(piece + lines[line]).split('\n'));
  }
  await client.open('untitled:vers.brief.md', lines.join('\n'));
  const findings = await client.findings(uri);
  expect(findings.length).toBeGreaterThan(5);
  expect(findings).toEqual(await client.findings('untitled:vers.brief.md'));
});

function before(a: { line: number; character: number }, b: { line: number; character: number }): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}
