import type { QuoteChange } from '../../compare/changes.js';
import type { Words } from '../../languages/messages.js';
import { answers, answersOtherwise } from '../../model/answering.js';
import { statusOf, type Answer, type Brief, type Question } from '../../model/brief.js';
import type { Heading, Segment } from '../../model/facts.js';
import { BlockPrinting } from './blocks.js';
import {
  plainText,
  type AnswerPiece,
  type GroupPiece,
  type ListPiece,
  type NoticePiece,
  type Piece,
  type PrintedDocument,
  type QuestionPiece,
} from './document.js';
import { FileNotes, type Series } from './notes.js';
import { stretchesOf, type Owner, type Stretch } from './stretches.js';

/** Gives the document that another one names as a part of it; `null` if there is none or it cannot be read. */
export type Resolver = (href: string, from: Brief) => Brief | null;

/** A report has two parts, or a few more. */
const mostParts = 100;

/**
 * Makes the printed form of a document, with the parts of a report in their places.
 * @param changesOf what is to be shown as other than in the letter, of the document and its parts; nothing where it is left out
 */
export function printed(
  brief: Brief,
  resolve: Resolver = () => null,
  changesOf: (reply: Brief) => readonly QuoteChange[] = () => [],
): PrintedDocument {
  const shared: Shared = {
    resolve,
    changesOf,
    series: { running: [], files: 0 },
    strayNotes: [],
    parts: 0,
  };
  const pieces = new Printing(brief, shared, 0, []).run();
  return { ...describe(brief, pieces), pieces, notes: shared.series.running, strayNotes: shared.strayNotes };
}

/** What a file says of itself. */
function describe(
  { language, kind, frontMatter: { values } }: Brief,
  pieces: readonly Piece[],
): Pick<PrintedDocument, 'kind' | 'language' | 'title' | 'values'> {
  const name = language.values.kind[kind];
  const title = `${name[0].toUpperCase()}${name.slice(1)}`;
  const heading = pieces.find((piece) => piece.type === 'heading');
  const subject = values.subject ?? (heading && plainText(heading.inlines));
  return { kind, language, title: subject ? `${title}: ${subject}` : title, values };
}

interface Shared {
  resolve: Resolver;
  changesOf: (reply: Brief) => readonly QuoteChange[];
  series: Series;
  strayNotes: Piece[][];
  parts: number;
}

/** The printing of one file: what stands open at each point, and where the next piece goes. */
class Printing {
  private readonly pieces: Piece[] = [];
  private group: GroupPiece | null = null;
  private groupLevel = 0;
  private item: QuestionPiece | AnswerPiece | null = null;
  private owner: Owner = null;
  private headingLevel: number;
  private readonly owners = new Map<Segment, Question | Answer>();
  private readonly notes: FileNotes;
  private readonly blocks: BlockPrinting;
  private readonly wantsAnswers: boolean;

  /**
   * @param shift how much deeper headings are here than in the file
   * @param around the documents that this one is a part of
   */
  constructor(
    private readonly brief: Brief,
    private readonly shared: Shared,
    private readonly shift: number,
    private readonly around: readonly Brief[],
  ) {
    for (const one of [...brief.questions, ...brief.answers])
      for (const { segment } of one.segments) this.owners.set(segment, one);
    this.blocks = new BlockPrinting(brief, () => this.notes, shared.changesOf(brief));
    this.notes = new FileNotes(shared.series, brief, (definition) => this.blocks.noteText(definition));
    this.wantsAnswers = answers(brief) && !answersOtherwise(brief);
    this.headingLevel = shift;
  }

  run(): Piece[] {
    const stretches = this.brief.blocks.flatMap((block) => stretchesOf(block, this.owners));
    const end = stretches.findLastIndex(({ owner }) => owner !== null) + 1;
    const closing: Piece = { type: 'closing-notes', notes: this.notes.closing };
    for (const stretch of stretches.slice(0, end)) this.add(stretch);
    this.closeGroup();
    this.pieces.push(closing);
    for (const stretch of stretches.slice(end)) this.add(stretch);
    this.closeGroup();
    this.notes.readTexts();
    for (const definition of this.notes.stray(this.brief.definitions))
      this.shared.strayNotes.push(this.blocks.noteText(definition));
    this.notes.readTexts();
    return this.pieces.filter((piece) => piece !== closing || closing.notes.length > 0);
  }

