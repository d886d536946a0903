import fc from 'fast-check';
import {
  counted,
  footnote,
  lists,
  paragraph,
  run,
  styled,
  wordFile,
} from '../../unit/documents/word-file.js';
import type { Block, Note, Part, Token } from './consultation.js';
import type { Printed } from './printer.js';

/** How a consultation is set in Word. */
export interface WordSetting {
  /** Word counts the questions and points, or their numbers are typed. */
  counts: boolean;
  headings: 'style' | 'dutch' | 'bold' | 'plain';
  notes: 'footnote' | 'endnote';
  /** Of the openers: "Vraag 1", "Antwoord:". */
  openers: 'plain' | 'bold' | 'style';
  /** What stands around and behind an opener. */
  stray: 'none' | 'blanks' | 'tab';
  /** Words that are cut into runs, as spelling checkers and changes leave them. */
  cuts: boolean;
  /** Words that were put in or taken out, with that remembered. */
  tracks: boolean;
}

export const wordSetting: fc.Arbitrary<WordSetting> = fc.record({
  counts: fc.boolean(),
  headings: fc.constantFrom('style', 'dutch', 'bold', 'plain'),
  notes: fc.constantFrom('footnote', 'endnote'),
  openers: fc.constantFrom('plain', 'bold', 'style'),
  stray: fc.constantFrom('none', 'blanks', 'tab'),
  cuts: fc.boolean(),
  tracks: fc.boolean(),
});

const styles = `
<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Heading1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="Kop 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Huisstijl-kop2"><w:name w:val="Huisstijl tussenkop"/><w:basedOn w:val="Heading2"/></w:style>
<w:style w:type="paragraph" w:styleId="Vraagkop"><w:name w:val="Vraagkop"/><w:basedOn w:val="Standaard"/><w:rPr><w:b/></w:rPr></w:style>`;

/** Sets a consultation as a Word file, with the words as they are to be found back. */
export function printWord(
  parts: readonly Part[],
  setting: WordSetting,
): { file: Uint8Array; parts: Printed['parts'] } {
  const kinds = [['decimal %1.'], ['bullet •'], ['bullet –']];
  const notes: string[] = [];
  const body = parts.flatMap(({ blocks }) => {
    let last = '';
    return blocks.map((block) => {
      const sign = block.kind === 'item' ? block.tokens[0].text : '';
      // Each enumeration counts for itself.
      if (setting.counts && /^(?:1\)|a\.)$/.test(sign) && last !== sign)
        kinds.push([sign === '1)' ? 'decimal %1)' : 'lowerLetter %1.']);
      last = block.kind === 'item' ? sign : '';
      return blockXml(block, setting, kinds.length, notes);
    });
  });
  const file = wordFile({
    body: body.join(''),
    styles,
    numbering: lists(...kinds),
    [setting.notes === 'footnote' ? 'footnotes' : 'endnotes']: notes.join(''),
  });
  return {
    file,
    parts: parts.map(({ blocks }) => ({
      words: blocks.flatMap(({ tokens }) =>
        tokens.map(({ text, note }) => (note ? `${text}[^${note.number}]` : text)),
      ),
      borders: blocks.flatMap(({ tokens }) =>
        tokens.map((_, i) => (i + 1 < tokens.length ? 'no' : 'must') as 'no' | 'must'),
      ),
    })),
  };
}

function blockXml({ kind, tokens }: Block, setting: WordSetting, list: number, notes: string[]): string {
  const { counts, headings, openers, stray } = setting;
  const words = (own: readonly Token[], format = '') => runs(own, format, setting, notes);
  switch (kind) {
    case 'title':
      return headings === 'style' || headings === 'dutch'
        ? paragraph(words(tokens), styled(headings === 'style' ? 'Heading1' : 'Kop1'))
        : paragraph(words(tokens, headings === 'bold' ? '<w:b/>' : ''));
    case 'group':
    case 'theme':
      return headings === 'style' || headings === 'dutch'
        ? paragraph(words(tokens), styled(headings === 'style' ? 'Heading2' : 'Huisstijl-kop2'))
        : paragraph(words(tokens, headings === 'bold' || kind === 'theme' ? '<w:b/>' : ''));
    case 'numbered':
      return counts ? paragraph(words(tokens.slice(1)), counted(1)) : paragraph(words(tokens));
    case 'item': {
      const sign = tokens[0].text;
      if (!counts) return paragraph(words(tokens));
      return paragraph(words(tokens.slice(1)), counted(sign === '•' ? 2 : sign === '-' ? 3 : list));
    }
    case 'number':
    case 'question':
    case 'marker': {
      // A marker with its answer behind it is no line of its own.
      const isAlone = !/:$/.test(tokens[0].text);
      const format = openers === 'bold' ? '<w:b/>' : '';
      const properties = openers === 'style' && isAlone ? styled('Vraagkop') : '';
      const before = stray === 'blanks' ? run('  ') : '';
      const behind = stray === 'none' ? '' : stray === 'blanks' ? run('   ') : '<w:r><w:tab/></w:r>';
      return isAlone
        ? paragraph(before + words(tokens, format) + behind, properties)
        : paragraph(words(tokens.slice(0, 1), format) + run(' ') + words(tokens.slice(1)));
    }
  }
  return paragraph(words(tokens));
}

function runs(
  tokens: readonly Token[],
  format: string,
  { cuts, tracks, notes: kind }: WordSetting,
  notes: string[],
): string {
  return tokens
    .map(({ text, note }, i) => {
      const whole = (i > 0 ? ' ' : '') + text;
      const half = Math.ceil(whole.length / 2);
      const words = cuts
        ? `${run(whole.slice(0, half), format)}<w:proofErr w:type="spellStart"/>${run(whole.slice(half), format)}`
        : run(whole, format);
      const changed =
        tracks && i % 5 === 2
          ? `<w:del w:id="1" w:author="A"><w:r><w:delText>weg</w:delText></w:r></w:del><w:ins w:id="2" w:author="A">${words}</w:ins>`
          : words;
      return changed + (note ? mark(note, kind, notes) : '');
    })
    .join('');
}

function mark({ number, tokens }: Note, kind: WordSetting['notes'], notes: string[]): string {
  notes.push(
    footnote(number + 1, tokens.map(({ text }) => text).join(' ')).replaceAll('w:footnote', `w:${kind}`),
  );
  return `<w:r><w:${kind}Reference w:id="${number + 1}"/></w:r>`;
}
