import { placeOf } from '../model/brief.js';
import { defineRule, type Finding } from './rule.js';

const expected = new Set([
  'reference',
  'theirReference',
  'date',
  'place',
  'to',
  'subject',
  'dossier',
  'committee',
]);

export default defineRule({
  code: 'frame-unfilled',
  area: 'frame',
  severity: 'warning',
  summary: {
    nl: 'Iets uit het model is nog niet ingevuld.',
    en: 'Something of the template is not filled in yet.',
  },
  check: ({ frontMatter, templates, frameFacts }) => {
    const findings: Finding[] = [];
    for (const { key, name, nameAt, value } of frontMatter.entries)
      if (key && expected.has(key) && value === '')
        findings.push({
          place: { block: frontMatter.block, at: nameAt },
          message: {
            nl: `‘${name}’ is nog leeg. Vul het in, of haal de regel weg.`,
            en: `‘${name}’ is still empty. Fill it in, or remove the line.`,
          },
        });
    for (const template of templates)
      findings.push({
        place: placeOf(template),
        message: {
          nl: 'Hier staat nog tekst uit het model. Vul in wat er moet staan.',
          en: 'This is still text of the template. Fill in what should stand here.',
        },
      });
    for (const frameFact of frameFacts)
      if (frameFact.fact.value === '')
        findings.push({
          place: placeOf(frameFact),
          message: {
            nl: 'Het kenmerk is nog leeg. Vul het in.',
            en: 'The reference mark is still empty. Fill it in.',
          },
        });
    return findings;
  },
});
