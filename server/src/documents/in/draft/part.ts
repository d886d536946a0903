export type PartKind = 'report' | 'letter' | 'reply';

/** A part of a consultation that was read from another format, before it becomes a file. */
export interface DraftPart {
  kind: PartKind;
  paragraphs: DraftParagraph[];
  /** Notes by number; those whose mark was not found too. */
  notes: { number: number; text: string }[];
}

export interface DraftParagraph {
  kind: 'title' | 'group' | 'theme' | 'number' | 'bullet' | 'text';
  text: string;
  /** Where in the text the printed marks of notes stand, in order. */
  marks: readonly { from: number; to: number; number: number }[];
}

export interface ImportedFile {
  name: string;
  content: string;
}
