import type { Checked } from '../checked.js';

/** `[{file, code, severity, message, range, related?}]` */
export function json(checked: readonly Checked[]): string {
  const all = checked.flatMap(({ file, findings }) => findings.map((finding) => ({ file, ...finding })));
  return `${JSON.stringify(all, null, 2)}\n`;
}
