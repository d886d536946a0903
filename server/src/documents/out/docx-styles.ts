import { BorderStyle, LineRuleType, type IStylesOptions } from 'docx';
import type { Language } from '../../languages/language.js';

/** The styles of our own, by which a house can give a document its look. */
export const styleIds = {
  question: 'Question',
  answer: 'Answer',
  lead: 'Lead',
  list: 'ListParagraph',
  quote: 'Quote',
  code: 'Code',
  codeText: 'CodeText',
  table: 'TableText',
  tableHead: 'TableHead',
  closingNote: 'ClosingNote',
  notice: 'Notice',
};

type Names = Record<Exclude<keyof typeof styleIds, 'list'>, string>;

/** As Word lists them. */
const names: Record<Language['id'], Names> = {
  nl: {
    question: 'Vraag',
    answer: 'Antwoord',
    lead: 'Nummer of opening',
    quote: 'Citaat',
    code: 'Letterlijke tekst',
    codeText: 'Letterlijke woorden',
    table: 'Tabeltekst',
    tableHead: 'Tabelkop',
    closingNote: 'Slotnoot',
    notice: 'Nog open',
  },
  en: {
    question: 'Question',
    answer: 'Answer',
    lead: 'Number or opening',
    quote: 'Quotation',
    code: 'Literal text',
    codeText: 'Literal words',
    table: 'Table text',
    tableHead: 'Table head',
    closingNote: 'Closing note',
    notice: 'Still open',
  },
  de: {
    question: 'Frage',
    answer: 'Antwort',
    lead: 'Nummer oder Eingang',
    quote: 'Zitat im Text',
    code: 'Wörtlicher Text',
    codeText: 'Wörtliche Worte',
    table: 'Tabellentext',
    tableHead: 'Tabellenkopf',
    closingNote: 'Schlussnote',
    notice: 'Noch offen',
  },
};

const font = 'Verdana';
const mono = 'Consolas';
/** Black, as on paper; Word's own headings are blue. */
const color = '000000';

/** @param locale of the whole document, for Word's spelling checker */
export function docxStyles({ id }: Language, locale: string): IStylesOptions {
  const name = names[id];
  const heading = (size: number, before: number) => ({
    run: { font, size, bold: true, color },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  });
  const body = { spacing: { after: 160, line: 288, lineRule: LineRuleType.AUTO } };
  return {
    default: {
      document: { run: { font, size: 18, language: { value: locale } }, paragraph: body },
      heading1: heading(24, 360),
      heading2: heading(21, 320),
      heading3: heading(19, 280),
      heading4: heading(18, 240),
      heading5: heading(18, 240),
      heading6: heading(18, 240),
      listParagraph: {
        run: { font },
        paragraph: { spacing: { after: 60, line: 288, lineRule: LineRuleType.AUTO } },
      },
      hyperlink: { run: { color: '0B4A8F', underline: {} } },
      footnoteText: {
        run: { font, size: 15 },
        paragraph: { spacing: { after: 40, line: 240, lineRule: LineRuleType.AUTO } },
      },
    },
    paragraphStyles: [
      {
        id: styleIds.question,
        name: name.question,
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: { spacing: { before: 160, after: 160, line: 288, lineRule: LineRuleType.AUTO } },
      },
      {
        id: styleIds.answer,
        name: name.answer,
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: { spacing: { before: 80, after: 160, line: 288, lineRule: LineRuleType.AUTO } },
      },
      {
        id: styleIds.quote,
        name: name.quote,
        basedOn: 'Normal',
        quickFormat: true,
        run: { italics: true },
      },
      { id: styleIds.code, name: name.code, basedOn: 'Normal', run: { font: mono, size: 17 } },
      {
        id: styleIds.table,
        name: name.table,
        basedOn: 'Normal',
        run: { size: 16 },
        paragraph: { spacing: { after: 0, line: 264, lineRule: LineRuleType.AUTO } },
      },
      { id: styleIds.tableHead, name: name.tableHead, basedOn: styleIds.table, run: { bold: true } },
      {
        id: styleIds.closingNote,
        name: name.closingNote,
        basedOn: 'Normal',
        run: { size: 15 },
        paragraph: { spacing: { after: 60, line: 240, lineRule: LineRuleType.AUTO } },
      },
      {
        id: styleIds.notice,
        name: name.notice,
        basedOn: 'Normal',
        run: { bold: true, shading: { fill: 'FFE3B3' } },
        paragraph: {
          border: { left: { style: BorderStyle.SINGLE, size: 24, color: '8A4B00', space: 6 } },
          spacing: { after: 160 },
        },
      },
    ],
    characterStyles: [
      { id: styleIds.lead, name: name.lead, run: { bold: true }, quickFormat: true },
      { id: styleIds.codeText, name: name.codeText, run: { font: mono } },
    ],
  };
}
