/**
 * The source of an expression for a name that is a list of fields: "Onderwijs, Cultuur en Wetenschap". Its words have
 * capitals; a comma is part of it only in a list that a word such as "en" closes: "… voor Cultuur, Smit" is another name.
 * @param and closes such a list
 * @param within may stand between the words of one field: "Huis van de Koning"
 */
export function listedName(and: string, within: string): string {
  const word = '\\p{Lu}[\\p{L}\\p{N}/-]{0,40}';
  const field = `${word}(?: (?:(?:${within}) ){0,2}${word}){0,6}`;
  return `${field}(?:(?:, ${field}){0,6},? (?:${and}) ${field}){0,3}`;
}
