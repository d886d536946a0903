import type { Words } from '../../../rules/rule.js';

/** A place in the source, a line from 1, where the importer was not sure. */
export interface Notice {
  line: number;
  message: Words;
}

export function markNotFound(line: number, number: number): Notice {
  return {
    line,
    message: {
      nl: `Van noot ${number} is de plaats in de tekst niet gevonden; de noot staat onderaan.`,
      en: `the place of note ${number} in the text was not found; the note stands at the end`,
    },
  };
}

export function textNotFound(line: number, number: number): Notice {
  return {
    line,
    message: {
      nl: `Van noot ${number} staat de tekst niet in dit stuk; alleen de verwijzing is overgenomen.`,
      en: `the text of note ${number} is not in this document; only its mark was brought in`,
    },
  };
}

export function markUncertain(line: number, number: number, word: string): Notice {
  return {
    line,
    message: {
      nl: `In ‘${word}’ is ${number} gelezen als verwijzing naar noot ${number}. Klopt dat?`,
      en: `in ‘${word}’ ${number} was read as the mark of note ${number}; please check`,
    },
  };
}

export function numberKept(line: number, number: string): Notice {
  return {
    line,
    message: {
      nl: `Het getal ${number} staat alleen op een regel en is als tekst overgenomen. Is het een bladzijdenummer? Haal het dan weg.`,
      en: `the number ${number} stands alone on a line and was kept as text; remove it if it is a page number`,
    },
  };
}
