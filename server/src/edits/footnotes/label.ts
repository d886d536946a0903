import { labelKey } from '../../model/footnotes.js';
import { addressesOf } from '../../model/addresses.js';
import type { Brief } from '../../model/brief.js';
import { findCitations } from '../../model/citations.js';
import { refusal, type Refusal } from '../edit.js';
import { notesOf } from './notes.js';

/**
 * Why a label cannot be used for a note of this document; `null` when it can.
 * @param own the label that the note has now
 */
export function labelProblem(brief: Brief, label: string, own?: string): Refusal | null {
  if (!/^[^\s[\]]{1,200}$/.test(label))
    return refusal(
      'De naam van een voetnoot is één woord, zonder spaties en zonder [ of ].',
      'The name of a footnote is one word, without spaces and without [ or ].',
    );
  return notesOf(brief).has(labelKey(label)) && labelKey(label) !== labelKey(own ?? '')
    ? refusal(
        `Voetnoot ‘${label}’ bestaat al. Kies een andere naam.`,
        `Footnote ‘${label}’ exists already. Choose another name.`,
      )
    : null;
}

/** Words in a label, at most. */
const most = 3;

/**
 * A label for a note, from its text: the name under which a cited paper is published (`kst-36471-96`), or else its first
 * long words; the lowest free number for a note without text.
 * @param more labels that are taken, by their key
 */
export function labelFor(brief: Brief, text: string, more: ReadonlySet<string> = new Set()): string {
  const notes = notesOf(brief);
  const taken = { has: (label: string) => notes.has(labelKey(label)) || more.has(labelKey(label)) };
  const name = citedIn(brief, text) ?? wordsOf(text);
  if (name && !taken.has(name)) return name;
  for (let number = name ? 2 : 1; ; number++) {
    const label = name ? `${name}-${number}` : String(number);
    if (!taken.has(label)) return label;
  }
}

function citedIn({ language }: Brief, text: string): string | null {
  const [citation] = findCitations(text, 0);
  if (!citation) return null;
  const published = addressesOf(citation, language)
    .map(({ uri }) => /([a-z][a-z\d-]{2,60})\.html$/i.exec(uri)?.[1].toLowerCase())
    .find(Boolean);
  const { dossier, chapter, number } = citation.parts;
  // An attachment has no address of its own; its paper has a name.
  const paper =
    dossier && number && ['kst', dossier, chapter, number].filter(Boolean).join('-').toLowerCase();
  return published ?? (paper && /^[a-z\d-]+$/.test(paper) ? paper : null);
}

function wordsOf(text: string): string {
  const plain = text
    .slice(0, 400)
    .replace(/https?:\/\/(?:www\.)?([\p{L}\d-]{1,60})\S{0,300}/giu, ' $1 ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();
  const words = plain.match(/[a-z\d]+/g) ?? [];
  const long = words.filter((word) => word.length >= 4);
  return (long.length > 0 ? long : words).slice(0, most).join('-').slice(0, 40);
}
