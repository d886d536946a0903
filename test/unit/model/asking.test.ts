import { describe, expect, test } from 'vitest';
import { parseBrief } from '../../../server/src/model/document.js';
import type { Sentence } from '../../../server/src/model/facts.js';

/** How the sentences of a text ask, as one paragraph of a letter. */
function asking(text: string, language = 'nl'): Sentence['question'][] {
  const brief = parseBrief(`---\nkind: letter\nlanguage: ${language}\n---\n\n${text}`);
  return brief.blocks.flatMap(({ facts }) =>
    facts.segments.flatMap(({ sentences }) => sentences.map(({ question }) => question)),
  );
}

describe('sentences that ask without a question mark', () => {
  test.each([
    'De leden van de SP-fractie vragen zich af of er een plan B is.',
    'De leden van de SP-fractie vragen zich dan ook af, hoe dit kan.',
    'De leden van de fractie van D66 vragen u of dit klopt.',
    'De leden van de fractie van D66 vragen u om toe te lichten waarom dit zo lang duurt.',
    'De leden van de D66-fractie verzoeken u in te gaan op de cijfers.',
    'De leden van de fractie van D66 vragen vervolgens of dit klopt.',
    'De leden van de fractie van D66 vragen daarnaast of dit klopt.',
    'De leden van de fractie van D66 vragen bovendien of dit klopt.',
    'De leden van de fractie van D66 vragen allereerst of dit klopt.',
    'De leden van de fractie van D66 vragen ten slotte nogmaals op welke termijn dit klaar is.',
    'De leden van de fractie van de ChristenUnie vragen wie dit betaalt.',
    'De leden van deze fractie vragen een reactie op het rapport.',
    'De leden van de fractie van D66 vragen de bewindspersoon te reageren op het rapport.',
    'De leden van de fractie van D66 vragen, gelet op de vertraging, of dit klopt.',
    'De leden van de fractie van D66 vragen naar aanleiding van uw brief van 14 februari 2025 of dit klopt.',
    'De leden van de fractie van D66 vragen naar de rol van de wetenschap.',
    'De leden van de fractie van D66 vragen om nadere informatie.',
    'De leden van de fractie van D66 willen graag weten wat dit kost.',
    'De leden van de fractie van D66 zouden graag vernemen hoe dit gaat.',
    'De leden van de fractie van D66 willen de regering vragen in te gaan op de cijfers.',
    'De leden van de fractie van D66 ontvangen graag een overzicht van de kosten.',
    'De leden van de fractie van D66 zijn benieuwd naar de planning.',
    'Het lid Van der Plas vraagt wanneer de regering dit doet.',
    'Ook vernemen zij graag of dit klopt.',
    'Zij vragen wanneer dit klaar is.',
    'Voorts vragen zij hoeveel dit kost.',
    'Klopt dit, vragen zij zich af.',
    'Klopt dit, zo vragen deze leden.',
    'Graag zouden deze leden vernemen hoe dit gaat.',
    'De leden van de SP lezen op p. 3 van het rapport (zie par. 2.1 e.v.) dat de brug sluit en vragen of dit klopt.',
    'De leden van de SP lezen dat de stuw stilstaat, en vragen de regering dit toe te lichten.',
    'De leden van de fracties van GroenLinks-PvdA, de VVD, Nieuw Sociaal Contract, de Partij voor de Dieren, de ChristenUnie en de Partij van de Arbeid vragen of dit klopt.',
    'De leden van de SP vragen of de regering binnen vier weken met een voorstel komt.',
  ])('%s', (sentence) => {
    expect(asking(sentence)).toEqual(['likely']);
  });

  test.each([
    'The members of the Greenfield group ask themselves whether this is right.',
    'The members of the Greenfield group also ask who pays for this.',
    'The members of the Greenfield group read on p. 3 that the bridge closes and ask whether this is right.',
    'They further ask at what cost this is done.',
    'The members of the Greenfield group wonder how long this takes.',
    'The members of the Greenfield group would welcome a response to the report.',
    'The Committee would also like to know which counties were affected.',
  ])('%s', (sentence) => {
    expect(asking(sentence, 'en')).toEqual(['likely']);
  });

  test.each([
    'Die Mitglieder der Fraktion fragen sich, ob das stimmt.',
    'Ferner fragen die Abgeordneten, wer das bezahlt.',
    'Die Fraktion fragt zudem, wie lange das dauert.',
    'Wir möchten wissen, welche Kosten entstehen.',
    'Die Fragesteller bitten die Bundesregierung um eine Stellungnahme.',
  ])('%s', (sentence) => {
    expect(asking(sentence, 'de')).toEqual(['likely']);
  });
});

