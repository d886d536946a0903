import { languages } from '../../server/src/languages/index.js';
import type { Language } from '../../server/src/languages/language.js';
import { citationPatterns } from '../../server/src/model/citations.js';

/**
 * Makes the grammar that colours letters, with the words of the language tables. It reads a line at a time: the blocks of
 * the dialect have no nesting that indentation shows. So setext headings, indented code and lists that go on are left out on
 * purpose, and nothing that is left open colours the rest of a document, but for front matter, code and comments. Patterns
 * are for Oniguruma; where one has named groups, its captures are these, counted in their order.
 */
export function makeGrammar() {
  return {
    name: 'Kamerbrief',
    scopeName: root,
    comment: 'Made from the language tables by test/grammar/make.ts (vitest -u writes it).',
    patterns: [
      include('#frontMatter'),
      include('#commentBlock'),
      include('text.html.markdown#fenced_code_block'),
      include('text.html.markdown#separator'),
      include('#answer'),
      include('#question'),
      include('#group'),
      include('text.html.markdown#heading'),
      include('#questionBold'),
      include('#questionNumber'),
      include('#subQuestion'),
      include('#item'),
      include('text.html.markdown#link-def'),
      include('#quote'),
      include('text.html.markdown#table'),
      include('#inline'),
    ],
    repository: {
      frontMatter: {
        begin: String.raw`\A(-{3})[ \t]*$`,
        end: String.raw`^(-{3}|\.{3})[ \t]*$`,
        beginCaptures: captures('punctuation.definition.begin.frontmatter'),
        endCaptures: captures('punctuation.definition.end.frontmatter'),
        contentName: 'meta.embedded.block.frontmatter',
        patterns: [include('source.yaml')],
      },
      ...comments(),
      answer: answer(),
      question: question(),
      group: group(),
      questionBold: {
        begin: String.raw`^\s?(\*\*|__)(\d{1,4}\.)(?=\s|\*\*|__|$)`,
        end: String.raw`\1|$`,
        name: 'markup.bold.markdown',
        beginCaptures: captures(bold, scopes.question),
        endCaptures: { 0: { name: bold } },
        patterns: [include('#inline')],
      },
      questionNumber: {
        match: String.raw`^\s?(\d{1,4}\.)(?:\s{1,9}(a[.)]))?(?=\s|$)`,
        captures: captures(scopes.question, scopes.subQuestion),
      },
      subQuestion: {
        match: String.raw`^\s{0,3}(?:([-*+])\s+)?(${marks})?([a-z][.)])(${marks})?(?=\s)`,
        captures: captures(scopes.item, bold, scopes.subQuestion, bold),
      },
      item: {
        match: String.raw`^(?:\s*([-*+]|\d{1,9}\))|\s{2,}(\d{1,9}\.))(?=\s)`,
        captures: captures(scopes.item, scopes.item),
      },
      placeholder: {
        match: String.raw`^\s{0,3}(${placeholder})\s*$`,
        captures: captures(scopes.placeholder),
      },
      quote: {
        begin: String.raw`^\s{0,3}(>) ?`,
        end: '$',
        name: 'markup.quote.markdown',
        beginCaptures: captures('punctuation.definition.quote.begin.markdown'),
        patterns: [include('#inline')],
      },
      inline: { patterns: [include('#comment'), include('text.html.markdown#inline'), include('#tag')] },
      tag: {
        match: String.raw`(</?)([A-Za-z][A-Za-z\d-]{0,30})([^<>]{0,500})(>)`,
        name: 'meta.tag.inline.kamerbrief',
        captures: captures(
          'punctuation.definition.tag.begin.html',
          'entity.name.tag.html',
          null,
          'punctuation.definition.tag.end.html',
        ),
      },
      definition: {
        match: String.raw`^\s{0,3}(\[\^)([^\[\]\s]{1,999})(\]:)`,
        captures: captures(scopes.noteMark, scopes.noteLabel, scopes.noteMark),
      },
      reference: {
        match: String.raw`(\[\^)([^\[\]\s]{1,999})(\])`,
        captures: captures(scopes.noteMark, scopes.noteLabel, scopes.noteMark),
      },
      inlineNote: {
        match: String.raw`(\^\[)((?:[^\[\]\\]|\\.|\[[^\[\]]*\])++)(\])`,
        name: 'meta.footnote.inline.kamerbrief',
        captures: {
          ...captures(scopes.noteMark, null, scopes.noteMark),
          2: { patterns: [include('#inline')] },
        },
      },
      // `[sic]` and `[naam]` are words in brackets, no links.
      editorial: {
        match: String.raw`\[(?:…|\.\.\.|\p{L}[\p{L} '’-]{0,60})\](?![\[(:])`,
        name: 'meta.editorial.kamerbrief',
      },
      citation: {
        match: citationPatterns.map(({ source }) => source).join('|'),
        name: 'string.other.citation.kamerbrief',
      },
    },
    injections: {
      // These stand anywhere in the text, also inside emphasis, links and tables, and go before Markdown's own links.
      [`L:${root} - meta.embedded - comment - markup.fenced_code - markup.inline.raw - markup.underline.link`]:
        {
          patterns: [
            include('#definition'),
            include('#placeholder'),
            include('#reference'),
            include('#inlineNote'),
            include('#editorial'),
            include('#citation'),
          ],
        },
    },
  };
}

