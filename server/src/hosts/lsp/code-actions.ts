import {
  CodeActionKind,
  type ClientCapabilities,
  type CodeAction,
  type CodeActionParams,
  type Range as LspRange,
  type TextEdit as LspEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { isRefusal } from '../../edits/edit.js';
import { safeFixes } from '../../edits/fix-all.js';
import type { Action } from '../../features/actions/action.js';
import { actionsAt } from '../../features/actions/index.js';
import { rangeOf } from '../../model/brief.js';
import type { Report } from '../../rules/check.js';
import type { Words } from '../../rules/rule.js';
import { offsetAt, type TextEdit } from '../../text/text.js';
import { toDiagnostic, toEdits } from './convert.js';
import type { Host } from './node-host.js';
import type { OpenDocument } from './open-document.js';

/** Says which action of which text is meant, when it is chosen. */
interface ActionData {
  uri: string;
  version: number;
  range: LspRange;
  id: string;
}

/**
 * The fixes of the findings in a range, for each finding a way to ignore it here, and what else can be done here. Edits carry
 * the version that they were made for; those that are long work are made when they are chosen, if the client can wait.
 */
export function codeActions(
  open: OpenDocument,
  reports: readonly Report[],
  { range, context }: CodeActionParams,
  host: Host,
  capabilities: ClientCapabilities,
): CodeAction[] {
  const wants = (kind: string) => !context.only || context.only.some((only) => isWithin(kind, only));
  return [
    ...(wants(CodeActionKind.QuickFix) ? quickFixes(open, reports, range, host, capabilities) : []),
    ...(context.only && wants(fixAllKind) ? fixAll(open, reports, capabilities) : []),
    ...actions(open, range, capabilities).filter(({ kind }) => wants(kind!)),
  ];
}

/** `source.fixAll` asks for `source.fixAll.kamerbrief`, not the other way round. */
function isWithin(kind: string, only: string): boolean {
  return kind === only || kind.startsWith(`${only}.`);
}

export const fixAllKind = `${CodeActionKind.SourceFixAll}.kamerbrief`;

function quickFixes(
  open: OpenDocument,
  reports: readonly Report[],
  range: LspRange,
  host: Host,
  capabilities: ClientCapabilities,
): CodeAction[] {
  const { text, brief } = open;
  const from = offsetAt(text, range.start);
  const to = offsetAt(text, range.end);
  const words = wordsOf(open);
  const hit = reports.filter(({ place }) => rangeOf(place).from <= to && rangeOf(place).to >= from);
  const action = (
    title: string,
    report: Report,
    edits: readonly TextEdit[],
    isPreferred: boolean,
  ): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(open, report, host, undefined)],
    isPreferred,
    edit: workspaceEdit(open, toEdits(text, edits), capabilities),
  });
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
}

function fixAll(
  open: OpenDocument,
  reports: readonly Report[],
  capabilities: ClientCapabilities,
): CodeAction[] {
  const edits = safeFixes(open.brief, reports);
  if (edits.length === 0) return [];
  const title = { nl: 'Herstel wat zonder vragen kan', en: 'Mend what needs no asking' }[wordsOf(open)];
  return [{ title, kind: fixAllKind, edit: workspaceEdit(open, toEdits(open.text, edits), capabilities) }];
}

function actions(open: OpenDocument, range: LspRange, capabilities: ClientCapabilities): CodeAction[] {
  const { codeAction } = capabilities.textDocument ?? {};
  const waits = codeAction?.resolveSupport?.properties.includes('edit') ?? false;
  return actionsIn(open, range).flatMap(({ id, title, kind, edits }): CodeAction[] => {
    const action = { title: title[wordsOf(open)], kind };
    if (waits) {
      const data: ActionData = { uri: open.uri, version: open.version, range, id };
      return [{ ...action, data }];
    }
    const made = edits();
    if (!isRefusal(made))
      return [{ ...action, edit: workspaceEdit(open, toEdits(open.text, made), capabilities) }];
    return codeAction?.disabledSupport
      ? [{ ...action, disabled: { reason: made.refused[wordsOf(open)] } }]
      : [];
  });
}

function actionsIn(open: OpenDocument, range: LspRange): Action[] {
  return actionsAt(open.brief, {
    from: offsetAt(open.text, range.start),
    to: offsetAt(open.text, range.end),
  });
}

/**
 * Makes the edit of an action that was chosen.
 * @param refuse says why nothing is changed
 * @returns without an edit if the text has changed since it was offered, or it cannot be done
 */
export function resolveAction(
  action: CodeAction,
  find: (uri: string) => OpenDocument | undefined,
  capabilities: ClientCapabilities,
  refuse: (reason: string) => void,
): CodeAction {
  const data = action.data as ActionData | undefined;
  const open = data && find(data.uri);
  if (!open || open.version !== data.version) return action;
  const made = actionsIn(open, data.range)
    .find(({ id }) => id === data.id)
    ?.edits();
  if (!made) return action;
  if (!isRefusal(made))
    return { ...action, edit: workspaceEdit(open, toEdits(open.text, made), capabilities) };
  refuse(made.refused[wordsOf(open)]);
  return action;
}

export function wordsOf({ brief }: OpenDocument): keyof Words {
  return brief.language.id === 'nl' ? 'nl' : 'en';
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
