import {
  GFM,
  parser as commonmark,
  type BlockContext,
  InlineContext,
  type LeafBlockParser,
  type Line,
  type MarkdownConfig,
} from '@lezer/markdown';

/** `[^label]:` at the start of a line, label as in GFM: no white space and no brackets, at most 999 characters. */
const definitionMark = /^\[\^[^\s[\]]{1,999}\]:/;

/**
 * Footnotes as GitHub writes them, with definitions of several paragraphs, and notes in the running text as Pandoc has
 * them: `^[text]`.
 */
const footnotes: MarkdownConfig = {
  defineNodes: [
    {
      name: 'FootnoteDefinition',
      block: true,
      composite(_cx: BlockContext, line: Line) {
        if (line.next < 0) return true;
        if (line.indent < line.baseIndent + 4) return false;
        line.moveBaseColumn(line.baseIndent + 4);
        return true;
      },
    },
    'FootnoteMark',
    'FootnoteReference',
    'InlineFootnote',
  ],
  parseBlock: [
    {
      name: 'FootnoteDefinition',
      before: 'LinkReference',
      parse(cx, line) {
        const mark = definitionMark.exec(line.text.slice(line.pos, line.pos + 1010));
        if (!mark || line.indent >= line.baseIndent + 4) return false;
        const from = cx.lineStart + line.pos;
        cx.startComposite('FootnoteDefinition', line.pos, 4);
        cx.addElement(cx.elt('FootnoteMark', from, from + mark[0].length));
        line.moveBase(line.skipSpace(line.pos + mark[0].length));
        return null;
      },
      endLeaf: (_cx, line) =>
        line.next === 91 && definitionMark.test(line.text.slice(line.pos, line.pos + 1010)),
    },
  ],
  parseInline: [
    {
      name: 'Footnote',
      before: 'Link',
      parse(cx, next, pos) {
        if (next === 91 /* [ */) {
          const end = referenceEnd(cx, pos);
          return end > pos ? cx.addElement(cx.elt('FootnoteReference', pos, end)) : -1;
        }
        // Behind an exclamation mark it is no image without an address.
        if (next === 33 /* ! */ && cx.char(pos + 1) === 91) {
          const end = referenceEnd(cx, pos + 1);
          return end > pos && !isAddress(cx, end) ? pos + 1 : -1;
        }
        if (next === 94 && cx.char(pos + 1) === 91) {
          let depth = 1;
          let end = pos + 2;
          for (const limit = Math.min(cx.end, pos + 2000); end < limit && depth > 0; end++) {
            const char = cx.char(end);
            if (char === 92) end++;
            else if (char === 91) depth++;
            else if (char === 93) depth--;
          }
          return depth === 0 && end > pos + 3 ? cx.addElement(cx.elt('InlineFootnote', pos, end)) : -1;
        }
        return -1;
      },
    },
  ],
};

