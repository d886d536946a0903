import { beginReply } from './begin-reply.js';
import { exportDocument } from './export.js';
import { importDocument } from './import-document.js';
import type { Command } from './command.js';
import { makeReport } from './make-report.js';
import { newReply, newReport } from './new-from-file.js';
import { newLetter } from './new-letter.js';
import { print } from './print.js';

/** What the command line does: it needs a process and files on this computer. */
export const withProgram: readonly Command[] = [
  newLetter,
  newReply,
  newReport,
  beginReply,
  makeReport,
  print,
  exportDocument,
  importDocument,
];
