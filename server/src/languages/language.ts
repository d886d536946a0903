import type {
  Chamber,
  ClosingNotes,
  FrontMatterKey,
  Kind,
  Numbering,
  Arrangement,
  Status,
} from '../model/front-matter/schema.js';
import type { WorkState } from '../model/facts.js';

/** Who asks, by which verbs, and for what: "De leden van de fractie van D66" – "vragen" – "zich ook af" – "of". */
export interface Indirect {
  /** Who asks, before the verb. With `^`: only at the start of a sentence. */
  askers: string[];
  /** The same directly behind the verb: "Voorts vragen zij of". */
  subjects: string[];
  /** `verbs` with `asked` behind them; `nouns` are words before a verb by which it is a noun: "enkele vragen om". */
  verbs: { verbs: string[]; asked: string[]; nouns?: string[] }[];
  /** What may stand between a verb and what it asks: adverbs, and who is asked. */
  between: string[];
  /** How a longer phrase between them begins: "naar aanleiding van". */
  asides: string[];
  /** Words behind which others than the askers are the subject of a verb: "lezen dat gemeenten". */
  clauses: string[];
  /** Words directly before a verb by which it is the verb of the askers all the same: "en vragen". */
  links: string[];
  /** What asks wherever it stands: "zo vragen deze leden". */
  tags: string[];
  /** Speaks of the answers that are to come, and asks nothing else: "zien uw antwoorden met belangstelling tegemoet". */
  closings: string[];
}

/**
 * What a language says in its own words. Adding a language is adding one table of this shape. Patterns are sources of
 * regular expressions (flags `iu` unless said otherwise) that take linear time; words are matched whole and without case.
 */
