import * as vscode from 'vscode';
import { say } from '../language.js';
import type { Command } from './command.js';
import { runWithProgress, showFailure } from './program.js';

/** Brings in a published letter, reply or consultation, with the command line that comes with the extension. */
export const importDocument: Command = {
  id: 'importDocument',
  async run(workbench, { input: given, out }: { input?: vscode.Uri; out?: vscode.Uri } = {}) {
    const input = given ?? (await chooseInput());
    const folder = input && (out ?? (await chooseFolder(vscode.Uri.joinPath(input, '..'))));
    if (!folder) return;
    const made = await runWithProgress(workbench, say('Brief importeren…', 'Importing letter…'), [
      'import',
      input.fsPath,
      '--out',
      folder.fsPath,
    ]);
    if (!made.ok) {
      showFailure(workbench, say('Importeren is niet gelukt', 'The import did not succeed'), made.message);
      return;
    }
    const paths = made.output.split('\n');
    const count = workbench.importNotices.show(paths, made.notices.split('\n'));
    for (const path of paths) await vscode.window.showTextDocument(vscode.Uri.file(path), { preview: false });
    if (count > 0) void tell(count);
  },
};

async function chooseInput(): Promise<vscode.Uri | undefined> {
  const [input] =
    (await vscode.window.showOpenDialog({
      title: say('Welk stuk wilt u importeren?', 'Which document do you want to import?'),
      filters: { [say('Word, PDF of tekst', 'Word, PDF or text')]: ['docx', 'pdf', 'txt'] },
    })) ?? [];
  return input;
}

async function chooseFolder(beside: vscode.Uri): Promise<vscode.Uri | undefined> {
  const [folder] =
    (await vscode.window.showOpenDialog({
      title: say('In welke map komen de bestanden?', 'Which folder do the files go to?'),
      defaultUri: beside,
      openLabel: say('Kies deze map', 'Choose this folder'),
      canSelectFolders: true,
      canSelectFiles: false,
    })) ?? [];
  return folder;
}

async function tell(count: number): Promise<void> {
  const look = say('Laat zien', 'Show');
  const answer = await vscode.window.showInformationMessage(
    count === 1
      ? say('Bij het importeren is 1 plek om na te kijken.', 'The import left 1 place to look at.')
      : say(
          `Bij het importeren zijn er ${count} plekken om na te kijken.`,
          `The import left ${count} places to look at.`,
        ),
    look,
  );
  if (answer === look) await vscode.commands.executeCommand('workbench.actions.view.problems');
}
