import { rangeOf } from '../../../model/brief.js';
import { rules } from '../../../rules/index.js';
import { positionAt } from '../../../text/text.js';
import { messageOf, type Checked } from '../check.js';

const levels = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

/** SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export function sarif(checked: readonly Checked[]): string {
  const results = checked.flatMap(({ file, brief, reports }) =>
    reports.map((report) => {
      const { from, to } = rangeOf(report.place);
      const start = positionAt(brief.text, from);
      const end = positionAt(brief.text, to);
      return {
        ruleId: report.code,
        level: levels[report.severity],
        message: { text: messageOf(brief, report) },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: encodeURI(file.replaceAll('\\', '/')) },
              region: {
                startLine: start.line + 1,
                startColumn: start.character + 1,
                endLine: end.line + 1,
                endColumn: end.character + 1,
              },
            },
          },
        ],
      };
    }),
  );
  const driver = {
    name: 'Kamerbrief',
    rules: rules.map(({ code, summary }) => ({ id: code, shortDescription: { text: summary.en } })),
  };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
