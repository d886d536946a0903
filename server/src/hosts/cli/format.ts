import type { Command } from 'commander';
import { formatEdits } from '../../edits/format.js';
import { applyEdits } from '../../text/text.js';
import { said } from './errors.js';
import { example, oneFile } from './help.js';
import { readBrief } from './files.js';
import { writeFile } from './write-file.js';

export function formatCommand(program: Command): void {
  program
    .command('format')
    .description(
      said({
        nl: 'maak de opmaak van een bestand netjes; er verandert geen woord',
        en: 'tidy the layout of a file; changes no word',
      }),
    )
    .argument(...oneFile())
    .addHelpText('after', example('kamerbrief format antwoord.brief.md'))
    .action(async (file: string) => {
      const { document, source, lineEnd } = await readBrief(file);
      const formatted = applyEdits(document.text.toString(), formatEdits(document.brief)).replaceAll(
        '\n',
        lineEnd,
      );
      if (formatted === source)
        process.stdout.write(`${file}: ${said({ nl: 'al netjes', en: 'already tidy' })}\n`);
      else {
        await writeFile(file, formatted);
        process.stdout.write(`${file}: ${said({ nl: 'netjes gemaakt', en: 'tidied' })}\n`);
      }
    });
}
