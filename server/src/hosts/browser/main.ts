import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { clientHost } from '../lsp/client-host.js';
import { startServer } from '../lsp/server.js';

/** The language server in a worker of the browser: the same as elsewhere, with files that come from the editor. */
const connection = createConnection(
  new BrowserMessageReader(globalThis as never),
  new BrowserMessageWriter(globalThis as never),
);
startServer(connection, clientHost(connection));
