import { TextDocumentSyncKind, type ServerCapabilities } from 'vscode-languageserver';
import { triggers } from '../../features/completion/index.js';
import { tokenModifiers, tokenTypes } from '../../features/semantic-tokens.js';
import { codeActionKinds } from './code-actions.js';
import type { Session } from './session.js';

/** What the server says that it can do. @param commands by name */
export function serverCapabilities(
  { pulls, takesActions, capabilities }: Session,
  commands: readonly string[],
): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    ...(pulls && {
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
    ...(takesActions && { codeActionProvider: { codeActionKinds, resolveProvider: true } }),
    renameProvider: capabilities.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
    executeCommandProvider: { commands: [...commands] },
    documentFormattingProvider: true,
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { willRename: { filters: [{ pattern: { glob: '**' } }] } },
    },
  };
}
