import { languages, type Language } from '../languages/index.js';
import { listed, type Words } from '../languages/messages.js';
import { placeOf, rangeOf, type Brief, type Placed } from '../model/brief.js';
import { isoDate, longDate } from '../model/dates.js';
import { workKeys } from '../model/directives.js';
import type { Directive, WorkField } from '../model/facts.js';
import { nearestOf } from '../text/nearest.js';
import { workDate, workOwners, workState } from '../model/work.js';
import { defineRule, type Finding, type Fix } from './rule.js';

export default defineRule({
  code: 'work-note-invalid',
  area: 'frame',
  severity: 'warning',
  summary: {
    nl: 'Een werknotitie kan niet goed worden gelezen.',
    en: 'A work note cannot be read well.',
  },
  check: (brief) =>
    [...workOwners(brief)].flatMap(([note, owner]): Finding[] => {
      const found = note.fact.fields.flatMap((field) => fieldFinding(brief, note, field));
      if (!owner)
        found.push({
          place: placeOf(note),
          message: {
            nl: 'Deze werknotitie hoort bij geen vraag. Zet haar boven een vraag of een antwoord.',
            en: 'This work note belongs to no question. Put it above a question or an answer.',
          },
        });
      else if (note.fact.fields.length === 0) {
        const { owner: who, state } = brief.language.directives;
        found.push({
          place: placeOf(note),
          message: {
            nl: `Deze werknotitie zegt niets. Schrijf bijvoorbeeld ‘${who}=…; ${state}=…’.`,
            en: `This work note says nothing. Write for example ‘${who}=…; ${state}=…’.`,
          },
        });
      }
      return found;
    }),
});

function fieldFinding({ language }: Brief, note: Placed<Directive>, field: WorkField): Finding[] {
  const place = { block: note.block, at: field.at };
  const { key, name, value } = field;
  const { directives } = language;
  if (!key) {
    const known = workKeys.map((one) => directives[one]);
    const [nl, en] = [listed(known).nl, listed(known).en];
    const nearest = nearestOf(name.toLowerCase(), known);
    return [
      {
        place,
        message: {
          nl: `‘${name}’ kan niet in een werknotitie. Kies uit ${nl}.`,
          en: `‘${name}’ is not possible in a work note. Choose from ${en}.`,
        },
        fixes: nearest ? [change({ ...place, at: nameOf(field) }, nearest)] : [],
      },
    ];
  }
  if (value === null) {
    const example = `${directives[key]}=${{ state: directives.states.draft, due: '2025-01-07', owner: '…', remark: '…' }[key]}`;
    return [
      {
        place,
        message: {
          nl: `Schrijf achter ‘${name}’ een = en de waarde, bijvoorbeeld ‘${example}’.`,
          en: `Write a = and the value behind ‘${name}’, for example ‘${example}’.`,
        },
      },
    ];
  }
  if (!value) return [];
  const word = { ...place, at: field.body };
  if (key === 'state' && !workState(value)) {
    const states = Object.values(directives.states);
    const nearest = nearestOf(value.toLowerCase(), states);
    return [
      {
        place: word,
        message: {
          nl: `‘${value}’ is geen stand. Kies uit ${listed(states).nl}.`,
          en: `‘${value}’ is no state. Choose from ${listed(states).en}.`,
        },
        fixes: nearest ? [change(word, nearest)] : [],
      },
    ];
  }
  if (key === 'due' && !workDate(value, language)) {
    const meant = dayFirst(value, language);
    const example = { nl: longDate('2025-01-07', languages.nl), en: longDate('2025-01-07', languages.en) };
    return [
      {
        place: word,
        message: {
          nl: `‘${value}’ is geen datum. Schrijf 2025-01-07 of ${example.nl}.`,
          en: `‘${value}’ is no date. Write 2025-01-07 or ${example.en}.`,
        },
        fixes: meant ? [change(word, meant)] : [],
      },
    ];
  }
  return [];
}

function nameOf({ at: { from }, name }: WorkField) {
  return { from, to: from + name.length };
}

/** `7-1-2025`, `7.1.2025` or `7/1/2025`: the day comes first in Dutch and German; in English no one can know. */
function dayFirst(value: string, language: Language): string | null {
  const found = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/.exec(value);
  if (!found || language.id === 'en') return null;
  const [, day, month, year] = found;
  return isoDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, language);
}

function change(place: Finding['place'], insert: string): Fix {
  const title: Words = { nl: `Maak er ‘${insert}’ van`, en: `Change it to ‘${insert}’` };
  return { title, safe: false, edits: () => [{ ...rangeOf(place), insert }] };
}
