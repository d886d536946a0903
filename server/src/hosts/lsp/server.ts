import {
  CodeLensRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentHighlightKind,
  DocumentDiagnosticReportKind,
  FoldingRangeKind,
  LSPErrorCodes,
  MarkupKind,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type Connection,
  type Location,
  type Position,
} from 'vscode-languageserver';
import { isRefusal } from '../../edits/edit.js';
import { formatEdits } from '../../edits/format.js';
import { codeLenses } from '../../features/code-lenses.js';
import { asksForFiles, completion, triggers } from '../../features/completion/index.js';
import { definition } from '../../features/definition.js';
import { documentLinks } from '../../features/document-links.js';
import { folding } from '../../features/folding.js';
import { hover } from '../../features/hover.js';
import { inlayHints } from '../../features/inlay-hints.js';
import type { Target } from '../../features/object.js';
import { mentions, references } from '../../features/references.js';
import type { PreviewPage } from '../../features/preview.js';
import { renamingAt } from '../../features/rename.js';
import { selectionRanges } from '../../features/selection-ranges.js';
import { semanticTokens, tokenModifiers, tokenTypes } from '../../features/semantic-tokens.js';
import { symbols } from '../../features/symbols.js';
import { rangeOf, type Brief } from '../../model/brief.js';
import { offsetAt } from '../../text/text.js';
import { workspaceSymbols } from '../../features/workspace-symbols.js';
import { today } from '../today.js';
import { codeActionKinds, codeActions, resolveAction, workspaceEdit } from './code-actions.js';
import { serverCommands } from './commands.js';
import {
  flatSymbols,
  showReferences,
  toCodeLens,
  toCompletion,
  toDiagnostics,
  toEdits,
  toHover,
  toInlayHint,
  toLink,
  toLocation,
  toRange,
  toSelectionRange,
  toSemanticTokens,
  toSymbol,
  toSymbolInformation,
  wordsOf,
} from './convert.js';
import type { Host } from './host.js';
import { previewPage } from './preview.js';
import { OpenDocument } from './open-document.js';
import { overviewChanged, overviewMethod, Questions, type OverviewParams } from './questions.js';
import { readSettings } from './settings.js';
import { Workspace } from './workspace.js';

/** A reply beside the letter that is typed in follows this long after the last key, in milliseconds. */
const renewalDelay = 100;

