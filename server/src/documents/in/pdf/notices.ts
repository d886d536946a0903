import type { Words } from '../../../rules/rule.js';

export function leftOut(text: string, pages: number): Words {
  return {
    nl: `‘${shortened(text)}’ staat op ${pages} bladzijden aan de rand en is als kop- of voetregel weggelaten.`,
    en: `‘${shortened(text)}’ stands at the edge of ${pages} pages and was left out as a running head or foot`,
  };
}

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

/** In characters. */
const longest = 120;

function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
