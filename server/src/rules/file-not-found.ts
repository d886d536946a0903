import type { Words } from '../languages/messages.js';
import { linksOf, type LinkedFile } from '../model/links.js';
import { defineRule } from './rule.js';

const messages: Partial<Record<LinkedFile['state'], (path: string) => Words>> = {
  missing: (path) => ({
    nl: `Het bestand ‘${path}’ is niet gevonden. Kijk of de naam klopt en of het bestand in deze map staat.`,
    en: `The file ‘${path}’ was not found. Check the name, and whether the file is in this folder.`,
  }),
  unreadable: (path) => ({
    nl: `Het bestand ‘${path}’ kan niet worden gelezen. Is het een tekstbestand, en mag u het openen?`,
    en: `The file ‘${path}’ cannot be read. Is it a text file, and may you open it?`,
  }),
  outside: (path) => ({
    nl: `Het bestand ‘${path}’ staat buiten de map die open is, en wordt daarom niet gelezen. Open de map waar beide bestanden in staan.`,
    en: `The file ‘${path}’ is outside the folder that is open, and is therefore not read. Open the folder that holds both files.`,
  }),
  loop: (path) => ({
    nl: `‘${path}’ verwijst naar dit document zelf terug. Noem hier een ander bestand.`,
    en: `‘${path}’ leads back to this document itself. Name another file here.`,
  }),
};

export default defineRule({
  code: 'file-not-found',
  area: 'frame',
  severity: 'error',
  summary: {
    nl: 'Een bestand dat hier genoemd wordt, is er niet of kan niet worden gebruikt.',
    en: 'A file that is named here does not exist or cannot be used.',
  },
  check: (brief, { file }) =>
    linksOf(brief).flatMap(({ path, place }) => {
      const message = messages[file(path).state]?.(path);
      return message ? [{ place, message }] : [];
    }),
});
