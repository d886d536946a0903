import type { Checked } from '../checked.js';

const commands = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' };

/** Workflow commands that GitHub shows beside the changed lines. */
export function github(checked: readonly Checked[]): string {
  return checked
    .flatMap(({ file, findings }) =>
      findings.map(({ code, severity, message, range: { start, end } }) => {
        const where = `file=${escape(file, true)},line=${start.line + 1},endLine=${end.line + 1},col=${start.character + 1},title=${code}`;
        return `::${commands[severity]} ${where}::${escape(message, false)}\n`;
      }),
    )
    .join('');
}

function escape(text: string, property: boolean): string {
  const plain = text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  return property ? plain.replaceAll(':', '%3A').replaceAll(',', '%2C') : plain;
}
