import { expression } from '../text/expression.js';
import type { Indirect, Language } from './language.js';

/** The tables of a language, compiled once. Sticky expressions are tried at one place; the others search. */
export interface Patterns {
  questionWord: RegExp;
  answerWord: RegExp;
  answerLink: RegExp;
  answerToAll: RegExp;
  /** Sentences that answer several questions together. */
  together: RegExp;
  numberWord: RegExp;
  numberWords: Map<string, number>;
  and: RegExp;
  andOr: RegExp;
  through: RegExp;
  under: RegExp;
  /** Between two letters at the start of a line: "a en b.", "a/b.". */
  letterAgain: RegExp;
  /** Before the noun: letters of its parts, in the capture group `letters`. */
  partBefore: RegExp;
  withdrawn: RegExp;
  /** Directly before a number: words that go with a list of numbers, and words that go with one. */
  listBefore: RegExp;
  oneBefore: RegExp;
  placeholder: RegExp;
  deferral: RegExp;
  referral: RegExp;
  signature: RegExp;
  afterword: RegExp;
  title: RegExp;
  groupHeadings: RegExp[];
  /** Members by name, each apart; what stands in `names` must begin with a capital. */
  memberHeading: RegExp;
  memberAnd: RegExp;
  groupAnd: RegExp;
  groupOpening: RegExp;
  /** What surrounds a group's name, at its start and its end. */
  aroundGroup: RegExp;
  groupAbout: RegExp;
  noun: RegExp;
  /** The noun repeated within a list of numbers: "vraag 3 en vraag 4". */
  nounAgain: RegExp;
  answerBefore: RegExp;
  /** Behind the numbers: they are of this document, of another, or of what is named in the capture group `name`. */
  own: RegExp;
  foreign: RegExp;
  ofName: RegExp;
  ofOther: RegExp;
  /** Earlier in the sentence: what follows is of another document, or of what is named in the capture group `name`. */
  foreignBefore: RegExp;
  nameBefore: RegExp;
  /** Behind a number: it is an amount or a date. */
  unit: RegExp;
  indirect: IndirectPatterns;
  /** Words before a number that open what asks nothing, in lower case. */
  statements: ReadonlySet<string>;
  opening: RegExp;
  abbreviations: Set<string>;
  /** Those of several letters, with blanks behind the stops: "z. B." */
  spacedAbbreviation: RegExp;
  templates: RegExp;
  announcements: { pattern: RegExp; thing: 'table' | 'list' | 'image' }[];
  separateAnswers: RegExp;
  /** Words after a hyphen and a space that make it a hyphen of two words: "in- en uitstroom". */
  suspended: RegExp;
  vowels: Set<string>;
  /** What stands behind the apostrophe of "’s avonds". */
  elided: RegExp;
  pageNumber: RegExp;
  titles: { letter: RegExp; reply: RegExp };
  addressee: RegExp;
  office: RegExp;
  placeAndDate: RegExp;
  dated: RegExp;
  salutation: RegExp;
  sent: RegExp;
  marks: { kind: 'reference' | 'theirReference'; pattern: RegExp }[];
  /** A span of time, with the capture groups `count` and `unit`. */
  term: RegExp;
}

/** What asks without a question mark, in parts. */
export interface IndirectPatterns {
  asker: RegExp;
  /** A verb by which one asks, and what goes with it, by its letters in lower case. */
  verb: RegExp;
  verbs: ReadonlyMap<string, AskingVerb>;
  /** What may come next behind a verb. */
  subject: RegExp;
  between: RegExp;
  insertion: RegExp;
  aside: RegExp;
  tag: RegExp;
  /** The start of a clause with a subject of its own; and what links a verb with the clause before that. */
  clause: RegExp;
  link: RegExp;
  /** What speaks of the answers to come. */
  closing: RegExp;
}

export interface AskingVerb {
  /** Directly before it: then it is a noun. */
  noun: RegExp | null;
  /** What it asks, that comes next or farther on. */
  asked: RegExp;
  askedLater: RegExp;
}

const compiled = new WeakMap<Language, Patterns>();

export function patternsOf(language: Language): Patterns {
  let patterns = compiled.get(language);
  if (!patterns) compiled.set(language, (patterns = compile(language)));
  return patterns;
}

const words = (list: readonly string[]) => `(?:${[...list].sort((a, b) => b.length - a.length).join('|')})`;
/**
 * Up to five blanks: what may stand three times or less is written out by the engine as often, with all that comes behind it,
 * and takes longer to compile.
 */
const gap = '\\s{1,5}';
const mayGap = '\\s{0,5}';
/** Words of a table have plain spaces; text may have line ends there. */
const spaced = (source: string) => source.replaceAll(' ', gap);
const bothCases = (list: readonly string[]) => [...list, ...list.map((word) => word.toUpperCase())];
const start = '(?<![\\p{L}\\p{N}])';
const end = '(?![\\p{L}\\p{N}])';
/** What may stand between the numbers of a reference and the words that say whose they are. */
const behind = `(?:,?${gap}|${gap}\\()`;
const capitalised = (word: string) => word[0].toUpperCase() + word.slice(1);

