import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { compare, type Comparison } from '../../compare/compare.js';
import type { Brief } from '../../model/brief.js';
import { BriefDocument } from '../../model/document.js';
import { linksOf, type Link } from '../../model/links.js';
import { runRules, settle, type Report, type Settings } from '../../rules/check.js';
import type { RuleContext } from '../../rules/rule.js';
import { offsetAt, textOf, type Text, type TextEdit } from '../../text/text.js';

let generations = 0;

/** A document that an editor has open. */
export class OpenDocument {
  /** Another one after everything that can change the findings, and never one that a document had before. */
  generation = ++generations;
  private document: BriefDocument;
  private kept: Report[] | null = null;
  private keptLinks: Link[] | null = null;
  private held: { comparison: Comparison; texts: readonly Text[] } | null = null;

  constructor(
    readonly uri: string,
    public version: number,
    source: string,
  ) {
    this.document = new BriefDocument(source);
  }

  get brief() {
    return this.document.brief;
  }

  get text(): Text {
    return this.document.text;
  }

  /** The files that it names. */
  get links(): readonly Link[] {
    return (this.keptLinks ??= linksOf(this.brief));
  }

  /** @returns whether the model was drawn anew */
  change(version: number, changes: readonly TextDocumentContentChangeEvent[]): boolean {
    this.version = version;
    this.generation = ++generations;
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
    const redrawn = this.document.update(edits);
    if (redrawn) this.kept = this.keptLinks = null;
    return redrawn;
  }

  /** The findings. Those of the document alone are kept while only words change: their places move along. */
  reports(context: RuleContext, settings: Settings): Report[] {
    this.kept ??= runRules(this.brief, context, settings, 'document');
    return settle(this.brief, [...this.kept, ...runRules(this.brief, context, settings, 'letter')], settings);
  }

  /** This reply held against its letter. */
  against(letter: Brief): Comparison {
    const texts = [letter.text, this.text];
    if (this.held?.comparison.letter !== letter || this.held.texts.some((text, i) => text !== texts[i]))
      this.held = { comparison: compare(letter, this.brief), texts };
    return this.held.comparison;
  }

  /** The files that it names or the settings are others now. */
  forget(): void {
    this.kept = null;
    this.touch();
  }

  /** The words of a file that it names have changed. */
  touch(): void {
    this.generation = ++generations;
  }
}