describe('sentences that speak of questions and ask none', () => {
  test.each([
    'De leden van de fractie van D66 hebben enkele vragen naar aanleiding van uw brief van 14 februari 2025.',
    'De leden van de fractie van D66 hebben nog vragen over de vraag wie dit betaalt.',
    'De leden van de vaste commissie voor Financiën zien uw reactie met belangstelling tegemoet en verzoeken de minister deze binnen vier weken te geven.',
    'De leden van de vaste commissie voor Financiën zien uw beantwoording met belangstelling tegemoet en verzoeken u deze bij voorkeur binnen vier weken na dagtekening van deze brief te mogen ontvangen.',
    'De leden van de commissie ontvangen graag de antwoorden binnen vier weken.',
    'De leden van de commissie ontvangen graag binnen vier weken uw reactie.',
    'De leden van de commissie verzoeken de regering deze vragen binnen vier weken te beantwoorden.',
    'De leden van de commissie verzoeken u de vragen uiterlijk 3 mei 2025 te beantwoorden.',
    'De leden van de fractie van de BBB danken de regering voor de antwoorden op hun eerdere vragen om informatie.',
    'De leden van de fractie van de BBB hebben de regering vragen gesteld over de brug.',
    'De leden van de fractie van D66 hebben naar aanleiding hiervan de volgende vragen.',
    'Ook de leden van de fracties van D66 en de SP wensen een aantal vragen te stellen.',
    'De leden van de fractie van D66 lezen dat gemeenten aan inwoners vragen om mee te betalen.',
    'Deze leden vragen aandacht voor de periode waarin een net nog niet rendabel is.',
  ])('%s', (sentence) => {
    expect(asking(sentence)).toEqual([null]);
  });

  test.each([
    'The members of the Greenfield group thank the Government for the answers to their earlier requests for information.',
    'The members of the committee look forward to your reply and request the Minister to send it within four weeks.',
    'The Committee asks the Minister to answer these questions within four weeks.',
    'We would be grateful for a reply within four weeks.',
  ])('%s', (sentence) => {
    expect(asking(sentence, 'en')).toEqual([null]);
  });

  test.each([
    'Wir bitten um Antwort innerhalb von zwei Wochen.',
    'Die Fraktion dankt für die Antworten auf ihre früheren Fragen nach den Kosten.',
    'Die Abgeordneten bitten die Bundesregierung, diese Fragen innerhalb von zwei Wochen zu beantworten.',
  ])('%s', (sentence) => {
    expect(asking(sentence, 'de')).toEqual([null]);
  });
});

describe('an abbreviation ends no sentence', () => {
  test.each([
    ['Is er overleg met Dhr. K. Jansen?', 'nl'],
    ['Is er overleg met Mevr. Jansen?', 'nl'],
    ['Klopt dat, d. w. z. Is dat zo?', 'nl'],
    ['Gilt das z. B. in Niedersachsen?', 'de'],
    ['Gilt das z. B. Niedersachsen betreffend?', 'de'],
    ['Gilt das z.B. Niedersachsen betreffend?', 'de'],
  ])('%s', (text, language) => {
    expect(asking(text, language)).toEqual(['certain']);
  });

  test('one letter is none', () => {
    expect(asking('Het gaat om optie z. Klopt dat?', 'nl')).toEqual([null, 'certain']);
  });
});
