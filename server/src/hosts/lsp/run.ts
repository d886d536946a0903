import { fileURLToPath } from 'node:url';
import type { Connection } from 'vscode-languageserver/node';
import { clientHost } from './client-host.js';
import { keepHeapSmall } from './heap.js';
import { nodeHost } from './node-host.js';
import { startServer } from './server.js';

/** The language server on this machine, whoever speaks to it. */
export function runServer(connection: Connection): void {
  keepHeapSmall();
  // Beside the folder of the bundle.
  const pages = fileURLToPath(new URL('../docs/rules', import.meta.url));
  startServer(connection, nodeHost(pages, clientHost(connection)));
}
