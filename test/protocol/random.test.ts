import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { offsetAt, textOf, type Text } from '../../server/src/text/text.js';
import { runsOf } from '../property/runs.js';
import { pieces, text } from '../property/texts.js';
import { Client, waiting } from './client.js';

const uris = [
  'untitled:een.brief.md',
  'untitled:twee.brief.md',
  'file:///weg/drie.brief.md',
  'rare:adres zonder vorm',
];

type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

/** Far outside any text as well. */
const position = fc.record({
  line: fc.oneof(fc.nat(12), fc.constantFrom(2 ** 31 - 1, -1)),
  character: fc.oneof(fc.nat(40), fc.constantFrom(2 ** 31 - 1, -1)),
});
const range = fc.record({ start: position, end: position });

const asked = fc.constantFrom(
  'textDocument/diagnostic',
  'textDocument/definition',
  'textDocument/references',
  'textDocument/documentHighlight',
  'textDocument/hover',
  'textDocument/completion',
  'textDocument/documentSymbol',
  'textDocument/foldingRange',
  'textDocument/selectionRange',
  'textDocument/inlayHint',
  'textDocument/codeLens',
  'textDocument/codeAction',
  'textDocument/prepareRename',
  'textDocument/rename',
  'textDocument/formatting',
  'textDocument/documentLink',
  'textDocument/semanticTokens/full',
  'textDocument/semanticTokens/range',
  'workspace/symbol',
  'workspace/executeCommand',
  'kamerbrief/onbekend',
);

const action = fc.oneof(
  fc.record({ kind: fc.constant('open' as const), uri: fc.nat(3), text }),
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('change' as const),
      uri: fc.nat(3),
      range,
      text: fc.oneof(fc.constantFrom('', ...pieces), text),
      late: fc.boolean(),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('ask' as const),
      uri: fc.nat(3),
      method: asked,
      position,
      range,
      cancel: fc.boolean(),
    }),
  },
  fc.record({ kind: fc.constant('close' as const), uri: fc.nat(3) }),
  fc.record({
    kind: fc.constant('configure' as const),
    value: fc.oneof(fc.constant({ rules: { 'answer-missing': 'off' } }), fc.jsonValue()),
  }),
  fc.record({ kind: fc.constant('kill' as const) }),
);

/** An editor that keeps to no rule, and what it knows of the texts. */
class Careless {
  private readonly texts = new Map<string, { text: Text; version: number }>();
  private client!: Client;
  private readonly asking: Promise<unknown>[] = [];

  async start(): Promise<void> {
    this.client = (await Client.start(waiting)).client;
    for (const [uri, one] of this.texts) {
      one.version = 1;
      await this.client.open(uri, one.text.toString());
    }
  }

  async perform(action: Action): Promise<void> {
    switch (action.kind) {
      case 'open':
        this.texts.set(uris[action.uri], { text: textOf(action.text), version: 1 });
        return this.client.open(uris[action.uri], action.text);
      case 'change':
        return this.change(uris[action.uri], action);
      case 'ask':
        return this.ask(uris[action.uri], action);
      case 'close':
        this.texts.delete(uris[action.uri]);
        return this.client.close(uris[action.uri]);
      case 'configure':
        return this.client.connection.sendNotification('workspace/didChangeConfiguration', {
          settings: { kamerbrief: action.value },
        });
      case 'kill':
        await this.client.kill();
        await this.settle();
        return this.start();
    }
  }

  /** Of a document that is not open too, and now and then one that comes too late. */
  private async change(uri: string, { range, text, late }: Action & { kind: 'change' }): Promise<void> {
    const open = this.texts.get(uri);
    const version = late ? (open?.version ?? 1) - 1 : (open?.version ?? 0) + 1;
    if (open && !late) {
      open.version = version;
      const ends = [offsetAt(open.text, range.start), offsetAt(open.text, range.end)].sort((a, b) => a - b);
      open.text = open.text.replace(ends[0], ends[1], textOf(text));
    }
    await this.client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text }],
    });
  }

  /** Nothing is waited for: answers come when they come, and some are no longer wanted. */
  private async ask(
    uri: string,
    { method, position, range, cancel }: Action & { kind: 'ask' },
  ): Promise<void> {
    const params = {
      textDocument: { uri },
      position,
      positions: [position, position],
      range,
      context: { includeDeclaration: true, diagnostics: [], triggerKind: 1 },
      newName: 'nieuw',
      options: { tabSize: 2, insertSpaces: true },
      query: 'vraag',
      command: 'kamerbrief.fixAll',
      arguments: [{ uri }],
    };
    const token = new CancellationTokenSource();
    this.asking.push(
      this.client.connection.sendRequest(method, params, token.token).then(
        () => undefined,
        // To be told why not is an answer too.
        (error: { code: number }) => expect(typeof error.code).toBe('number'),
      ),
    );
    if (cancel) token.cancel();
  }

  async settle(): Promise<void> {
    await Promise.all(this.asking.splice(0));
  }

  /** What is found in each text must be what a server that never saw another finds in it. */
  async compare(): Promise<void> {
    await this.settle();
    await this.perform({ kind: 'configure', value: {} });
    const { client: fresh } = await Client.start(waiting);
    for (const [uri, { text }] of this.texts) {
      await fresh.open(uri, text.toString());
      expect(await this.client.findings(uri)).toEqual(await fresh.findings(uri));
    }
    expect(await fresh.stop()).toBe(0);
    expect(await this.client.stop()).toBe(0);
  }
}

test(
  'an editor that asks anything at any time, and loses its server now and then, is answered',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 20, maxLength: 80 }), async (actions) => {
        const editor = new Careless();
        await editor.start();
        for (const one of actions) await editor.perform(one);
        await editor.compare();
      }),
      { ...runsOf(12), endOnFailure: true },
    );
  },
);