const root = 'text.html.markdown.kamerbrief';
const bold = 'punctuation.definition.bold.markdown';
const scopes = {
  question: 'keyword.control.question.kamerbrief',
  subQuestion: 'keyword.control.subquestion.kamerbrief',
  answer: 'keyword.other.answer.kamerbrief',
  placeholder: 'keyword.other.placeholder.kamerbrief',
  item: 'punctuation.definition.list.begin.markdown',
  noteMark: 'punctuation.definition.footnote.kamerbrief',
  noteLabel: 'variable.other.footnote.kamerbrief',
};

const include = (name: string) => ({ include: name });

/** Scopes of the groups of a pattern, in their order; `null` for a group without one. */
function captures(...names: (string | null)[]): Record<number, { name: string }> {
  return Object.fromEntries(names.flatMap((name, i) => (name ? [[i + 1, { name }]] : [])));
}

const all: readonly Language[] = Object.values(languages);

/** Any of these, longest first; a space of the tables is up to three blanks of a text. */
function any(list: readonly string[]): string {
  const sorted = [...new Set(list)].sort((a, b) => b.length - a.length);
  return `(?:${sorted.join('|').replaceAll(' ', String.raw`\s{1,3}`)})`;
}

const bothCases = (list: readonly string[]) => [...list, ...list.map((word) => word.toUpperCase())];

const marks = String.raw`\*\*|__|\*|_`;
const headingMarks = String.raw`(?:#{1,6}\s{1,3})?`;
const questionWords = any(bothCases(all.flatMap((language) => language.question.words)));
const answerWords = any(bothCases(all.flatMap(({ answer }) => answer.words)));
const answerLinks = `(?i:${any(all.flatMap(({ answer }) => answer.links))})`;
const placeholder = String.raw`[\[(]?(?i:${any(all.flatMap(({ answer }) => answer.placeholders))})[\])]?[.:…]{0,3}`;

/** "3", "3 en 4", "5, 6 en 7", "5 t/m 8", "2a, b en c", "2, onder a", "vraag 3 en vraag 4". Has the group `number`. */
const numberList = (() => {
  const and = any(all.flatMap(({ numbers }) => numbers.and));
  const through = any(all.flatMap(({ numbers }) => numbers.through));
  const under = any(all.flatMap(({ references }) => references.under));
  const nouns = any(all.flatMap(({ references }) => references.nouns));
  const number = String.raw`(?<number>\d{1,4}(?:\s?[a-z]\)|[a-z](?!\w))?(?:,?\s{1,3}${under}\s{1,3}[a-z]\)?)?)`;
  const between = [
    String.raw`\s{0,3}(?:${through}|[-–])\s{0,3}`,
    String.raw`\s{0,3},\s{0,3}(?:${and}\s{1,3})?`,
    String.raw`\s{1,3}${and}\s{1,3}`,
  ].join('|');
  return String.raw`${number}(?:(?:${between})(?:(?i:${nouns})\s{1,3})?(?:\g<number>|[a-z]\)?(?!\w)))*`;
})();

function answer() {
  const marker = String.raw`${answerWords}(?:\s{1,3}(?:${answerLinks}\s{1,3})?${numberList})?`;
  const colon = String.raw`(?<colon>:)(?<after>${marks})?(?:\s+(?<placeholder>${placeholder})\s*$)?`;
  return {
    patterns: [
      {
        match: String.raw`^\s{0,3}${headingMarks}(?<open>${marks})?(?<marker>${marker})\s{0,3}(?<close>${marks})?\s{0,3}(?:${colon}|\.?\s*$)`,
        captures: captures(
          bold,
          scopes.answer,
          null,
          bold,
          'punctuation.separator.answer.kamerbrief',
          bold,
          scopes.placeholder,
        ),
      },
      {
        match: `^(?i:${any(all.flatMap(({ answer }) => answer.toAll))}).*$`,
        name: scopes.answer,
      },
    ],
  };
}

