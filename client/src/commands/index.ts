import type { Command } from './command.js';
import { format } from './format.js';
import { goToFootnote } from './go-to-footnote.js';
import { insertFootnote } from './insert-footnote.js';
import { showPreview, showPreviewBeside } from './preview.js';
import { renumber } from './renumber.js';
import { showLog } from './show-log.js';
import { showWalkthrough } from './show-walkthrough.js';
import { useKamerbrief } from './use-kamerbrief.js';

/** What works wherever VS Code runs. */
export const commands: readonly Command[] = [
  useKamerbrief,
  showPreview,
  showPreviewBeside,
  renumber,
  insertFootnote,
  goToFootnote,
  format,
  showWalkthrough,
  showLog,
];
