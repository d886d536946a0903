import type { Language } from '../languages/language.js';
import { patternsOf } from '../languages/patterns.js';

/**
 * A date as ISO text (`2024-10-23`), from ISO text or from the long form of a language ("23 oktober 2024").
 * @returns `null` when it is no date that exists
 */
export function isoDate(text: string, language: Language): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  if (iso) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const long = /^(\d{1,2})\.?\s(\p{L}{3,12})\s(\d{4})$/u.exec(text.trim());
  if (!long) return null;
  const month = language.months.findIndex((name) => name.toLowerCase() === long[2].toLowerCase());
  return month < 0 ? null : checked(Number(long[3]), month + 1, Number(long[1]));
}

/** The long form: "23 oktober 2024". */
export function longDate(iso: string, language: Language): string {
  const [year, month, day] = iso.split('-').map(Number);
  return language.id === 'de'
    ? `${day}. ${language.months[month - 1]} ${year}`
    : `${day} ${language.months[month - 1]} ${year}`;
}

/** A date some days later, as ISO text. */
export function addDays(iso: string, days: number): string {
  const date = new Date(`${iso}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** How many days a date lies after another; less than 0 if it lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The date by which an answer is asked: a term ("4 weken", "een maand") from a date, or a date itself. */
export function deadlineOf(term: string, from: string, language: Language): string | null {
  const date = isoDate(term, language);
  if (date) return date;
  const { term: span, numberWords } = patternsOf(language);
  const { count, unit } = span.exec(term)?.groups ?? {};
  if (!count) return null;
  // A word that is no number is an article: "a week".
  const number = /^\d+$/.test(count) ? Number(count) : (numberWords.get(count.toLowerCase()) ?? 1);
  return number > 0 ? addDays(from, number * language.term.days[unit.toLowerCase()]) : null;
}

function checked(year: number, month: number, day: number): string | null {
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}
