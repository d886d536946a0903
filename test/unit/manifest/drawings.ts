/**
 * The drawings beside the steps of the walkthrough, one for each language. They take the colours of the editor that shows
 * them, and no style sheet: the page that they stand on forbids one.
 */
type Language = 'nl' | 'en';

const width = 520;
const height = 340;
const ink = 'var(--vscode-foreground, #333333)';
const faint = 'var(--vscode-descriptionForeground, #717171)';
const paper = 'var(--vscode-editor-background, #ffffff)';
const line = 'var(--vscode-contrastBorder, var(--vscode-editorWidget-border, #c8c8c8))';
const accent = 'var(--vscode-textLink-foreground, #005fb8)';
const wrong = 'var(--vscode-editorError-foreground, #e51400)';

const text = (
  x: number,
  y: number,
  words: string,
  { fill = ink, size = 13, weight = 400, anchor = 'start' } = {},
) =>
  `<text x="${x}" y="${y}" fill="${fill}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}">${escaped(words)}</text>`;
const box = (x: number, y: number, w: number, h: number, stroke = line) =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="5" fill="${paper}" stroke="${stroke}"/>`;
/** Running text of which the words do not matter. */
const bars = (x: number, y: number, widths: readonly number[]) =>
  widths
    .map(
      (w, i) =>
        `<rect x="${x}" y="${y + i * 14}" width="${w}" height="5" rx="2.5" fill="${faint}" opacity="0.35"/>`,
    )
    .join('');
const arrow = (x: number, y: number, to: number) =>
  `<path d="M${x} ${y}H${to - 8}M${to - 14} ${y - 6}L${to - 6} ${y}L${to - 14} ${y + 6}" fill="none" stroke="${accent}" stroke-width="2.5"/>`;
const wave = (x: number, y: number, waves: number) =>
  `<path d="M${x} ${y}${'q2 -3 4 0q2 3 4 0'.repeat(waves)}" fill="none" stroke="${wrong}" stroke-width="1.3"/>`;
const sheet = (x: number, y: number, w: number, h: number, name: string) =>
  box(x, y, w, h) + text(x + w / 2, y + h + 20, name, { anchor: 'middle', fill: accent });
const key = (x: number, y: number, keys: string, does: string) =>
  box(x, y, 96, 26) +
  text(x + 48, y + 17, keys, { anchor: 'middle', size: 12 }) +
  text(x + 108, y + 17, does, { size: 12 });

const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const words = {
  nl: {
    folder: 'overleg',
    letterFile: 'brief.brief.md',
    replyFile: 'antwoord.brief.md',
    letterWord: 'brief.docx',
    replyWord: 'antwoord.docx',
    files: 'de bestanden in de map',
    writing: 'hier schrijft u',
    problems: 'hier staat wat nog niet klopt',
    group: 'Vragen van D66',
    one: '1. Klopt dat bedrag?',
    two: '2. Wanneer is het klaar?',
    answer: 'Antwoord:',
    written: 'Antwoord: Ja. Zie ook vraag 2.[^nota]',
    space: 'ctrl + spatie',
    save: 'opslaan',
    undo: 'ongedaan maken',
    offer: 'voorstellen',
    footnote: 'voetnoot invoegen',
    missing: 'Vraag 2 heeft nog geen antwoord.',
    mend: 'Zet ‘Antwoord:’ onder de vraag',
    printed: 'Antwoord: Ja. Zie ook vraag 2.',
    note: 'Kamerstukken I 2025/26, nr. 4.',
  },
  en: {
    folder: 'consultation',
    letterFile: 'letter.brief.md',
    replyFile: 'reply.brief.md',
    letterWord: 'letter.docx',
    replyWord: 'reply.docx',
    files: 'the files in the folder',
    writing: 'here you write',
    problems: 'here stands what is not right yet',
    group: 'Questions of the Greens',
    one: '1. Is that sum right?',
    two: '2. When is it finished?',
    answer: 'Answer:',
    written: 'Answer: Yes. See also question 2.[^memo]',
    space: 'ctrl + space',
    save: 'save',
    undo: 'undo',
    offer: 'suggestions',
    footnote: 'insert a footnote',
    missing: 'Question 2 has no answer yet.',
    mend: 'Put ‘Answer:’ below the question',
    printed: 'Answer: Yes. See also question 2.',
    note: 'Papers 2025/26, no. 4.',
  },
} satisfies Record<Language, object>;

type Words = (typeof words)[Language];

const bold = { weight: 600 };

const steps: ((say: Words) => string)[] = [
  (say) =>
    box(20, 20, 480, 300) +
    `<path d="M200 20V320M200 240H500" stroke="${line}"/>` +
    text(36, 50, say.folder, bold) +
    text(50, 74, say.letterFile, { fill: accent }) +
    text(50, 96, say.replyFile, { fill: accent }) +
    text(36, 300, say.files, { fill: faint, size: 12 }) +
    bars(218, 44, [250, 262, 220, 0, 262, 240, 180]) +
    text(218, 172, say.writing, { fill: faint, size: 12 }) +
    bars(218, 262, [200, 160]) +
    text(218, 306, say.problems, { fill: faint, size: 12 }),
  (say) =>
    sheet(50, 40, 150, 210, say.letterWord) +
    bars(68, 66, [110, 60, 0, 114, 108, 96, 0, 114, 112, 104, 70]) +
    arrow(218, 145, 302) +
    sheet(320, 40, 150, 210, say.letterFile) +
    bars(338, 66, [110, 60, 0, 114, 108, 96, 0, 114, 112, 104, 70]),
  (say) =>
    sheet(30, 40, 150, 230, say.letterFile) +
    bars(46, 66, [110, 0, 116, 108]) +
    text(46, 136, '… ?', { ...bold, fill: accent }) +
    bars(46, 152, [116, 90]) +
    text(46, 194, '… ?', { ...bold, fill: accent }) +
    arrow(194, 155, 262) +
    sheet(276, 40, 220, 230, say.replyFile) +
    text(292, 70, say.group, { ...bold, size: 12 }) +
    text(292, 110, say.one) +
    text(292, 136, say.answer, { ...bold, fill: accent }) +
    text(292, 186, say.two) +
    text(292, 212, say.answer, { ...bold, fill: accent }),
  (say) =>
    box(30, 20, 460, 150) +
    text(50, 50, say.group, bold) +
    text(50, 84, say.one) +
    text(50, 112, say.written, { fill: accent }) +
    `<rect x="50" y="134" width="2" height="18" fill="${ink}"/>` +
    key(30, 200, 'ctrl + s', say.save) +
    key(30, 240, 'ctrl + z', say.undo) +
    key(262, 200, say.space, say.offer) +
    key(262, 240, 'ctrl + alt + f', say.footnote),
  (say) =>
    box(30, 20, 460, 300) +
    text(50, 52, say.one) +
    text(50, 78, say.printed) +
    text(50, 116, say.two) +
    wave(50, 121, 2) +
    box(70, 136, 300, 34, accent) +
    text(84, 158, `ctrl + .   ${say.mend}`, { size: 12 }) +
    `<path d="M30 220H490" stroke="${line}"/>` +
    text(50, 246, say.replyFile, { ...bold, size: 12 }) +
    `<circle cx="58" cy="272" r="6" fill="${wrong}"/>` +
    text(74, 277, say.missing),
  (say) =>
    sheet(40, 50, 160, 220, say.replyFile) +
    bars(56, 76, [120, 70, 0, 124, 118, 96, 0, 124, 122, 110, 60]) +
    arrow(214, 160, 282) +
    sheet(296, 30, 200, 250, say.replyWord) +
    text(312, 60, say.one, { size: 11 }) +
    text(312, 82, `${say.printed}¹`, { size: 10 }) +
    bars(312, 100, [160, 150, 120, 0, 160, 140]) +
    `<path d="M312 240H380" stroke="${ink}"/>` +
    text(312, 258, `¹ ${say.note}`, { size: 9 }),
];

/** How many steps there are drawings of. */
export const drawn = steps.length;

/** @param step counts from 1 */
export function drawing(step: number, language: Language): string {
  const frame = `xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="var(--vscode-font-family, sans-serif)"`;
  const pieces = steps[step - 1](words[language]).replaceAll('><', '>\n  <').replaceAll('>\n  </', '></');
  return `<svg ${frame}>\n  ${pieces}\n</svg>\n`;
}
