import type { Words } from '../../../rules/rule.js';

/** Why a Word file is not read; nothing of it is brought in. */
export class Refusal extends Error {
  constructor(readonly words: Words) {
    super(words.en);
  }
}

export const damaged = () =>
  new Refusal({
    nl: 'Dit Word-bestand is beschadigd. Open het in Word en bewaar het opnieuw als .docx.',
    en: 'this Word file is damaged; open it in Word and save it anew as .docx',
  });

export const tooLarge = () =>
  new Refusal({
    nl: 'Dit Word-bestand is te groot of te ingewikkeld om te lezen.',
    en: 'this Word file is too large or too complex to read',
  });

export const noWord = () =>
  new Refusal({
    nl: 'Dit bestand is geen Word-document. Bewaar het stuk als .docx.',
    en: 'this file is no Word document; save it as .docx',
  });
