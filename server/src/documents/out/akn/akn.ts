import type { Language } from '../../../languages/language.js';
import type { Question } from '../../../model/brief.js';
import type { CrossReference } from '../../../model/facts.js';
import { answered, referenced } from '../../../model/targets.js';
import {
  markOf,
  noteNotice,
  noticeText,
  type AnswerPiece,
  type GroupPiece,
  type HeadingPiece,
  type ImageInline,
  type Inline,
  type ListPiece,
  type Note,
  type NoticePiece,
  type ParagraphPiece,
  type PartPiece,
  type Piece,
  type PrintedDocument,
  type QuestionPiece,
  type Source,
  type TablePiece,
  type TextInline,
} from '../document.js';
import { metaOf, namesOf, peopleIn, type About, type People } from './meta.js';
import { Known, referencesIn, type Finder, stretchesOf } from './references.js';
import { letterOf, Names, Targets } from './targets.js';
import { addressOf, element, escaped, type Xml } from './xml.js';

export interface AknOptions {
  /** Gives an image as a `data:` address; `null` if it cannot be shown. Images are never fetched. */
  image?: (image: ImageInline) => string | null;
}

/**
 * A document as Akoma Ntoso 3.0, for archives and programs: its metadata, groups, questions with their number and who asks,
 * answers with what they answer, notes, and references to questions and official publications. Each part of a report is a
 * document of its own within it.
 */
export function toAkn(document: PrintedDocument, options: AknOptions = {}): string {
  const shared: Shared = { names: new Names(), options, document, known: new Known(), written: new Set() };
  const doc = new DocWriter(shared, document, document.pieces, null).run();
  return `<?xml version="1.0" encoding="UTF-8"?>
${element('akomaNtoso', { xmlns: 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0' }, doc)}
`;
}

/** What a document shares with its parts. */
interface Shared {
  names: Names;
  options: AknOptions;
  document: PrintedDocument;
  known: Known;
  /** Notes whose text stands somewhere. */
  written: Set<Note>;
}

/** Writes one document: the whole, or a part of it. */
class DocWriter {
  private readonly prefix: string;
  private readonly people: People;
  private readonly targets: Targets;
  private readonly language: Language;
  private readonly components: Xml[] = [];
  private group: GroupPiece | null = null;
  /** Where the piece stands that is being written. */
  private at: Source | null = null;
  private inNote = false;

  /** @param component the name of the part that it is; `null` for the whole */
  constructor(
    private readonly shared: Shared,
    private readonly about: About,
    private readonly pieces: readonly Piece[],
    private readonly component: string | null,
  ) {
    this.prefix = component === null ? '' : `${component}__`;
    this.language = about.language;
    const groups = pieces.filter((piece) => piece.type === 'group');
    this.people = peopleIn(about, groups, shared.names, this.prefix);
    this.targets = new Targets(pieces, shared.names, this.prefix);
  }

  run(): Xml {
    const { about, component, people, shared } = this;
    const isWhole = component === null;
    const body = [
      ...asked(this.flow(this.pieces)),
      ...(isWhole
        ? shared.document.strayNotes.map((note) => this.container('strayNote', this.blocks(note)))
        : []),
    ];
    const notes = isWhole ? this.lateNotes() : [];
    return element(
      'doc',
      { name: about.language.values.kind[about.kind] },
      metaOf(about, people, component, notes),
      element(
        'mainBody',
        { 'xml:lang': about.language.id },
        ...(body.length > 0 ? body.map(({ xml }) => xml) : [element('p', {})]),
      ),
      ...(this.components.length > 0 ? [element('components', {}, ...this.components)] : []),
    );
  }

  /** Texts of notes that only notes refer to: they stand in the metadata, as no place in the body is theirs. */
  private lateNotes(): Xml[] {
    const { document, written } = this.shared;
    return document.notes.flatMap((note) =>
      written.has(note)
        ? []
        : [
            element(
              'note',
              { eId: nameOf(note), marker: markOf(note), placement: 'bottom' },
              ...this.noteText(note),
            ),
          ],
    );
  }

