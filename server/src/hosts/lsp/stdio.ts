import { Console } from 'node:console';
import { createConnection, ProposedFeatures, StreamMessageReader } from 'vscode-languageserver/node';
import { runServer } from './run.js';
import { WholeMessageWriter } from './whole-message-writer.js';

/** The language server over standard input and output. It goes when its client does. */
export function runOverStdio(): void {
  const { stdin, stdout, stderr } = process;
  // What anyone has to say must not stand between the messages.
  globalThis.console = new Console(stderr);
  stdin.once('close', () => process.exit(1));
  runServer(
    createConnection(ProposedFeatures.all, new StreamMessageReader(stdin), new WholeMessageWriter(stdout)),
  );
}