export interface Language {
  id: 'nl' | 'en' | 'de';
  /** The name by which front matter calls it, besides its id. */
  names: string[];
  /** Front matter keys and fixed values as the language writes them; the English ones are always understood too. */
  keys: Record<FrontMatterKey, string>;
  /** What each key is for; without it the English words of the schema are taken. */
  descriptions?: Record<FrontMatterKey, string>;
  values: {
    kind: Record<Kind, string>;
    status: Record<Status, string>;
    chamber: Record<Chamber, string>;
    numbering: Record<Numbering, string>;
    arrangement: Record<Arrangement, string>;
    closingNotes: Record<ClosingNotes, string>;
  };
  question: {
    /** `Vraag 12`, alone on a line, opens question 12. */
    words: string[];
    /** What asks without a question mark. */
    indirect: Indirect;
    /** Those of the words above that open what asks nothing. */
    statements: string[];
    /** Verb forms that open a direct question, for a sentence that ends in a colon before a list. */
    openingVerbs: string[];
  };
  answer: {
    /** `Antwoord`, `Antwoorden`. */
    words: string[];
    /** Words that may stand between the marker and its numbers: "op vraag", "op de vragen". */
    links: string[];
    /** Before the number of the question that an answer names: "Antwoord op vraag". */
    numbered: string;
    /** The start of a line that opens an answer to every question above it: "Antwoord van … namens de Commissie". */
    toAll: string[];
    /** In a sentence that names questions: they are answered together. */
    together: string[];
    /** Answers follow their question without a marker, as in the Bundestag. */
    unmarked: boolean;
    /** Whole-answer texts that mean "not yet". */
    placeholders: string[];
    /** A sentence that defers the answer. */
    deferrals: string[];
    /** An answer that only points elsewhere: the sentence that does so, to its end. */
    referrals: string[];
    /** Who speaks at the end of a reply; ends the last answer: "De minister van …,". */
    signatures: string[];
    /** Paragraphs after the last answer that belong to none: "Toelichting:". */
    afterwords: string[];
  };
  numbers: {
    /** Words for one to twenty, in order. */
    words: string[];
    /** Between numbers of a list: "en". */
    and: string[];
    /** The same in a reference: "vraag 3 of 4". */
    or: string[];
    /** Between the ends of a range: "t/m", "tot en met". */
    through: string[];
    /** Behind a number: it counts things, and is not the number of a question. Months are known. */
    units: string[];
  };
  /**
   * Group names stand in the capture group `names` of the heading. Around a name some words are no part of it (`before`,
   * `after`), others in small letters are (`inside`: "Partij voor de Dieren"); `about` begins what the questions are about.
   * `openings` are the words by which a paragraph of theirs begins in print, as they are written: "De leden van de fractie".
   * `unnamed` stands for a name that is still to be filled in, and is one of the `templates`.
   */
  groups: {
    headings: string[];
    /** Before the names of members, with their group behind it or not: "Vragen van het lid Sneller (D66)". */
    members: string[];
    and: string[];
    before: string[];
    after: string[];
    about: string[];
    openings: string[];
    inside: string[];
    unnamed: string;
  };
  references: {
    /** What is referred to: "vraag", "de vragen". */
    nouns: string[];
    /** Before the noun, when the answer is meant: "antwoord op", "beantwoording van". */
    answers: string[];
    /** Directly before a number, without the noun: "in antwoord vier". */
    bareAnswers: string[];
    /** Directly behind the numbers: then the question is one of another document. */
    foreign: string[];
    /** The same, where a name follows, which has a capital: "in de" (Eurobarometer). */
    foreignNames: string[];
    /** Behind the numbers: what follows says whose question it is, a group of this document or any other source. */
    of: string[];
    /** Behind the numbers, and yet the question is one of this document: "van dit verslag", "van belang". */
    own: string[];
    /** Earlier in the same sentence: then the question is one of another document as well. */
    foreignBefore: string[];
    /** Before a name, behind which the question stands in brackets: whose it is. "In de Eurobarometer (vraag 12)". */
    nameBefore: string[];
    /** Before a letter: "onder" ("vraag 2, onder a"). */
    under: string[];
    /** Between a letter and what it is a part of: "van" ("deelvraag a van vraag 2"). */
    partOf: string[];
    /** In brackets behind a number: the question is gone, and its number may be another's now. */
    withdrawn: string;
    /**
     * Words before a list of numbers, and before a single number. Of several for the same words the first is used.
     */
    singular: [list: string, one: string][];
  };
  months: string[];
  hyphens: {
    /** After a hyphen and a space they make it the hyphen of two words: "in- en uitstroom". */
    suspended: string[];
    /** Vowels that would be read as one sound: a hyphen between them belongs to the word ("mee-eten"). */
    vowels: string[];
  };
  /** Words that begin with an apostrophe, without it: "’s avonds", "’t Hoff". */
  elided: string[];
  /** A line that only counts pages: "Pagina 3 van 12". */
  pageNumbers: string[];
  /** Abbreviations that end in a full stop but end no sentence, without the stop. */
  abbreviations: string[];
  /** Words of `<!-- kb … -->` comments. */
  directives: {
    ignore: string;
    ignoreFile: string;
    work: string;
    owner: string;
    state: string;
    due: string;
    remark: string;
    /** The values of a state. */
    states: Record<WorkState, string>;
  };
  /** The names of kinds, for titles that begin with the marker's word: "Antwoorden van de minister …". */
  titleFollowers: string[];
  /** Left-over template text: "[naam]", "XX". */
  templates: string[];
  /** Things that are announced and must follow: "onderstaande tabel". `thing` is what must follow. */
  announcements: { pattern: string; thing: 'table' | 'list' | 'image' }[];
  /** Asks for separate answers: "afzonderlijk te beantwoorden". */
  separateAnswers: string[];
  /** What the body says of its frame. Capture groups: `date`, `mark`. */
  frame: {
    placeAndDate: string;
    /** The date alone, behind a label: "Datum 3 maart 2025". */
    dated: string;
    /** A line that greets who is written to: "Geachte heer Van Dijk,". */
    salutation: string;
    sent: string;
    reference: string;
    theirReference: string;
    /** Capture groups `to`, `committee`, `subject`, `term`, `behalf`. */
    to: string;
    committee: string;
    subject: string;
    term: string;
    behalf?: string;
    /** The line of a signature that says the office, in the capture group `office`. */
    office: string;
    chambers: { upper: string; lower: string };
    /** Who is written to by name of a chamber, where a reply does not go to the one who signed the letter. */
    addressees?: { upper: string; lower: string };
  };
  /** How a letter and a reply begin in a publication that holds both. */
  titles: { letter: string[]; reply: string[] };
  /** A span of time: "4 weken", "een maand". The articles that mean one, and the days in a unit; all in lower case. */
  term: { articles: string[]; days: Record<string, number> };
}