  private add(stretch: Stretch): void {
    const { part } = stretch.block.facts;
    const [opener] = stretch.openers;
    if (part && this.brief.kind === 'report') {
      this.closeGroup();
      const { block } = stretch;
      const source = { file: this.brief, block, from: block.from };
      this.pieces.push({ source, ...this.part(part.href) });
    } else if (opener?.kind === 'heading') this.heading(stretch, opener);
    else {
      if (stretch.owner !== this.owner || stretch.opens) this.open(stretch.owner);
      this.append(this.blocks.pieces(stretch));
    }
  }

  private append(pieces: readonly Piece[]): void {
    const to = (this.item ?? this.group)?.pieces ?? this.pieces;
    for (const piece of pieces) {
      const above = to.at(-1);
      if (piece.type === 'heading') to.push({ ...piece, level: this.depth(piece.level) });
      else if (piece.type === 'list' && above?.type === 'list' && goesOn(above, piece))
        above.items.push(...piece.items);
      else to.push(piece);
    }
  }

  private heading(stretch: Stretch, { level, groups }: Heading): void {
    this.open(null);
    this.headingLevel = this.depth(level);
    if (this.group && this.headingLevel <= this.groupLevel) this.group = null;
    if (groups.length > 0) {
      this.group = { type: 'group', names: groups, pieces: [] };
      this.groupLevel = this.headingLevel;
      this.pieces.push(this.group);
    }
    this.append(this.blocks.pieces(stretch));
  }

  private depth(level: number): number {
    return Math.min(6, level + this.shift);
  }

  /** Ends the question or answer that stands open, and begins another. */
  private open(owner: Owner): void {
    const { item } = this;
    const lacksAnswer =
      (item?.type === 'answer' && item.status === 'empty') ||
      (item?.type === 'question' && this.wantsAnswers && item.status === 'missing');
    if (lacksAnswer) item.pieces.push({ ...answerNotice, source: item.pieces.at(-1)?.source });
    this.owner = owner;
    this.item = owner && this.itemOf(owner);
    if (this.item) (this.group?.pieces ?? this.pieces).push(this.item);
  }

  private closeGroup(): void {
    this.open(null);
    this.group = null;
  }

  private itemOf(owner: Question | Answer): QuestionPiece | AnswerPiece {
    if ('subQuestions' in owner)
      return {
        type: 'question',
        question: owner,
        numbers: owner.numbers,
        status: answers(this.brief) ? statusOf(owner) : null,
        pieces: [],
      };
    const numbers = [...new Set(owner.questions.flatMap((question) => question.numbers))];
    return { type: 'answer', answer: owner, numbers, status: owner.status, pieces: [] };
  }

  private part(href: string): Piece {
    const { brief, shared } = this;
    const found = shared.resolve(href, brief);
    if (!found) return partNotice(href, { nl: 'is niet gevonden', en: 'was not found' });
    if (found === brief || this.around.includes(found))
      return partNotice(href, { nl: 'verwijst naar zichzelf terug', en: 'leads back to itself' });
    if (++shared.parts > mostParts)
      return partNotice(href, {
        nl: `is niet opgenomen: een verslag heeft hoogstens ${mostParts} delen`,
        en: `was left out: a report has at most ${mostParts} parts`,
      });
    const shift = Math.max(0, this.headingLevel - topLevelOf(found) + 1);
    const pieces = new Printing(found, shared, shift, [...this.around, brief]).run();
    return { type: 'part', ...describe(found, pieces), pieces };
  }
}

/** The level of the highest heading, be it a title, a group or a question. */
function topLevelOf({ blocks }: Brief): number {
  return blocks.reduce((top, { node }) => {
    const level = /^ATXHeading(\d)$/.exec(node.type.name)?.[1];
    return level ? Math.min(top, Number(level)) : top;
  }, 6);
}

const answerNotice: NoticePiece = {
  type: 'notice',
  of: 'answer',
  words: { nl: 'nog geen antwoord', en: 'no answer yet' },
};

function partNotice(href: string, what: Words): NoticePiece {
  const name = href.length > 200 ? `${href.slice(0, 200)}…` : href;
  return {
    type: 'notice',
    of: 'part',
    words: { nl: `het bestand ‘${name}’ ${what.nl}`, en: `the file ‘${name}’ ${what.en}` },
  };
}

/** Items of one list stand in blocks of their own. */
function goesOn(above: ListPiece, below: ListPiece): boolean {
  const sign = ({ items }: ListPiece) => items.at(-1)!.marker.at(-1);
  return sign(above) === sign(below);
}
