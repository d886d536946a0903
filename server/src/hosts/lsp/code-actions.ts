import {
  CodeActionKind,
  type ClientCapabilities,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
  type TextEdit as LspEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { rangeOf } from '../../model/brief.js';
import type { Report } from '../../rules/check.js';
import { offsetAt, type TextEdit } from '../../text/text.js';
import { toDiagnostic, toEdits } from './convert.js';
import type { Host } from './node-host.js';
import type { OpenDocument } from './open-document.js';

/** The fixes of the findings in a range, and for each finding a way to ignore it here. Edits carry the version they were made for. */
export function codeActions(
  open: OpenDocument,
  reports: readonly Report[],
  { range, context }: CodeActionParams,
  host: Host,
  capabilities: ClientCapabilities,
): CodeAction[] {
  const { text, brief } = open;
  const from = offsetAt(text, range.start);
  const to = offsetAt(text, range.end);
  const words = brief.language.id === 'nl' ? 'nl' : 'en';
  if (context.only && !context.only.some((kind) => CodeActionKind.QuickFix.startsWith(kind))) return [];
  const hit = reports.filter(({ place }) => rangeOf(place).from <= to && rangeOf(place).to >= from);
  const fixes = hit.flatMap((report) =>
    (report.fixes ?? [])
      .map((fix) => ({ title: fix.title[words], edits: fix.edits() }))
      // A fix that cannot be made here after all does nothing.
      .filter(({ edits }) => edits.length > 0)
      .map(({ title, edits }, i): CodeAction => action(title, report, edits, i === 0)),
  );
  const ignores = hit
    .filter(({ place }) => place.block !== brief.frontMatter.block && place.block.length > 0)
    .map((report) => action(ignoreTitle(report.code)[words], report, ignoreEdit(open, report), false));
  return [...fixes, ...ignores];

  function action(
    title: string,
    report: Report,
    edits: readonly TextEdit[],
    isPreferred: boolean,
  ): CodeAction {
    const diagnostic: Diagnostic = toDiagnostic(open, report, host, undefined);
    return {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      isPreferred,
      edit: workspaceEdit(open, toEdits(text, edits), capabilities),
    };
  }
}

export function workspaceEdit(
  { uri, version }: OpenDocument,
  edits: LspEdit[],
  capabilities: ClientCapabilities,
): WorkspaceEdit {
  return capabilities.workspace?.workspaceEdit?.documentChanges
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } };
}

function ignoreTitle(code: string) {
  return { nl: `Negeer ‘${code}’ hier (met een reden)`, en: `Ignore ‘${code}’ here (with a reason)` };
}

function ignoreEdit({ brief, text }: OpenDocument, { place, code }: Report): TextEdit[] {
  const { from } = text.lineAt(place.block.from);
  const { ignore } = brief.language.directives;
  const reason = brief.language.id === 'nl' ? 'reden' : 'reason';
  return [{ from, to: from, insert: `<!-- kb ${ignore} ${code}: ${reason} -->\n\n` }];
}
