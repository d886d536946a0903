import type { Location, Position } from 'vscode-languageserver';
import { setWork } from '../../edits/work-note.js';
import { questionAt } from '../../features/actions/at-cursor.js';
import { describeQuestion } from '../../features/describe.js';
import {
  answerTarget,
  overviewItems,
  overviewOf,
  questionTarget,
  type OverviewItem,
  type OverviewRow,
} from '../../features/overview.js';
import type { Target } from '../../features/object.js';
import { workKeys } from '../../model/directives.js';
import type { WorkKey, WorkState } from '../../model/facts.js';
import { ownersNamed, workNotes, type WorkNote } from '../../model/work.js';
import { offsetAt } from '../../text/text.js';
import { today } from '../today.js';
import { toEdits, toLocation } from './convert.js';
import type { OpenDocument } from './open-document.js';
import type { Asked, Session } from './session.js';

/** The method of the request for the overview of a document, and of the notice that it may be another one. */
export const overviewMethod = 'kamerbrief/questions';
export const overviewChanged = 'kamerbrief/questionsChanged';

export interface OverviewParams extends Asked {
  /** The `id` of the overview that the client has. */
  previous?: number;
}

/** What is new since the overview that the client has; all of it if that is not known. */
export interface OverviewAnswer {
  id: number;
  groups: string[];
  count: number;
  /** Rows by index that are not what they were. */
  rows: [number, OverviewRow][];
  daysLeft: number | null;
}

/** What a command says of one question; nothing where there is none. */
export interface Told {
  index?: number;
  locations?: Location[];
  text?: string;
  numbers?: number[];
  /** The owners that the document names. */
  owners?: string[];
  note?: Omit<WorkNote, 'directives'> | null;
  refused?: string;
}

/** What a command is given: a question by its row in the overview, or by a place in its text or its answer. */
interface Given {
  index?: number;
  position?: Position;
  key?: WorkKey;
  /** As it is written in the note; a state by its id. `null` takes it away. */
  value?: string | null;
}

/** The overview of questions: what is sent of it, and the commands on its rows. */
export class Questions {
  private readonly sent = new WeakMap<OpenDocument, { id: number; rows: string[] }>();
  private ids = 0;

  constructor(private readonly session: Session) {}

  private get workspace() {
    return this.session.workspace;
  }

  answer(open: OpenDocument, previous: number | undefined): OverviewAnswer {
    const { brief } = open;
    const parts = this.workspace.partsOf(open);
    const letter = this.workspace.contextOf(open).comparison()?.letter ?? null;
    const { groups, rows, daysLeft } = overviewOf(brief, this.itemsOf(open), letter, parts, today());
    const texts = rows.map((row) => JSON.stringify(row));
    const before = this.sent.get(open);
    const known = before && before.id === previous ? before.rows : [];
    const id = ++this.ids;
    this.sent.set(open, { id, rows: texts });
    return {
      id,
      groups,
      count: rows.length,
      rows: rows.flatMap((row, i): [number, OverviewRow][] => (texts[i] === known[i] ? [] : [[i, row]])),
      daysLeft,
    };
  }

  commands() {
    const locations = (target: Target | null): Told => {
      const uri = target && this.workspace.uriOf(target.document!);
      return { locations: uri ? [toLocation({ uri, text: target.document!.text }, target.place)] : [] };
    };
    const run =
      (body: (item: OverviewItem, index: number, open: OpenDocument, given: Given) => Told | Promise<Told>) =>
      (open: OpenDocument, given: Given): Told | Promise<Told> => {
        const items = this.itemsOf(open);
        const index = given.index ?? indexAt(items, open, given);
        return items[index] ? body(items[index], index, open, given) : {};
      };
    return {
      /** The row of the question at a place. */
      '_kamerbrief.questions.at': run((_item, index) => ({ index })),

      '_kamerbrief.questions.question': run((item) => locations(questionTarget(item))),

      '_kamerbrief.questions.answer': run((item) => locations(answerTarget(item))),

      /** The whole text, with the answer; and what is known of the work. */
      '_kamerbrief.questions.describe': run(({ document, question, answering }) => {
        const [answered] = answering?.questions ?? [];
        const text = answered
          ? describeQuestion(answering!.document, answered)
          : describeQuestion(document, question);
        const note = workNotes(document).get(question);
        return {
          text,
          numbers: answered?.numbers ?? question.numbers,
          owners: ownersNamed(document),
          note: note ? { owner: note.owner, state: note.state, due: note.due, remark: note.remark } : null,
        };
      }),

      /** Writes a note on the work, as one edit of the text as it is, which one undo takes back. */
      '_kamerbrief.questions.set': run(async ({ document, question }, _, open, { key, value = null }) => {
        const into = this.workspace.documentOf(document);
        if (!key || !workKeys.includes(key) || !into) return {};
        const { states } = document.language.directives;
        const isState = key === 'state' && value && Object.hasOwn(states, value);
        const written = isState ? states[value as WorkState] : value;
        const edits = toEdits(into, setWork(document, question, key, written));
        if (edits.length === 0) return {};
        const refused = await this.session.apply(open, into, edits);
        return refused ? { refused } : {};
      }),
    };
  }

  private itemsOf(open: OpenDocument): OverviewItem[] {
    const { brief } = open;
    const helds = brief.kind === 'letter' ? this.workspace.heldWith(open) : [];
    return overviewItems(brief, helds, this.workspace.partsOf(open));
  }
}

function indexAt(items: readonly OverviewItem[], open: OpenDocument, { position }: Given): number {
  const question = position && questionAt(open.brief, offsetAt(open.text, position));
  return question ? items.findIndex((item) => item.question === question) : -1;
}
