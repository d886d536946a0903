import { expect, test } from 'vitest';
import { clientHost } from '../../server/src/hosts/lsp/client-host.js';
import { OpenDocument } from '../../server/src/hosts/lsp/open-document.js';
import { Workspace } from '../../server/src/hosts/lsp/workspace.js';

/** An editor that answers for some files, and for others never. */
const connection = {
  sendRequest: async (_request: string, { uri }: { uri: string }) =>
    uri.includes('verloren') ? new Promise(() => {}) : { text: 'Klopt dit?\n' },
} as unknown as Parameters<typeof clientHost>[0];

const reply = (letter: string) =>
  new OpenDocument(
    `vscode-vfs://kamer/${letter}/antwoord.brief.md`,
    1,
    `---\nbrief: ${letter}.brief.md\n---\n`,
  );

test('an answer that never comes holds up no other file', async () => {
  const host = clientHost(connection, 1);
  host.meet({ readsFiles: true, pages: null });
  const workspace = new Workspace(host);
  const [lost, found] = [reply('verloren'), reply('gevonden')];
  for (const document of [lost, found]) workspace.add(document);
  await Promise.all([workspace.readLinks(lost), workspace.readLinks(found)]);
  expect(workspace.file(lost.uri, 'verloren.brief.md').state).toBe('unknown');
  expect(workspace.file(found.uri, 'gevonden.brief.md').state).toBe('found');
  expect(await host.list('vscode-vfs://kamer/verloren')).toEqual([]);
});
