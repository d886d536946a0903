import type { Words } from '../../../languages/messages.js';

const words = (nl: string, en: string): Words => ({ nl, en });

export const told = {
  changes: (count: number) =>
    count === 1
      ? words(
          'Hier is een bijgehouden wijziging overgenomen alsof zij is geaccepteerd.',
          'a tracked change was brought in here as if it were accepted',
        )
      : words(
          `Hier zijn ${count} bijgehouden wijzigingen overgenomen alsof zij zijn geaccepteerd.`,
          `${count} tracked changes were brought in here as if they were accepted`,
        ),
  remark: (author: string) =>
    words(
      `De opmerking van ${author || 'een onbekende'} is overgenomen als werknotitie, die niet wordt afgedrukt.`,
      `the comment by ${author || 'someone unknown'} was kept as a work note, which is not printed`,
    ),
  hidden: words(
    'Verborgen tekst is overgenomen als werknotitie, die niet wordt afgedrukt.',
    'hidden text was kept as a work note, which is not printed',
  ),
  image: words(
    'Hier staat in het Word-bestand een afbeelding. Sla de afbeelding op in de map van dit stuk en typ hier: ![wat erop staat](naam.png)',
    'the Word file has a picture here; save it in the folder of this document and type here: ![what it shows](name.png)',
  ),
  box: words(
    'Deze tekst stond in een tekstvak. Staat hij hier goed?',
    'this text stood in a text box; please check its place',
  ),
  math: words(
    'Deze formule is als gewone tekst overgenomen. Klopt zij nog?',
    'this formula was brought in as plain text; please check',
  ),
  symbol: words(
    'Dit teken kwam uit een bijzonder lettertype. Klopt het nog?',
    'this sign came from a special font; please check',
  ),
  struck: words(
    'Doorgehaalde tekst is als gewone tekst overgenomen.',
    'text that was struck through was brought in as plain text',
  ),
  merged: words(
    'In deze tabel waren cellen samengevoegd: de tekst staat in de eerste cel, de andere zijn leeg.',
    'cells were merged in this table: the text stands in the first, the others are empty',
  ),
  nested: words(
    'In deze cel stond een tabel; de tekst daarvan staat er achter elkaar.',
    'a table stood in this cell; its text follows on',
  ),
  unpacked: words(
    'Deze tekst stond in een tabel met vragen of antwoorden, of in een kader.',
    'this text stood in a table with questions or answers, or in a frame',
  ),
  contents: words('De inhoudsopgave is weggelaten.', 'the table of contents was left out'),
  embedded: words(
    'Hier is in het Word-bestand een ander bestand ingevoegd; dat is niet overgenomen.',
    'another file is embedded here in the Word file; it was not brought in',
  ),
  noteMissing: words(
    'De tekst van deze noot staat niet in het Word-bestand; alleen de verwijzing is overgenomen.',
    'the text of this note is not in the Word file; only its mark was brought in',
  ),
  noteUnmarked: words(
    'De plaats van deze noot in de tekst is niet gevonden; de noot staat onderaan.',
    'the place of this note in the text was not found; the note stands at the end',
  ),
  numberForm: (from: string, to: string) =>
    words(
      `Het vraagnummer ‘${from}’ is geschreven als ‘${to}’.`,
      `the number of the question, ‘${from}’, was written as ‘${to}’`,
    ),
  margins: (text: string) =>
    words(
      `De kop- en voetteksten worden niet afgedrukt en zijn weggelaten: “${text}”.`,
      `headers and footers are not printed and were left out: “${text}”`,
    ),
  unsure: words(
    'Er zijn geen vragen van fracties en geen antwoorden gevonden. Het stuk is overgenomen als brief; klopt dat?',
    'no questions of groups and no answers were found; the document was brought in as a letter; please check',
  ),
};
