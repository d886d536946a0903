import { afterEach, describe, expect, test } from 'vitest';
import type {
  ApplyWorkspaceEditParams,
  CodeAction,
  CompletionItem,
  Position,
  Range,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { applied, Client, waiting } from './client.js';

const uri = 'untitled:antwoord.brief.md';
const reply = `---
soort: antwoord
---

1. Klopt dit?[^bron] Waarom?

Antwoord: Ja.^[Stb. 2026, 94.] Zie vraag 4 en 5.

4. En dit?[^Bron]

Antwoord: Zie de vragen 4 t/m 5.

5. En dat?

Antwoord: Ja.[^dat]

[^dat]: Een tweede bron.

[^bron]: Een bron.
`;

let client: Client;
let said: string[];
async function start(text = reply) {
  ({ client } = await Client.start(waiting));
  said = [];
  client.connection.onNotification('window/showMessage', ({ message }) => void said.push(message));
  await client.open(uri, text);
}
afterEach(async () => {
  expect(await client.stop()).toBe(0);
});

/** Where a text stands, `|` in it being the cursor. */
function at(marked: string, text = reply): { line: number; character: number } {
  const before = text.slice(0, text.indexOf(marked.replace('|', '')) + marked.indexOf('|')).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}

async function actions(start: Range['start'], end = start, only?: string[]): Promise<CodeAction[]> {
  return client.request('textDocument/codeAction', {
    textDocument: { uri },
    range: { start, end },
    context: { diagnostics: [], only },
  });
}

/** Chooses an action by the start of its title; gives the text after it. */
async function choose(
  title: string,
  start: Range['start'],
  end = start,
  text = reply,
): Promise<string | null> {
  const offered = await actions(start, end);
  const action = offered.find((one) => one.title.startsWith(title));
  expect(action, offered.map((one) => one.title).join('\n')).toBeDefined();
  expect(action).not.toHaveProperty('edit');
  const { edit } = await client.request<CodeAction>('codeAction/resolve', action!);
  return edit ? applied(text, edit, uri) : null;
}

describe('rename', () => {
  const rename = (marked: string, newName: string) =>
    client.request<WorkspaceEdit>('textDocument/rename', {
      textDocument: { uri },
      position: at(marked),
      newName,
    });

  test('a footnote, from a mark or its text', async () => {
    await start();
    const wanted = reply
      .replace('[^bron]', '[^krant]')
      .replace('[^Bron]', '[^krant]')
      .replace('[^bron]:', '[^krant]:');
    for (const marked of ['dit?[^|bron', '[^bron]|: Een', '[^B|ron'])
      expect(applied(reply, await rename(marked, 'krant'), uri)).toBe(wanted);
    expect(
      await client.request('textDocument/prepareRename', {
        textDocument: { uri },
        position: at('dit?[^|bron'),
      }),
    ).toMatchObject({ placeholder: 'bron' });
  });

  test('to a name that is taken, or is no name: refused, in the language of the document', async () => {
    await start();
    await expect(rename('[^|dat]:', 'BRON')).rejects.toThrow(
      'Voetnoot ‘BRON’ bestaat al. Kies een andere naam.',
    );
    await expect(rename('[^|dat]:', 'een bron')).rejects.toThrow('De naam van een voetnoot is één woord');
  });

  test('a question, from a list or the end of a range that speaks of it', async () => {
    await start();
    const wanted = reply
      .replace('5. En dat', '7. En dat')
      .replace('4 en 5', '4 en 7')
      .replace('4 t/m 5', '4 en 7');
    for (const marked of ['4 en |5', 't/m |5', '|5. En dat'])
      expect(applied(reply, await rename(marked, '7'), uri)).toBe(wanted);
  });
});

describe('footnotes', () => {
  test('from the sentence to the end, and back', async () => {
    await start();
    const below = await choose('Zet de tekst van deze voetnoot onderaan', at('Ja.^[|Stb'));
    expect(below).toContain('Ja.[^stb-2026-94] Zie');
    expect(below).toContain('[^stb-2026-94]: Stb. 2026, 94.');
    expect(await choose('Zet de tekst van deze voetnoot in de zin', at('Ja.[^|dat]'))).toContain(
      'Ja.^[Een tweede bron.]\n\n[^bron]',
    );
  });

  test('of the selection', async () => {
    await start();
    expect(
      await choose('Maak van de selectie een voetnoot', at('Ja.^[Stb. 2026, 94.] |Zie'), at('4 en 5.|')),
    ).toContain('[^vraag]\n\n4. En dit');
  });

  test('sorted, and numbered', async () => {
    await start();
    const sorted = await choose('Voetnootteksten in de volgorde', at('|1. Klopt'));
    expect(sorted).toMatch(/\[\^bron\]: Een bron\.\n\n\[\^dat\]: Een tweede bron\.\n$/);
    expect(await choose('Voetnoten de namen 1, 2, 3', at('|1. Klopt'))).toMatch(
      /dit\?\[\^1\][\s\S]*\[\^2\]: Een tweede bron\.\n\n\[\^1\]: Een bron\.\n$/,
    );
  });

  test('removed, on every place', async () => {
    await start();
    expect(await choose('Haal voetnoot ‘bron’ weg, op alle 2 plaatsen', at('dit?[^b|ron'))).not.toMatch(
      /bron\]/i,
    );
  });

  test('come along with what is pasted', async () => {
    await start();
    const paste = (position: Position, html: string) =>
      client.request('workspace/executeCommand', {
        command: '_kamerbrief.paste',
        arguments: [{ uri, range: { start: position, end: position }, html, plain: 'x' }],
      });
    const html = '<b>vet</b><sup><a href="#a">1</a></sup><p id="a">Een krant.</p>';
    const made = (await paste(at('En dat|?'), html)) as { insert: string; elsewhere: TextEdit[] };
    expect(made.insert).toBe('**vet**[^krant]');
    expect(made.elsewhere.map(({ newText }) => newText.trim())).toEqual(['[^krant]: Een krant.']);
    expect(await paste(at('En dat|?'), 'alleen tekst')).toBeNull();
    expect(await paste(at('soort|:'), html)).toBeNull();
  });

  describe('commands', () => {
    const run = (command: string, given: object = {}) =>
      client.request<Record<string, unknown> | null>('workspace/executeCommand', {
        command: `_kamerbrief.footnotes.${command}`,
        arguments: [{ uri, ...given }],
      });

    test('insert, as one edit of this version', async () => {
      await start();
      const edits: WorkspaceEdit[] = [];
      client.connection.onRequest('workspace/applyEdit', ({ edit }: ApplyWorkspaceEditParams) => {
        edits.push(edit);
        return { applied: true };
      });
      expect(
        await run('insert', { position: at('En dat|?'), text: 'Kamerstukken II 2023/24, 36 471, nr. 96.' }),
      ).toMatchObject({ label: 'kst-36471-96', locations: [{ uri, range: { start: { line: 20 } } }] });
      expect(applied(reply, edits[0], uri)).toContain('En dat[^kst-36471-96]?');
      expect(applied(reply, edits[0], uri)).toContain('[^bron]: Een bron.\n\n[^kst-36471-96]: Kamerstukken');
    });

    test('say why nothing is changed', async () => {
      await start();
      expect(await run('insert', { position: at('soort|:'), text: 'Noot.' })).toEqual({
        refused: 'In de gegevens boven de tekst kan geen voetnoot staan.',
      });
      client.connection.onRequest('workspace/applyEdit', () => ({ applied: false }));
      expect(await run('insert', { position: at('En dat|?'), text: 'Noot.' })).toEqual({
        refused: 'De tekst is intussen veranderd.',
      });
    });

    test('offer a label, and judge one', async () => {
      await start();
      expect(await run('label', { text: 'Een bron uit 2026.' })).toEqual({ label: 'bron-2026' });
      expect(await run('label', { label: 'bron' })).toHaveProperty('refused');
      expect(await run('label', { label: 'krant' })).toEqual({ label: 'krant' });
    });

    test('lead to the text, and back to every mark', async () => {
      await start();
      const lines = async (marked: string) =>
        ((await run('partner', { position: at(marked) }))!.locations as { range: Range }[]).map(
          ({ range }) => range.start.line,
        );
      expect(await lines('dit?[^|bron')).toEqual([18]);
      expect(await lines('Een |bron.\n')).toEqual([4, 8]);
      expect(await lines('En |dat')).toEqual([]);
      expect(await run('partner', { uri: 'untitled:anders' })).toBeNull();
    });
  });
});

