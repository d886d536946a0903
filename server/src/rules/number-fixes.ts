import { changeNumber } from '../edits/questions/change-number.js';
import { renumberEdits } from '../edits/renumber.js';
import type { Brief } from '../model/brief.js';
import type { NumberProblem } from '../model/numbering.js';
import type { Fix } from './rule.js';

/** The number that was meant, where the next question shows which one that is; and all numbers anew. */
export function numberFixes(brief: Brief, { question, meant }: NumberProblem): Fix[] {
  const fixes: Fix[] = [];
  if (meant !== null)
    fixes.push({
      title: { nl: `Maak er vraag ${meant} van`, en: `Make it question ${meant}` },
      safe: false,
      edits: () => changeNumber(brief, question, meant),
    });
  if (brief.numbering !== 'given')
    fixes.push({
      title: {
        nl: 'Hernummer alle vragen, met de verwijzingen ernaar',
        en: 'Renumber all questions, and what refers to them',
      },
      safe: false,
      edits: () => renumberEdits(brief),
    });
  return fixes;
}
