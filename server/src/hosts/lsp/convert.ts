import {
  CompletionItemKind,
  DiagnosticSeverity,
  DiagnosticTag,
  InsertTextFormat,
  MarkupKind,
  SemanticTokensBuilder,
  SymbolKind,
  type CodeLens as LspLens,
  type CompletionItem,
  type Diagnostic,
  type DocumentLink as LspLink,
  type DocumentSymbol,
  type Hover,
  type InlayHint as LspHint,
  type Location,
  type Range as LspRange,
  type SelectionRange,
  type SemanticTokens,
  type SymbolInformation,
  type TextEdit as LspEdit,
} from 'vscode-languageserver';
import type { CodeLens } from '../../features/code-lenses.js';
import type { Completion } from '../../features/completion/index.js';
import type { DocumentLink } from '../../features/document-links.js';
import type { InlayHint } from '../../features/inlay-hints.js';
import { tokenTypes, type SemanticToken } from '../../features/semantic-tokens.js';
import type { BriefSymbol } from '../../features/symbols.js';
import type { WorkspaceSymbol } from '../../features/workspace-symbols.js';
import { wordsFor, type Words } from '../../languages/messages.js';
import { rangeOf, type Brief, type Place } from '../../model/brief.js';
import type { Report } from '../../rules/check.js';
import { positionAt, positionsOf, type Range, type Text, type TextEdit } from '../../text/text.js';
import type { OpenDocument } from './open-document.js';
import { fileName, resolveUri } from './uris.js';
import type { WorkspaceDocument } from './workspace.js';

export function toRange(text: Text, range: Range): LspRange {
  return positionsOf(text, range);
}

export function toLocation({ uri, text }: { uri: string; text: Text }, place: Place) {
  return { uri, range: toRange(text, rangeOf(place)) };
}

/** What is written keeps the line end of the file: not every editor sees to that itself. */
export function withLineEnd(text: string, { lineEnd }: { lineEnd: string }): string {
  return text.replace(/\r\n|\r|\n/g, lineEnd);
}

export function toEdits(document: { brief: Brief; lineEnd: string }, edits: readonly TextEdit[]): LspEdit[] {
  return edits.map((edit) => ({
    range: toRange(document.brief.text, edit),
    newText: withLineEnd(edit.insert, document),
  }));
}

/**
 * VS Code sets plain text with fixed spaces, and then breaks its lines within words: a client that reads Markdown gets
 * Markdown in which every mark is escaped and every line stands.
 */
