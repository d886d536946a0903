import type { Comparison } from '../compare/compare.js';
import { extentOf, rangeOf, type Block, type Brief, type Placed } from '../model/brief.js';
import type { Directive } from '../model/facts.js';
import type { Range } from '../text/text.js';
import { unused } from './comment-unused.js';
import { rules } from './index.js';
import { remember, type Remembered } from './remember.js';
import type { Finding, Rule, RuleContext, Severity } from './rule.js';

/** A finding of a rule, at the severity that holds for this document. */
export interface Report extends Finding {
  code: string;
  severity: Severity;
}

export interface Settings {
  /** By rule code. */
  severities?: Readonly<Record<string, Severity | 'off'>>;
}

/**
 * Runs every rule that is on, leaves out what comments in the text silence, and sorts by place. A rule that throws is
 * reported as `rule-failed`, and does not silence the others.
 */
export function check(brief: Brief, context: RuleContext, settings: Settings = {}): Report[] {
  const runs = rules
    .filter((rule) => severityOf(rule, settings) !== 'off')
    .map((rule) => runRule(rule, brief, context, settings));
  return settle(brief, runs, settings);
}

/** Checks one document again and again. A rule runs again only if something that it read is not what it was. */
export class Checker {
  private readonly kept = new Map<Rule, Remembered<RuleRun>>();
  private all: Remembered<Report[]> | null = null;
  private settings: Settings | null = null;

  /** @returns the same array as before if there is nothing new to say; its places move along with the text */
  check(brief: Brief, context: RuleContext, settings: Settings): Report[] {
    if (settings !== this.settings) this.kept.clear();
    this.settings = settings;
    let isNew = !this.all?.holds(brief, context);
    for (const rule of rules) {
      if (severityOf(rule, settings) === 'off' || this.kept.get(rule)?.holds(brief, context)) continue;
      const reports = remember(brief, context, (...seen) => runRule(rule, ...seen, settings));
      this.kept.set(rule, reports);
      isNew = true;
    }
    if (isNew || !this.all) {
      const runs = [...this.kept.values()].map(({ result }) => result);
      this.all = remember(brief, context, (seen) => settle(seen, runs, settings));
    }
    return this.all.result;
  }
}

function severityOf({ code, severity }: Rule, { severities }: Settings): Severity | 'off' {
  return severities?.[code] ?? severity;
}

interface RuleRun {
  code: string;
  reports: Report[];
  /** It could see all that it asked for. */
  complete: boolean;
}

function runRule(rule: Rule, brief: Brief, context: RuleContext, { severities }: Settings): RuleRun {
  const { code } = rule;
  const set = severities?.[code] as Severity | undefined;
  let complete = true;
  let held: Comparison | null = null;
  const seen: RuleContext = {
    ...context,
    comparison() {
      held = context.comparison();
      complete &&= held !== null;
      return held;
    },
  };
  try {
    const reports = rule.check(brief, seen).map((finding) => ({
      ...finding,
      code,
      severity: set ?? finding.severity ?? (rule.severity as Severity),
    }));
    // Looked at whole, so that it is noted whole: a fix may ask for any of it, later.
    if (reports.length > 0 && held) Object.values(held);
    return { code, reports, complete };
  } catch (error) {
    return { code, reports: [failed(brief, code, error)], complete: false };
  }
}

/** Leaves out what comments in the text silence, and sorts by place. */
function settle(brief: Brief, runs: readonly RuleRun[], settings: Settings): Report[] {
  return silence(brief, runs, settings)
    .map((report) => ({ report, ...rangeOf(report.place) }))
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .map(({ report }) => report);
}

function failed({ frontMatter }: Brief, code: string, error: unknown): Report {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: 'rule-failed',
    severity: 'warning',
    place: { block: frontMatter.block, at: { from: 0, to: 0 } },
    message: {
      nl: `De controle ‘${code}’ kon niet worden uitgevoerd (${reason}). De andere controles wel. Probeer het nog eens. Gaat het weer mis, geef dan het logboek aan uw beheerder.`,
      en: `The check ‘${code}’ could not be run (${reason}). The others were. Try again. If it goes wrong again, give the log to your administrator.`,
    },
  };
}

