import type { Words } from '../../../languages/messages.js';

/** Why a PDF is not brought in. */
export function refusal(error: unknown): Words {
  if (error === 'no consultation')
    return words(
      'Dit lijkt geen overleg: er zijn geen vragen van fracties en geen antwoorden gevonden. Is dit het goede bestand? Plak de tekst anders in een nieuwe brief.',
      'this does not look like a consultation: no questions of groups and no answers were found; is it the right file? If it is, paste the text into a new letter',
    );
  if (error instanceof RangeError)
    return words(
      'Dit pdf-bestand is te lang. Sla alleen de bladzijden met het overleg op als pdf en importeer die.',
      'this PDF is too long; save only the pages of the consultation as PDF and import those',
    );
  if ((error as Error).name === 'PasswordException')
    return words(
      'Dit pdf-bestand is met een wachtwoord beveiligd. Haal de beveiliging eraf en importeer het opnieuw.',
      'this PDF is protected with a password; take the protection off and import it again',
    );
  return words(
    'Dit pdf-bestand is beschadigd of geen pdf, en kan niet worden gelezen. Vraag het opnieuw op, of sla het opnieuw op als pdf.',
    'this PDF is damaged, or is no PDF, and cannot be read; ask for it again, or save it anew as PDF',
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
