import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { style } from '../../../server/src/documents/out/style.js';
import type { PreviewPage } from '../../../server/src/features/preview.js';
import { say } from '../language.js';
import type { FromPage, Spot, State, ToPage, WordAt } from './messages.js';
import { previewStyle } from './style.js';

const viewType = 'kamerbrief.preview';
/** The page is made anew this long after the last key, in milliseconds; longer for a document that takes long. */
const pause = 120;
/** Files that changed on disk are read by the server first. */
const pauseForFiles = 400;
/** So long after a key the editor does not follow the preview. */
const typing = 500;
/** So long after we moved an editor its scrolling is our own. */
const settling = 300;
/** How far behind the start of a block a word of it is looked for, in characters. */
const longestBlock = 50_000;

/** The letter as it will look, beside its text. There is one, and it goes along to the letter that is being edited. */
export class Preview implements vscode.WebviewPanelSerializer<State> {
  private panel: vscode.WebviewPanel | null = null;
  private uri!: vscode.Uri;
  /** The documents that are shown: the letter and its parts. */
  private files: string[] = [];
  private asked: vscode.CancellationTokenSource | null = null;
  private timer: NodeJS.Timeout | undefined;
  /** How long the last page took, in milliseconds. */
  private cost = 0;
  private lastKey = 0;
  private quietUntil = 0;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly client: BaseLanguageClient,
    private readonly channel: vscode.LogOutputChannel,
  ) {
    const files = vscode.workspace.createFileSystemWatcher('**/*.md');
    const renew = () => this.renew(pauseForFiles);
    context.subscriptions.push(
      files,
      files.onDidChange(renew),
      files.onDidCreate(renew),
      files.onDidDelete(renew),
      vscode.window.registerWebviewPanelSerializer(viewType, this),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document.languageId !== 'kamerbrief' || contentChanges.length === 0) return;
        this.lastKey = Date.now();
        // A letter shows in the quotes of its reply.
        this.renew(Math.max(pause, 2 * this.cost));
      }),
      vscode.workspace.onDidCloseTextDocument(
        ({ languageId }) => languageId === 'kamerbrief' && this.renew(pauseForFiles),
      ),
      vscode.window.onDidChangeActiveTextEditor((editor) => editor && this.follow(editor)),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        if (Date.now() > this.quietUntil) this.scrollWith(textEditor);
      }),
    );
  }

  /** What is shown, if it is what the user looks at. */
  get active(): vscode.Uri | undefined {
    return this.panel?.active ? this.uri : undefined;
  }

  /** Shows a document in a column. */
  show(uri: vscode.Uri, column: vscode.ViewColumn): void {
    if (this.panel) this.panel.reveal(column, true);
    else {
      const preserveFocus = column === vscode.ViewColumn.Beside;
      this.take(vscode.window.createWebviewPanel(viewType, '', { viewColumn: column, preserveFocus }));
    }
    this.turnTo(uri);
  }

  /** Called by VS Code when a window with a preview is loaded again. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state?: State): Promise<void> {
    if (this.panel || !state?.uri) return panel.dispose();
    this.take(panel);
    this.turnTo(vscode.Uri.parse(state.uri));
  }

  private take(panel: vscode.WebviewPanel): void {
    this.panel = panel;
    panel.webview.onDidReceiveMessage((message: FromPage) => this.receive(message));
    panel.onDidDispose(() => {
      this.panel = null;
      this.files = [];
      this.asked?.cancel();
      clearTimeout(this.timer);
    });
  }

  /** The page says that it is ready, and gets what it is to show. */
  private turnTo(uri: vscode.Uri): void {
    const { panel } = this;
    if (!panel) return;
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    panel.title = say(`Voorbeeld van ${name}`, `Preview of ${name}`);
    this.uri = uri;
    this.files = [uri.toString()];
    const folders = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri);
    const own = uri.scheme === 'untitled' ? [] : [vscode.Uri.joinPath(uri, '..')];
    const dist = vscode.Uri.joinPath(this.context.extensionUri, 'dist');
    panel.webview.options = {
      enableScripts: true,
      enableForms: false,
      localResourceRoots: [dist, ...folders, ...own],
    };
    panel.webview.html = pageFor(panel.webview, vscode.Uri.joinPath(dist, 'preview.js'));
  }

  private follow({ document }: vscode.TextEditor): void {
    const { languageId, uri } = document;
    // A part stays where it stands in its report.
    if (this.panel && languageId === 'kamerbrief' && !this.files.includes(uri.toString())) this.turnTo(uri);
  }

  private renew(delay: number): void {
    clearTimeout(this.timer);
    if (this.panel?.visible) this.timer = setTimeout(() => void this.ask(), delay);
  }

  /** Asks the server for the page. A later question takes the place of an earlier one. */
  private async ask(): Promise<boolean> {
    this.asked?.cancel();
    const { token } = (this.asked = new vscode.CancellationTokenSource());
    const { uri } = this;
    const start = Date.now();
    try {
      // The server knows only what is open.
      await vscode.workspace.openTextDocument(uri);
      const asked = { uri: this.client.code2ProtocolConverter.asUri(uri) };
      const page = await this.client.sendRequest<PreviewPage | null>('kamerbrief/preview', asked, token);
      if (token.isCancellationRequested || !this.panel) return false;
      this.cost = Date.now() - start;
      if (!page)
        throw new Error(
          say('Dit stuk is niet open als Kamerbrief.', 'This document is not open as Kamerbrief.'),
        );
      this.files = page.files.map((file) => vscode.Uri.parse(file).toString());
      const { webview } = this.panel;
      const images = page.images.map((image) => webview.asWebviewUri(vscode.Uri.parse(image)).toString());
      const { language, html, places } = page;
      this.post({ type: 'show', uri: uri.toString(), language, html, places, images });
      return true;
    } catch (error) {
      if (token.isCancellationRequested) return false;
      const reason = error instanceof Error ? error.message : String(error);
      this.channel.error(reason);
      this.post({ type: 'notice', text: `${say('Er is geen voorbeeld', 'There is no preview')}: ${reason}` });
      return false;
    }
  }

  private post(message: ToPage): void {
    void this.panel?.webview.postMessage(message);
  }

  private async receive(message: FromPage): Promise<void> {
    if (message.type === 'ready') {
      const editor = (await this.ask()) && this.editorOf(this.uri.toString());
      if (editor) this.scrollWith(editor);
    } else if (message.type === 'open') await this.openSource(message);
    else this.scrollEditor(message);
  }

  private editorOf(uri: string | undefined): vscode.TextEditor | undefined {
    return vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  }

  private scrollWith({ document, visibleRanges }: vscode.TextEditor): void {
    const file = this.files.indexOf(document.uri.toString());
    const line = visibleRanges[0]?.start.line;
    if (file >= 0 && line !== undefined && isOn('scrollPreviewWithEditor'))
      this.post({ type: 'scroll', file, line });
  }

  private scrollEditor({ file, line }: Spot): void {
    const editor = this.editorOf(this.files[file]);
    if (!editor || Date.now() - this.lastKey < typing || !isOn('scrollEditorWithPreview')) return;
    this.quietUntil = Date.now() + settling;
    editor.revealRange(new vscode.Range(line, 0, line, 0), vscode.TextEditorRevealType.AtTop);
  }

  private async openSource({ file, line, word }: Spot & { word: WordAt | null }): Promise<void> {
    const address = this.files[file];
    if (address === undefined) return;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(address));
    const letters = vscode.window.visibleTextEditors.filter(
      (editor) => editor.document.languageId === 'kamerbrief',
    );
    const place = word
      ? placeOf(document, line, word)
      : document.validatePosition(new vscode.Position(line, 0));
    this.quietUntil = Date.now() + settling;
    await vscode.window.showTextDocument(document, {
      viewColumn: this.editorOf(address)?.viewColumn ?? letters[0]?.viewColumn ?? vscode.ViewColumn.One,
      selection: new vscode.Range(place, place),
    });
  }
}

