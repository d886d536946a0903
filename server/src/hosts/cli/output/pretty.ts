import type { Checked } from '../checked.js';
import { counted, said } from '../errors.js';

const names = {
  nl: { error: 'fout', warning: 'waarschuwing', info: 'tip', hint: 'tip' },
  en: { error: 'error', warning: 'warning', info: 'hint', hint: 'hint' },
};

/** For people: a line a finding, and how far each reply is. */
export function pretty(checked: readonly Checked[]): string {
  const lines: string[] = [];
  const total = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { file, language, findings, answered } of checked) {
    for (const { code, severity, message, range } of findings) {
      const { line, character } = range.start;
      total[severity]++;
      lines.push(`${file}:${line + 1}:${character + 1}  ${names[language][severity]}  ${message}  (${code})`);
    }
    if (answered)
      lines.push(
        `${file}: ${language === 'nl' ? `${answered.done} van ${answered.all} vragen beantwoord` : `${answered.done} of ${answered.all} questions answered`}`,
      );
  }
  const { error, warning, info, hint } = total;
  const sum = {
    nl: `${counted(checked.length, 'bestand', 'bestanden')}: ${counted(error, 'fout', 'fouten')}, ${counted(warning, 'waarschuwing', 'waarschuwingen')}, ${counted(info + hint, 'tip', 'tips')}`,
    en: `${counted(checked.length, 'file', 'files')}: ${counted(error, 'error', 'errors')}, ${counted(warning, 'warning', 'warnings')}, ${counted(info + hint, 'hint', 'hints')}`,
  };
  // In the language of the lines above it, where that is one.
  const [language, ...others] = new Set(checked.map((file) => file.language));
  lines.push(language && others.length === 0 ? sum[language] : said(sum));
  return `${lines.join('\n')}\n`;
}