function question() {
  const end = String.raw`\s{0,3}[.:]?(?<close>${marks})?[.:]?(?:\s#{1,6})?\s*$`;
  const inline = String.raw`\s{0,3}(?<before>\*\*|__)?:(?<after>\*\*|__)?(?=\s)`;
  return {
    patterns: [
      {
        match: String.raw`^\s{0,3}${headingMarks}(?<open>${marks})?(?<marker>${questionWords}\s{1,3}${numberList})(?:${end}|${inline})`,
        captures: captures(bold, scopes.question, null, bold, bold, bold),
      },
      {
        match: String.raw`^\s{0,3}#{1,6}\s{1,3}(?<open>${marks})?(?<marker>${numberList})${end}`,
        captures: captures(bold, scopes.question, null, bold),
      },
      // Four figures alone on a line are rather a year than a question.
      {
        match: String.raw`^\s{0,3}(?<open>${marks})?(?<marker>(?=\d{1,3}(?!\d))${numberList})(?<close>${marks})?\s*$`,
        captures: captures(bold, scopes.question, null, bold),
      },
    ],
  };
}

/** A heading that names groups; the names stand out. */
function group() {
  const tail = all.flatMap(({ groups }) => groups.after.filter((word) => word.startsWith(' ')));
  const about = all.flatMap(({ groups }) => groups.about);
  const end = String.raw`(?=${any(tail)}?(?:${any(about)}.*)?(?:${marks})?(?:\s{1,9}#{1,6})?\s*$)`;
  const headings = all
    .flatMap(({ groups }) => groups.headings)
    // The names end where the heading, or what it is about, does.
    .map((source) => source.replace(/(\{\d+,\d+\})\??\)(.*)\$$/, `$1?)$2${end}`));
  const number = String.raw`(?:(?:\d{1,2}(?:\.\d{1,2})?|[IVX]{1,5})\.?\s{1,3})?`;
  const names = {
    name: 'entity.name.section.markdown entity.name.type.group.kamerbrief',
    patterns: [include('#inline')],
  };
  return {
    match: String.raw`(?i)^ {0,3}(?<marks>#{1,6})[ \t]+(?<title>(?<open>${marks})?${number}${any(headings)}.*?)(?:[ \t]+(?<end>#{1,6}))?\s*$`,
    name: 'markup.heading.markdown',
    captures: {
      ...captures('punctuation.definition.heading.markdown', 'entity.name.section.markdown', bold),
      ...Object.fromEntries(headings.map((_, i) => [4 + i, names])),
      [4 + headings.length]: { name: 'punctuation.definition.heading.markdown' },
    },
  };
}

/** Comments, and in them what is meant for Kamerbrief. One within a line ends with the line, as in the dialect. */
function comments() {
  const words = (keys: readonly Exclude<keyof Language['directives'], 'states'>[]) =>
    any(all.flatMap(({ directives }) => keys.map((key) => directives[key])));
  const head = (list: string) => String.raw`\G\s*(kb\s+${list})(?![\p{L}-])`;
  const name = 'comment.block.kamerbrief';
  const patterns = [include('#directive')];
  return {
    commentBlock: {
      begin: String.raw`^\s{0,3}(?=<!--)`,
      end: '(?<=-->)',
      patterns: [{ begin: String.raw`\G<!--`, end: '-->', name, patterns }],
    },
    comment: { begin: '<!--', end: '-->|$', name, patterns },
    directive: {
      patterns: [
        {
          begin: head(words(['ignore', 'ignoreFile'])),
          end: '(?=:|-->)|$',
          beginCaptures: captures('keyword.other.directive.kamerbrief'),
          patterns: [{ match: '[a-z]+(?:-[a-z]+)*', name: 'constant.other.rule.kamerbrief' }],
        },
        {
          begin: head(words(['work'])),
          end: '(?=-->)|$',
          beginCaptures: captures('keyword.other.directive.kamerbrief'),
          patterns: [
            { match: String.raw`[\p{L}-]+(?=\s*=)`, name: 'entity.other.attribute-name.kamerbrief' },
          ],
        },
      ],
    },
  };
}
