import * as vscode from 'vscode';

export const languageSetting = 'kamerbrief.language';

/** VS Code has no Dutch display language; a setting of our own decides, and `auto` means Dutch unless VS Code itself is in the language of others. */
export function isDutch(): boolean {
  const chosen = vscode.workspace.getConfiguration().get<string>(languageSetting, 'auto');
  return chosen === 'nl' || (chosen === 'auto' && !/^(?:de|fr|es)/.test(vscode.env.language));
}

/** The language that people are spoken to in. */
export type Spoken = 'nl' | 'en';

export function spoken(): Spoken {
  return isDutch() ? 'nl' : 'en';
}

export function say(nl: string, en: string): string {
  return isDutch() ? nl : en;
}