export function toHover(text: Text, found: { text: string; place: Place }, markdown: boolean): Hover {
  const value = markdown
    ? found.text
        .replace(/[-\\`*_{}[\]()#+.!|<>~&:@]/g, '\\$&')
        .replace(/^[ \t]+/gm, '')
        .replace(/(?<!\n)\n(?!\n)/g, '  \n')
    : found.text;
  return {
    contents: { kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value },
    range: toRange(text, rangeOf(found.place)),
  };
}

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** VS Code shows no more of one document, with the one that says so. */
const mostFindings = 999;

/** What a client shows of a finding, besides its place, its code and its words. */
export interface Shown {
  /** The page of a rule; `null` too for a client that leads to none. */
  page(code: string): string | null;
  /** Where another document stands, for related places; `undefined` for a client that shows none. */
  uriOf: ((brief: Brief) => string | undefined) | undefined;
  /** Whether it sets apart what is superfluous. */
  unnecessary: boolean;
}

/** The findings of a document: the gravest ones, if there are more than anyone looks through. */
export function toDiagnostics(open: OpenDocument, reports: readonly Report[], shown: Shown): Diagnostic[] {
  if (reports.length <= mostFindings) return reports.map((report) => toDiagnostic(open, report, shown));
  const gravest = [...reports]
    .sort((a, b) => severities[a.severity] - severities[b.severity])
    .slice(0, mostFindings);
  const message: Words = {
    nl: `Er zijn ${reports.length} meldingen. Hier staan de ernstigste ${mostFindings}.`,
    en: `There are ${reports.length} findings. These are the gravest ${mostFindings}.`,
  };
  return [
    {
      range: toRange(open.text, { from: 0, to: 0 }),
      severity: DiagnosticSeverity.Information,
      source: 'Kamerbrief',
      message: message[wordsOf(open)],
    },
    ...gravest.map((report) => toDiagnostic(open, report, shown)),
  ];
}

export function wordsOf({ brief }: OpenDocument): keyof Words {
  return wordsFor(brief.language);
}

export function toDiagnostic(open: OpenDocument, report: Report, shown: Shown): Diagnostic {
  const { uriOf } = shown;
  const href = shown.page(report.code);
  return {
    range: toRange(open.text, rangeOf(report.place)),
    severity: severities[report.severity],
    code: report.code,
    codeDescription: href ? { href } : undefined,
    source: 'Kamerbrief',
    message: report.message[wordsOf(open)],
    tags: report.unnecessary && shown.unnecessary ? [DiagnosticTag.Unnecessary] : undefined,
    relatedInformation:
      uriOf &&
      report.related?.flatMap(({ place, message, document = open.brief }) => {
        const uri = document === open.brief ? open.uri : uriOf(document);
        return uri
          ? [{ location: toLocation({ uri, text: document.text }, place), message: message[wordsOf(open)] }]
          : [];
      }),
  };
}

const kinds = {
  group: SymbolKind.Namespace,
  heading: SymbolKind.String,
  question: SymbolKind.Function,
  answer: SymbolKind.Field,
};

export function toSymbol(
  text: Text,
  { name, detail, kind, range, selection, children }: BriefSymbol,
): DocumentSymbol {
  return {
    name,
    detail,
    kind: kinds[kind],
    range: toRange(text, range),
    selectionRange: toRange(text, selection),
    children: children.map((child) => toSymbol(text, child)),
  };
}

/** The same for a client that shows no tree: each with the name of what holds it. */
export function flatSymbols(
  { uri, text }: { uri: string; text: Text },
  found: readonly BriefSymbol[],
  containerName?: string,
): SymbolInformation[] {
  return found.flatMap(({ name, kind, range, children }) => [
    { name, kind: kinds[kind], containerName, location: { uri, range: toRange(text, range) } },
    ...flatSymbols({ uri, text }, children, name),
  ]);
}

/** What stands at the top of a document is named with the name of its file. */
export function toSymbolInformation({
  document: { uri, brief },
  symbol: { name, kind, selection },
  container,
}: WorkspaceSymbol<WorkspaceDocument>): SymbolInformation {
  return {
    name,
    kind: kinds[kind],
    containerName: container ?? fileName(uri),
    location: { uri, range: toRange(brief.text, selection) },
  };
}

const completionKinds: Record<Completion['kind'], CompletionItemKind> = {
  part: CompletionItemKind.Snippet,
  footnote: CompletionItemKind.Reference,
  question: CompletionItemKind.Function,
  answer: CompletionItemKind.Field,
  group: CompletionItemKind.Module,
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  file: CompletionItemKind.File,
  citation: CompletionItemKind.Text,
  rule: CompletionItemKind.Constant,
};

/** Kinds whose label, such as a number, tells too little to choose by. */
const shortLabels: readonly Completion['kind'][] = ['question', 'footnote', 'answer', 'key', 'value', 'rule'];

/** @param labelDetails whether the client shows what is said of each item, and not only of the chosen one */
export function toCompletion(
  open: OpenDocument,
  { label, detail, kind, insert, filter, replace, sort }: Completion,
  tabStops: boolean,
  labelDetails: boolean,
): CompletionItem {
  return {
    label,
    ...(detail && { detail }),
    ...(detail && labelDetails && shortLabels.includes(kind) && { labelDetails: { description: detail } }),
    kind: completionKinds[kind],
    filterText: filter,
    sortText: sort,
    textEdit: { range: toRange(open.text, replace), newText: withLineEnd(insert, open) },
    insertTextFormat: kind === 'part' && tabStops ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
  };
}

/** None for a path that names no file. */
export function toLink({ uri, text }: OpenDocument, link: DocumentLink, tooltips: boolean): LspLink[] {
  const target = 'address' in link ? link.address : resolveUri(uri, link.path);
  return target
    ? [{ range: toRange(text, rangeOf(link.place)), target, ...(tooltips && { tooltip: link.title }) }]
    : [];
}

/** @param ranges the innermost first */
export function toSelectionRange(text: Text, ranges: readonly Range[]): SelectionRange {
  return ranges.reduceRight<SelectionRange | undefined>(
    (parent, range) => ({ range: toRange(text, range), ...(parent && { parent }) }),
    undefined,
  )!;
}

export function toSemanticTokens(text: Text, tokens: readonly SemanticToken[]): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const { from, to, type, declaration } of tokens) {
    const { line, character } = positionAt(text, from);
    builder.push(line, character, to - from, tokenTypes.indexOf(type), declaration ? 1 : 0);
  }
  return builder.build();
}

export function toInlayHint(text: Text, { at, text: label, tooltip }: InlayHint): LspHint {
  return { position: positionAt(text, at), label, tooltip };
}

/** Opens a list of places in VS Code. Its client makes the arguments what VS Code asks for. */
export const showReferences = 'editor.action.showReferences';

/** @param locations what a click shows; with none the lens is text only */
export function toCodeLens(
  { uri, text }: OpenDocument,
  { place, title }: CodeLens,
  locations: readonly Location[],
): LspLens {
  const range = toRange(text, rangeOf(place));
  const command = locations.length
    ? { title, command: showReferences, arguments: [uri, range.start, locations] }
    : { title, command: '' };
  return { range, command };
}
