import { rangeOf, type Place } from '../../../model/brief.js';
import { positionAt, type Text } from '../../../text/text.js';
import { messageOf, type Checked } from '../check.js';

/** A range as the Language Server Protocol counts: zero-based lines and UTF-16 characters. */
export function lspRange(text: Text, range: { from: number; to: number }) {
  return { start: positionAt(text, range.from), end: positionAt(text, range.to) };
}

/** `[{file, code, severity, message, range, related?}]` */
export function json(checked: readonly Checked[]): string {
  const findings = checked.flatMap(({ file, brief, reports }) =>
    reports.map((report) => {
      const at = (place: Place) => lspRange(brief.text, rangeOf(place));
      const words = brief.language.id === 'nl' ? 'nl' : 'en';
      const related = report.related?.map(({ place, message }) => ({
        file,
        range: at(place),
        message: message[words],
      }));
      return {
        file,
        code: report.code,
        severity: report.severity,
        message: messageOf(brief, report),
        range: at(report.place),
        ...(related && { related }),
      };
    }),
  );
  return `${JSON.stringify(findings, null, 2)}\n`;
}
