/** Words in each language that messages are written in. German documents get English messages. */
export interface Words {
  nl: string;
  en: string;
}
