import { Command, CommanderError } from 'commander';
import { checkCommand } from './check.js';
import { exportCommand } from './export.js';
import { formatCommand } from './format.js';
import { importCommand } from './import.js';
import { lspCommand } from './lsp.js';
import { newCommand } from './new.js';
import { questionsCommand } from './questions.js';
import { renumberCommand } from './renumber.js';
import { UsageError } from './errors.js';

/** Exit codes: 0 the work was done, 1 `check` found errors, 2 wrong usage or unreadable input. */
async function main(argv: string[]): Promise<number> {
  const program = new Command('kamerbrief')
    .description('Check and draft parliamentary committee letters and ministerial replies (*.brief.md).')
    .version('0.1.0')
    .exitOverride()
    .addHelpText(
      'after',
      `
Examples:
  kamerbrief check antwoord.brief.md           what is wrong or missing in a reply
  kamerbrief check --format json .             the same for a whole folder, for other programs
  kamerbrief questions antwoord.brief.md       every question with its state
  kamerbrief import overleg.docx --out overleg  bring in a published consultation
  kamerbrief new reply brief.brief.md          begin the reply to a letter
  kamerbrief export verslag.brief.md --to docx --out verslag.docx
                                               the report with its parts, as it is printed
  kamerbrief format antwoord.brief.md          tidy the layout, change no word
  kamerbrief renumber antwoord.brief.md        number the questions in order, and all that refers to them

Nothing leaves this machine.`,
    );
  let status = 0;
  for (const add of [
    checkCommand,
    questionsCommand,
    importCommand,
    newCommand,
    exportCommand,
    formatCommand,
    renumberCommand,
    lspCommand,
  ])
    add(program, (code) => (status = code));
  for (const command of program.commands) command.exitOverride();
  try {
    await program.parseAsync(argv);
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UsageError) {
      process.stderr.write(`kamerbrief: ${error.message}\n`);
      return 2;
    }
    throw error;
  }
}

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 2));
void main(process.argv).then((status) => (process.exitCode = status));