  /** Pieces of the body: what stands under a heading is a section. */
  private flow(pieces: readonly Piece[]): Flow[] {
    const done: Flow[] = [];
    for (let i = 0; i < pieces.length;) {
      const piece = pieces[i++];
      this.enter(piece);
      if (piece.type === 'heading') {
        const start = i;
        while (i < pieces.length && levelOf(pieces[i]) > piece.level) i++;
        done.push({ xml: this.section(piece, pieces.slice(start, i)), isSpeech: false });
      } else done.push(...this.piece(piece));
    }
    return done;
  }

  private enter({ source }: Piece): void {
    if (source) this.at = source;
  }

  private section({ inlines }: HeadingPiece, inside: readonly Piece[]): Xml {
    return element(
      'debateSection',
      { name: 'section' },
      element('heading', {}, this.inlines(inlines)),
      ...this.flow(inside).map(({ xml }) => xml),
    );
  }

  private piece(piece: Piece): Flow[] {
    const block = (xml: Xml): Flow[] => [{ xml, isSpeech: false }];
    switch (piece.type) {
      case 'group':
        return block(this.groupOf(piece));
      case 'question':
        return [{ xml: this.question(piece), isSpeech: true }];
      case 'answer':
        return [{ xml: this.answer(piece), isSpeech: true }];
      case 'part':
        return block(this.part(piece));
      case 'closing-notes':
        return block(this.closingNotes(piece.notes));
      default:
        return this.blocks([piece]).map((xml) => ({ xml, isSpeech: false }));
    }
  }

  private groupOf(piece: GroupPiece): Xml {
    const outside = this.group;
    this.group = piece;
    const [first, ...rest] = piece.pieces;
    if (first) this.enter(first);
    const heading = first?.type === 'heading' ? [element('heading', {}, this.inlines(first.inlines))] : [];
    const inside = this.flow(heading.length > 0 ? rest : piece.pieces);
    this.group = outside;
    const refersTo = piece.names.map((name) => `#${this.people.groups.get(name)}`).join(' ');
    return element('debateSection', { name: 'group', refersTo }, ...heading, ...inside.map(({ xml }) => xml));
  }

  private question(piece: QuestionPiece): Xml {
    const { people, about } = this;
    const asks = this.group ? people.groups.get(namesOf(this.group))! : people.questioners;
    const answers = about.kind === 'letter' ? people.to : people.author;
    return element(
      'question',
      {
        eId: this.targets.nameOf(piece),
        class: piece.status,
        status: piece.status && isOpen(piece.status) ? 'incomplete' : null,
        by: `#${asks}`,
        to: answers && `#${answers}`,
      },
      ...this.opened(piece, 'num'),
    );
  }

  private answer(piece: AnswerPiece): Xml {
    const { people } = this;
    return element(
      'answer',
      {
        eId: this.targets.nameOf(piece),
        class: piece.status,
        status: isOpen(piece.status) ? 'incomplete' : null,
        refersTo: this.targets
          .answered(piece)
          .map((name) => `#${name}`)
          .join(' '),
        by: `#${people.author}`,
        as: people.office && `#${people.office}`,
      },
      ...this.opened(piece, 'heading'),
    );
  }

  /** The number or the words that open a question or an answer stand apart from what it says. */
  private opened(piece: QuestionPiece | AnswerPiece, name: 'num' | 'heading'): Xml[] {
    const { pieces } = piece;
    const [first, ...rest] = pieces;
    if (first) this.enter(first);
    if (first?.type !== 'paragraph' && first?.type !== 'heading') return this.atLeastOne(this.blocks(pieces));
    const leads = first.inlines.findIndex((inline) => inline.kind !== 'text' || !inline.lead);
    const count = leads < 0 ? first.inlines.length : leads;
    if (count === 0 || letterOf(first.inlines) !== null) return this.atLeastOne(this.blocks(pieces, piece));
    const opener = element(name, {}, this.inlines(first.inlines.slice(0, count), piece));
    const own = trimmed(first.inlines.slice(count));
    const body = own.length > 0 ? [{ type: 'paragraph' as const, inlines: own }, ...rest] : rest;
    return [opener, ...this.atLeastOne(this.blocks(body, piece))];
  }

  private atLeastOne(blocks: Xml[]): Xml[] {
    return blocks.length > 0 ? blocks : [element('p', {})];
  }

  private part(piece: PartPiece): Xml {
    const name = this.shared.names.name(`${this.prefix}part_${this.components.length + 1}`);
    const doc = new DocWriter(this.shared, piece, piece.pieces, name).run();
    this.components.push(element('component', { eId: name }, doc));
    return element('componentRef', { src: `#${name}`, showAs: piece.title });
  }

