import type { Lenses } from '../../features/code-lenses.js';
import type { Settings as RuleSettings } from '../../rules/check.js';
import type { Severity } from '../../rules/rule.js';

/** What the settings below `kamerbrief` say to the server. */
export interface Settings {
  rules: RuleSettings;
  inlayHints: { footnoteNumbers: boolean };
  codeLens: Lenses;
}

/** Reads settings as an editor sends them; what is left out or is no such value is as usual. */
export function readSettings(value: unknown): Settings {
  const { rules, inlayHints, codeLens } = fieldsOf(value);
  const { answeredBy, referredToBy } = fieldsOf(codeLens);
  return {
    rules: { severities: Object.fromEntries(Object.entries(fieldsOf(rules)).filter(setsSeverity)) },
    inlayHints: { footnoteNumbers: switchOf(fieldsOf(inlayHints).footnoteNumbers, true) },
    codeLens: { answeredBy: switchOf(answeredBy, false), referredToBy: switchOf(referredToBy, false) },
  };
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

const severities: ReadonlySet<unknown> = new Set<Severity | 'off'>([
  'error',
  'warning',
  'info',
  'hint',
  'off',
]);

function setsSeverity(entry: [string, unknown]): entry is [string, Severity | 'off'] {
  return severities.has(entry[1]);
}

function switchOf(value: unknown, usual: boolean): boolean {
  return typeof value === 'boolean' ? value : usual;
}
