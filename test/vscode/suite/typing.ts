import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { open, picture, positionOf, select, test } from './harness.js';

/** Types as from the keyboard, key by key: what the editor does at a key is done here too. */
async function type(text: string): Promise<void> {
  for (const key of text) await vscode.commands.executeCommand('type', { text: key });
}

/** Each case: before, keys, after. `|` is the cursor. */
const cases: Record<string, [before: string, keys: string, after: string][]> = {
  'Enter after a question leaves an empty line': [
    ['1. Klopt dit?|', '\n', '1. Klopt dit?\n\n|'],
    [
      '12. De leden van de fractie van D66 vragen of dit klopt.|',
      '\nA',
      '12. De leden van de fractie van D66 vragen of dit klopt.\n\nA|',
    ],
    ['a. Klopt dit?[^1]|', '\n', 'a. Klopt dit?[^1]\n\n|'],
    ['Vraag 12|', '\n', 'Vraag 12\n\n|'],
    ['**Vragen 5, 6 en 7**|', '\n', '**Vragen 5, 6 en 7**\n\n|'],
    ['Question 3|', '\n', 'Question 3\n\n|'],
  ],
  'Enter after an answer leaves an empty line': [
    ['Antwoord: Ja.|', '\n', 'Antwoord: Ja.\n\n|'],
    ['Antwoord: “Ja.”[^1][^2]|', '\n', 'Antwoord: “Ja.”[^1][^2]\n\n|'],
    ['Antwoord op vraag 3 en 4|', '\n', 'Antwoord op vraag 3 en 4\n\n|'],
    ['Een tweede alinea van het antwoord.|', '\n2', 'Een tweede alinea van het antwoord.\n\n2|'],
    ['Antwort zu Frage 3|', '\n', 'Antwort zu Frage 3\n\n|'],
  ],
  'Enter after a heading or a footnote leaves an empty line': [
    [
      '## Vragen van de leden van de fractie van D66|',
      '\n',
      '## Vragen van de leden van de fractie van D66\n\n|',
    ],
    ['[^1]: Een noot zonder punt|', '\n', '[^1]: Een noot zonder punt\n\n|'],
  ],
  'Enter stays Enter elsewhere': [
    ['De minister van Fietspaden,|', '\n', 'De minister van Fietspaden,\n|'],
    ['1) Een punt van een opsomming.|', '\n', '1) Een punt van een opsomming.\n|'],
    ['- Een punt.|', '\n', '- Een punt.\n|'],
    ['* * *|', '\n', '* * *\n|'],
    ['Klopt dit? En| dat?', '\n', 'Klopt dit? En\n| dat?'],
    ['Klopt dit?| En dat?', '\n', 'Klopt dit?\n| En dat?'],
    [
      '---\nsoort: antwoord\nonderwerp: Klopt dit?|\n---\n',
      '\n',
      '---\nsoort: antwoord\nonderwerp: Klopt dit?\n|\n---\n',
    ],
  ],
  'a footnote of several paragraphs keeps its indentation': [
    [
      '[^1]: Een noot.\n\n    Een tweede alinea.|',
      '\n\nM',
      '[^1]: Een noot.\n\n    Een tweede alinea.\n\n    M|',
    ],
  ],
  'brackets, quotation marks and comments close themselves': [
    ['Klopt dit |', '(', 'Klopt dit (|)'],
    ['Klopt dit |', '“', 'Klopt dit “|”'],
    ['Klopt dit|', '[^', 'Klopt dit[^|]'],
    ['|', '<!--', '<!--| -->'],
  ],
  'marks of an enumeration and apostrophes do not': [
    ['|', "1) foto's", "1) foto's|"],
    ['|', 'a) ’s-Gravenhage', 'a) ’s-Gravenhage|'],
  ],
};

for (const [name, rows] of Object.entries(cases))
  test(name, async () => {
    for (const [before, keys, after] of rows) {
      const editor = await open(before);
      if (!before.includes('|')) throw new Error('no cursor');
      await type(keys);
      assert.equal(picture(editor), after, `${JSON.stringify(keys)} in ${JSON.stringify(before)}`);
    }
  });

test('marks of emphasis go around what is selected', async () => {
  const editor = await open('Klopt dit echt wel?');
  const from = editor.document.getText().indexOf('echt');
  select(editor, editor.document.positionAt(from), editor.document.positionAt(from + 4));
  await type('**');
  assert.equal(editor.document.getText(), 'Klopt dit **echt** wel?');
  await type('“');
  assert.equal(editor.document.getText(), 'Klopt dit **“echt”** wel?');
});

test('words are words of a letter: with letters of any kind, hyphens and apostrophes', async () => {
  const { document } = await open(
    "De GroenLinks-PvdA-leden zien één foto’s ‘bijschrift’ en vraag 12, of coördineren dat zo'n.",
  );
  const word = (text: string) =>
    document.getText(document.getWordRangeAtPosition(positionOf(document, text)));
  for (const one of ['GroenLinks-PvdA-leden', 'één', 'foto’s', 'bijschrift', '12', 'coördineren', "zo'n"])
    assert.equal(word(one), one);
});

test('a line can be made a comment, and back', async () => {
  const editor = await open('Klopt |dit?');
  await vscode.commands.executeCommand('editor.action.commentLine');
  assert.equal(editor.document.getText(), '<!-- Klopt dit? -->');
  await vscode.commands.executeCommand('editor.action.commentLine');
  assert.equal(editor.document.getText(), 'Klopt dit?');
});

test('a line below is a line below', async () => {
  const editor = await open('1. Klo|pt dit?');
  await vscode.commands.executeCommand('editor.action.insertLineAfter');
  assert.match(picture(editor), /^1\. Klopt dit\?\n\n?\|$/);
});
