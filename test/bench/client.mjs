import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const uri = 'untitled:bench.brief.md';

/**
 * A language server as a process, spoken to over its standard input and output. Kept bare, so that the time measured is
 * that of the server.
 */
export class Server {
  /** Peak memory in bytes, once stopped; `null` where the system does not tell. */
  peak = null;
  #process;
  #waiting = new Map();
  #id = 0;
  #version = 0;
  #input = Buffer.alloc(0);
  /** Pieces of an answer that is not whole yet. */
  #pieces = [];
  #missing = 0;

  get pid() {
    return this.#process.pid;
  }

  constructor(args) {
    this.#process = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#process.stdout.on('data', (chunk) => this.#take(chunk));
    this.exit = new Promise((resolve) => this.#process.once('exit', resolve));
    this.exit.then((code) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`server stopped with ${code}`));
    });
  }

  static async start(args) {
    const server = new Server(args);
    await server.request('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: {
        textDocument: { diagnostic: { relatedInformation: true } },
        workspace: { diagnostics: { refreshSupport: true } },
      },
    });
    server.notify('initialized', {});
    return server;
  }

  /** Opens the text. @returns the findings */
  async open(text) {
    this.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'kamerbrief', version: ++this.#version, text },
    });
    return this.#pull();
  }

  /** @returns the findings after the edit */
  async edit({ range, text }) {
    this.notify('textDocument/didChange', {
      textDocument: { uri, version: ++this.#version },
      contentChanges: [{ range, text }],
    });
    return this.#pull();
  }

  async text() {
    return this.request('bench/text', { uri });
  }

  async stop() {
    const status = `/proc/${this.#process.pid}/status`;
    if (existsSync(status))
      this.peak = 1024 * Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))[1]);
    await this.request('shutdown', null);
    this.notify('exit', null);
    return this.exit;
  }

  request(method, params) {
    const id = ++this.#id;
    this.#send({ id, method, params });
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  notify(method, params) {
    this.#send({ method, params });
  }

  async #pull() {
    const report = await this.request('textDocument/diagnostic', { textDocument: { uri } });
    return report.items;
  }

  #send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.#process.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.#process.stdin.write(body);
  }

  #take(chunk) {
    this.#pieces.push(chunk);
    this.#missing -= chunk.length;
    if (this.#missing > 0) return;
    this.#input = Buffer.concat([this.#input, ...this.#pieces.splice(0)]);
    for (;;) {
      const end = this.#input.indexOf('\r\n\r\n');
      if (end < 0) return;
      const whole =
        end + 4 + Number(/Content-Length: (\d+)/i.exec(this.#input.toString('latin1', 0, end))[1]);
      this.#missing = whole - this.#input.length;
      if (this.#missing > 0) return;
      const message = JSON.parse(this.#input.toString('utf8', end + 4, whole));
      this.#input = this.#input.subarray(whole);
      this.#receive(message);
    }
  }

  #receive({ id, method, result, error }) {
    if (method !== undefined) {
      // What a server asks of its client is granted, with nothing.
      if (id !== undefined) this.#send({ id, result: null });
      return;
    }
    const { resolve, reject } = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) reject(new Error(error.message));
    else resolve(result);
  }
}
