import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { compare, stillHolds, type Comparison } from '../../compare/compare.js';
import type { Brief } from '../../model/brief.js';
import { BriefDocument } from '../../model/document.js';
import type { FrontMatter } from '../../model/front-matter/read.js';
import { linksOf, type Link } from '../../model/links.js';
import { Checker, type Report, type Settings } from '../../rules/check.js';
import type { RuleContext } from '../../rules/rule.js';
import { lineEndOf, offsetAt, textOf, type Text, type TextEdit } from '../../text/text.js';

let generations = 0;

/** A document that an editor has open. */
export class OpenDocument {
  /** Another one after everything that can change the findings, and never one that a document had before. */
  generation = ++generations;
  /** The files that it names. */
  links: readonly Link[];
  /** As the editor gave it: the text itself knows only that a line ends. */
  lineEnd: string;
  private readonly document: BriefDocument;
  private readonly checker = new Checker();
  private held: { comparison: Comparison; text: Text; frontMatter: FrontMatter } | null = null;

  constructor(
    readonly uri: string,
    public version: number,
    source: string,
  ) {
    this.document = new BriefDocument(source);
    this.lineEnd = lineEndOf(source);
    this.links = linksOf(this.brief);
  }

  get brief() {
    return this.document.brief;
  }

  get text(): Text {
    return this.document.text;
  }

  change(version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
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
      if (whole) this.lineEnd = lineEndOf(change.text);
      edits.push(edit);
      if (changes.length > 1) text = text.replace(edit.from, edit.to, textOf(edit.insert));
    }
    const { frontMatter, parts } = this.brief;
    this.document.update(edits);
    if (this.brief.frontMatter !== frontMatter || this.brief.parts !== parts)
      this.links = linksOf(this.brief);
  }

  /** The findings. Those that an edit cannot have changed are kept: their places move along. */
  reports(context: RuleContext, settings: Settings): Report[] {
    return this.checker.check(this.brief, context, settings);
  }

  /** This reply held against its letter; the same as before while its questions and the letter are. */
  against(letter: Brief): Comparison {
    const { held, brief } = this;
    const isSame =
      held?.comparison.letter === letter &&
      held.text === letter.text &&
      held.frontMatter === brief.frontMatter &&
      stillHolds(held.comparison);
    if (isSame) return held.comparison;
    const comparison = compare(letter, brief, held?.comparison);
    this.held = { comparison, text: letter.text, frontMatter: brief.frontMatter };
    return comparison;
  }

  /** To be called when findings may be others for a reason outside the document. */
  touch(): void {
    this.generation = ++generations;
  }
}
