import { describe, expect, test } from 'vitest';
import { parseBrief } from '../../../server/src/model/document.js';

function names(heading: string, language = 'nl'): string[] {
  const { groups } = parseBrief(`---\ntaal: ${language}\n---\n\n## ${heading}\n\nTekst.`);
  return groups.flatMap((group) => group.names);
}

describe('a heading names its groups', () => {
  test.each([
    ['Vragen en opmerkingen van de leden van de fractie van D66', ['D66']],
    ['Vragen en opmerkingen van de leden van de fractie van de PVV', ['PVV']],
    ['Vragen van de leden van de fracties van D66 en de SP', ['D66', 'SP']],
    [
      'Vragen van de leden van de fracties van GroenLinks-PvdA, Volt en de PvdD',
      ['GroenLinks-PvdA', 'Volt', 'PvdD'],
    ],
    ['Vragen van de leden van de fracties van D66 en Volt gezamenlijk', ['D66', 'Volt']],
    ['Vragen en opmerkingen van de leden van de VVD-fractie', ['VVD']],
    ['Vragen en opmerkingen van de VVD-fractie', ['VVD']],
    ['Vragen van de leden van de VVD-, D66- en CDA-fracties', ['VVD', 'D66', 'CDA']],
    ['Vragen van de leden van de VVD-fractie en de D66-fractie', ['VVD', 'D66']],
    ['Inbreng van de leden van de PVV-fractie', ['PVV']],
    ['Inbreng van de leden van D66', ['D66']],
    ['Inbreng van de leden van de fractie van 50PLUS', ['50PLUS']],
    ['Vragen van het lid van de fractie van OPNL', ['OPNL']],
    ['Vraag van de leden van de fractie van de Partij voor de Dieren', ['Partij voor de Dieren']],
    ['Vragen van de leden van de fractie van de ChristenUnie over sluizen', ['ChristenUnie']],
    [
      'De leden van de fracties van D66 en Volt sluiten zich aan bij de vragen van de leden van de SP',
      ['D66', 'Volt'],
    ],
    ['De leden van de fractie van de SGP sluiten zich hierbij aan', ['SGP']],
    ['Fractie van de PVV', ['PVV']],
    ['Vragen van het lid Van der Plas (BBB)', ['Van der Plas (BBB)']],
    ['Vragen van het lid Van Strien (PVV)', ['Van Strien (PVV)']],
    ["Vragen van het lid Van 't Hoff", ["Van 't Hoff"]],
    ['Vragen van het lid De Kort (VVD) over sluizen', ['De Kort (VVD)']],
    ['Vragen van het lid Sneller (D66)', ['Sneller (D66)']],
    ['Vragen van het lid Sneller (D66) en antwoord van de minister', ['Sneller (D66)']],
    ['Vragen van de leden Van der Werf (D66) en Van Nispen (SP)', ['Van der Werf (D66)', 'Van Nispen (SP)']],
    ['VRAGEN VAN DE LEDEN VAN DE FRACTIE VAN D66', ['D66']],
    ['Vragen Van De Leden Van De Fractie Van D66', ['D66']],
    ['Vragen en opmerkingen van de leden van de VVD-fractie en reactie van de minister', ['VVD']],
    ['Vragen van de leden van de fractie van D66 met de antwoorden van de minister', ['D66']],
    ['VVD-fractie', ['VVD']],
    ['**Vragen van de leden van de fractie van D66**', ['D66']],
    ['Vragen van de leden van de fractie van D66[^1]', ['D66']],
    ['1. Vragen van de leden van de fractie van D66', ['D66']],
    ['II. Inbreng van de leden van de fractie van D66', ['D66']],
  ])('%s', (heading, expected) => {
    expect(names(heading)).toEqual(expected);
  });

  test.each([
    ['Questions from the members of the Greenfield group', ['Greenfield']],
    [
      'Questions and comments from the members of the Greenfield and Seaside groups',
      ['Greenfield', 'Seaside'],
    ],
    ['Contribution by the Greenfield group', ['Greenfield']],
    ['Questions From The Members Of The Greenfield Group', ['Greenfield']],
    ['Questions from the member Jane Hill (Greenfield)', ['Jane Hill (Greenfield)']],
    ['Questions from the members of the Greenfield group and the Government reply to them', ['Greenfield']],
  ])('%s', (heading, expected) => {
    expect(names(heading, 'en')).toEqual(expected);
  });

  test.each([
    ['Fragen der Fraktion der Freien Mitte', ['Freien Mitte']],
    ['Fragen der Abgeordneten der Fraktion Neue Mitte', ['Neue Mitte']],
    ['Fragen der Abgeordneten Anna Klein und Otto Groß', ['Anna Klein', 'Otto Groß']],
    ['Fragen der Fraktion Neue Mitte und Antworten der Bundesregierung', ['Neue Mitte']],
  ])('%s', (heading, expected) => {
    expect(names(heading, 'de')).toEqual(expected);
  });
});

test.each([
  'Inleiding',
  'Financiële gevolgen',
  'Vragen en antwoorden',
  'Reactie van de minister',
  'De positie van de leden van de raad',
  'Vragen over de fractie',
])('%s names none', (heading) => {
  expect(names(heading)).toEqual([]);
});
