import { rangeOf } from '../../../model/brief.js';
import { positionAt } from '../../../text/text.js';
import { answered, messageOf, type Checked } from '../check.js';

const names = {
  nl: { error: 'fout', warning: 'let op', info: 'info', hint: 'tip' },
  en: { error: 'error', warning: 'warning', info: 'info', hint: 'hint' },
};

/** For people: a line a finding, and how far each reply is. */
export function pretty(checked: readonly Checked[]): string {
  const lines: string[] = [];
  const total = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { file, brief, reports } of checked) {
    const language = brief.language.id === 'nl' ? 'nl' : 'en';
    for (const report of reports) {
      const { line, character } = positionAt(brief.text, rangeOf(report.place).from);
      total[report.severity]++;
      lines.push(
        `${file}:${line + 1}:${character + 1}  ${names[language][report.severity]}  ${messageOf(brief, report)}  (${report.code})`,
      );
    }
    const state = answered(brief);
    if (state)
      lines.push(
        `${file}: ${language === 'nl' ? `${state.done} van ${state.all} vragen beantwoord` : `${state.done} of ${state.all} questions answered`}`,
      );
  }
  const { error, warning, info, hint } = total;
  lines.push(`${checked.length} file(s): ${error} error(s), ${warning} warning(s), ${info + hint} remark(s)`);
  return `${lines.join('\n')}\n`;
}
