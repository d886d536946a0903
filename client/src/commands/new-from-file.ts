import * as vscode from 'vscode';
import { say } from '../language.js';
import { beginReply } from './begin-reply.js';
import type { Command } from './command.js';
import { makeReport } from './make-report.js';

/** What “New file…” offers: it asks which letter is answered. */
export const newReply: Command = {
  id: 'newReply',
  async run(workbench, options = {}) {
    const input =
      options.input ?? (await chooseBrief(say('Welke brief beantwoordt u?', 'Which letter do you answer?')));
    if (input) await beginReply.run(workbench, { ...options, input });
  },
};

/** The same for a report: the reply names its letter. */
export const newReport: Command = {
  id: 'newReport',
  async run(workbench, options = {}) {
    const input =
      options.input ??
      (await chooseBrief(
        say('Welke antwoordbrief komt in het verslag?', 'Which reply goes into the report?'),
      ));
    if (input) await makeReport.run(workbench, { ...options, input });
  },
};

/** More than anyone scrolls through. */
const mostShown = 500;

/** One of the files in the folder that is open, or one from elsewhere. */
async function chooseBrief(title: string): Promise<vscode.Uri | undefined> {
  const files = await vscode.workspace.findFiles('**/*.brief.md', '**/node_modules/**', mostShown);
  if (files.length === 0) return chooseFile(title);
  const items = files
    .map((uri) => {
      const path = vscode.workspace.asRelativePath(uri);
      const cut = path.lastIndexOf('/') + 1;
      return { label: path.slice(cut), description: path.slice(0, cut).replace(/\/$/, ''), uri };
    })
    .sort((a, b) => a.description.localeCompare(b.description) || a.label.localeCompare(b.label));
  const elsewhere = { label: say('Een ander bestand…', 'Another file…'), description: '', uri: undefined };
  const chosen = await vscode.window.showQuickPick([...items, elsewhere], {
    title,
    matchOnDescription: true,
  });
  return chosen === elsewhere ? chooseFile(title) : chosen?.uri;
}

async function chooseFile(title: string): Promise<vscode.Uri | undefined> {
  const filters = { [say('Brief of antwoordbrief', 'Letter or reply')]: ['brief.md', 'md'] };
  const [file] = (await vscode.window.showOpenDialog({ title, filters })) ?? [];
  return file;
}