describe('fixes', () => {
  test('are made when they are chosen', async () => {
    await start();
    expect(await choose('Hernummer alle vragen', at('|4. En dit'))).toBe(
      reply
        .replace('4. En dit', '2. En dit')
        .replace('5. En dat', '3. En dat')
        .replace('vraag 4 en 5', 'vraag 2 en 3')
        .replace('4 t/m 5', '2 t/m 3'),
    );
    expect(said).toEqual([]);
  });

  test('that cannot be made say why', async () => {
    const text = '1. Klopt dit?\n\n3. En dit?\n\nAntwoord op vraag 2: Ja.\n';
    await start(text);
    expect(await choose('Hernummer alle vragen', { line: 2, character: 0 }, undefined, text)).toBeNull();
    await expect
      .poll(() => said)
      .toEqual([expect.stringContaining('Het antwoord op regel 5 noemt een vraag die er niet is')]);
  });

  test('for an older text are not made', async () => {
    await start();
    const [action] = await actions(at('|4. En dit'), undefined, ['quickfix']);
    await client.edit(uri, 'x', [4, 3]);
    expect(await client.request<CodeAction>('codeAction/resolve', action)).not.toHaveProperty('edit');
    await expect.poll(() => said).toEqual(['De tekst is intussen veranderd. Kies het nog een keer.']);
  });

  test('deleting a question names the open work that it leaves', async () => {
    await start('1. Klopt dit?\n\nAntwoord: Ja.\n\n2. En?\n\nAntwoord: Zie vraag 1.\n');
    const titles = (await actions({ line: 0, character: 4 })).map(({ title }) => title);
    expect(titles).toContain('Verwijder vraag 1 met het antwoord; één verwijzing wijst dan nergens naar');
  });
});

test('what is written keeps the line end of the text', async () => {
  await start(reply.replaceAll('\n', '\r\n'));
  const written: string[] = [];
  client.connection.onRequest('workspace/applyEdit', ({ edit }: ApplyWorkspaceEditParams) => {
    written.push(
      ...(edit.documentChanges as TextDocumentEdit[])[0].edits.map((one) => (one as TextEdit).newText),
    );
    return { applied: true };
  });
  const given = { uri, position: at('Antwoord: Ja.|[^dat]'), text: 'Een derde bron.' };
  const command = '_kamerbrief.footnotes.insert';
  await client.request('workspace/executeCommand', { command, arguments: [given] });
  const items = await client.at<CompletionItem[]>('completion', uri, 3, 0);
  written.push(...items.map(({ textEdit }) => textEdit!.newText));
  const several = written.filter((text) => text.includes('\n'));
  expect(several.length).toBeGreaterThan(1);
  expect(several.filter((text) => /(?<!\r)\n/.test(text))).toEqual([]);
  // As an editor does that has the line ends changed.
  await client.edit(uri, reply);
  await client.request('workspace/executeCommand', { command, arguments: [given] });
  expect(written.at(-1)).toMatch(/[^\r]\n/);
});
