import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { keepHeapSmall } from './heap.js';
import { nodeHost } from './node-host.js';
import { startServer } from './server.js';

keepHeapSmall();
startServer(createConnection(ProposedFeatures.all), nodeHost(__dirname));
