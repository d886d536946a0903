import * as vscode from 'vscode';
import { say } from '../language.js';
import type { Command } from './command.js';

/** Places as the protocol writes them. */
export interface Place {
  range: { start: { line: number; character: number }; end: { line: number; character: number } };
}

/** Where the last jump to a text began: of several marks, that is where the way back leads. */
let from: { uri: string; position: vscode.Position } | null = null;

/** From the mark of a footnote to its text, and from the text back to the mark. */
export const goToFootnote: Command = {
  id: 'goToFootnote',
  async run() {
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.languageId !== 'kamerbrief') return;
    const uri = editor.document.uri.toString();
    const position = editor.selection.active;
    const answer = await vscode.commands.executeCommand<{ locations: Place[] } | null>(
      '_kamerbrief.footnotes.partner',
      { uri, position: { line: position.line, character: position.character } },
    );
    const places = (answer?.locations ?? []).map(rangeOf);
    if (places.length === 0) {
      void vscode.window.showInformationMessage(
        say('Zet de cursor op een voetnoot met een tekst.', 'Put the cursor on a footnote with a text.'),
      );
      return;
    }
    const back = from?.uri === uri ? places.find((place) => place.contains(from!.position)) : undefined;
    if (!back && places.length > 1)
      await vscode.commands.executeCommand(
        'editor.action.goToLocations',
        editor.document.uri,
        position,
        places.map((range) => new vscode.Location(editor.document.uri, range)),
        'peek',
      );
    else leave(editor, back ?? places[0]);
  },
};

/** Puts the cursor behind a mark, or at the end of a text to go on writing. */
export function leave(editor: vscode.TextEditor, place: vscode.Range): void {
  from = { uri: editor.document.uri.toString(), position: editor.selection.active };
  editor.selection = new vscode.Selection(place.end, place.end);
  editor.revealRange(place, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

export function rangeOf({ range: { start, end } }: Place): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
