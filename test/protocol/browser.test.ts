import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';

interface Message {
  id?: number;
  method?: string;
  params?: { uri: string; diagnostics: Diagnostic[] };
  result?: unknown;
}

/** What a worker of a browser has, and nothing of Node. */
function worker(receive: (message: Message) => void) {
  const { setTimeout, clearTimeout, TextDecoder, TextEncoder, URL, console } = globalThis;
  const scope: Record<string, unknown> = {
    setTimeout,
    clearTimeout,
    TextDecoder,
    TextEncoder,
    URL,
    console,
    addEventListener: () => {},
    postMessage: receive,
  };
  scope.self = scope;
  createContext(scope);
  runInContext(readFileSync('dist/browser/server.js', 'utf8'), scope);
  return (data: object) => {
    const message = { data: { jsonrpc: '2.0', ...data } };
    (scope.onmessage as (event: object) => void)(message);
  };
}

const uri = 'vscode-vfs://github/brieven/antwoord.brief.md';
const reply = '---\nsoort: antwoord\nbrief: brief.brief.md\n---\n\n1. Klopt dit?\n\nAntwoord: Ja.\n';

test('the server of the browser needs nothing of Node, and reads its files through the editor', async () => {
  const asked: unknown[] = [];
  let heard = () => {};
  let shown: unknown[] = [];
  const send = worker(({ id, method, params, result }) => {
    if (method === 'kamerbrief/readFile') {
      asked.push(params);
      send({ id, result: { text: '---\nsoort: brief\n---\n\nKlopt dit nog?\n' } });
    } else if (method === 'textDocument/publishDiagnostics') {
      shown = params!.diagnostics.map(({ code, codeDescription }) => [code, codeDescription?.href]);
      heard();
    } else if (id === 1 && result) heard();
  });
  const until = async (isThere: () => boolean) => {
    while (!isThere()) await new Promise<void>((done) => (heard = done));
  };
  const started = new Promise<void>((done) => (heard = done));
  const options = { readsFiles: true, pages: 'https://host/docs/rules/' };
  const capabilities = { textDocument: { publishDiagnostics: { codeDescriptionSupport: true } } };
  send({ id: 1, method: 'initialize', params: { capabilities, initializationOptions: options } });
  await started;
  send({ method: 'initialized', params: {} });
  send({
    method: 'textDocument/didOpen',
    params: { textDocument: { uri, languageId: 'kamerbrief', version: 1, text: reply } },
  });
  const deviates = ['quote-deviates', 'https://host/docs/rules/quote-deviates.md'];
  await until(() => JSON.stringify(shown).includes(JSON.stringify(deviates)));
  expect(asked).toEqual([{ uri: 'vscode-vfs://github/brieven/brief.brief.md' }]);
  const contentChanges = [
    { range: { start: { line: 5, character: 12 }, end: { line: 5, character: 12 } }, text: ' nog' },
  ];
  send({ method: 'textDocument/didChange', params: { textDocument: { uri, version: 2 }, contentChanges } });
  await until(() => shown.length === 0);
});
