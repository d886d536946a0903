import type { Words } from '../../../languages/messages.js';

/** Why a Word file is not read; nothing of it is brought in. */
export class Refusal extends Error {
  constructor(readonly words: Words) {
    super(words.en);
  }
}

export const damaged = () =>
  new Refusal({
    nl: 'Dit Word-bestand is beschadigd. Open het in Word en sla het opnieuw op als .docx.',
    en: 'this Word file is damaged; open it in Word and save it anew as .docx',
  });

export const tooLarge = () =>
  new Refusal({
    nl: 'Dit Word-bestand is te groot of te ingewikkeld om te lezen. Sla het in Word opnieuw op, zonder afbeeldingen, of in delen.',
    en: 'this Word file is too large or too complex to read; save it anew in Word, without pictures, or in parts',
  });

export const noWord = () =>
  new Refusal({
    nl: 'Dit bestand is geen Word-document. Sla het stuk in Word op als .docx.',
    en: 'this file is no Word document; save it in Word as .docx',
  });
