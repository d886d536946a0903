import * as vscode from 'vscode';
import { say } from '../language.js';
import { letterEditor } from '../letter-at-hand.js';
import { showWhole } from '../whole-message.js';
import { leave, rangeOf, type Place } from './go-to-footnote.js';
import type { Command } from './command.js';

/** What the server answers; `refused` says why nothing was changed. */
interface Answer {
  label?: string;
  locations?: Place[];
  refused?: string;
}

/** Puts a footnote at the cursor: its text, then the name that is offered for it. Without text, it is typed at the end. */
export const insertFootnote: Command = {
  id: 'insertFootnote',
  async run(_workbench, given: { text?: string; label?: string } = {}) {
    const editor = await letterEditor();
    if (!editor) return;
    const uri = editor.document.uri.toString();
    const { line, character } = editor.selection.active;
    const call = (name: string, more: object) =>
      vscode.commands.executeCommand<Answer | null>(`_kamerbrief.footnotes.${name}`, { uri, ...more });
    const text =
      given.text ??
      (await vscode.window.showInputBox({
        title: say('Voetnoot invoegen', 'Insert a footnote'),
        prompt: say(
          'De tekst van de voetnoot. Laat leeg om die onderaan te typen.',
          'The text of the footnote. Leave empty to type it at the end.',
        ),
      }));
    if (text === undefined) return;
    const label =
      given.text === undefined && text
        ? await vscode.window.showInputBox({
            title: say('Voetnoot invoegen', 'Insert a footnote'),
            prompt: say(
              'De naam van de voetnoot, voor uzelf; in druk staat er een nummer.',
              'The name of the footnote, for yourself; in print there is a number.',
            ),
            value: (await call('label', { text }))?.label,
            validateInput: async (label) => (await call('label', { label }))?.refused,
          })
        : given.label;
    if (label === undefined && given.text === undefined && text) return;
    const done = await call('insert', { position: { line, character }, text, label });
    if (done?.refused) showWhole(vscode.window.showWarningMessage, done.refused);
    else if (done?.locations?.[0] && !text) leave(editor, rangeOf(done.locations[0]));
  },
};
