import {
  createConnection,
  DocumentDiagnosticReportKind,
  ProposedFeatures,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { keepers } from './keepers.mjs';

/**
 * A language server that only keeps the text: what any server costs before it does anything. The first argument says
 * how it keeps it. `bench/findings` hands it the findings that it sends from then on; `bench/text` asks for its text.
 */
const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
const keep = keepers[process.argv[2]];
const documents = new Map();
/** By address; under `null` those of any. */
const items = new Map();

connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false },
  },
}));
connection.onDidOpenTextDocument(({ textDocument }) => {
  documents.set(textDocument.uri, keep.open(textDocument));
});
connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
  documents.set(uri, keep.change(documents.get(uri), contentChanges, version));
});
connection.languages.diagnostics.on(({ textDocument }) => ({
  kind: DocumentDiagnosticReportKind.Full,
  items: items.get(textDocument.uri) ?? items.get(null) ?? [],
}));
connection.onRequest('bench/findings', ({ uri, findings }) => {
  items.set(uri ?? null, findings);
  return null;
});
connection.onRequest('bench/text', ({ uri }) => keep.text(documents.get(uri)));
connection.listen();
