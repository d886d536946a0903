import {
  DocumentHighlightKind,
  FoldingRangeKind,
  LSPErrorCodes,
  MarkupKind,
  MessageType,
  ResponseError,
  ShowMessageNotification,
} from 'vscode-languageserver';
import { isRefusal } from '../../edits/edit.js';
import { formatEdits } from '../../edits/format.js';
import { codeLenses } from '../../features/code-lenses.js';
import { asksForFiles, completion } from '../../features/completion/index.js';
import { definition } from '../../features/definition.js';
import { documentLinks } from '../../features/document-links.js';
import { folding } from '../../features/folding.js';
import { hover } from '../../features/hover.js';
import { inlayHints } from '../../features/inlay-hints.js';
import { mentions, references } from '../../features/references.js';
import { renamingAt } from '../../features/rename.js';
import { selectionRanges } from '../../features/selection-ranges.js';
import { semanticTokens } from '../../features/semantic-tokens.js';
import { symbols } from '../../features/symbols.js';
import { workspaceSymbols } from '../../features/workspace-symbols.js';
import { rangeOf } from '../../model/brief.js';
import { offsetAt } from '../../text/text.js';
import { today } from '../today.js';
import { codeActions, resolveAction } from './code-actions.js';
import {
  flatSymbols,
  showReferences,
  toCodeLens,
  toCompletion,
  toEdits,
  toHover,
  toInlayHint,
  toLink,
  toRange,
  toSelectionRange,
  toSemanticTokens,
  toSymbol,
  toSymbolInformation,
  wordsOf,
} from './convert.js';
import type { Session } from './session.js';

/** From one place to another, and what is known of it. */
export function answerLookups(session: Session): void {
  const { connection, workspace } = session;

  connection.onDefinition((asked) =>
    session.at(asked, (open, offset) =>
      session.locationsOf(open, definition(open.brief, workspace.heldWith(open), offset)),
    ),
  );

  connection.onReferences((asked) =>
    session.at(asked, (open, offset) =>
      session.locationsOf(
        open,
        references(open.brief, workspace.heldWith(open), offset, asked.context.includeDeclaration),
      ),
    ),
  );

  connection.onDocumentHighlight((asked) =>
    session.at(asked, (open, offset) =>
      (mentions(open.brief, offset, true) ?? []).map((place) => ({
        range: toRange(open.text, rangeOf(place)),
        kind: DocumentHighlightKind.Text,
      })),
    ),
  );

  connection.onHover((asked) =>
    session.at(asked, (open, offset) => {
      const found = hover(open.brief, workspace.heldWith(open), offset);
      const formats = session.capabilities.textDocument?.hover?.contentFormat ?? [];
      return found && toHover(open.text, found, formats.includes(MarkupKind.Markdown));
    }),
  );

  connection.onDocumentSymbol((asked) =>
    session.about(asked, (open) => {
      const { documentSymbol } = session.capabilities.textDocument ?? {};
      return documentSymbol?.hierarchicalDocumentSymbolSupport
        ? symbols(open.brief).map((symbol) => toSymbol(open.text, symbol))
        : flatSymbols(open, symbols(open.brief));
    }),
  );

  connection.onWorkspaceSymbol(({ query }) =>
    workspaceSymbols(workspace.known(), query).map(toSymbolInformation),
  );

  connection.onDocumentLinks((asked) =>
    session.about(asked, (open) => {
      const tooltips = session.capabilities.textDocument?.documentLink?.tooltipSupport ?? false;
      return documentLinks(open.brief).flatMap((link) => toLink(open, link, tooltips));
    }),
  );
}

