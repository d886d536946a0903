import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Seconds; the slowest of the servers needs some ten. */
const patience = 60;
/** For what takes no time. One of the servers now and then does not answer to its first message, or to its last. */
const littlePatience = 5;

/** A server gives no answer. */
export class Silence extends Error {
  /** @param {Spec} spec */
  constructor(what, seconds, spec) {
    super(`no answer in ${seconds} s: ${what}, from ${[spec.command, ...spec.args].join(' ')}`);
    this.spec = spec;
  }
}

/**
 * @typedef {object} Spec a language server, and what it asks of its client
 * @property {string} command
 * @property {string[]} args
 * @property {string} [cwd]
 * @property {string} languageId
 * @property {string} uri of the text that is measured
 * @property {string} [root] the folder that is open
 * @property {object} [settings] sent at the start, and given when asked for
 * @property {object} [initializationOptions]
 * @property {Record<string, (params: any, textOf: (uri: string) => string) => unknown>} [answers] to requests of its own
 */

/**
 * A language server as a process, spoken to over its standard input and output. Kept bare, so that the time measured is
 * that of the server.
 */
export class Server {
  /** Peak memory in bytes, once stopped; `null` where the system does not tell. */
  peak = null;
  capabilities = null;
  #spec;
  #process;
  #waiting = new Map();
  #id = 0;
  #input = Buffer.alloc(0);
  /** Pieces of an answer that is not whole yet. */
  #pieces = [];
  #missing = 0;
  /** What is open, by address: its version, and its text where the server wants all of it each time. */
  #documents = new Map();
  #pushed = new Map();
  #gone = false;

  get pid() {
    return this.#process.pid;
  }

  /** @param {Spec} spec */
  constructor(spec) {
    this.#spec = spec;
    this.#process = spawn(spec.command, spec.args, { cwd: spec.cwd, stdio: ['pipe', 'pipe', 'ignore'] });
    this.#process.stdout.on('data', (chunk) => this.#take(chunk));
    this.exit = new Promise((resolve) => this.#process.once('exit', resolve));
    this.exit.then((code) => {
      this.#gone = true;
      for (const { reject } of this.#waiting.values()) reject(new Error(`server stopped with ${code}`));
    });
  }

  static async start(spec, attempts = 3) {
    const server = new Server(spec);
    const asked = {
      processId: process.pid,
      rootUri: spec.root ?? null,
      workspaceFolders: spec.root ? [{ uri: spec.root, name: 'bench' }] : null,
      initializationOptions: spec.initializationOptions,
      capabilities: {
        textDocument: {
          diagnostic: { relatedInformation: true },
          publishDiagnostics: { versionSupport: true, relatedInformation: true },
        },
        workspace: { diagnostics: { refreshSupport: true }, workspaceFolders: true },
      },
    };
    try {
      server.capabilities = (await server.request('initialize', asked, littlePatience)).capabilities;
    } catch (error) {
      server.kill();
      if (attempts === 1) throw error;
      return Server.start(spec, attempts - 1);
    }
    server.notify('initialized', {});
    if (spec.settings) server.notify('workspace/didChangeConfiguration', { settings: spec.settings });
    return server;
  }

  /** Opens a text. @returns the findings */
  async open(text, uri = this.#spec.uri) {
    this.#documents.set(uri, { version: 1, text });
    this.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: this.#spec.languageId, version: 1, text },
    });
    return this.findings(uri);
  }

  /** Makes an edit ready to be sent; that is no work of the server. */
  prepare({ range, text }, uri = this.#spec.uri) {
    const document = this.#documents.get(uri);
    document.version++;
    const { start, end } = range;
    const before = document.text;
    document.text = before.slice(0, offsetIn(before, start)) + text + before.slice(offsetIn(before, end));
    const { textDocumentSync } = this.capabilities;
    const whole = (textDocumentSync?.change ?? textDocumentSync) === 1;
    return {
      textDocument: { uri, version: document.version },
      contentChanges: [whole ? { text: document.text } : { range, text }],
    };
  }

  send(change) {
    this.notify('textDocument/didChange', change);
  }

  /** @returns the findings after a prepared edit */
  async change(change) {
    this.send(change);
    return this.findings(change.textDocument.uri);
  }

  /** @returns the findings of the newest version */
  async findings(uri = this.#spec.uri) {
    if (this.capabilities.diagnosticProvider)
      return (await this.request('textDocument/diagnostic', { textDocument: { uri } })).items;
    const { version } = this.#documents.get(uri);
    return this.#within(
      new Promise((resolve) => this.#pushed.set(uri, { version, resolve })),
      `the findings of version ${version}`,
    );
  }

  async text(uri = this.#spec.uri) {
    return this.request('bench/text', { uri });
  }

  async stop() {
    const status = `/proc/${this.#process.pid}/status`;
    if (existsSync(status))
      this.peak = 1024 * Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))[1]);
    // Some stop at once when they are asked to get ready for it.
    await this.request('shutdown', undefined, littlePatience).catch(() => undefined);
    if (!this.#gone) this.notify('exit');
    const late = setTimeout(() => this.kill(), 2000);
    await this.exit;
    clearTimeout(late);
  }

  kill() {
    this.#process.kill('SIGKILL');
  }

  request(method, params, seconds = patience) {
    if (this.#gone) return Promise.reject(new Error('the server has stopped'));
    const id = ++this.#id;
    this.#send({ id, method, params });
    const answer = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    return this.#within(answer, method, seconds);
  }

  /** A server that says nothing more must not stop the run. */
  #within(answer, what, seconds = patience) {
    let late;
    const silence = new Promise((_, reject) => {
      late = setTimeout(() => reject(new Silence(what, seconds, this.#spec)), seconds * 1000);
    });
    return Promise.race([answer, silence]).finally(() => clearTimeout(late));
  }

  notify(method, params) {
    this.#send({ method, params });
  }

  #send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.#process.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
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

  #receive({ id, method, params, result, error }) {
    if (method === 'textDocument/publishDiagnostics') {
      const waiting = this.#pushed.get(params.uri);
      if (waiting && (params.version === undefined || params.version === waiting.version)) {
        this.#pushed.delete(params.uri);
        waiting.resolve(params.diagnostics);
      }
    } else if (method !== undefined) {
      // What a server asks of its client is granted, with nothing, unless it is known what it needs.
      const answer = this.#spec.answers?.[method];
      if (id !== undefined)
        this.#send({ id, result: answer?.(params, (uri) => this.#documents.get(uri)?.text) ?? null });
    } else {
      const { resolve, reject } = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) reject(new Error(error.message));
      else resolve(result);
    }
  }
}

function offsetIn(text, { line, character }) {
  let from = 0;
  for (let i = 0; i < line; i++) from = text.indexOf('\n', from) + 1;
  return from + character;
}
