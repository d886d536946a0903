import { wordsFor, type Words } from '../../languages/messages.js';
import { rangeOf, statusOf, type Brief } from '../../model/brief.js';
import { linksOf } from '../../model/links.js';
import { check } from '../../rules/check.js';
import type { RuleContext, Severity } from '../../rules/rule.js';
import { positionsOf, type Position } from '../../text/text.js';
import { pathNamed, readBrief, readContext } from './files.js';

/** The findings of one file, as plain data: nothing of the document is kept. */
export interface Checked {
  file: string;
  /** Messages are in the language of the document; German documents get English. */
  language: keyof Words;
  findings: CheckedFinding[];
  /** How many of a reply's questions are answered, or `null` in a document that answers none. */
  answered: { done: number; all: number } | null;
}

export interface CheckedFinding {
  code: string;
  severity: Severity;
  message: string;
  range: LspRange;
  related?: { file: string; range: LspRange; message: string }[];
}

/** As the Language Server Protocol counts: zero-based lines and UTF-16 characters. */
export interface LspRange {
  start: Position;
  end: Position;
}

/** @param paths that were asked for: files that a document names must lie in one of them, or beside it */
export async function checkFile(file: string, paths: readonly string[]): Promise<Checked> {
  const { brief } = (await readBrief(file)).document;
  const context = await readContext(file, brief, paths);
  const language = wordsFor(brief.language);
  const findings = check(brief, context).map(
    ({ code, severity, message, place, related }): CheckedFinding => ({
      code,
      severity,
      message: message[language],
      range: positionsOf(brief.text, rangeOf(place)),
      ...(related && {
        related: related.map((one) => ({
          file: one.document ? fileOf(one.document, file, brief, context) : file,
          range: positionsOf((one.document ?? brief).text, rangeOf(one.place)),
          message: one.message[language],
        })),
      }),
    }),
  );
  return { file, language, findings, answered: answeredIn(brief) };
}

/** The path of a document that another one names. */
function fileOf(document: Brief, from: string, brief: Brief, context: RuleContext): string {
  const link = linksOf(brief).find(({ path }) => {
    const linked = context.file(path);
    return linked.state === 'found' && linked.brief === document;
  });
  return (link && pathNamed(from, link.path)) ?? from;
}

function answeredIn({ questions, kind }: Brief): Checked['answered'] {
  if (kind !== 'reply' || questions.length === 0) return null;
  return {
    done: questions.filter((question) => /^(?:answered|referred)$/.test(statusOf(question))).length,
    all: questions.length,
  };
}
