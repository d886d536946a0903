import { Text } from '@codemirror/state';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** Two ways to keep a text under edit: as most servers do, and as Kamerbrief does. */
export const keepers = {
  /** One string and the offsets of its lines. */
  string: {
    open: ({ uri, languageId, version, text }) => TextDocument.create(uri, languageId, version, text),
    change: (document, changes, version) => TextDocument.update(document, changes, version),
    text: (document) => document.getText(),
  },
  /** A rope of lines. */
  rope: {
    open: ({ text }) => Text.of(linesOf(text)),
    change: (rope, changes) =>
      changes.reduce(
        (now, { range: { start, end }, text }) =>
          now.replace(offsetIn(now, start), offsetIn(now, end), Text.of(linesOf(text))),
        rope,
      ),
    text: (rope) => rope.toString(),
  },
};

function linesOf(text) {
  return text.split(/\r\n|\r|\n/);
}

function offsetIn(rope, { line, character }) {
  const { from, to } = rope.line(line + 1);
  return Math.min(from + character, to);
}
