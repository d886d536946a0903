import type { Words } from '../../../languages/messages.js';
import { shortened } from '../text/notices.js';

export function tableRead(page: number): Words {
  return {
    nl: `Deze tabel (bladzijde ${page} van de pdf) is opgebouwd uit de plaats van de woorden. Kloppen de kolommen?`,
    en: `this table (page ${page} of the PDF) was built from the places of its words; please check its columns`,
  };
}

export function setSideways(page: number, text: string): Words {
  return {
    nl: `Op bladzijde ${page} staat gekantelde tekst, die niet is overgenomen: ‘${shortened(text)}’.`,
    en: `page ${page} has text that does not stand upright, which was left out: ‘${shortened(text)}’`,
  };
}