/** "z.B" as "z. B": abbreviations of single letters. */
const lettered = (abbreviations: readonly string[]) =>
  abbreviations
    .filter((word) => /^\p{L}(?:\.\p{L})+$/u.test(word))
    .map((word) => word.replaceAll('.', `\\.\\s{0,3}`));

/** Small expressions, tried one behind the other: as one they would take a tenth of a second to compile. */
function compileIndirect(indirect: Indirect): IndirectPatterns {
  const { subjects, between, asides } = indirect;
  const next = (list: readonly string[]) => (list.length ? `,?${gap}${spaced(words(list))}${end}` : '(?!)');
  return {
    asker: expression(`${start}${words(indirect.askers)}${end}`, 'iu'),
    verb: expression(`${start}${words(indirect.verbs.flatMap(({ verbs }) => verbs))}${end}`, 'giu'),
    verbs: new Map(
      indirect.verbs.flatMap(({ verbs, nouns, asked }) => {
        const patterns = {
          noun: nouns ? expression(`${start}${spaced(words(nouns))}${gap}$`, 'iu') : null,
          asked: expression(next(asked), 'iuy'),
          askedLater: expression(next(asked), 'iu'),
        };
        return verbs.map((verb) => [verb, patterns] as const);
      }),
    ),
    subject: expression(next(subjects), 'iuy'),
    between: expression(next(between), 'iuy'),
    insertion: expression(`,${gap}[^,?!]{1,120}(?=,)`, 'uy'),
    aside: expression(next(asides), 'iuy'),
    tag: expression(`${start}${spaced(words(indirect.tags))}`, 'iu'),
    clause: expression(`${start}${words(indirect.clauses)}${end}`, 'iu'),
    link: expression(`(?:,|${start}${words(indirect.links)})${gap}$`, 'iu'),
    closing: expression(`${start}${spaced(words(indirect.closings))}`, 'iu'),
  };
}