function isOn(setting: 'scrollPreviewWithEditor' | 'scrollEditorWithPreview'): boolean {
  return vscode.workspace.getConfiguration('kamerbrief.preview').get<boolean>(setting, true);
}

/** The word in the source of a block; the start of the block if it is written otherwise there. */
function placeOf(document: vscode.TextDocument, line: number, { text, before }: WordAt): vscode.Position {
  const start = document.validatePosition(new vscode.Position(line, 0));
  const from = document.offsetAt(start);
  const source = document.getText(new vscode.Range(start, document.positionAt(from + longestBlock)));
  let at = source.indexOf(text);
  for (let i = 0; i < before && at >= 0; i++) at = source.indexOf(text, at + text.length);
  return at < 0 ? start : document.positionAt(from + at);
}

/** Nothing is fetched but pictures beside the letter, and nothing runs but the script of the preview. */
function pageFor(webview: vscode.Webview, script: vscode.Uri): string {
  const nonce = crypto.randomUUID();
  const policy = [
    `default-src 'none'`,
    `img-src ${webview.cspSource} data:`,
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<style nonce="${nonce}">${style}${previewStyle}</style>
</head>
<body>
<main></main>
<script nonce="${nonce}" src="${webview.asWebviewUri(script).toString()}"></script>
</body>
</html>
`;
}
