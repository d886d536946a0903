import { removal } from '../edits/pieces.js';
import type { Words } from '../languages/messages.js';
import { placeOf, spanOf, type Brief, type Placed } from '../model/brief.js';
import type { Directive } from '../model/facts.js';
import { defineRule, type Finding } from './rule.js';

/** What silences nothing is found by `check`, which knows the findings; a reason and a known word are asked for here. */
export default defineRule({
  code: 'comment-unused',
  area: 'frame',
  severity: 'info',
  summary: {
    nl: 'Een opmerking voor Kamerbrief doet niets of mist een reden.',
    en: 'A comment for Kamerbrief does nothing or lacks a reason.',
  },
  check: (brief) =>
    brief.directives.flatMap((directive): Finding[] => {
      const { kind, codes, reason } = directive.fact;
      if (kind === 'work') return [];
      if (kind === 'unknown')
        return [
          unused(brief, directive, {
            nl: 'Kamerbrief kent deze opmerking niet. Schrijf bijvoorbeeld <!-- kb negeer answer-missing: reden -->.',
            en: 'Kamerbrief does not know this comment. Write for example <!-- kb ignore answer-missing: reason -->.',
          }),
        ];
      if (codes.length === 0)
        return [
          unused(brief, directive, {
            nl: 'Noem de melding die u wilt negeren.',
            en: 'Name the finding that you want to ignore.',
          }),
        ];
      return reason
        ? []
        : [
            {
              place: placeOf(directive),
              message: {
                nl: 'Schrijf achter de dubbele punt waarom deze melding genegeerd mag worden.',
                en: 'Write after the colon why this finding may be ignored.',
              },
            },
          ];
    }),
});

/** A finding on a comment that can go, with the fix that takes it away. */
export function unused(
  brief: Brief,
  directive: Placed<Directive>,
  message: Words,
  place = placeOf(directive),
): Finding {
  return {
    place,
    message,
    unnecessary: true,
    fixes:
      directive.fact.codes.length > 1
        ? []
        : [
            {
              title: { nl: 'Haal deze opmerking weg', en: 'Remove this comment' },
              safe: false,
              edits: () => [removal(brief.text, spanOf(directive))],
            },
          ],
  };
}
