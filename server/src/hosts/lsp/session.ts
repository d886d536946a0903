import {
  DiagnosticTag,
  type ClientCapabilities,
  type Connection,
  type DiagnosticsCapabilities,
  type InitializeParams,
  type Location,
  type Position,
  type Range as LspRange,
  type TextEdit as LspEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Target } from '../../features/object.js';
import type { Words } from '../../languages/messages.js';
import { offsetAt, type Range } from '../../text/text.js';
import { toLocation, wordsOf, type Shown } from './convert.js';
import type { Host } from './host.js';
import type { OpenDocument } from './open-document.js';
import { readSettings } from './settings.js';
import { Workspace } from './workspace.js';

/** Where a request is about: `textDocument` as the protocol has it. */
export interface Asked {
  textDocument: { uri: string };
}

/** One editor that is connected: what it can do, what it wants, and the documents that it has open. */
export class Session {
  readonly workspace: Workspace;
  settings = readSettings(undefined);
  capabilities: ClientCapabilities = {};
  /** Commands of the editor that code lenses may call. */
  editorCommands: readonly string[] = [];
  /** The editor shows an overview of the questions, and wants to know when that may be another one. */
  showsOverview = false;

  constructor(
    readonly connection: Connection,
    readonly host: Host,
  ) {
    this.workspace = new Workspace(host);
  }

  /** Takes in what the editor says of itself when it connects. */
  meet({ capabilities, initializationOptions, workspaceFolders, rootUri }: InitializeParams): void {
    this.capabilities = capabilities;
    this.workspace.folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
    const options = (initializationOptions ?? {}) as Record<string, unknown>;
    this.host.meet({
      readsFiles: options.readsFiles === true,
      pages: typeof options.pages === 'string' ? options.pages : null,
    });
    this.editorCommands = Array.isArray(options.commands) ? options.commands : [];
    this.showsOverview = options.overview === true;
    this.takeSettings(options.settings);
  }

  /** The editor asks for findings; otherwise they are sent to it. */
  get pulls(): boolean {
    return this.capabilities.textDocument?.diagnostic !== undefined;
  }

  /** The editor takes actions that it can show before it has them done. */
  get takesActions(): boolean {
    return this.capabilities.textDocument?.codeAction?.codeActionLiteralSupport !== undefined;
  }

  /** What the editor shows of a finding. */
  get shown(): Shown {
    const { diagnostic, publishDiagnostics } = this.capabilities.textDocument ?? {};
    const shows: DiagnosticsCapabilities = { ...diagnostic, ...publishDiagnostics };
    return {
      page: (code) => (shows.codeDescriptionSupport ? this.host.page(code) : null),
      uriOf: shows.relatedInformation ? (brief) => this.workspace.uriOf(brief) : undefined,
      unnecessary: shows.tagSupport?.valueSet?.includes(DiagnosticTag.Unnecessary) ?? false,
    };
  }

  takeSettings(value: unknown): void {
    this.settings = readSettings(value);
  }

  /** @returns whether the editor is one that is asked for its settings */
  async askSettings(): Promise<boolean> {
    if (!this.capabilities.workspace?.configuration) return false;
    this.takeSettings(await this.connection.workspace.getConfiguration('kamerbrief').catch(() => undefined));
    return true;
  }

  /** An answer about a document; `null` if that is not open. */
  about<T>({ textDocument }: Asked, answer: (open: OpenDocument) => T): T | null {
    const open = this.workspace.get(textDocument.uri);
    return open ? answer(open) : null;
  }

  /** An answer about a place in a document; `null` if that is not open. */
  at<T>(asked: Asked & { position: Position }, answer: (open: OpenDocument, offset: number) => T): T | null {
    return this.about(asked, (open) => answer(open, offsetAt(open.text, asked.position)));
  }

  /** An answer about a stretch of a document; `null` if that is not open. */
  within<T>(asked: Asked & { range: LspRange }, answer: (open: OpenDocument, range: Range) => T): T | null {
    const { start, end } = asked.range;
    return this.about(asked, (open) =>
      answer(open, { from: offsetAt(open.text, start), to: offsetAt(open.text, end) }),
    );
  }

  reports(open: OpenDocument) {
    return open.reports(this.workspace.contextOf(open), this.settings.rules);
  }

  /** Where something stands that was found from an open document; nothing if its file is not known any more. */
  locationsOf(open: OpenDocument, targets: readonly Target[]): Location[] {
    return targets.flatMap(({ place, document = open.brief }) => {
      const uri = document === open.brief ? open.uri : this.workspace.uriOf(document);
      return uri ? [toLocation({ uri, text: document.text }, place)] : [];
    });
  }

  /** Edits of one document, in the form that the editor takes; for one that is open they hold for this version alone. */
  workspaceEdit(document: { uri: string; version: number | null }, edits: LspEdit[]): WorkspaceEdit {
    return this.workspaceEdits([{ document, edits }]);
  }

  workspaceEdits(
    all: readonly { document: { uri: string; version: number | null }; edits: LspEdit[] }[],
  ): WorkspaceEdit {
    return this.capabilities.workspace?.workspaceEdit?.documentChanges
      ? {
          documentChanges: all.map(({ document: { uri, version }, edits }) => ({
            textDocument: { uri, version },
            edits,
          })),
        }
      : { changes: Object.fromEntries(all.map(({ document: { uri }, edits }) => [uri, edits])) };
  }

  /**
   * Has the editor make edits as one, which one undo takes back.
   * @returns why not, in the language of the document asked about; `null` if they are made
   */
  async apply(
    asked: OpenDocument,
    document: { uri: string; version: number | null },
    edits: LspEdit[],
  ): Promise<string | null> {
    if (!this.capabilities.workspace?.applyEdit) return unable[wordsOf(asked)];
    const { applied } = await this.connection.workspace.applyEdit(this.workspaceEdit(document, edits));
    return applied ? null : changed[wordsOf(asked)];
  }
}

const changed: Words = { nl: 'De tekst is intussen veranderd.', en: 'The text has changed meanwhile.' };
const unable: Words = {
  nl: 'Deze editor laat Kamerbrief de tekst niet veranderen.',
  en: 'This editor does not let Kamerbrief change the text.',
};
