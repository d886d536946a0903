import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { questionCommands } from './commands.js';
import { QuestionsView } from './questions.js';

/** Puts up the view “Vragen”, the status bar and their commands, each in both languages. */
export function showQuestions(client: BaseLanguageClient): vscode.Disposable {
  const view = new QuestionsView(client);
  const registered = Object.entries(questionCommands(view)).flatMap(([id, run]) =>
    ['', '.en'].map((suffix) => vscode.commands.registerCommand(`kamerbrief.${id}${suffix}`, run)),
  );
  return vscode.Disposable.from(view, ...registered);
}
