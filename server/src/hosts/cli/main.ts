import { Command, CommanderError } from 'commander';
import { checkCommand } from './check.js';
import { exportCommand } from './export.js';
import { formatCommand } from './format.js';
import { importCommand } from './import.js';
import { lspCommand } from './lsp.js';
import { newCommand } from './new.js';
import { questionsCommand } from './questions.js';
import { renumberCommand } from './renumber.js';
import { said, UsageError } from './errors.js';
import { misuse, speakLanguage } from './help.js';

/** Exit codes: 0 the work was done, 1 `check` found errors, 2 wrong usage or unreadable input. */
async function main(argv: string[]): Promise<number> {
  const program = new Command('kamerbrief')
    .description(
      said({
        nl: 'Controleert brieven van Kamercommissies en antwoorden van bewindspersonen, en helpt ze te schrijven (*.brief.md).',
        en: 'Check and draft parliamentary committee letters and ministerial replies (*.brief.md).',
      }),
    )
    .version(
      '0.1.0',
      '-V, --version',
      said({ nl: 'toon welke versie dit is', en: 'output the version number' }),
    )
    .exitOverride()
    .addHelpText(
      'after',
      said({
        nl: `
Voorbeelden:
  kamerbrief check antwoord.brief.md           wat er mis is of ontbreekt in een antwoordbrief
  kamerbrief check --format json .             hetzelfde voor een hele map, voor andere programma's
  kamerbrief questions antwoord.brief.md       elke vraag met haar stand
  kamerbrief import overleg.docx --out overleg  een gepubliceerd overleg binnenhalen
  kamerbrief new reply brief.brief.md          de antwoordbrief bij een brief beginnen
  kamerbrief export verslag.brief.md --to docx --out verslag.docx
                                               het verslag met zijn delen, zoals het wordt gedrukt
  kamerbrief format antwoord.brief.md          de opmaak netjes maken, zonder een woord te veranderen
  kamerbrief renumber antwoord.brief.md        de vragen op volgorde nummeren, met alles wat ernaar verwijst

Niets verlaat deze computer.`,
        en: `
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
      }),
    );
  speakLanguage(program);
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
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      if (error.code !== 'commander.help') process.stderr.write(`kamerbrief: ${misuse(error)}\n`);
      return 2;
    }
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
