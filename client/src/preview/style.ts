/** What the preview adds to the look of an exported page: the colours of the theme on the screen, and what only it shows. */
export const previewStyle = `
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; user-select: none; }
ins { text-decoration: underline 2px; }
del { text-decoration: line-through; }
body { padding: 0; }
main a { text-decoration: underline; }
main sup a { text-decoration: none; }
[data-at] { cursor: default; }
@media screen {
  :root {
    color-scheme: inherit;
    --paper: var(--vscode-editor-background);
    --ink: var(--vscode-editor-foreground);
    --link: var(--vscode-textLink-foreground);
    --rule: var(--vscode-contrastBorder, var(--vscode-editorRuler-foreground, currentColor));
    --shade: var(--vscode-textBlockQuote-background);
    --target: var(--vscode-editor-findMatchHighlightBackground);
    --open: var(--vscode-inputValidation-warningBorder);
    --open-shade: var(--vscode-inputValidation-warningBackground);
  }
  body { font-size: .9375rem; }
  :focus { outline: none; }
  :focus-visible, li:focus { outline: 2px solid var(--vscode-focusBorder); outline-offset: 2px; }
  ins { background: var(--vscode-diffEditor-insertedTextBackground, transparent); }
  del { background: var(--vscode-diffEditor-removedTextBackground, transparent); }
  .answer.deferred { border-left: 3px solid var(--open); padding-left: .8em; }
}
`;
