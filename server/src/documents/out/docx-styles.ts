import { AlignmentType, BorderStyle, LineRuleType, type IStylesOptions } from 'docx';
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
  footer: 'Footer',
  grid: 'TableGrid',
};

type Names = Record<Exclude<keyof typeof styleIds, 'list' | 'quote' | 'footer' | 'grid'>, string>;

/** As Word lists them. */
const names: Record<Language['id'], Names> = {
  nl: {
    question: 'Vraag',
    answer: 'Antwoord',
    lead: 'Nummer of opening',
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
    code: 'Wörtlicher Text',
    codeText: 'Wörtliche Worte',
    table: 'Tabellentext',
    tableHead: 'Tabellenkopf',
    closingNote: 'Schlussnote',
    notice: 'Noch offen',
  },
};

/** What a style of ours is called in any language; nothing for the styles of Word itself. */
export function namesOf(id: string): string[] {
  const found = Object.entries(styleIds).find(([, one]) => one === id)?.[0];
  return Object.values(names).flatMap((one) => one[found as keyof Names] ?? []);
}

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
        paragraph: {
          contextualSpacing: true,
          spacing: { after: 160, line: 288, lineRule: LineRuleType.AUTO },
        },
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
        name: 'Quote',
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
        id: styleIds.footer,
        name: 'footer',
        basedOn: 'Normal',
        paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 0 } },
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

const lines = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`)
  .join('');

/** Word's own grid, with a head in grey: a style of tables, which a house can give its own look. */
export const tableStyle = `<w:style w:type="table" w:styleId="${styleIds.grid}"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/><w:tblPr><w:tblBorders>${lines}</w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="100" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="F0F0F0"/></w:tcPr></w:tblStylePr></w:style>`;
