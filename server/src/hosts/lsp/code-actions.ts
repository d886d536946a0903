import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Range as LspRange,
} from 'vscode-languageserver';
import { isRefusal, refusal, type Edited } from '../../edits/edit.js';
import { safeFixes } from '../../features/actions/fix-all.js';
import { actionKinds } from '../../features/actions/action.js';
import { ignoreHere } from '../../features/actions/ignore.js';
import { actionsAt } from '../../features/actions/index.js';
import type { Words } from '../../languages/messages.js';
import { rangeOf } from '../../model/brief.js';
import type { Report } from '../../rules/check.js';
import { offsetAt } from '../../text/text.js';
import { toDiagnostic, toEdits, wordsOf } from './convert.js';
import type { OpenDocument } from './open-document.js';
import type { Session } from './session.js';

const fixAllKind = `${CodeActionKind.SourceFixAll}.kamerbrief`;

/** Every kind of action that there is. */
export const codeActionKinds: string[] = [CodeActionKind.QuickFix, ...actionKinds, fixAllKind];

/** Something to choose. Its edit is long work: it is made when it is chosen, if the client can wait. */
interface Offer {
  /** By it the same offer is found again among the same findings. */
  id: string;
  kind: string;
  title: Words;
  /** The finding that it mends or silences. */
  report?: Report;
  isPreferred?: boolean;
  edits(): Edited;
}

/** Says which offer for which findings is meant, when it is chosen. */
interface ActionData {
  uri: string;
  generation: number;
  range: LspRange;
  id: string;
}

/**
 * The fixes of the findings in a range, for each finding a way to ignore it here, and what else can be done here. Edits carry
 * the version that they were made for.
 */
export function codeActions(
  session: Session,
  open: OpenDocument,
  { range, context }: CodeActionParams,
): CodeAction[] {
  if (!session.takesActions) return [];
  const { codeAction } = session.capabilities.textDocument ?? {};
  // The places that a finding speaks of are shown with the finding itself.
  const shown = { ...session.shown, uriOf: undefined };
  const waits = codeAction?.resolveSupport?.properties.includes('edit') ?? false;
  // What mends a whole document unasked is only for those who ask for it.
  const wants = (kind: string) =>
    context.only ? context.only.some((only) => isWithin(kind, only)) : kind !== fixAllKind;
  return offersIn(open, session.reports(open), range)
    .filter(({ kind }) => wants(kind))
    .flatMap(({ id, kind, title, report, isPreferred, edits }): CodeAction[] => {
      const action: CodeAction = {
        title: title[wordsOf(open)],
        kind,
        ...(report && { diagnostics: [toDiagnostic(open, report, shown)] }),
        ...(codeAction?.isPreferredSupport && { isPreferred }),
      };
      // What is done unasked, as when a document is saved, is made at once.
      if (waits && kind !== fixAllKind) {
        const data: ActionData = { uri: open.uri, generation: open.generation, range, id };
        return [{ ...action, data }];
      }
      const made = edits();
      if (isRefusal(made))
        return codeAction?.disabledSupport
          ? [{ ...action, disabled: { reason: made.refused[wordsOf(open)] } }]
          : [];
      if (made.length === 0) return [];
      return [{ ...action, edit: session.workspaceEdit(open, toEdits(open, made)) }];
    });
}

/** `source.fixAll` asks for `source.fixAll.kamerbrief`, not the other way round. */
function isWithin(kind: string, only: string): boolean {
  return kind === only || kind.startsWith(`${only}.`);
}

function offersIn(open: OpenDocument, reports: readonly Report[], range: LspRange): Offer[] {
  const { text, brief } = open;
  const within = { from: offsetAt(text, range.start), to: offsetAt(text, range.end) };
  // Several findings may stand at one place, so that only their order tells them apart.
  const hit = reports
    .map((report, i) => ({ report, id: `${report.code} ${i}` }))
    .filter(({ report }) => {
      const { from, to } = rangeOf(report.place);
      return from <= within.to && to >= within.from;
    });
  return [
    ...hit.flatMap(({ report, id }) => fixes(report, id)),
    ...hit.flatMap(({ report, id }) => ignoring(open, report, id)),
    ...actionsAt(brief, within),
    ...fixAll(open, reports),
  ];
}

function fixes(report: Report, found: string): Offer[] {
  return (report.fixes ?? []).map(({ title, edits }, i) => ({
    id: `${found} ${i}`,
    kind: CodeActionKind.QuickFix,
    title,
    report,
    isPreferred: i === 0,
    edits,
  }));
}

function ignoring({ brief }: OpenDocument, report: Report, found: string): Offer[] {
  const { code } = report;
  const edits = ignoreHere(brief, report);
  if (!edits) return [];
  return [
    {
      id: `${found} ignore`,
      kind: CodeActionKind.QuickFix,
      title: {
        nl: `Negeer ‘${code}’ hier (met een reden)`,
        en: `Ignore ‘${code}’ here (with a reason)`,
      },
      report,
      isPreferred: false,
      edits: () => edits,
    },
  ];
}

function fixAll({ brief }: OpenDocument, reports: readonly Report[]): Offer[] {
  if (!reports.some((report) => report.fixes?.some(({ safe }) => safe))) return [];
  return [
    {
      id: 'fix-all',
      kind: fixAllKind,
      title: { nl: 'Herstel alles waarvoor geen keuze nodig is', en: 'Fix everything that needs no choice' },
      edits: () => safeFixes(brief, reports),
    },
  ];
}

/**
 * Makes the edit of an action that was chosen.
 * @param refuse says why nothing is changed
 * @returns without an edit if the text has changed since it was offered, or it cannot be done
 */
export function resolveAction(
  session: Session,
  action: CodeAction,
  refuse: (reason: string) => void,
): CodeAction {
  const data = action.data as ActionData | undefined;
  const open = data && session.workspace.get(data.uri);
  if (!open) return action;
  const offer =
    open.generation === data.generation
      ? offersIn(open, session.reports(open), data.range).find(({ id }) => id === data.id)
      : undefined;
  const made = offer?.edits() ?? outdated;
  if (!isRefusal(made) && made.length > 0)
    return { ...action, edit: session.workspaceEdit(open, toEdits(open, made)) };
  refuse((isRefusal(made) ? made : nothing).refused[wordsOf(open)]);
  return action;
}

const outdated = refusal(
  'De tekst is intussen veranderd. Kies het nog een keer.',
  'The text has changed meanwhile. Choose it once more.',
);
const nothing = refusal('Er is niets te veranderen.', 'There is nothing to change.');