/** What is drawn in and beside the text. */
export function answerDisplay(session: Session): void {
  const { connection, workspace } = session;

  connection.onFoldingRanges((asked) =>
    session.about(asked, (open) =>
      folding(open.brief).map(({ from, to }) => ({
        startLine: from,
        endLine: to,
        kind: FoldingRangeKind.Region,
      })),
    ),
  );

  connection.onSelectionRanges((asked) =>
    session.about(asked, (open) => {
      const offsets = asked.positions.map((position) => offsetAt(open.text, position));
      return selectionRanges(open.brief, offsets).map((ranges) => toSelectionRange(open.text, ranges));
    }),
  );

  connection.languages.inlayHint.on((asked) =>
    session.within(asked, (open, range) =>
      session.settings.inlayHints.footnoteNumbers
        ? inlayHints(open.brief, workspace.numberedMarks(open), range).map((hint) =>
            toInlayHint(open.text, hint),
          )
        : null,
    ),
  );

  connection.onCodeLens((asked) =>
    session.about(asked, (open) => {
      const { codeLens } = session.settings;
      if (!codeLens.answeredBy && !codeLens.referredToBy) return null;
      const clickable = session.editorCommands.includes(showReferences);
      return codeLenses(open.brief, workspace.heldWith(open), codeLens).map((lens) =>
        toCodeLens(open, lens, clickable ? session.locationsOf(open, lens.targets) : []),
      );
    }),
  );

  const noTokens = { data: [] };
  connection.languages.semanticTokens.on(
    (asked) =>
      session.about(asked, (open) => toSemanticTokens(open.text, semanticTokens(open.brief))) ?? noTokens,
  );
  connection.languages.semanticTokens.onRange(
    (asked) =>
      session.within(asked, (open, range) =>
        toSemanticTokens(open.text, semanticTokens(open.brief, range)),
      ) ?? noTokens,
  );
}

/** What changes the text, or offers to. */
export function answerEdits(session: Session): void {
  const { connection, workspace } = session;

  connection.onCompletion((asked) =>
    session.at(asked, async (open, offset) => {
      const { completionItem } = session.capabilities.textDocument?.completion ?? {};
      const tabStops = completionItem?.snippetSupport ?? false;
      const labelDetails = completionItem?.labelDetailsSupport ?? false;
      const files = asksForFiles(open.brief, offset) ? await workspace.filesFor(open.uri) : [];
      // The text may have changed while files were looked for.
      const { items, more } = completion(open.brief, offsetAt(open.text, asked.position), {
        tabStops,
        trigger: asked.context?.triggerCharacter ?? null,
        comparison: () => workspace.contextOf(open).comparison(),
        files,
        today: today(),
      });
      const list = items.map((item) => toCompletion(open, item, tabStops, labelDetails));
      return more ? { isIncomplete: true, items: list } : list;
    }),
  );

  connection.onCodeAction((asked) => session.about(asked, (open) => codeActions(session, open, asked)));

  connection.onCodeActionResolve((action) =>
    resolveAction(session, action, (message) => {
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
    }),
  );

  connection.onPrepareRename((asked) =>
    session.at(asked, (open, offset) => {
      const renaming = renamingAt(open.brief, offset);
      return renaming && { range: toRange(open.text, renaming.at), placeholder: renaming.placeholder };
    }),
  );

  connection.onRenameRequest((asked) =>
    session.at(asked, (open, offset) => {
      const made = renamingAt(open.brief, offset)?.rename(asked.newName);
      if (!made) return null;
      if (isRefusal(made)) return new ResponseError(LSPErrorCodes.RequestFailed, made.refused[wordsOf(open)]);
      return session.workspaceEdit(open, toEdits(open, made));
    }),
  );

  connection.onDocumentFormatting((asked) =>
    session.about(asked, (open) => toEdits(open, formatEdits(open.brief))),
  );

  connection.workspace.onWillRenameFiles(({ files }) => {
    const changes = workspace.editsForMoves(files);
    if (changes.length === 0) return null;
    return session.workspaceEdits(
      changes.map(({ document, edits }) => ({ document, edits: toEdits(document, edits) })),
    );
  });
}