  /** @param owner what sub-questions are part of, or the answer with their letters */
  private blocks(pieces: readonly Piece[], owner: QuestionPiece | AnswerPiece | null = null): Xml[] {
    const done: Xml[] = [];
    for (let i = 0; i < pieces.length; i++) {
      const piece = pieces[i];
      this.enter(piece);
      const items: ParagraphPiece[] = [];
      for (
        let next = piece;
        owner && next?.type === 'paragraph' && letterOf(next.inlines);
        next = pieces[++i]
      )
        items.push(next);
      if (items.length > 0) {
        done.push(this.letters(items, owner!));
        i--;
      } else done.push(...this.block(piece));
    }
    return done;
  }

  /** Sub-questions, or what answers them. */
  private letters(items: readonly ParagraphPiece[], owner: QuestionPiece | AnswerPiece): Xml {
    return element(
      'blockList',
      {},
      ...items.map((item: Piece & ParagraphPiece) => {
        this.enter(item);
        const { inlines } = item;
        const [lead, ...rest] = inlines;
        return element(
          'item',
          { eId: this.targets.takeLetter(owner, letterOf(inlines)!) },
          element('num', {}, this.inlines([lead])),
          element('p', {}, this.inlines(trimmed(rest))),
        );
      }),
    );
  }

  private block(piece: Piece): Xml[] {
    switch (piece.type) {
      case 'heading':
        return [element('blockContainer', {}, element('crossHeading', {}, this.inlines(piece.inlines)))];
      case 'paragraph':
        return [element('p', {}, this.inlines(piece.inlines))];
      case 'list':
        return [this.list(piece)];
      case 'table':
        return [this.table(piece)];
      case 'quote':
        return [
          element('p', {}, element('embeddedStructure', {}, ...this.atLeastOne(this.blocks(piece.pieces)))),
        ];
      case 'code':
        return [this.code(piece.text)];
      case 'break':
        return [element('p', { class: 'break' }, '* * *')];
      case 'notice':
        return [this.notice(piece)];
      default:
        return this.piece(piece).map(({ xml }) => xml);
    }
  }

  private list({ ordered, items }: ListPiece): Xml {
    return element(
      'blockList',
      { class: ordered ? null : 'bullets' },
      ...items.map(({ marker, pieces }) =>
        element(
          'item',
          {},
          ...(ordered ? [element('num', {}, escaped(marker))] : []),
          ...this.atLeastOne(this.blocks(pieces)),
        ),
      ),
    );
  }

  private table({ align, head, rows }: TablePiece): Xml {
    const row = (cells: readonly Inline[][], name: 'th' | 'td') =>
      element(
        'tr',
        {},
        ...cells.map((cell, i) =>
          element(
            // An empty head heads nothing.
            cell.length > 0 ? name : 'td',
            { style: align[i] && `text-align: ${align[i]}` },
            element('p', {}, this.inlines(cell)),
          ),
        ),
      );
    return element('table', {}, row(head, 'th'), ...rows.map((cells) => row(cells, 'td')));
  }

  private code(text: string): Xml {
    const lines = text.replace(/\n$/, '').split('\n').map(escaped);
    return element('block', { name: 'code', 'xml:space': 'preserve' }, lines.join(element('eol', {})));
  }

  private notice(piece: NoticePiece): Xml {
    const text = escaped(noticeText(piece, this.language));
    return element('p', { class: 'notice' }, element('remark', { status: 'editorial' }, text));
  }

  private container(name: string, blocks: Xml[]): Flow {
    return { xml: element('container', { name }, ...this.atLeastOne(blocks)), isSpeech: false };
  }

  private closingNotes(notes: readonly Note[]): Xml {
    return element(
      'blockList',
      { class: 'closingNotes' },
      ...notes.map((note) =>
        element('item', { eId: nameOf(note) }, element('num', {}, markOf(note)), ...this.noteText(note)),
      ),
    );
  }

  /**
   * Running text, with what it refers to as elements.
   * @param opened the question or answer whose opener it is
   */
  private inlines(inlines: readonly Inline[], opened: QuestionPiece | AnswerPiece | null = null): Xml {
    const references = referencesIn(inlines, this.language, (found) =>
      opened ? this.named(opened) : this.meant(found),
    );
    return stretchesOf(inlines, references)
      .map(({ reference, inlines }) => {
        const inside = this.plain(inlines);
        if (!reference) return inside;
        const { href, upTo } = reference;
        return upTo ? element('rref', { from: href, upTo }, inside) : element('ref', { href }, inside);
      })
      .join('');
  }

