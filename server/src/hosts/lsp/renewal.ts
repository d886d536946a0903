import { CodeLensRefreshRequest } from 'vscode-languageserver';
import { toDiagnostics } from './convert.js';
import type { OpenDocument } from './open-document.js';
import { overviewChanged } from './questions.js';
import type { Session } from './session.js';

/** A reply beside the letter that is typed in follows this long after the last key, in milliseconds. */
const renewalDelay = 100;

/** Keeps what the editor shows in step with the texts: it is sent the findings, or told that there may be others. */
export class Renewal {
  private readonly stale = new Set<OpenDocument>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly session: Session) {}

  /** The findings of a document as the editor shows them. */
  diagnostics(open: OpenDocument) {
    return toDiagnostics(open, this.session.reports(open), this.session.shown);
  }

  /** Sends the findings to an editor that does not ask for them. */
  push(open: OpenDocument): void {
    const { uri, version } = open;
    if (!this.session.pulls)
      void this.session.connection.sendDiagnostics({ uri, version, diagnostics: this.diagnostics(open) });
  }

  /** The same once after a run of changes. */
  pushSoon(open: OpenDocument): void {
    if (this.session.pulls) return;
    const { generation } = open;
    setImmediate(() => {
      if (this.isOpen(open) && open.generation === generation) this.push(open);
    });
  }

  /** Reads the files that a document names. */
  async readLinks(open: OpenDocument): Promise<void> {
    if (open.links.length === 0) return;
    const isNew = await this.session.workspace.readLinks(open);
    if (!isNew || !this.isOpen(open)) return;
    // What is read may lead on, or back to a document that leads here.
    const opens = [open, ...this.session.workspace.dependents(open.uri)];
    for (const one of opens) one.touch();
    this.renew(opens);
  }

  /** What speaks of a document is renewed with it, once after a run of changes. */
  dependents(uri: string): void {
    const { workspace } = this.session;
    for (const open of workspace.dependents(uri)) {
      open.touch();
      this.stale.add(open);
    }
    if (this.stale.size === 0 && !workspace.namesOpen(uri)) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.renew([...this.stale].filter((open) => this.isOpen(open)));
      this.stale.clear();
    }, renewalDelay);
  }

  all(): void {
    const opens = [...this.session.workspace.documents];
    for (const open of opens) open.touch();
    this.renew(opens);
  }

  /** What is shown in a text depends on other documents: numbers on the parts before, lenses of a letter on its replies. */
  shown(): void {
    const { connection, capabilities, showsOverview } = this.session;
    const { inlayHint, codeLens } = capabilities.workspace ?? {};
    if (inlayHint?.refreshSupport) this.attempt(connection.languages.inlayHint.refresh());
    if (codeLens?.refreshSupport) this.attempt(connection.sendRequest(CodeLensRefreshRequest.type));
    if (showsOverview) void connection.sendNotification(overviewChanged);
  }

  /** An editor may refuse what it said that it could do; then it goes without. */
  attempt(asked: Promise<unknown>): void {
    void asked.catch((error: unknown) => this.session.connection.console.warn(String(error)));
  }

  private renew(opens: readonly OpenDocument[]): void {
    const { pulls, capabilities, connection } = this.session;
    if (!pulls) for (const open of opens) this.push(open);
    else if (opens.length > 0 && capabilities.workspace?.diagnostics?.refreshSupport)
      this.attempt(connection.languages.diagnostics.refresh());
    this.shown();
  }

  private isOpen(open: OpenDocument): boolean {
    return this.session.workspace.get(open.uri) === open;
  }
}
