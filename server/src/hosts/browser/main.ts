import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { clientHost } from '../lsp/client-host.js';
import { startServer } from '../lsp/server.js';

// The one thing that the server takes from Node and no browser has.
Object.assign(globalThis, { setImmediate: (run: () => void) => setTimeout(run) });

/** The language server in a worker of the browser: the same as elsewhere, with files that come from the editor. */
const connection = createConnection(
  new BrowserMessageReader(globalThis as never),
  new BrowserMessageWriter(globalThis as never),
);
startServer(connection, clientHost(connection));