/** The address of a link or image behind its brackets, and perhaps a title. */
const address =
  /\(\s{0,99}(?:<[^<>\n]{0,1000}>|(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.){0,1000}\)){0,1000})(?:\s{1,99}(?:"[^"]{0,1000}"|'[^']{0,1000}'|\([^()]{0,1000}\)))?\s{0,99}\)/y;

function isAddress(cx: InlineContext, pos: number): boolean {
  address.lastIndex = pos - cx.offset;
  return address.test(cx.text);
}

/** Where a reference that begins at `pos` ends; -1 if it is none. */
function referenceEnd(cx: InlineContext, pos: number): number {
  if (cx.char(pos + 1) !== 94 /* ^ */) return -1;
  let end = pos + 2;
  const limit = Math.min(cx.end, pos + 1002);
  while (end < limit && !stopsLabel(cx.char(end))) end++;
  return end > pos + 2 && cx.char(end) === 93 /* ] */ ? end + 1 : -1;
}

function stopsLabel(char: number): boolean {
  return char === 93 || char === 91 || char <= 32;
}

/**
 * `[woord]` without an address is an editorial note, which may stand in the text of a link; the parser takes it for a link,
 * and a link that holds one for none.
 */
const editorialNotes: MarkdownConfig = {
  parseInline: [
    {
      name: 'EditorialNote',
      before: 'LinkEnd',
      parse(cx, next, pos) {
        if (next !== 93 /* ] */ || /[([]/.test(cx.slice(pos + 1, pos + 2))) return -1;
        const start = cx.findOpeningDelimiter(InlineContext.linkStart);
        const image = cx.findOpeningDelimiter(InlineContext.imageStart);
        if (start === null || (image !== null && image > start)) return -1;
        const { from, to } = cx.getDelimiterAt(start)!;
        if (cx.skipSpace(to) === pos) return -1;
        const marks = [cx.elt('LinkMark', from, to), cx.elt('LinkMark', pos, pos + 1)] as const;
        const words = cx.takeContent(start);
        return cx.addElement(cx.elt('Link', from, pos + 1, [marks[0], ...words, marks[1]]));
      },
    },
  ],
};

/** What the block parsers ask of their input; its lines can be looked at ahead. */
export interface CommentInput {
  /** Whether a comment that begins at `from` ends nowhere, or not before the next one begins. */
  isOpenComment(from: number): boolean;
}

/** A comment left open ends at its own line: the text after it is no part of it. */
const openComments: MarkdownConfig = {
  defineNodes: [{ name: 'OpenComment', block: true }],
  parseBlock: [
    {
      name: 'OpenComment',
      before: 'HTMLBlock',
      parse(cx, line) {
        if (line.next !== 60 || !line.text.startsWith('<!--', line.pos)) return false;
        const from = cx.lineStart + line.pos;
        if (!inputOf(cx).isOpenComment(from)) return false;
        const to = cx.lineStart + line.text.length;
        cx.nextLine();
        cx.addElement(cx.elt('OpenComment', from, to));
        return true;
      },
    },
  ],
};

/** The parser keeps its input to itself in its types. */
function inputOf(cx: BlockContext): CommentInput {
  return (cx as unknown as { input: CommentInput }).input;
}

/** So many lists and quotes in each other are no letter but an attack; what stands deeper is a paragraph. */
const deepest = 40;

const shallow: MarkdownConfig = {
  parseBlock: [
    {
      name: 'TooDeep',
      before: 'Blockquote',
      parse(cx, line) {
        if (cx.depth < deepest) return false;
        const from = cx.lineStart + line.pos;
        const to = cx.lineStart + line.text.length;
        cx.nextLine();
        cx.addElement(cx.elt('Paragraph', from, to));
        return true;
      },
    },
  ],
};

/**
 * CommonMark with tables and footnotes, without setext headings and indented code: a line under a signature and a
 * paragraph pasted from Word with a tab are neither.
 */
const dialect = commonmark
  .configure([GFM, footnotes, editorialNotes, openComments, shallow])
  .configure({ remove: ['SetextHeading', 'IndentedCode', 'TaskList', 'Strikethrough'] });

/** Finishes a paragraph without looking at what stands inside it, which costs as much as finding the blocks. */
const unreadParagraph: LeafBlockParser = {
  nextLine: () => false,
  finish(cx, leaf) {
    cx.addLeafElement(leaf, cx.elt('Paragraph', leaf.start, leaf.start + leaf.content.length));
    return true;
  },
};

const paragraph = dialect.nodeSet.types.find(({ name }) => name === 'Paragraph')!.id;

/**
 * Most blocks are a line of words with an empty line below: a paragraph, and nothing else that the parsers of other blocks
 * need be asked for.
 */
const lineOfWords: MarkdownConfig = {
  parseBlock: [
    {
      name: 'LineOfWords',
      before: 'LinkReference',
      parse(cx, line) {
        if (!isLetter(line.next) || /[^ \t]/.test(cx.peekLine())) return false;
        const from = cx.lineStart + line.pos;
        const to = cx.lineStart + line.text.length;
        cx.nextLine();
        addParagraph(cx, from, to);
        return true;
      },
    },
  ],
};

function isLetter(char: number): boolean {
  return (char >= 97 && char <= 122) || (char >= 65 && char <= 90) || char > 191;
}

/** The parser keeps to itself how it adds a node without children; `addElement` builds a tree for it. */
function addParagraph(cx: BlockContext, from: number, to: number): void {
  (cx as unknown as { addNode(type: number, from: number, to: number): void }).addNode(paragraph, from, to);
}

/** Cuts text into blocks only: what stands inside a line is read later, a block at a time, when it is asked for. */
export const blockParser = dialect.configure([
  lineOfWords,
  {
    remove: [
      'Escape',
      'Entity',
      'InlineCode',
      'HTMLTag',
      'Emphasis',
      'HardBreak',
      'Link',
      'Image',
      'LinkEnd',
      'EditorialNote',
      'Footnote',
      'Autolink',
    ],
    parseBlock: [{ name: 'UnreadParagraph', leaf: () => unreadParagraph }],
  },
]);

/** Reads what stands inside one block. */
export const inlineParser = dialect;
