import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  type Connection,
} from 'vscode-languageserver';
import type { PreviewPage } from '../../features/preview.js';
import { today } from '../today.js';
import { serverCapabilities } from './capabilities.js';
import { serverCommands } from './commands.js';
import type { Host } from './host.js';
import { OpenDocument } from './open-document.js';
import { previewPage } from './preview.js';
import { overviewMethod, Questions, type OverviewParams } from './questions.js';
import { Renewal } from './renewal.js';
import { answerDisplay, answerEdits, answerLookups } from './requests.js';
import { Session } from './session.js';

/** Connects the pure library to an editor. Requests see the newest text; one for a document that is not open gets nothing. */
export function startServer(connection: Connection, host: Host): void {
  const session = new Session(connection, host);
  const renewal = new Renewal(session);
  const questions = new Questions(session);
  const commands: Record<string, (open: OpenDocument, given: never) => unknown> = {
    ...serverCommands(session),
    ...questions.commands(),
  };

  connection.onInitialize((params) => {
    session.meet(params);
    return {
      serverInfo: { name: 'Kamerbrief', version: '0.1.0' },
      capabilities: serverCapabilities(session, Object.keys(commands)),
    };
  });
  connection.onInitialized(() => follow(session, renewal));
  takeIn(session, renewal);
  answerFindings(session, renewal);
  answerLookups(session);
  answerDisplay(session);
  answerEdits(session);

  connection.onExecuteCommand(({ command, arguments: [given] = [] }) => {
    const open = typeof given?.uri === 'string' && session.workspace.get(given.uri);
    return open && Object.hasOwn(commands, command) ? commands[command](open, given as never) : null;
  });
  connection.onRequest(overviewMethod, (asked: OverviewParams) =>
    session.about(asked, (open) => questions.answer(open, asked.previous)),
  );
  connection.onRequest(
    'kamerbrief/preview',
    async ({ uri }: { uri: string }, token): Promise<PreviewPage | null> => {
      const { workspace } = session;
      const open = workspace.get(uri);
      if (open) await renewal.readLinks(open);
      // What was typed meanwhile is read first, and takes back the request.
      await new Promise((resolve) => setImmediate(resolve));
      return open && !token.isCancellationRequested && workspace.get(uri) === open
        ? previewPage(workspace, open)
        : null;
    },
  );
  connection.listen();
}

/** Asks the editor to tell of changes outside the open documents, and for its settings. */
async function follow(session: Session, renewal: Renewal): Promise<void> {
  const { connection, workspace, capabilities } = session;
  const { didChangeConfiguration, didChangeWatchedFiles, workspaceFolders } = capabilities.workspace ?? {};
  if (didChangeConfiguration?.dynamicRegistration)
    renewal.attempt(
      connection.client.register(DidChangeConfigurationNotification.type, { section: 'kamerbrief' }),
    );
  if (didChangeWatchedFiles?.dynamicRegistration)
    renewal.attempt(
      connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: '**/*.md' }],
      }),
    );
  if (workspaceFolders)
    connection.workspace.onDidChangeWorkspaceFolders(async () => {
      const folders = await connection.workspace.getWorkspaceFolders();
      workspace.folders = folders?.map(({ uri }) => uri) ?? [];
      await workspace.readAgain();
      renewal.all();
    });
  if (await session.askSettings()) renewal.all();
}

/** Takes in what changes: the open documents, the files beside them, and the settings. */
function takeIn(session: Session, renewal: Renewal): void {
  const { connection, workspace } = session;

  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    const open = new OpenDocument(uri, version, text);
    workspace.add(open);
    renewal.push(open);
    renewal.dependents(uri);
    if (open.links.length > 0) renewal.shown();
    void renewal.readLinks(open);
  });

  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const open = workspace.get(uri);
    // A change that is older than what stands here was sent before its time.
    if (!open || (version !== null && version < open.version)) return;
    const { links } = open;
    open.change(version, contentChanges);
    renewal.pushSoon(open);
    renewal.dependents(uri);
    if (open.links === links) return;
    workspace.letGo();
    renewal.shown();
    void renewal.readLinks(open);
  });

  connection.onDidCloseTextDocument(async ({ textDocument: { uri } }) => {
    const dependents = workspace.dependents(uri);
    workspace.remove(uri);
    if (!session.pulls) void connection.sendDiagnostics({ uri, diagnostics: [] });
    for (const open of dependents) await renewal.readLinks(open);
    renewal.shown();
  });

  connection.onDidChangeWatchedFiles(async () => {
    if (await workspace.readAgain()) renewal.all();
  });

  connection.onDidChangeConfiguration(async ({ settings }) => {
    if (!(await session.askSettings()))
      session.takeSettings((settings as { kamerbrief?: unknown } | null)?.kamerbrief);
    renewal.all();
  });
}

/** The findings, for an editor that asks for them. */
function answerFindings({ connection, workspace }: Session, renewal: Renewal): void {
  connection.languages.diagnostics.on(({ textDocument, previousResultId }) => {
    const open = workspace.get(textDocument.uri);
    if (!open) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const resultId = `${open.version}.${open.generation}.${today()}`;
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: renewal.diagnostics(open) };
  });
}
