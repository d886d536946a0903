import type { Words } from '../../../rules/rule.js';

export function leftOut(text: string, pages: number): Words {
  return {
    nl: `‘${shortened(text)}’ staat op ${pages} bladzijden aan de rand en is als kop- of voetregel weggelaten.`,
    en: `‘${shortened(text)}’ stands at the edge of ${pages} pages and was left out as a running head or foot`,
  };
}

export function tableAsText(page: number): Words {
  return {
    nl: `Op bladzijde ${page} lijkt een tabel te staan. De rijen zijn als gewone regels overgenomen; maak er zo nodig weer een tabel van.`,
    en: `page ${page} seems to have a table; its rows were brought in as lines of text`,
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