/** Connects the pure library to an editor. Requests see the newest text; one for a document that is not open gets nothing. */
export function startServer(connection: Connection, host: Host): void {
  const workspace = new Workspace(host);
  let capabilities: ClientCapabilities = {};
  /** Commands of the editor that code lenses may call. */
  let editorCommands: readonly string[] = [];
  let settings = readSettings(undefined);
  const stale = new Set<OpenDocument>();
  let renewal: NodeJS.Timeout | undefined;
  /** A client may refuse what it said that it could do; then it goes without. */
  const attempt = (asked: Promise<unknown>) =>
    void asked.catch((error: unknown) => connection.console.warn(String(error)));
  const questions = new Questions(workspace);
  /** The client shows an overview of the questions, and wants to know when that may be another one. */
  let showsOverview = false;
  const commands: Record<string, (open: OpenDocument, given: never) => unknown> = {
    ...serverCommands(connection, () => capabilities),
    ...questions.commands(connection, () => capabilities),
  };
  const pulls = () => capabilities.textDocument?.diagnostic !== undefined;
  const related = () =>
    capabilities.textDocument?.publishDiagnostics?.relatedInformation ??
    (capabilities.textDocument?.diagnostic as { relatedInformation?: boolean })?.relatedInformation ??
    false;

  connection.onInitialize(({ capabilities: client, initializationOptions, workspaceFolders, rootUri }) => {
    capabilities = client;
    workspace.folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
    const options = (initializationOptions ?? {}) as Record<string, unknown>;
    host.meet({
      readsFiles: options.readsFiles === true,
      pages: typeof options.pages === 'string' ? options.pages : null,
    });
    editorCommands = Array.isArray(options.commands) ? options.commands : [];
    showsOverview = options.overview === true;
    takeSettings(options.settings);
    return {
      serverInfo: { name: 'Kamerbrief', version: '0.1.0' },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...(pulls() && {
          diagnosticProvider: {
            identifier: 'kamerbrief',
            interFileDependencies: true,
            workspaceDiagnostics: false,
          },
        }),
        definitionProvider: true,
        referencesProvider: true,
        documentHighlightProvider: true,
        hoverProvider: true,
        documentSymbolProvider: true,
        workspaceSymbolProvider: true,
        foldingRangeProvider: true,
        selectionRangeProvider: true,
        documentLinkProvider: {},
        inlayHintProvider: true,
        codeLensProvider: {},
        semanticTokensProvider: {
          legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
          full: true,
          range: true,
        },
        completionProvider: { triggerCharacters: [...triggers] },
        codeActionProvider: {
          codeActionKinds,
          resolveProvider: true,
        },
        renameProvider: client.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
        executeCommandProvider: { commands: Object.keys(commands) },
        documentFormattingProvider: true,
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          fileOperations: { willRename: { filters: [{ pattern: { glob: '**' } }] } },
        },
      },
    };
  });

  connection.onInitialized(async () => {
    if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration)
      attempt(connection.client.register(DidChangeConfigurationNotification.type, { section: 'kamerbrief' }));
    if (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration)
      attempt(
        connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers: [{ globPattern: '**/*.md' }],
        }),
      );
    if (capabilities.workspace?.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(async () => {
        const folders = await connection.workspace.getWorkspaceFolders();
        workspace.folders = folders?.map(({ uri }) => uri) ?? [];
        await workspace.readAgain();
        renewAll();
      });
    if (await pullSettings()) renewAll();
  });

  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    const open = new OpenDocument(uri, version, text);
    workspace.add(open);
    push(open);
    renewDependents(uri);
    if (open.links.length > 0) renewShown();
    void readLinks(open);
  });

  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const open = workspace.get(uri);
    // A change that is older than what stands here was sent before its time.
    if (!open || (version !== null && version < open.version)) return;
    const { links } = open;
    open.change(version, contentChanges);
    pushSoon(open);
    renewDependents(uri);
    if (open.links === links) return;
    renewShown();
    void readLinks(open);
  });

  connection.onDidCloseTextDocument(async ({ textDocument: { uri } }) => {
    const dependents = workspace.dependents(uri);
    workspace.remove(uri);
    if (!pulls()) void connection.sendDiagnostics({ uri, diagnostics: [] });
    for (const open of dependents) await readLinks(open);
    renewShown();
  });

  connection.onDidChangeWatchedFiles(async () => {
    if (await workspace.readAgain()) renewAll();
  });

  connection.workspace.onWillRenameFiles(({ files }) => {
    const changes = workspace.editsForMoves(files).map(({ document: { uri, version, brief }, edits }) => ({
      textDocument: { uri, version },
      edits: toEdits(brief.text, edits),
    }));
    if (changes.length === 0) return null;
    return capabilities.workspace?.workspaceEdit?.documentChanges
      ? { documentChanges: changes }
      : { changes: Object.fromEntries(changes.map(({ textDocument: { uri }, edits }) => [uri, edits])) };
  });

  connection.onDidChangeConfiguration(async ({ settings: sent }) => {
    if (!(await pullSettings())) takeSettings((sent as { kamerbrief?: unknown } | null)?.kamerbrief);
    renewAll();
  });

  connection.languages.diagnostics.on(({ textDocument, previousResultId }) => {
    const open = workspace.get(textDocument.uri);
    if (!open) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const resultId = `${open.version}.${open.generation}`;
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnostics(open) };
  });

  connection.onDefinition((params) =>
    at(params, (open, offset) =>
      definition(open.brief, workspace.heldWith(open), offset).flatMap((target) => locationOf(open, target)),
    ),
  );
  connection.onReferences((params) =>
    at(params, (open, offset) =>
      references(open.brief, workspace.heldWith(open), offset, params.context.includeDeclaration).flatMap(
        (target) => locationOf(open, target),
      ),
    ),
  );
  connection.onDocumentHighlight((params) =>
    at(params, (open, offset) =>
      (mentions(open.brief, offset, true) ?? []).map((place) => ({
        range: toRange(open.text, rangeOf(place)),
        kind: DocumentHighlightKind.Text,
      })),
    ),
  );
  connection.onHover((params) =>
    at(params, (open, offset) => {
      const found = hover(open.brief, workspace.heldWith(open), offset);
      const formats = capabilities.textDocument?.hover?.contentFormat ?? [];
      return found && toHover(open.text, found, formats.includes(MarkupKind.Markdown));
    }),
  );
  connection.onCompletion(async ({ textDocument, position, context }) => {
    const open = workspace.get(textDocument.uri);
    if (!open) return null;
    const files = asksForFiles(open.brief, offsetAt(open.text, position))
      ? await workspace.filesFor(open.uri)
      : [];
    const tabStops = capabilities.textDocument?.completion?.completionItem?.snippetSupport ?? false;
    const { items, more } = completion(open.brief, offsetAt(open.text, position), {
      tabStops,
      trigger: context?.triggerCharacter ?? null,
      comparison: () => workspace.contextOf(open).comparison(),
      files,
      today: today(),
    });
    const list = items.map((item) => toCompletion(open.text, item, tabStops));
    return more ? { isIncomplete: true, items: list } : list;
  });
  connection.onDocumentSymbol(({ textDocument }) => {
    const open = workspace.get(textDocument.uri);
    if (!open) return [];
    return capabilities.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport
      ? symbols(open.brief).map((symbol) => toSymbol(open.text, symbol))
      : flatSymbols(open, symbols(open.brief));
  });
  connection.onWorkspaceSymbol(({ query }) =>
    workspaceSymbols(workspace.known(), query).map(toSymbolInformation),
  );
  connection.onFoldingRanges(({ textDocument }) => {
    const open = workspace.get(textDocument.uri);
    return open
      ? folding(open.brief).map(({ from, to }) => ({
          startLine: from,
          endLine: to,
          kind: FoldingRangeKind.Region,
        }))
      : [];
  });
  connection.onSelectionRanges(({ textDocument, positions }) => {
    const open = workspace.get(textDocument.uri);
    if (!open) return null;
    const offsets = positions.map((position) => offsetAt(open.text, position));
    return selectionRanges(open.brief, offsets).map((ranges) => toSelectionRange(open.text, ranges));
  });
  connection.languages.inlayHint.on(({ textDocument, range: { start, end } }) => {
    const open = workspace.get(textDocument.uri);
    if (!open || !settings.inlayHints.footnoteNumbers) return null;
    const within = { from: offsetAt(open.text, start), to: offsetAt(open.text, end) };
    return inlayHints(open.brief, workspace.numberedMarks(open), within).map((hint) =>
      toInlayHint(open.text, hint),
    );
  });
  connection.onCodeLens(({ textDocument }) => {
    const open = workspace.get(textDocument.uri);
    const { answeredBy, referredToBy } = settings.codeLens;
    if (!open || !(answeredBy || referredToBy)) return null;
    const clickable = editorCommands.includes(showReferences);
    return codeLenses(open.brief, workspace.heldWith(open), settings.codeLens).map((lens) => {
      const locations = clickable ? lens.targets.flatMap((target) => locationOf(open, target)) : [];
      return toCodeLens(open, lens, locations);
    });
  });
  connection.languages.semanticTokens.on(({ textDocument }) => {
    const open = workspace.get(textDocument.uri);
    return open ? toSemanticTokens(open.text, semanticTokens(open.brief)) : { data: [] };
  });
  connection.languages.semanticTokens.onRange(({ textDocument, range: { start, end } }) => {
    const open = workspace.get(textDocument.uri);
    if (!open) return { data: [] };
    const within = { from: offsetAt(open.text, start), to: offsetAt(open.text, end) };
    return toSemanticTokens(open.text, semanticTokens(open.brief, within));
  });
  connection.onDocumentLinks(({ textDocument }) => {
    const open = workspace.get(textDocument.uri);
    const tooltips = capabilities.textDocument?.documentLink?.tooltipSupport ?? false;
    return open ? documentLinks(open.brief).flatMap((link) => toLink(open, link, tooltips)) : [];
  });
  connection.onCodeAction((params) => {
    const open = workspace.get(params.textDocument.uri);
    return open ? codeActions(open, reports(open), params, host, capabilities) : [];
  });
  connection.onCodeActionResolve((action) =>
    resolveAction(
      action,
      (uri) => workspace.get(uri),
      reports,
      capabilities,
      (message) =>
        void connection.sendNotification(ShowMessageNotification.type, {
          type: MessageType.Warning,
          message,
        }),
    ),
  );
  connection.onExecuteCommand(({ command, arguments: [given] = [] }) => {
    const open = typeof given?.uri === 'string' && workspace.get(given.uri);
    return open && commands[command] ? commands[command](open, given as never) : null;
  });
  connection.onRequest(overviewMethod, ({ textDocument, previous }: OverviewParams) => {
    const open = workspace.get(textDocument.uri);
    return open ? questions.answer(open, previous) : null;
  });
  connection.onPrepareRename((params) =>
    at(params, (open, offset) => {
      const renaming = renamingAt(open.brief, offset);
      return renaming && { range: toRange(open.text, renaming.at), placeholder: renaming.placeholder };
    }),
  );
  connection.onRenameRequest((params) =>
    at(params, (open, offset) => {
      const made = renamingAt(open.brief, offset)?.rename(params.newName);
      if (!made) return null;
      if (isRefusal(made)) return new ResponseError(LSPErrorCodes.RequestFailed, made.refused[wordsOf(open)]);
      return workspaceEdit(open, toEdits(open.text, made), capabilities);
    }),
  );
  connection.onDocumentFormatting(({ textDocument }) => {
    const open = workspace.get(textDocument.uri);
    return open ? toEdits(open.text, formatEdits(open.brief)) : [];
  });
  connection.onRequest(
    'kamerbrief/preview',
    async ({ uri }: { uri: string }, token): Promise<PreviewPage | null> => {
      const open = workspace.get(uri);
      if (open) await readLinks(open);
      // What was typed meanwhile is read first, and takes back the request.
      await new Promise((resolve) => setImmediate(resolve));
      return open && !token.isCancellationRequested && workspace.get(uri) === open
        ? previewPage(workspace, open)
        : null;
    },
  );
  connection.listen();

  function at<T>(
    { textDocument, position }: { textDocument: { uri: string }; position: Position },
    answer: (open: OpenDocument, offset: number) => T,
  ): T | null {
    const open = workspace.get(textDocument.uri);
    return open ? answer(open, offsetAt(open.text, position)) : null;
  }

  function reports(open: OpenDocument) {
    return open.reports(workspace.contextOf(open), settings.rules);
  }

  function locationOf(open: OpenDocument, { place, document = open.brief }: Target): Location[] {
    const uri = document === open.brief ? open.uri : workspace.uriOf(document);
    return uri ? [toLocation({ uri, text: document.text }, place)] : [];
  }

  function diagnostics(open: OpenDocument) {
    const uriOf = related() ? (brief: Brief) => workspace.uriOf(brief) : undefined;
    return toDiagnostics(open, reports(open), host, uriOf);
  }

  function push(open: OpenDocument): void {
    if (!pulls())
      void connection.sendDiagnostics({
        uri: open.uri,
        version: open.version,
        diagnostics: diagnostics(open),
      });
  }

  /** A client that is sent findings gets them once after a run of changes. */
  function pushSoon(open: OpenDocument): void {
    if (pulls()) return;
    const { generation } = open;
    setImmediate(() => {
      if (workspace.get(open.uri) === open && open.generation === generation) push(open);
    });
  }

  async function readLinks(open: OpenDocument): Promise<void> {
    if (open.links.length === 0 || !(await workspace.readLinks(open)) || workspace.get(open.uri) !== open)
      return;
    open.touch();
    renew([open]);
  }

  /** What speaks of a document is renewed with it, once after a run of changes. */
  function renewDependents(uri: string): void {
    for (const open of workspace.dependents(uri)) {
      open.touch();
      stale.add(open);
    }
    if (stale.size === 0 && !workspace.namesOpen(uri)) return;
    clearTimeout(renewal);
    renewal = setTimeout(() => {
      renew([...stale].filter((open) => workspace.get(open.uri) === open));
      stale.clear();
    }, renewalDelay);
  }

  function renewAll(): void {
    for (const open of workspace.documents) open.touch();
    renew([...workspace.documents]);
  }

  function renew(opens: readonly OpenDocument[]): void {
    if (!pulls()) opens.forEach(push);
    else if (opens.length && capabilities.workspace?.diagnostics?.refreshSupport)
      attempt(connection.languages.diagnostics.refresh());
    renewShown();
  }

  /** What is shown in a text depends on other documents: numbers on the parts before, lenses of a letter on its replies. */
  function renewShown(): void {
    const { inlayHint, codeLens } = capabilities.workspace ?? {};
    if (inlayHint?.refreshSupport) attempt(connection.languages.inlayHint.refresh());
    if (showsOverview) void connection.sendNotification(overviewChanged);
    if (codeLens?.refreshSupport) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
  }

  /** @returns whether the client is one that is asked for its settings */
  async function pullSettings(): Promise<boolean> {
    if (!capabilities.workspace?.configuration) return false;
    takeSettings(await connection.workspace.getConfiguration('kamerbrief').catch(() => undefined));
    return true;
  }

  function takeSettings(value: unknown): void {
    settings = readSettings(value);
  }
}