const codes = new Set(rules.map(({ code }) => code));

/** Takes away what comments silence, and reports comments that silence nothing. */
function silence(brief: Brief, runs: readonly RuleRun[], settings: Settings): Report[] {
  const reports = runs.flatMap((run) => run.reports);
  const directives = brief.directives.filter(
    ({ fact: { kind } }) => kind === 'ignore' || kind === 'ignore-file',
  );
  if (directives.length === 0) return reports;
  const severity = settings.severities?.['comment-unused'] ?? 'info';
  const findings = inOrder(reports);
  // Of a rule that is switched off, or lacks the letter, no one can say that it finds nothing.
  const checked = new Set(runs.filter(({ complete }) => complete).map(({ code }) => code));
  const scopes = scopesOf(brief, directives);
  const silenced = new Set<Report>();
  const idle: Report[] = [];
  directives.forEach((directive, i) => {
    for (const { code, at } of directive.fact.codes) {
      const hit = within(findings.get(code) ?? [], scopes[i]);
      for (const { report } of hit) silenced.add(report);
      const isKnown = codes.has(code);
      if (hit.length > 0 || severity === 'off' || (isKnown && !checked.has(code))) continue;
      const message = isKnown
        ? {
            nl: `Er is hier geen melding ‘${code}’ (meer). Deze opmerking kan weg.`,
            en: `There is no finding ‘${code}’ here (any more). This comment can go.`,
          }
        : {
            nl: `‘${code}’ is geen melding van Kamerbrief. Kijk de naam na.`,
            en: `‘${code}’ is no finding of Kamerbrief. Check the name.`,
          };
      idle.push({
        ...unused(brief, directive, message, { block: directive.block, at }),
        code: 'comment-unused',
        severity,
      });
    }
  });
  return [...reports.filter((report) => !silenced.has(report)), ...idle];
}

interface Located {
  report: Report;
  from: number;
}

/** Findings by code, in the order of the text. */
function inOrder(reports: readonly Report[]): Map<string, Located[]> {
  const found = new Map<string, Located[]>();
  for (const report of reports) {
    const located = { report, from: rangeOf(report.place).from };
    const same = found.get(report.code);
    if (same) same.push(located);
    else found.set(report.code, [located]);
  }
  for (const list of found.values()) list.sort((a, b) => a.from - b.from);
  return found;
}

function within(findings: readonly Located[], { from, to }: Range): Located[] {
  let first = 0;
  for (let end = findings.length; first < end;) {
    const middle = (first + end) >> 1;
    if (findings[middle].from < from) first = middle + 1;
    else end = middle;
  }
  let last = first;
  while (last < findings.length && findings[last].from < to) last++;
  return findings.slice(first, last);
}

/** For each comment the block that it stands in or before, with the whole of each question and answer that begins in it. */
function scopesOf(brief: Brief, directives: readonly Placed<Directive>[]): Range[] {
  const scopes = new Map<Block, Range>();
  const scopeOf = (block: Block): Range =>
    scopes.get(block) ?? { from: block.from, to: block.from + block.length };
  for (const { segments } of [...brief.answers, ...brief.questions]) {
    const [{ block }] = segments;
    const { from, to } = extentOf(segments);
    const scope = scopeOf(block);
    scopes.set(block, { from: Math.min(scope.from, from), to: Math.max(scope.to, to) });
  }
  /** The first block from an index on that holds something to read. */
  const next: (Block | undefined)[] = [];
  const indexes = new Map<Block, number>();
  for (let i = brief.blocks.length - 1; i >= 0; i--) {
    const block = brief.blocks[i];
    indexes.set(block, i);
    next[i] = block.facts.segments.length > 0 ? block : next[i + 1];
  }
  return directives.map(({ block, fact }) => {
    if (fact.kind === 'ignore-file') return { from: 0, to: Infinity };
    const target = next[indexes.get(block)!];
    const { to } = rangeOf({ block, at: fact.at });
    if (!target) return { from: to, to: block.from + block.length };
    // With other comments that stand between.
    const scope = scopeOf(target);
    return { from: Math.min(scope.from, to), to: scope.to };
  });
}
