import { spawn, type ChildProcess } from 'node:child_process';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-languageserver/node';
import { expect } from 'vitest';
import type {
  Diagnostic,
  DocumentDiagnosticReport,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { applyEdits, offsetAt, textOf } from '../../server/src/text/text.js';

/** A client that takes actions, not only commands. */
export const literals = { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } };

export const pulling = {
  textDocument: {
    diagnostic: {},
    codeAction: literals,
    completion: { completionItem: { snippetSupport: true } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    rename: { prepareSupport: true },
  },
  workspace: {
    applyEdit: true,
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
  },
};

/** A client that has the edit of an action made when it is chosen. */
export const waiting = {
  ...pulling,
  textDocument: {
    ...pulling.textDocument,
    codeAction: { ...literals, resolveSupport: { properties: ['edit'] } },
  },
};

/** The text after an edit, which must be of this one document and for the version that is open. */
export function applied(text: string, edit: WorkspaceEdit, uri: string, version = 1): string {
  const [{ textDocument, edits }, ...others] = edit.documentChanges as TextDocumentEdit[];
  expect(others).toEqual([]);
  expect(textDocument).toEqual({ uri, version });
  const rope = textOf(text);
  return applyEdits(
    text,
    (edits as TextEdit[]).map(({ range, newText }) => ({
      from: offsetAt(rope, range.start),
      to: offsetAt(rope, range.end),
      insert: newText,
    })),
  );
}

/** Drives the built server as a process, as an editor does. */
export class Client {
  readonly pushed: { uri: string; diagnostics: Diagnostic[]; version?: number }[] = [];
  refreshes = 0;
  /** What the server asked to be asked for again, besides findings: `inlayHint`. */
  readonly renewed: string[] = [];
  /** The methods that the server asked to be told of. */
  readonly registered: string[] = [];
  private readonly versions = new Map<string, number>();

  private constructor(
    private readonly server: ChildProcess,
    readonly connection: MessageConnection,
  ) {
    connection.onNotification(
      'textDocument/publishDiagnostics',
      (params: Client['pushed'][number]) => void this.pushed.push(params),
    );
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      return null;
    });
    for (const feature of ['inlayHint', 'codeLens'])
      connection.onRequest(`workspace/${feature}/refresh`, () => {
        this.renewed.push(feature);
        return null;
      });
    connection.onRequest(
      'client/registerCapability',
      ({ registrations }: { registrations: { method: string }[] }) => {
        this.registered.push(...registrations.map(({ method }) => method));
        return null;
      },
    );
    connection.listen();
  }

  static async start(
    capabilities: object = pulling,
    initializationOptions?: object,
    folder?: string,
    env: Record<string, string> = {},
  ) {
    const server = spawn(process.execPath, ['dist/kamerbrief.js', 'lsp', '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, ...env },
    });
    const client = new Client(
      server,
      createMessageConnection(
        new StreamMessageReader(server.stdout!),
        new StreamMessageWriter(server.stdin!),
      ),
    );
    const answer = await client.request<{ capabilities: Record<string, unknown> }>('initialize', {
      processId: process.pid,
      rootUri: folder ?? null,
      capabilities,
      initializationOptions,
    });
    await client.connection.sendNotification('initialized', {});
    return { client, capabilities: answer.capabilities };
  }

  request<T>(method: string, params: object): Promise<T> {
    return this.connection.sendRequest<T>(method, params);
  }

  async open(uri: string, text: string): Promise<void> {
    this.versions.set(uri, 1);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'kamerbrief', version: 1, text },
    });
  }

  /** Inserts at a position, or replaces everything without one. */
  async edit(
    uri: string,
    text: string,
    at?: [number, number],
    version = this.versions.get(uri)! + 1,
  ): Promise<void> {
    this.versions.set(uri, version);
    const position = at && { line: at[0], character: at[1] };
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [position ? { range: { start: position, end: position }, text } : { text }],
    });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  async pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.request('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
  }

  /** Codes with their lines: `answer-missing@4`. */
  async findings(uri: string): Promise<string[]> {
    const report = await this.pull(uri);
    return report.kind === 'full' ? report.items.map(({ code, range }) => `${code}@${range.start.line}`) : [];
  }

  at<T>(method: string, uri: string, line: number, character: number, more: object = {}): Promise<T> {
    return this.request(`textDocument/${method}`, {
      textDocument: { uri },
      position: { line, character },
      ...more,
    });
  }

  /** Ends the server as a crash of the machine would. */
  async kill(): Promise<void> {
    const gone = new Promise((done) => this.server.once('exit', done));
    this.server.kill('SIGKILL');
    await gone;
    this.connection.dispose();
  }

  /** Closes the server's input without a word, as a client that crashes. */
  async letGo(): Promise<number | null> {
    const gone = new Promise<number | null>((done) => this.server.once('exit', done));
    this.server.stdin!.end();
    return gone;
  }

  async stop(): Promise<number | null> {
    const gone = new Promise<number | null>((done) => this.server.once('exit', done));
    await this.request('shutdown', {});
    await this.connection.sendNotification('exit');
    return gone;
  }
}
