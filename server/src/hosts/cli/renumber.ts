import type { Command } from 'commander';
import { isRefusal } from '../../edits/edit.js';
import { doubtfulReferences, renumberEdits } from '../../edits/renumber.js';
import { rangeOf, textAt } from '../../model/brief.js';
import { applyEdits, positionAt } from '../../text/text.js';
import { said, UsageError } from './errors.js';
import { readBrief } from './files.js';
import { oneFile } from './help.js';
import { writeFile } from './write-file.js';

export function renumberCommand(program: Command): void {
  program
    .command('renumber')
    .description(
      said({
        nl: 'nummer de vragen op volgorde; antwoorden en verwijzingen gaan mee',
        en: 'number the questions in order; answers and references in plain words follow',
      }),
    )
    .argument(...oneFile())
    .addHelpText(
      'after',
      said({
        nl: `
Vragen krijgen de nummers 1, 2, 3 … in de volgorde waarin ze staan, of per fractie opnieuw waar het stuk dat doet, en
deelvragen de letters a, b, c. "het antwoord op vraag 3" en "de vragen 5 t/m 8" blijven naar dezelfde vragen wijzen. Waar
de nummers van de vraagsteller zijn (nummering: gegeven), verandert er niets.

Voorbeeld:
  kamerbrief renumber antwoord.brief.md`,
        en: `
Questions get the numbers 1, 2, 3 … in the order in which they stand, or in every group anew where the document
does so, and sub-questions the letters a, b, c. "het antwoord op vraag 3" and "de vragen 5 t/m 8" keep pointing to the
same questions. Nothing is changed where the numbers are the asker's (nummering: gegeven).

Example:
  kamerbrief renumber antwoord.brief.md`,
      }),
    )
    .action(async (file: string) => {
      const { document, lineEnd } = await readBrief(file);
      const { brief } = document;
      const edits = renumberEdits(brief);
      if (isRefusal(edits)) throw new UsageError(`${file}: ${said(edits.refused)}`);
      if (edits.length === 0) {
        process.stdout.write(`${file}: ${said({ nl: 'al op volgorde', en: 'in order already' })}\n`);
        return;
      }
      await writeFile(file, applyEdits(brief.text.toString(), edits).replaceAll('\n', lineEnd));
      process.stdout.write(`${file}: ${said({ nl: 'hernummerd', en: 'renumbered' })}\n`);
      for (const { block, fact } of doubtfulReferences(brief)) {
        const range = rangeOf({ block, at: fact.at });
        const words = textAt(brief.text, range).replace(/\s+/g, ' ');
        const line = positionAt(brief.text, range.from).line + 1;
        const message = {
          nl: `‘${words}’ kon meer dan één vraag betekenen; de dichtstbijzijnde erboven is genomen. Kijk het na.`,
          en: `"${words}" could mean more than one question before; it was taken for the nearest above. Check it.`,
        };
        process.stderr.write(`${file}:${line}: ${said(message)}\n`);
      }
    });
}