  /** What the numbers in a marker mean. */
  private named(piece: QuestionPiece | AnswerPiece): Finder | null {
    if (piece.type === 'question') return null;
    return (number, letter) => this.nameIn(answered(piece.answer, number), letter, false);
  }

  /** What a reference means; `null` where it speaks of another document. */
  private meant(found: CrossReference): Finder | null {
    const reference = this.at && this.shared.known.find(this.at, found);
    if (!reference || reference.quoted) return null;
    const { file } = this.at!;
    return (number, letter) => this.nameIn(referenced(file, reference, number), letter, found.answer);
  }

  private nameIn(question: Question | undefined, letter: string | null, isAnswer: boolean): string | null {
    return question ? this.targets.find(question, letter, isAnswer) : null;
  }

  private plain(inlines: readonly Inline[]): Xml {
    return inlines
      .map((inline) => {
        switch (inline.kind) {
          case 'text':
            return text(inline);
          case 'break':
            return element('br', {});
          case 'image':
            return this.image(inline);
          case 'note':
            return this.note(inline.note);
        }
      })
      .join('');
  }

  private image(image: ImageInline): Xml {
    const source = this.shared.options.image?.(image);
    if (source) return element('img', { src: source, alt: image.alt });
    return element('span', { class: 'image' }, escaped(`[${image.alt}]`));
  }

  /** The text of a note stands where it is first referred to; a note in a note is only referred to. */
  private note(note: Note): Xml {
    const { written } = this.shared;
    const marker = markOf(note);
    if (note.series === 'closing' || this.inNote || written.has(note))
      return element('noteRef', { marker, href: `#${nameOf(note)}` });
    return element(
      'authorialNote',
      { eId: nameOf(note), marker, placement: 'bottom' },
      ...this.noteText(note),
    );
  }

  private noteText(note: Note): Xml[] {
    this.shared.written.add(note);
    const { at } = this;
    this.inNote = true;
    const text = this.blocks(note.pieces.length > 0 ? note.pieces : [noteNotice]);
    this.inNote = false;
    this.at = at;
    return text;
  }
}

/** A piece of the body. Questions and answers stand in a section, or among others of their kind. */
interface Flow {
  xml: Xml;
  isSpeech: boolean;
}

/** Questions and answers that stand in no section are put into one. */
function asked(flow: readonly Flow[]): Flow[] {
  const done: Flow[] = [];
  let speeches: Xml[] = [];
  const close = () => {
    if (speeches.length > 0) done.push({ xml: element('questions', {}, ...speeches), isSpeech: false });
    speeches = [];
  };
  for (const piece of flow)
    if (piece.isSpeech) speeches.push(piece.xml);
    else {
      close();
      done.push(piece);
    }
  close();
  return done;
}

function levelOf(piece: Piece): number {
  if (piece.type === 'heading') return piece.level;
  const [first] = piece.type === 'group' ? piece.pieces : [];
  return first?.type === 'heading' ? first.level : 7;
}

function isOpen(status: AnswerPiece['status'] | 'missing'): boolean {
  return status === 'missing' || status === 'empty' || status === 'placeholder';
}

function text({ text, strong, emphasis, code, editorial, href }: TextInline): Xml {
  let xml = escaped(text);
  if (code) xml = element('span', { class: 'code' }, xml);
  if (editorial) xml = element('span', { status: 'editorial' }, xml);
  if (emphasis) xml = element('i', {}, xml);
  if (strong) xml = element('b', {}, xml);
  const address = href === null ? null : addressOf(href);
  return address === null ? xml : element('a', { href: address }, xml);
}

/** Without the blank behind what was taken off. */
function trimmed(inlines: readonly Inline[]): Inline[] {
  const [first, ...rest] = inlines;
  if (first?.kind === 'break') return trimmed(rest);
  if (first?.kind !== 'text') return [...inlines];
  const text = first.text.trimStart();
  return text === '' ? rest : [{ ...first, text }, ...rest];
}

function nameOf({ id }: Note): string {
  return `note_${id}`;
}
