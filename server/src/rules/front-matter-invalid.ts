import { listed, type Words } from '../languages/messages.js';
import { rangeOf, type Brief } from '../model/brief.js';
import type { FrontMatterProblem } from '../model/front-matter/problem.js';
import { defineRule, type Fix } from './rule.js';

export default defineRule({
  code: 'front-matter-invalid',
  area: 'frame',
  severity: 'error',
  summary: {
    nl: 'De gegevens boven de tekst zijn niet goed te lezen.',
    en: 'The details above the text cannot be read well.',
  },
  check: (brief) =>
    brief.frontMatter.problems
      .filter(({ code }) => code === 'front-matter-invalid')
      .map((problem) => {
        const place = { block: brief.frontMatter.block, at: problem.at };
        const { fix } = problem;
        return {
          place,
          message: messageOf(problem.reason),
          fixes:
            problem.reason.kind === 'unclosed'
              ? [closing(brief)]
              : fix === null
                ? []
                : [
                    {
                      title: { nl: `Maak er ${fix} van`, en: `Change it to ${fix}` },
                      safe: problem.reason.kind === 'cut',
                      edits: () => [{ ...rangeOf(place), insert: fix }],
                    },
                  ],
        };
      }),
});

const detail = /^(?:[\p{L}-]{2,40}:(?: |$)| {1,8}\S|- )/u;

/** The details end before the first line that is none. */
function closing({ text }: Brief): Fix {
  return {
    title: { nl: 'Sluit de gegevens af met ---', en: 'Close the details with ---' },
    safe: false,
    edits: () => {
      let number = 2;
      while (number <= text.lines && detail.test(text.line(number).text)) number++;
      const isEnd = number > text.lines;
      const from = isEnd ? text.length : text.line(number).from;
      return [{ from, to: from, insert: isEnd ? '\n---\n' : '---\n' }];
    },
  };
}

function messageOf(reason: FrontMatterProblem['reason']): Words {
  switch (reason.kind) {
    case 'cut':
      return {
        nl: 'Een deel van deze tekst zou wegvallen door een leesteken (zoals een dubbele punt of #). Zet de tekst tussen aanhalingstekens.',
        en: 'Part of this text would be lost because of a punctuation mark (such as a colon or #). Put the text in quotation marks.',
      };
    case 'unclosed':
      return {
        nl: 'De gegevens boven de tekst worden niet afgesloten. Zet onder het laatste gegeven een regel met alleen ---.',
        en: 'The details above the text are not closed. Put a line with only --- below the last one.',
      };
    case 'duplicate':
      return {
        nl: `‘${reason.name}’ staat er twee keer. Laat er één staan.`,
        en: `‘${reason.name}’ stands there twice. Keep one.`,
      };
    case 'unknown-value':
      return {
        nl: `‘${reason.value}’ kan hier niet. Kies uit: ${listed(reason.expected).nl}.`,
        en: `‘${reason.value}’ is not possible here. Choose from: ${listed(reason.expected).en}.`,
      };
    case 'not-a-date':
      return {
        nl: `‘${reason.value}’ is geen bestaande datum. Schrijf bijvoorbeeld 23 oktober 2024 of 2024-10-23.`,
        en: `‘${reason.value}’ is not an existing date. Write for example 23 October 2024 or 2024-10-23.`,
      };
    case 'shape':
      return {
        nl: `‘${reason.name}’ is zo niet te lezen. Verwijder de waarde en kies met ctrl+spatie, of kijk in de uitleg hoe dit gegeven wordt geschreven.`,
        en: `‘${reason.name}’ cannot be read like this. Remove the value and choose with ctrl+space, or look up in the explanation how this detail is written.`,
      };
    default:
      return {
        nl: 'Deze regel is niet te lezen. Schrijf elk gegeven als ‘naam: waarde’, op een eigen regel.',
        en: 'This line cannot be read. Write each detail as ‘name: value’, on a line of its own.',
      };
  }
}
