import { defineRule } from './rule.js';

export default defineRule({
  code: 'footnote-empty',
  area: 'footnotes',
  severity: 'warning',
  summary: { nl: 'Een voetnoot is leeg.', en: 'A footnote is empty.' },
  check: ({ definitions, inlineFootnotes }) => [
    ...definitions
      .filter(({ fact }) => fact.text === '')
      .map(({ block, fact }) => ({
        place: { block, at: fact.mark },
        message: {
          nl: `Voetnoot ‘${fact.label}’ is nog leeg. Schrijf de tekst achter de dubbele punt.`,
          en: `Footnote ‘${fact.label}’ is still empty. Write its text after the colon.`,
        },
      })),
    ...inlineFootnotes
      .filter(({ fact }) => fact.text.trim() === '')
      .map(({ block, fact }) => ({
        place: { block, at: fact.at },
        message: {
          nl: 'Deze voetnoot is nog leeg. Schrijf de tekst tussen de haken.',
          en: 'This footnote is still empty. Write its text between the brackets.',
        },
      })),
  ],
});
