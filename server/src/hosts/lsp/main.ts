import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeHost } from './node-host.js';
import { startServer } from './server.js';

startServer(createConnection(ProposedFeatures.all), nodeHost(__dirname));
