import { placeOf, type Placed } from '../model/brief.js';
import type { Announcement } from '../model/facts.js';
import { defineRule, type Finding } from './rule.js';

const things = {
  table: { nl: 'tabel', en: 'table' },
  list: { nl: 'lijst', en: 'list' },
  image: { nl: 'afbeelding', en: 'image' },
};

export default defineRule({
  code: 'announced-missing',
  area: 'text',
  severity: 'warning',
  summary: {
    nl: 'Er wordt een tabel of afbeelding aangekondigd die niet volgt.',
    en: 'A table or image is announced and does not follow.',
  },
  check: (brief) => {
    if (brief.announcements.length === 0) return [];
    const openers = new Set<unknown>(brief.questions.map(({ opener }) => opener?.fact));
    const findings: Finding[] = [];
    let waiting: Placed<Announcement>[] = [];
    const giveUp = () => {
      for (const announcement of waiting) {
        const thing = things[announcement.fact.thing];
        findings.push({
          place: placeOf(announcement),
          message: {
            nl: `Hier wordt een ${thing.nl} aangekondigd, maar er volgt geen ${thing.nl}. Voeg die toe of pas de zin aan.`,
            en: `A ${thing.en} is announced here, but none follows. Add it or change the sentence.`,
          },
        });
      }
      waiting = [];
    };
    for (const block of brief.blocks) {
      if (waiting.length > 0) waiting = waiting.filter(({ fact }) => fact.thing !== block.facts.thing);
      for (const { opener, announcements } of block.facts.segments) {
        if (opener && (opener.kind === 'heading' || opener.kind === 'break' || openers.has(opener))) giveUp();
        for (const fact of announcements) waiting.push({ block, fact });
      }
    }
    giveUp();
    return findings;
  },
});