function compile(language: Language): Patterns {
  const { question, answer, numbers, groups, references, announcements } = language;
  const numberWords = new Map(
    numbers.words.flatMap((forms, i) => forms.split('|').map((form) => [form, i + 1] as const)),
  );
  const find = (list: readonly string[], flags = 'iu') =>
    expression(list.length ? `${start}${spaced(words(list))}` : '(?!)', flags);
  const andOr = spaced(words([...numbers.and, ...numbers.or]));
  const through = spaced(words(numbers.through));
  const letter = '[a-z]\\)?';
  const blanks = '[ \\t]{0,3}';
  const andWords = words([...numbers.and, ...numbers.through]);
  // The name of a group, with what may stand around it.
  const part = "\\d{0,3}\\p{Lu}[\\p{L}\\d&'’/+-]{0,40}";
  const name = `(?:${spaced(words(groups.before))})(?<name>${part}(?:${gap}(?:${spaced(words(groups.inside))}${gap})?${part}){0,4})(?:${spaced(words(groups.after))})?`;
  const before = (list: readonly string[]) => expression(`${start}${spaced(words(list))}(?=${gap}$)`, 'iu');
  return {
    questionWord: expression(`${words(bothCases(question.words))}${end}`, 'uy'),
    answerWord: expression(`${words(bothCases(answer.words))}${end}`, 'uy'),
    answerLink: expression(`${words(answer.links)}${end}`, 'iuy'),
    answerToAll: expression(answer.toAll.length ? `^${spaced(words(answer.toAll))}` : '(?!)', 'iu'),
    together: find(answer.together),
    numberWord: expression(`${words([...numberWords.keys()])}${end}`, 'iuy'),
    numberWords,
    and: expression(`${words(numbers.and)}${end}`, 'iuy'),
    andOr: expression(`${andOr}${end}`, 'iuy'),
    through: expression(`(?:${through}${end}|[-–])`, 'iuy'),
    under: expression(`${words(references.under)}${end}`, 'iuy'),
    partBefore: expression(
      `${start}${words(references.under)}${gap}(?<letters>${letter}(?:(?:,${gap}|${gap}(?:${andOr}|${through})${gap}|[-–])${letter}){0,5})${gap}(?:${spaced(words(references.partOf))}${gap})?$`,
      'iu',
    ),
    letterAgain: expression(
      `[.)]?(?:${blanks}[/–-]${blanks}|,[ \\t]{1,3}(?:${andWords}[ \\t]{1,3})?|[ \\t]{1,3}${andWords}[ \\t]{1,3})(?=[a-z]${end})`,
      'uy',
    ),
    withdrawn: expression(`\\[${references.withdrawn}\\]`, 'iuy'),
    listBefore: before(references.singular.map(([list]) => list)),
    oneBefore: before(references.singular.map(([, one]) => one)),
    placeholder: expression(`^[[(]?${words(answer.placeholders)}[\\])]?[.:…]{0,3}$`, 'iu'),
    deferral: find(answer.deferrals),
    referral: expression(`^${spaced(words(answer.referrals))}`, 'iu'),
    signature: expression(`^${words(answer.signatures)}`, 'iu'),
    afterword: expression(answer.afterwords.length ? `^${words(answer.afterwords)}` : '(?!)', 'iu'),
    title: expression(`^${mayGap}${words(language.titleFollowers)}`, 'u'),
    groupHeadings: groups.headings.map((source) => expression(`^${spaced(source)}`, 'iu')),
    memberHeading: expression(
      groups.members.length ? `^${spaced(words(groups.members))} (?<names>\\S.{0,300})$` : '(?!)',
      'iu',
    ),
    memberAnd: expression(`${mayGap},${gap}|${gap}${words(numbers.and)}${gap}`, 'iu'),
    groupAnd: expression(
      `${mayGap},${gap}(?:${words(groups.and)}${gap})?|${gap}${words(groups.and)}${gap}`,
      'iu',
    ),
    groupOpening: expression(
      language.groups.openings.length ? `^${words(language.groups.openings)}` : '(?!)',
      'u',
    ),
    aroundGroup: expression(`^${spaced(words(groups.before))}|${spaced(words(groups.after))}$`, 'giu'),
    groupAbout: expression(spaced(words(groups.about)), 'iu'),
    noun: expression(
      `${start}(?:${spaced(words(references.nouns))}|(?<answer>${spaced(words(references.bareAnswers))}))${gap}(?=[\\p{N}\\p{L}])`,
      'giu',
    ),
    unit: expression(`${mayGap}${words([...numbers.units, ...language.months])}${end}`, 'iuy'),
    foreignBefore: find(references.foreignBefore),
    nameBefore: expression(
      references.nameBefore.length
        ? `${start}${spaced(words(references.nameBefore.flatMap((word) => [word, capitalised(word)])))}${gap}${name}${mayGap}\\($`
        : '(?!)',
      'u',
    ),
    nounAgain: expression(`${words(references.nouns)}${end}`, 'iuy'),
    answerBefore: expression(`${start}${spaced(words(references.answers))}${gap}$`, 'iu'),
    own: expression(`${behind}${spaced(words(references.own))}${end}`, 'iuy'),
    foreign: expression(`${behind}${spaced(words(references.foreign))}`, 'iuy'),
    ofName: expression(`${behind}${spaced(words(references.of))}${gap}${name}`, 'uy'),
    ofOther: expression(
      `${behind}(?:${spaced(words(references.of))}${gap}|${spaced(words([...references.foreignNames, '(?!)']))}${gap}(?=\\p{Lu}))`,
      'uy',
    ),
    indirect: compileIndirect(question.indirect),
    statements: new Set(question.statements.map((word) => word.toLowerCase())),
    opening: find(question.openingVerbs),
    spacedAbbreviation: expression(`${start}${words(lettered(language.abbreviations))}\\.`, 'giu'),
    abbreviations: new Set(language.abbreviations.map((word) => word.toLowerCase())),
    templates: expression(`(?<![\\p{L}\\p{N}])${words(language.templates)}(?![\\p{L}\\p{N}])`, 'gu'),
    announcements: announcements.map(({ pattern, thing }) => ({ pattern: find([pattern], 'giu'), thing })),
    separateAnswers: find(language.separateAnswers),
    placeAndDate: expression(language.frame.placeAndDate, 'u'),
    dated: expression(language.frame.dated, 'iu'),
    salutation: expression(language.frame.salutation, 'u'),
    sent: expression(spaced(language.frame.sent), 'giu'),
    marks: (['reference', 'theirReference'] as const).map((kind) => ({
      kind,
      pattern: expression(language.frame[kind], 'gimu'),
    })),
    term: expression(
      `${start}(?<count>\\d{1,3}|${words([...numberWords.keys(), ...language.term.articles])})${gap}(?<unit>${words(Object.keys(language.term.days))})${end}`,
      'iu',
    ),
    suspended: expression(`^${words(language.hyphens.suspended)}$`, 'iu'),
    vowels: new Set(language.hyphens.vowels),
    elided: expression(`${words(language.elided)}${end}`, 'iuy'),
    pageNumber: expression(`^(?:(?:[-–] ?)?\\d{1,4}(?: ?[-–])?|${words(language.pageNumbers)})$`, 'iu'),
    titles: {
      letter: expression(`^${words(language.titles.letter)}`, 'u'),
      reply: expression(`^${words(language.titles.reply)}`, 'u'),
    },
    addressee: expression(language.frame.to, 'u'),
    office: expression(language.frame.office, 'u'),
  };
}
