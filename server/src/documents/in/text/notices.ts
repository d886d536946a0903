import type { Words } from '../../../languages/messages.js';
import { shorten } from '../../../text/shorten.js';

export function markNotFound(number: number): Words {
  return {
    nl: `Van noot ${number} is de plaats in de tekst niet gevonden; de noot staat onderaan.`,
    en: `the place of note ${number} in the text was not found; the note stands at the end`,
  };
}

export function textNotFound(number: number): Words {
  return {
    nl: `Van noot ${number} staat de tekst niet in dit stuk; alleen de verwijzing is overgenomen.`,
    en: `the text of note ${number} is not in this document; only its mark was brought in`,
  };
}

export function markUncertain(number: number, word: string): Words {
  return {
    nl: `In ‘${word}’ is ${number} gelezen als verwijzing naar noot ${number}. Klopt dat?`,
    en: `in ‘${word}’ ${number} was read as the mark of note ${number}; please check`,
  };
}

export function numberKept(number: string): Words {
  return {
    nl: `Het getal ${number} staat alleen op een regel en is als tekst overgenomen. Is het een bladzijdenummer? Haal het dan weg.`,
    en: `the number ${number} stands alone on a line and was kept as text; remove it if it is a page number`,
  };
}

export function leftOut(text: string, pages: number): Words {
  return {
    nl: `‘${shortened(text)}’ staat op ${pages} bladzijden aan de rand en is als kop- of voetregel weggelaten.`,
    en: `‘${shortened(text)}’ stands at the edge of ${pages} pages and was left out as a running head or foot`,
  };
}

/** Words for a notice. */
export function shortened(text: string): string {
  return shorten(text, 120);
}
