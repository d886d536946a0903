import { rangeOf } from '../../../model/brief.js';
import { positionAt } from '../../../text/text.js';
import { messageOf, type Checked } from '../check.js';

const commands = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' };

/** Workflow commands that GitHub shows beside the changed lines. */
export function github(checked: readonly Checked[]): string {
  return checked
    .flatMap(({ file, brief, reports }) =>
      reports.map((report) => {
        const { from, to } = rangeOf(report.place);
        const start = positionAt(brief.text, from);
        const end = positionAt(brief.text, to);
        const where = `file=${escape(file, true)},line=${start.line + 1},endLine=${end.line + 1},col=${start.character + 1},title=${report.code}`;
        return `::${commands[report.severity]} ${where}::${escape(messageOf(brief, report), false)}\n`;
      }),
    )
    .join('');
}

function escape(text: string, property: boolean): string {
  const plain = text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  return property ? plain.replaceAll(':', '%3A').replaceAll(',', '%2C') : plain;
}
