import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { OverviewAnswer, Told } from '../../../server/src/hosts/lsp/questions.js';
import { languageSetting, say, spoken } from '../language.js';
import { isFiltering, noFilter, renewed, type Filter, type Overview } from './overview.js';
import { QuestionTree, type Node } from './tree.js';
import { isAnswered, progress, stateWords, statusWords, summary, timeLeft } from './words.js';

export const viewId = 'kamerbrief.questions';
/** After the last key, in milliseconds. */
const typingDelay = 120;
const cursorDelay = 80;

/** The view “Vragen” and the status bar: the questions of the letter that is worked on, as it is typed in. */
export class QuestionsView implements vscode.Disposable {
  private document: vscode.TextDocument | null = null;
  private overview: Overview | null = null;
  private filter: Filter = noFilter;
  private readonly tree = new QuestionTree(async (index) => (await this.ask('describe', { index }))?.text);
  private readonly view = vscode.window.createTreeView<Node>(viewId, {
    treeDataProvider: this.tree,
    showCollapseAll: true,
  });
  private readonly status = vscode.window.createStatusBarItem(
    'kamerbrief.progress',
    vscode.StatusBarAlignment.Right,
    110,
  );
  private readonly disposables: vscode.Disposable[];
  private renewing: ReturnType<typeof setTimeout> | undefined;
  private following: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;

  constructor(private readonly client: BaseLanguageClient) {
    const isShown = ({ document }: { document: vscode.TextDocument }) => document === this.document;
    this.disposables = [
      this.view,
      this.status,
      client.onNotification('kamerbrief/questionsChanged', () => this.renewSoon()),
      vscode.window.onDidChangeActiveTextEditor(() => this.take()),
      vscode.workspace.onDidOpenTextDocument(() => this.take()),
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document.languageId === 'kamerbrief') this.renewSoon();
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (document === this.document) this.take(null);
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (isShown(textEditor)) this.followSoon();
      }),
      this.view.onDidChangeVisibility(({ visible }) => visible && this.followSoon()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration(languageSetting)) return;
        this.tree.refresh();
        this.say();
      }),
    ];
    this.status.command = 'kamerbrief.showQuestions';
    this.say();
    this.take();
  }

  dispose(): void {
    clearTimeout(this.renewing);
    clearTimeout(this.following);
    for (const disposable of this.disposables) disposable.dispose();
  }

  /** Asks the server something of a question of the document that is shown. */
  async ask(name: string, given: object): Promise<Told | null> {
    if (!this.document) return null;
    return vscode.commands.executeCommand<Told | null>(`_kamerbrief.questions.${name}`, {
      uri: this.document.uri.toString(),
      ...given,
    });
  }

  /** The question at the cursor. */
  async atCursor(): Promise<number | undefined> {
    const editor = vscode.window.activeTextEditor;
    if (!editor || editor.document !== this.document) return undefined;
    const { line, character } = editor.selection.active;
    return (await this.ask('at', { position: { line, character } }))?.index;
  }

  get rows() {
    return this.overview?.rows ?? [];
  }

  narrow(change: Partial<Filter>): void {
    this.filter = { ...this.filter, ...change };
    void vscode.commands.executeCommand('setContext', 'kamerbrief.filtering', isFiltering(this.filter));
    this.draw();
    this.followSoon();
  }

  /** Shows the letter in the active editor; the last one stays while no letter is active. */
  private take(
    document: vscode.TextDocument | null | undefined = vscode.window.activeTextEditor?.document,
  ): void {
    if (document && document.languageId !== 'kamerbrief') {
      this.status.hide();
      return;
    }
    if (document !== undefined && document !== this.document) {
      this.document = document;
      this.overview = null;
    }
    if (this.document) this.renewSoon(0);
    else this.draw();
  }

  private renewSoon(delay = typingDelay): void {
    clearTimeout(this.renewing);
    this.renewing = setTimeout(() => void this.renew(), delay);
  }

  private async renew(): Promise<void> {
    const { document, client, overview } = this;
    if (!document || !client.isRunning()) return;
    const asked = ++this.asked;
    const answer = await client
      .sendRequest<OverviewAnswer | null>('kamerbrief/questions', {
        textDocument: { uri: document.uri.toString() },
        previous: overview?.id,
      })
      .catch(() => null);
    // Another was asked for meanwhile, and has what is new since this one.
    if (this.document !== document || !answer) return;
    if (asked !== this.asked) this.overview = null;
    else {
      this.overview = renewed(overview, answer);
      this.draw();
      this.followSoon();
    }
  }

  private draw(): void {
    this.tree.show(this.document?.uri.toString() ?? '', this.overview, this.filter);
    this.say();
  }

  private followSoon(): void {
    clearTimeout(this.following);
    if (this.view.visible) this.following = setTimeout(() => void this.follow(), cursorDelay);
  }

  /** Shows in the view which question the cursor is in, and leaves the focus where it is. */
  private async follow(): Promise<void> {
    const index = await this.atCursor();
    const node = index === undefined ? undefined : this.tree.node(index);
    if (!node || !this.view.visible || this.view.selection[0] === node) return;
    await this.view.reveal(node, { select: true, focus: false }).then(undefined, () => undefined);
  }

  /** Words around the tree: its title, the counts, and the status bar. */
  private say(): void {
    const words = spoken();
    this.view.title = say('Vragen', 'Questions');
    const { overview, document } = this;
    const name = document?.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
    this.view.description = overview ? name : undefined;
    if (!overview || overview.rows.length === 0) {
      this.view.message = overview
        ? say('Dit stuk heeft geen vragen.', 'This document has no questions.')
        : undefined;
      this.view.badge = undefined;
      this.status.hide();
      return;
    }
    const text = summary(overview.rows, overview.daysLeft, words);
    const filtered = isFiltering(this.filter) ? [this.filterWords()] : [];
    this.view.message = [text, ...filtered].join('\n');
    const answers = overview.rows.some(({ status }) => status !== null);
    const open = answers ? overview.rows.filter((row) => !isAnswered(row)).length : 0;
    this.view.badge = open
      ? { value: open, tooltip: say(`${open} nog niet beantwoord`, `${open} not answered yet`) }
      : undefined;
    const isLate = overview.daysLeft !== null && overview.daysLeft < 0 && open > 0;
    this.status.text = `$(${open || !answers ? 'comment-discussion' : 'pass'}) ${text}`;
    this.status.name = say('Vragen van de brief', 'Questions of the letter');
    this.status.backgroundColor = isLate
      ? new vscode.ThemeColor('statusBarItem.warningBackground')
      : undefined;
    this.status.tooltip = [
      progress(overview.rows, words),
      ...(overview.daysLeft === null
        ? []
        : [`${say('Termijn van de brief', 'Response term')}: ${timeLeft(overview.daysLeft, words)}`]),
      say('Klik om de vragen te tonen.', 'Click to show the questions.'),
    ].join('\n');
    this.status.accessibilityInformation = {
      label: `${text}. ${say('Toont de vragen', 'Shows the questions')}`,
    };
    if (vscode.window.activeTextEditor?.document === document) this.status.show();
  }

  private filterWords(): string {
    const words = spoken();
    const { open, owner, status, state } = this.filter;
    const parts = [
      open && say('alleen open', 'open only'),
      owner,
      status && statusWords(status, words),
      state && stateWords(state, words),
    ].filter(Boolean);
    return `Filter: ${parts.join(', ')}`;
  }
}
