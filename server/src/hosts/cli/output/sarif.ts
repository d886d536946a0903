import { rules } from '../../../rules/index.js';
import type { Checked } from '../checked.js';

const levels = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

/** SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export function sarif(checked: readonly Checked[]): string {
  const results = checked.flatMap(({ file, findings }) =>
    findings.map(({ code, severity, message, range: { start, end } }) => {
      return {
        ruleId: code,
        level: levels[severity],
        message: { text: message },
        locations: [
          {
            physicalLocation: {
              artifactLocation: {
                uri: encodeURI(file.replaceAll('\\', '/')).replace(/[#?]/g, encodeURIComponent),
              },
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
