import type { Language } from './language.js';

/** Words in each language that messages are written in. */
export interface Words {
  nl: string;
  en: string;
}

/** Which of the words a document is spoken of with: German documents get English messages. */
export function wordsFor({ id }: Pick<Language, 'id'>): keyof Words {
  return id === 'nl' ? 'nl' : 'en';
}

/** No one reads a longer list in a message. */
const mostListed = 12;

/** "5, 6 en 7" in each language; "1, 2, 3 en nog 40" where there are too many. */
export function listed(items: readonly (number | string)[]): Words {
  if (items.length > mostListed) {
    const first = items.slice(0, mostListed - 2).join(', ');
    const more = items.length - mostListed + 2;
    return { nl: `${first} en nog ${more}`, en: `${first} and ${more} more` };
  }
  const join = (and: string) =>
    items.length < 2 ? String(items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}`;
  return { nl: join('en'), en: join('and') };
}

/** "Vraag 12", "Vragen 5 en 6", with a capital. */
export function named({ numbers }: { numbers: readonly number[] }): Words {
  const list = listed(numbers);
  return numbers.length > 1
    ? { nl: `Vragen ${list.nl}`, en: `Questions ${list.en}` }
    : { nl: `Vraag ${list.nl}`, en: `Question ${list.en}` };
}
