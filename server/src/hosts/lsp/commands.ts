import type { Location, Position, Range, TextEdit as LspEdit } from 'vscode-languageserver';
import { isRefusal } from '../../edits/edit.js';
import { noteNamed } from '../../edits/footnotes/notes.js';
import { insertFootnote } from '../../edits/footnotes/insert.js';
import { labelFor, labelProblem } from '../../edits/footnotes/label.js';
import { footnotePartner } from '../../features/footnote-partner.js';
import type { Brief, Place } from '../../model/brief.js';
import { parseBrief } from '../../model/document.js';
import { applyEdits, offsetAt } from '../../text/text.js';
import { toEdits, toLocation, withLineEnd, wordsOf } from './convert.js';
import type { OpenDocument } from './open-document.js';
import type { Session } from './session.js';

/** What a command is given: a place in an open document, and what was typed. */
interface Given {
  uri: string;
  position?: Position;
  text?: string;
  label?: string;
  range?: Range;
  /** What was copied, and the same as plain text. */
  html?: string;
  plain?: string;
}

/** What it comes to: nothing is changed if it was refused. */
export type Done = { label?: string; locations?: Location[]; refused?: string };

/** What comes in the place of a selection, and elsewhere. */
export interface PasteDone {
  insert: string;
  elsewhere: LspEdit[];
}

type Run = (open: OpenDocument, given: Given) => Done | PasteDone | null | Promise<Done | PasteDone | null>;

/**
 * Commands that an editor can call, by name; the underscore keeps them out of lists for people. Each takes `{ uri,
 * position?, text?, label? }` and gives `{ label?, locations?, refused? }`, with the reason in the language of the
 * document; but for what is pasted.
 */
export function serverCommands(session: Session): Record<string, Run> {
  const at = ({ text }: OpenDocument, { position }: Given) =>
    position ? offsetAt(text, position) : text.length;

  const locationIn = (uri: string, { text }: Brief, place: Place): Location =>
    toLocation({ uri, text }, place);

  return {
    /** Puts a footnote at a place, and says where its text then stands; an empty one is to be written later. */
    async '_kamerbrief.footnotes.insert'(open, given) {
      const { text = '', label = labelFor(open.brief, text) } = given;
      const edits = insertFootnote(open.brief, at(open, given), text, label);
      if (isRefusal(edits)) return { refused: edits.refused[wordsOf(open)] };
      const { text: source, brief } = open;
      const after = parseBrief(applyEdits(source.toString(), edits), { kind: brief.kind });
      const refused = await session.apply(open, open, toEdits(open, edits));
      if (refused) return { refused };
      const [{ block, fact }] = noteNamed(after, label)!.definitions;
      return { label, locations: [locationIn(open.uri, after, { block, at: fact.body })] };
    },

    /** The label that is offered for a text; or what is wrong with one that was typed. */
    '_kamerbrief.footnotes.label'(open, { text = '', label }) {
      if (label === undefined) return { label: labelFor(open.brief, text) };
      const problem = labelProblem(open.brief, label);
      return problem ? { refused: problem.refused[wordsOf(open)] } : { label };
    },

    /** What was copied elsewhere as text of the dialect: `{ uri, range, html, plain }` gives `{ insert, elsewhere }`, or nothing. */
    async '_kamerbrief.paste'(open, { range, html, plain = '' }) {
      if (!range || typeof html !== 'string') return null;
      // Only read when it is asked for.
      const { pasted } = await import('../../documents/in/html/paste.js');
      const { brief, text } = open;
      const selection = { from: offsetAt(text, range.start), to: offsetAt(text, range.end) };
      const made = pasted(brief, selection, html, plain);
      return made && { insert: withLineEnd(made.insert, open), elsewhere: toEdits(open, made.elsewhere) };
    },

    /** From the mark of a footnote to its text, and back. */
    '_kamerbrief.footnotes.partner'(open, given) {
      const places = footnotePartner(open.brief, at(open, given));
      return { locations: places.map((place) => locationIn(open.uri, open.brief, place)) };
    },
  };
}
