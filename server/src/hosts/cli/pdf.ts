import type { ImageInline, PrintedDocument } from '../../documents/out/document.js';
import { toTypst } from '../../documents/out/typst.js';
import type { Words } from '../../languages/messages.js';
import { typeset } from '../typst/typesetter.js';
import { said, UsageError } from './errors.js';
import type { Picture } from './images.js';

/** How many characters a message names. */
const mostNamed = 20;

/** A document as PDF. What it could not show is said on stderr: it is visible in the file as a box or between brackets. */
export async function toPdf(
  document: PrintedDocument,
  picture: (image: ImageInline) => Picture | null,
): Promise<Uint8Array> {
  const made = await typeset(__dirname, toTypst(document, { picture }));
  if ('problem' in made)
    throw new UsageError({
      nl: `De PDF kon niet worden gemaakt (${made.problem}). Er is niets geschreven.`,
      en: `The PDF could not be made (${made.problem}). Nothing was written.`,
    });
  const { missing, broken } = made;
  const names = `${missing.slice(0, mostNamed).join(' ')}${missing.length > mostNamed ? ' …' : ''}`;
  if (missing.length > 0)
    tell({
      nl: `De lettertypen van de PDF hebben deze tekens niet; er staat een leeg vakje: ${names}`,
      en: `The fonts of the PDF do not have these characters; an empty box stands there: ${names}`,
    });
  if (broken > 0)
    tell({
      nl:
        broken === 1
          ? 'Eén afbeelding kon niet worden gelezen; de beschrijving staat ervoor in de plaats.'
          : `${broken} afbeeldingen konden niet worden gelezen; de beschrijvingen staan ervoor in de plaats.`,
      en:
        broken === 1
          ? 'One image could not be read; its description stands in its place.'
          : `${broken} images could not be read; their descriptions stand in their place.`,
    });
  return made.pdf;
}

function tell(words: Words): void {
  process.stderr.write(`kamerbrief: ${said(words)}\n`);
}
