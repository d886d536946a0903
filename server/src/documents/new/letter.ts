import type { Language } from '../../languages/language.js';
import type { FrontMatterValues } from '../../model/front-matter/schema.js';
import { frontMatterText } from '../in/draft/front-matter.js';
import { standardPart } from './parts.js';

const parts = ['letterhead', 'opening', 'group-heading', 'question-letter', 'closing-term', 'signature'];

/** Begins a letter with questions, out of the standard parts. What is open is written so that `frame-unfilled` finds it. */
export function newLetter(language: Language): string {
  const values: FrontMatterValues = {
    kind: 'letter',
    status: 'draft',
    language: language.id,
    subject: '',
    committee: '',
    from: { name: '', office: '' },
    to: '',
    place: '',
    date: '',
    reference: '',
    dossier: '',
    term: '',
    // A Kleine Anfrage numbers its questions; letters of the other languages do not.
    numbering: language.id === 'de' ? 'given' : 'none',
  };
  const body = parts.map((part) => standardPart(part, values, language, { nextQuestion: '1' }));
  return `${frontMatterText(values, language)}\n${body.join('\n\n')}\n`;
}
