import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { runServer } from './run.js';

runServer(createConnection(ProposedFeatures.all));
