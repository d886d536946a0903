import { de } from './de.js';
import { en } from './en.js';
import type { Language } from './language.js';
import { nl } from './nl.js';

/** Every language that documents can be written in. */
export const languages: Record<Language['id'], Language> = { nl, en, de };

export type { Language } from './language.js';
