import * as vscode from 'vscode';
import { Message, type MessageStrategy } from 'vscode-languageclient';
import { say } from './language.js';

type Show = (message: string, button: string) => Thenable<unknown>;

/** Shows a message that may be long: VS Code cuts off one that has no button. */
export function showWhole(show: Show, message: string): void {
  void show(message, say('Sluiten', 'Close'));
}

/** The same for what the server says of its own accord. */
export const wholeMessages: MessageStrategy = {
  handleMessage(message, next) {
    if (!Message.isNotification(message) || message.method !== 'window/showMessage') return next(message);
    showWhole(vscode.window.showWarningMessage, (message.params as { message: string }).message);
  },
};
