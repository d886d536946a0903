import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { runServer } from './run.js';
import { runOverStdio } from './stdio.js';

// VS Code speaks to it in its own way, and says so.
if (process.argv.includes('--stdio')) runOverStdio();
else runServer(createConnection(ProposedFeatures.all));
