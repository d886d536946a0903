import type { Words } from '../../../rules/rule.js';

/** Why a PDF is not brought in. */
export function refusal(error: unknown): Words {
  if (error === 'no consultation')
    return words(
      'Dit lijkt geen overleg: er zijn geen vragen van fracties en geen antwoorden gevonden.',
      'this does not look like a consultation: no questions of groups and no answers were found',
    );
  if (error instanceof RangeError)
    return words(
      'Dit pdf-bestand bevat meer tekst dan een brief of verslag ooit heeft.',
      'this PDF holds more text than any letter or report has',
    );
  if ((error as Error).name === 'PasswordException')
    return words(
      'Dit pdf-bestand is met een wachtwoord beveiligd. Haal de beveiliging eraf en importeer het opnieuw.',
      'this PDF is protected with a password; take the protection off and import it again',
    );
  return words(
    'Dit pdf-bestand is beschadigd of geen pdf, en kan niet worden gelezen.',
    'this PDF is damaged, or is no PDF, and cannot be read',
  );
}

/** Letters that no reader can make out, as a part of all. */
const mostUnreadable = 0.3;

/** Why its letters cannot be read; `null` if they can. */
export function refused(letters: string): Words | null {
  if (!letters.trim())
    return words(
      'Dit pdf-bestand bevat alleen plaatjes, bijvoorbeeld van een scan. Laat er eerst de tekst in herkennen (OCR).',
      'this PDF holds pictures only, as of a scan; have its text recognised (OCR) first',
    );
  const odd = letters.match(/[\p{Co}\p{Cn}\ufffd]/gu)?.length ?? 0;
  if (odd > letters.length * mostUnreadable)
    return words(
      'De letters in dit pdf-bestand zijn niet te lezen: er staat niet bij welke tekens het zijn. Sla het stuk op een andere manier als pdf op.',
      'the letters in this PDF cannot be read: it does not say which characters they are; save it as PDF in another way',
    );
  return null;
}

function words(nl: string, en: string): Words {
  return { nl, en };
}
