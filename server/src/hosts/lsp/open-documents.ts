import { BriefDocument } from '../../model/document.js';
import { check, type Report, type Settings } from '../../rules/check.js';
import { namedFiles } from '../../rules/file-not-found.js';
import { offsetAt, textOf, type Text, type TextEdit } from '../../text/text.js';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Host } from './node-host.js';

/** A document that an editor has open. */
export class OpenDocument {
  readonly document: BriefDocument;
  /** Grows with everything that can change the findings. */
  generation = 0;
  private kept: Report[] | null = null;
  private readonly files = new Map<string, boolean | undefined>();

  constructor(
    readonly uri: string,
    public version: number,
    source: string,
    private readonly host: Host,
  ) {
    this.document = new BriefDocument(source);
  }

  get brief() {
    return this.document.brief;
  }

  get text(): Text {
    return this.document.text;
  }

  change(version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    this.version = version;
    this.generation++;
    let { text } = this.document;
    const edits: TextEdit[] = [];
    for (const change of changes) {
      const whole = !('range' in change);
      const edit: TextEdit = whole
        ? { from: 0, to: text.length, insert: change.text }
        : {
            from: offsetAt(text, change.range.start),
            to: offsetAt(text, change.range.end),
            insert: change.text,
          };
      if (edit.to < edit.from) [edit.from, edit.to] = [edit.to, edit.from];
      edits.push(edit);
      if (changes.length > 1) text = text.replace(edit.from, edit.to, textOf(edit.insert));
    }
    if (this.document.update(edits)) this.kept = null;
  }

  /** The findings. They are kept while only words change: their places move along. */
  reports(settings: Settings): Report[] {
    return (this.kept ??= check(this.brief, { fileExists: (path) => this.files.get(path) }, settings));
  }

  forget(): void {
    this.kept = null;
    this.generation++;
  }

  /** Looks after the files that the document names, and no others. @returns whether anything is known now that was not */
  async lookAfterFiles(again: boolean): Promise<boolean> {
    let changed = false;
    for (const path of namedFiles(this.brief)) {
      if (this.files.has(path) && !again) continue;
      const exists = await this.host.exists(resolveUri(this.uri, path)).catch(() => undefined);
      if (this.files.get(path) !== exists) changed = true;
      this.files.set(path, exists);
    }
    if (changed) this.forget();
    return changed;
  }
}

function resolveUri(base: string, path: string): string {
  try {
    return new URL(path.includes('%') ? path : encodeURI(path), base).href;
  } catch {
    return '';
  }
}
