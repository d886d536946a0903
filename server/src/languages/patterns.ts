import type { Language } from './language.js';

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
  groupAnd: RegExp;
  groupOpening: RegExp;
  /** What surrounds a group's name, at its start and its end. */
  aroundGroup: RegExp;
  groupAbout: RegExp;
  noun: RegExp;
  /** The noun repeated within a list of numbers: "vraag 3 en vraag 4". */
  nounAgain: RegExp;
  answerBefore: RegExp;
  foreign: RegExp;
  /** Earlier in the sentence: what follows is of another document. */
  foreignBefore: RegExp;
  /** Behind a number: it is an amount or a date. */
  unit: RegExp;
  indirect: RegExp;
  /** Words before a number that open what asks nothing, in lower case. */
  statements: ReadonlySet<string>;
  opening: RegExp;
  abbreviations: Set<string>;
  templates: RegExp;
  announcements: { pattern: RegExp; thing: 'table' | 'list' | 'image' }[];
  separateAnswers: RegExp;
  /** Words after a hyphen and a space that make it a hyphen of two words: "in- en uitstroom". */
  suspended: RegExp;
  vowels: Set<string>;
  pageNumber: RegExp;
  titles: { letter: RegExp; reply: RegExp };
  addressee: RegExp;
  office: RegExp;
  placeAndDate: RegExp;
  dated: RegExp;
  sent: RegExp;
  marks: { kind: 'reference' | 'theirReference'; pattern: RegExp }[];
}

const compiled = new WeakMap<Language, Patterns>();

export function patternsOf(language: Language): Patterns {
  let patterns = compiled.get(language);
  if (!patterns) compiled.set(language, (patterns = compile(language)));
  return patterns;
}

const words = (list: readonly string[]) => `(?:${[...list].sort((a, b) => b.length - a.length).join('|')})`;
/** Words of a table have plain spaces; text may have line ends there. */
const spaced = (source: string) => source.replaceAll(' ', '\\s{1,3}');
const bothCases = (list: readonly string[]) => [...list, ...list.map((word) => word.toUpperCase())];
const start = '(?<![\\p{L}\\p{N}])';
const end = '(?![\\p{L}\\p{N}])';

function compile(language: Language): Patterns {
  const { question, answer, numbers, groups, references, announcements } = language;
  const numberWords = new Map(
    numbers.words.flatMap((forms, i) => forms.split('|').map((form) => [form, i + 1] as const)),
  );
  const find = (list: readonly string[], flags = 'iu') =>
    new RegExp(list.length ? `${start}${spaced(words(list))}` : '(?!)', flags);
  const before = (list: readonly string[]) => new RegExp(`${start}${spaced(words(list))}(?=\\s{1,3}$)`, 'iu');
  return {
    questionWord: new RegExp(`${words(bothCases(question.words))}${end}`, 'uy'),
    answerWord: new RegExp(`${words(bothCases(answer.words))}${end}`, 'uy'),
    answerLink: new RegExp(`${words(answer.links)}${end}`, 'iuy'),
    answerToAll: new RegExp(answer.toAll.length ? `^${spaced(words(answer.toAll))}` : '(?!)', 'iu'),
    together: find(answer.together),
    numberWord: new RegExp(`${words([...numberWords.keys()])}${end}`, 'iuy'),
    numberWords,
    and: new RegExp(`${words(numbers.and)}${end}`, 'iuy'),
    andOr: new RegExp(`${words([...numbers.and, ...numbers.or])}${end}`, 'iuy'),
    through: new RegExp(`(?:${words(numbers.through)}${end}|[-–])`, 'iuy'),
    under: new RegExp(`${words(references.under)}${end}`, 'iuy'),
    withdrawn: new RegExp(`\\[${references.withdrawn}\\]`, 'iuy'),
    listBefore: before(references.singular.map(([list]) => list)),
    oneBefore: before(references.singular.map(([, one]) => one)),
    placeholder: new RegExp(`^[[(]?${words(answer.placeholders)}[\\])]?[.:…]{0,3}$`, 'iu'),
    deferral: find(answer.deferrals),
    referral: new RegExp(`^${spaced(words(answer.referrals))}`, 'iu'),
    signature: new RegExp(`^${words(answer.signatures)}`, 'iu'),
    afterword: new RegExp(answer.afterwords.length ? `^${words(answer.afterwords)}` : '(?!)', 'iu'),
    title: new RegExp(`^\\s{0,3}${words(language.titleFollowers)}`, 'u'),
    groupHeadings: groups.headings.map((source) => new RegExp(`^${spaced(source)}`, 'iu')),
    groupAnd: new RegExp(
      `\\s{0,3},\\s{1,3}(?:${words(groups.and)}\\s{1,3})?|\\s{1,3}${words(groups.and)}\\s{1,3}`,
      'iu',
    ),
    groupOpening: new RegExp(
      language.groups.openings.length ? `^${words(language.groups.openings)}` : '(?!)',
      'u',
    ),
    aroundGroup: new RegExp(`^${spaced(words(groups.before))}|${spaced(words(groups.after))}$`, 'giu'),
    groupAbout: new RegExp(spaced(words(groups.about)), 'iu'),
    noun: new RegExp(
      `${start}(?:${spaced(words(references.nouns))}|(?<answer>${spaced(words(references.bareAnswers))}))\\s{1,3}(?=[\\p{N}\\p{L}])`,
      'giu',
    ),
    unit: new RegExp(`\\s{0,3}${words([...numbers.units, ...language.months])}${end}`, 'iuy'),
    foreignBefore: find(references.foreignBefore),
    nounAgain: new RegExp(`${words(references.nouns)}${end}`, 'iuy'),
    answerBefore: new RegExp(`${start}${spaced(words(references.answers))}\\s{1,3}$`, 'iu'),
    foreign: new RegExp(`,?\\s{1,3}${spaced(words(references.foreign))}`, 'iuy'),
    indirect: find(question.indirect),
    statements: new Set(question.statements.map((word) => word.toLowerCase())),
    opening: find(question.openingVerbs),
    abbreviations: new Set(language.abbreviations.map((word) => word.toLowerCase())),
    templates: new RegExp(`(?<![\\p{L}\\p{N}])${words(language.templates)}(?![\\p{L}\\p{N}])`, 'gu'),
    announcements: announcements.map(({ pattern, thing }) => ({ pattern: find([pattern], 'giu'), thing })),
    separateAnswers: find(language.separateAnswers),
    placeAndDate: new RegExp(language.frame.placeAndDate, 'u'),
    dated: new RegExp(language.frame.dated, 'iu'),
    sent: new RegExp(spaced(language.frame.sent), 'giu'),
    marks: (['reference', 'theirReference'] as const).map((kind) => ({
      kind,
      pattern: new RegExp(language.frame[kind], 'gimu'),
    })),
    suspended: new RegExp(`^${words(language.hyphens.suspended)}$`, 'iu'),
    vowels: new Set(language.hyphens.vowels),
    pageNumber: new RegExp(`^(?:(?:[-–] ?)?\\d{1,4}(?: ?[-–])?|${words(language.pageNumbers)})$`, 'iu'),
    titles: {
      letter: new RegExp(`^${words(language.titles.letter)}`, 'u'),
      reply: new RegExp(`^${words(language.titles.reply)}`, 'u'),
    },
    addressee: new RegExp(language.frame.to, 'u'),
    office: new RegExp(language.frame.office, 'u'),
  };
}
