import * as vscode from 'vscode';
import { say, spoken } from '../language.js';
import { showWhole } from '../whole-message.js';
import { noFilter } from './overview.js';
import type { Told } from '../../../server/src/hosts/lsp/questions.js';
import { viewId, type QuestionsView } from './questions.js';
import type { Node } from './tree.js';
import { allStates, allStatuses, dateOf, referenceTo, stateWords, statusWords } from './words.js';

/** A row of the view, or what another program asks for; without it, the question at the cursor is meant. */
type Given = Node | { index?: number; value?: string | null } | undefined;

/** @returns nothing where the user changed their mind */
type AskValue = (told: Told, view: QuestionsView) => Promise<string | null | undefined>;

/** What the view and its questions can be asked to do, by name. */
export function questionCommands(view: QuestionsView): Record<string, (given?: Given) => Promise<void>> {
  const indexOf = async (given: Given) => given?.index ?? (await view.atCursor());

  async function goTo(given: Given, what: 'question' | 'answer'): Promise<void> {
    const index = await indexOf(given);
    const [place] = (index === undefined ? null : await view.ask(what, { index }))?.locations ?? [];
    if (!place) return tellNone(index, what);
    const { start } = place.range;
    const at = new vscode.Position(start.line, start.character);
    const editor = await vscode.window.showTextDocument(vscode.Uri.parse(place.uri), { preview: false });
    editor.selection = new vscode.Selection(at, at);
    editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** Asks what to write, and writes it into the note on the question. */
  const write = (key: string, askValue: AskValue) => async (given: Given) => {
    const index = await indexOf(given);
    const told = index === undefined ? null : await view.ask('describe', { index });
    if (!told) return tellNone(undefined, 'question');
    const value = given && 'value' in given ? given.value : await askValue(told, view);
    if (value === undefined) return;
    const done = await view.ask('set', { index, key, value });
    if (done?.refused) showWhole(vscode.window.showWarningMessage, done.refused);
  };

  return {
    async showQuestions() {
      await vscode.commands.executeCommand(`${viewId}.focus`);
    },
    goToQuestion: (given) => goTo(given, 'question'),
    goToAnswer: (given) => goTo(given, 'answer'),
    assignOwner: write('owner', askOwner),
    setState: write('state', askState),
    setDue: write('due', askDue),
    setRemark: write('remark', async ({ note }) =>
      vscode.window.showInputBox({
        title: say('Opmerking bij de vraag', 'Remark on the question'),
        prompt: say(
          'Wordt nooit gedrukt. Laat leeg om de opmerking weg te halen.',
          'Never printed. Leave empty to remove the remark.',
        ),
        value: note?.remark ?? '',
      }),
    ),
    async copyReference(given) {
      const index = await indexOf(given);
      const told = index === undefined ? null : await view.ask('describe', { index });
      if (!told?.numbers?.length) return tellNone(undefined, 'question');
      await vscode.env.clipboard.writeText(referenceTo(told.numbers, spoken()));
    },
    async filterOpen() {
      view.narrow({ open: true });
    },
    async filterOwner() {
      const owners = [...new Set(view.rows.flatMap(({ owner }) => owner ?? []))].sort();
      if (owners.length === 0) {
        showWhole(
          vscode.window.showInformationMessage,
          say(
            'Er is nog geen vraag met een eigenaar. Wijs er eerst een toe.',
            'No question has an owner yet. Assign one first.',
          ),
        );
        return;
      }
      const owner = await vscode.window.showQuickPick(owners, {
        title: say('Van wie wilt u de vragen zien?', 'Whose questions do you want to see?'),
      });
      if (owner) view.narrow({ owner });
    },
    async filterState() {
      const words = spoken();
      const chosen = await vscode.window.showQuickPick(
        [
          { label: say('het antwoord', 'the answer'), kind: vscode.QuickPickItemKind.Separator },
          ...allStatuses.map((status) => ({
            label: statusWords(status, words),
            change: { status, state: null },
          })),
          { label: say('het werk', 'the work'), kind: vscode.QuickPickItemKind.Separator },
          ...allStates.map((state) => ({ label: stateWords(state, words), change: { state, status: null } })),
        ],
        { title: say('Welke vragen wilt u zien?', 'Which questions do you want to see?') },
      );
      if (chosen && 'change' in chosen) view.narrow(chosen.change);
    },
    async clearFilter() {
      view.narrow(noFilter);
    },
  };
}

function tellNone(index: number | undefined, what: 'question' | 'answer'): void {
  void vscode.window.showInformationMessage(
    index === undefined
      ? say('Zet de cursor in een vraag of een antwoord.', 'Put the cursor in a question or an answer.')
      : what === 'answer'
        ? say('Deze vraag heeft nog geen antwoord.', 'This question has no answer yet.')
        : say('Deze vraag staat er niet meer.', 'This question is gone.'),
  );
}

const noOne = () => say('Niemand', 'No one');

async function askOwner({ owners = [], note }: Told): Promise<string | null | undefined> {
  const other = say('Iemand anders…', 'Someone else…');
  const none = noOne();
  const title = say('Wie schrijft het antwoord?', 'Who writes the answer?');
  const listed = [...owners, other, ...(note?.owner ? [none] : [])];
  const chosen = owners.length || note?.owner ? await vscode.window.showQuickPick(listed, { title }) : other;
  if (chosen === none) return null;
  if (chosen !== other) return chosen;
  return vscode.window.showInputBox({ title, value: note?.owner ?? '' });
}

async function askState({ note }: Told): Promise<string | null | undefined> {
  const words = spoken();
  const chosen = await vscode.window.showQuickPick(
    [
      ...allStates.map((state) => ({
        label: stateWords(state, words),
        description: note?.state === state ? say('nu', 'now') : undefined,
        state: state as string | null,
      })),
      ...(note?.state ? [{ label: say('Geen stand', 'No state'), description: undefined, state: null }] : []),
    ],
    { title: say('Hoe ver is het antwoord?', 'How far is the answer?') },
  );
  return chosen?.state;
}

async function askDue({ note }: Told): Promise<string | null | undefined> {
  const words = spoken();
  const typed = await vscode.window.showInputBox({
    title: say('Wanneer moet het antwoord klaar zijn?', 'When is the answer due?'),
    prompt: say(
      'Een datum, zoals 7 januari 2025 of 7-1-2025. Laat leeg om de datum weg te halen.',
      'A date, such as 7 January 2025 or 2025-01-07. Leave empty to remove it.',
    ),
    value: note?.due ?? '',
    validateInput: (value) =>
      !value || dateOf(value, words)
        ? undefined
        : say(
            'Deze datum is er niet. Schrijf dag, maand en jaar: 7 januari 2025.',
            'There is no such date. Write day, month and year: 7 January 2025.',
          ),
  });
  return typed && dateOf(typed, words);
}
