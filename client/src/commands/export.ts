import { dirname, resolve } from 'node:path';
import * as vscode from 'vscode';
import { say } from '../language.js';
import type { Command } from './command.js';
import { newFileBeside, runWithProgress, savedFile, showFailure } from './program.js';

/** What a document can be exported to, the most used first. */
const forms = [
  { ending: 'docx', label: () => say('Word-document', 'Word document') },
  { ending: 'pdf', label: () => say('PDF', 'PDF') },
  { ending: 'html', label: () => say('Webpagina', 'Web page') },
  {
    ending: 'xml',
    form: 'akn',
    label: () => say('Akoma Ntoso, voor archieven', 'Akoma Ntoso, for archives'),
  },
  { ending: 'txt', form: 'text', label: () => say('Platte tekst', 'Plain text') },
];

/** Writes the document that is open as it is printed, a report with its parts. */
export const exportDocument: Command = {
  id: 'export',
  async run(workbench, { input, out }: { input?: vscode.Uri; out?: vscode.Uri } = {}) {
    const file = await savedFile(input ?? workbench.preview.active);
    if (!file || !(await saveParts())) return;
    const target = out ?? (await chooseTarget(file));
    if (!target) return;
    const form = forms.find(({ ending }) => target.path.toLowerCase().endsWith(`.${ending}`)) ?? forms[0];
    const folder = vscode.workspace.getWorkspaceFolder(file)?.uri;
    const template = form.ending === 'docx' ? templateFor(file, folder) : [];
    const made = await runWithProgress(
      workbench,
      say('Exporteren…', 'Exporting…'),
      ['export', file.fsPath, '--to', form.form ?? form.ending, '--out', target.fsPath, ...template],
      folder?.fsPath,
    );
    if (!made.ok)
      showFailure(workbench, say('Exporteren is niet gelukt', 'The export did not succeed'), made.message);
    else void tell(target, made.notices);
  },
};

/** The template of the house, if the setting names one: from the folder that is open, or else from that of the document. */
function templateFor(file: vscode.Uri, folder: vscode.Uri | undefined): string[] {
  const path = vscode.workspace
    .getConfiguration('kamerbrief', file)
    .get<string>('export.template', '')
    .trim();
  return path ? ['--template', resolve(folder?.fsPath ?? dirname(file.fsPath), path)] : [];
}

/** What stands unsaved in an open part would not be in the report. */
export async function saveParts(): Promise<boolean> {
  for (const document of vscode.workspace.textDocuments)
    if (document.languageId === 'kamerbrief' && document.uri.scheme === 'file' && document.isDirty)
      if (!(await document.save())) return false;
  return true;
}

async function chooseTarget(file: vscode.Uri): Promise<vscode.Uri | null> {
  const chosen = await vscode.window.showQuickPick(
    forms.map(({ ending, label }) => ({ label: label(), description: `.${ending}`, ending })),
    { title: say('Wat wilt u maken?', 'What do you want to make?') },
  );
  if (!chosen) return null;
  const name = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/(?:\.brief)?\.md$/i, '');
  return newFileBeside(file, `${name}.${chosen.ending}`, say('Waar komt het?', 'Where does it go?'));
}

/** Says that it is there and what is still open in it, and offers to open it. */
async function tell(target: vscode.Uri, notices: string): Promise<void> {
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  const open = say('Openen', 'Open');
  const done = say(`‘${name}’ is gemaakt.`, `‘${name}’ was made.`);
  const answer = notices
    ? await vscode.window.showWarningMessage(`${done} ${notices}`, open)
    : await vscode.window.showInformationMessage(done, open);
  if (answer === open) await vscode.env.openExternal(target);
}
