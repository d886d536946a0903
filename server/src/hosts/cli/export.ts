import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { toAkn } from '../../documents/out/akn/akn.js';
import { printed } from '../../documents/out/build.js';
import type { ImageInline, PrintedDocument } from '../../documents/out/document.js';
import { toHtml } from '../../documents/out/html.js';
import { toText } from '../../documents/out/text.js';
import { answers } from '../../model/answering.js';
import { statusOf } from '../../model/brief.js';
import { check } from '../../rules/check.js';
import { counted, said, UsageError } from './errors.js';
import { readContext } from './files.js';
import { example, formOption, oneFile } from './help.js';
import { writeFile } from './write-file.js';
import { pictureReader, type Picture } from './images.js';
import { readWithParts, type ReadFile } from './parts.js';

type Exporter = (
  document: PrintedDocument,
  picture: (image: ImageInline) => Picture | null,
  template: string | undefined,
) => string | Promise<Uint8Array>;

const exporters: Record<string, Exporter> = {
  html: (document, picture) => toHtml(document, { image: (image) => inText(picture(image)) }),
  // Only read when it is asked for.
  docx: async (document, picture, template) =>
    (await import('../../documents/out/docx.js')).toDocx(document, {
      picture,
      template:
        template === undefined ? undefined : await (await import('./template.js')).readHouse(template),
    }),
  akn: (document, picture) => toAkn(document, { image: (image) => inText(picture(image)) }),
  pdf: async (document, picture) => (await import('./pdf.js')).toPdf(document, picture),
  text: toText,
};

/** A picture as an address that holds it. */
function inText(picture: Picture | null): string | null {
  return picture && `data:image/${picture.type};base64,${picture.data.toString('base64')}`;
}

export function exportCommand(program: Command): void {
  program
    .command('export')
    .description(
      said({
        nl: 'maak een stuk zoals het wordt gedrukt; een verslag met zijn delen',
        en: 'write a document as it is printed; a report with its parts',
      }),
    )
    .argument(...oneFile())
    .addOption(
      formOption(
        '--to',
        { nl: 'wat er gemaakt wordt', en: 'what to write' },
        exporters,
      ).makeOptionMandatory(),
    )
    .requiredOption(
      said({ nl: '--out <bestand>', en: '--out <file>' }),
      said({
        nl: 'waar het komt te staan; een eerdere export wordt vervangen, een bestand *.md nooit',
        en: 'where to write it; an earlier export is replaced, a *.md file never',
      }),
    )
    .option(
      said({ nl: '--template <bestand>', en: '--template <file>' }),
      said({
        nl: 'bij docx: een .docx of .dotx waarvan de stijlen, bladspiegel, kop- en voetteksten worden overgenomen',
        en: 'for docx: a .docx or .dotx whose styles, pages, headers and footers are taken',
      }),
    )
    .addHelpText(
      'after',
      example(
        'kamerbrief export verslag.brief.md --to docx --out verslag.docx',
        'kamerbrief export verslag.brief.md --to docx --template huis.dotx --out verslag.docx',
      ),
    )
    .action(async (file: string, { to, out, template }: { to: string; out: string; template?: string }) => {
      if (template !== undefined && to !== 'docx')
        throw new UsageError({
          nl: 'Een sjabloon (--template) is er alleen voor docx.',
          en: 'a template (--template) is for docx only',
        });
      const { files, resolver, pathOf } = await readWithParts(file);
      refuseSources(out, [...files.map(({ path }) => path), ...(template === undefined ? [] : [template])]);
      const read = pictureReader((image) => pathOf(image.href, image.file));
      const lost = new Set<string>();
      const picture = (image: ImageInline) => {
        const found = read(image);
        // Word shows no such pictures.
        if (!found || (to === 'docx' && found.type === 'webp')) lost.add(image.href);
        return found;
      };
      const content = await exporters[to](printed(files[0].brief, resolver), picture, template);
      await writeFile(out, content);
      tellWhatIsLost([...lost]);
      await tellWhatIsOpen(files);
      process.stdout.write(`${out}\n`);
    });
}

/** An export never takes the place of what it is made of, or of any other text that someone wrote. */
function refuseSources(out: string, sources: readonly string[]): void {
  const target = real(out);
  if (/\.md$/i.test(target) || sources.some((path) => real(path) === target))
    throw new UsageError({
      nl: `${out}: hier staat een stuk zelf; er is niets geschreven. Kies een andere naam.`,
      en: `${out}: this is the name of a document itself; nothing was written. Choose another name.`,
    });
}

/** Where a path leads to, links followed. */
function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

/** A picture that is not there leaves its description. */
function tellWhatIsLost(pictures: readonly string[]): void {
  for (const href of pictures) {
    const name = href.length > 80 ? `${href.slice(0, 80)}…` : href;
    process.stderr.write(
      `kamerbrief: ${said({
        nl: `De afbeelding ‘${name}’ kan niet worden getoond; de beschrijving staat ervoor in de plaats.`,
        en: `The image ‘${name}’ cannot be shown; its description stands in its place.`,
      })}\n`,
    );
  }
}

/** A draft is exported all the same; what is wrong or missing in it is said beside it. */
async function tellWhatIsOpen(files: readonly ReadFile[]): Promise<void> {
  for (const { path, brief } of files) {
    const reports = check(brief, await readContext(path, brief, []));
    const errors = reports.filter(({ severity }) => severity === 'error').length;
    const open = answers(brief)
      ? brief.questions.filter((question) => !/^(?:answered|referred|deferred)$/.test(statusOf(question)))
          .length
      : 0;
    const counts = (parts: [count: number, one: string, more: string][], and: string) =>
      parts
        .filter(([count]) => count > 0)
        .map((part) => counted(...part))
        .join(and);
    const nl = counts(
      [
        [errors, 'fout', 'fouten'],
        [open, 'vraag zonder antwoord', 'vragen zonder antwoord'],
      ],
      ' en ',
    );
    const en = counts(
      [
        [errors, 'error', 'errors'],
        [open, 'question without an answer', 'questions without an answer'],
      ],
      ' and ',
    );
    if (errors + open > 0)
      process.stderr.write(
        `kamerbrief: ${path}: ${said({
          nl: `${nl}. Het bestand is toch gemaakt.`,
          en: `${en}. The file was made all the same.`,
        })}\n`,
      );
  }
}
