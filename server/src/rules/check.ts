import { extentOf, rangeOf, type Brief, type Placed } from '../model/brief.js';
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
  return new Checker().check(brief, context, settings);
}

/** Checks one document again and again. A rule runs again only if something that it read is not what it was. */
export class Checker {
  private readonly kept = new Map<Rule, Remembered<Report[]>>();
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
      const found = [...this.kept.values()].flatMap(({ result }) => result);
      this.all = remember(brief, context, (seen) => settle(seen, found, settings));
    }
    return this.all.result;
  }
}

function severityOf({ code, severity }: Rule, { severities }: Settings): Severity | 'off' {
  return severities?.[code] ?? severity;
}

function runRule(rule: Rule, brief: Brief, context: RuleContext, { severities }: Settings): Report[] {
  const set = severities?.[rule.code] as Severity | undefined;
  try {
    return rule.check(brief, context).map((finding) => ({
      ...finding,
      code: rule.code,
      severity: set ?? finding.severity ?? (rule.severity as Severity),
    }));
  } catch (error) {
    return [failed(brief, rule.code, error)];
  }
}

/** Leaves out what comments in the text silence, and sorts by place. */
function settle(brief: Brief, reports: Report[], settings: Settings): Report[] {
  return silence(brief, reports, settings.severities?.['comment-unused'] ?? 'info')
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
      nl: `De controle ‘${code}’ kon niet worden uitgevoerd (${reason}). De andere controles wel. Meld dit aan de makers.`,
      en: `The check ‘${code}’ could not be run (${reason}). The others were. Please report this to the makers.`,
    },
  };
}

const codes = new Set(rules.map(({ code }) => code));

/** Takes away what comments silence, and reports comments that silence nothing. */
function silence(brief: Brief, reports: Report[], severity: Severity | 'off'): Report[] {
  if (brief.directives.length === 0) return reports;
  const silenced = new Set<Report>();
  const idle: Report[] = [];
  for (const directive of brief.directives) {
    const { kind, codes: named } = directive.fact;
    if (kind !== 'ignore' && kind !== 'ignore-file') continue;
    const scope = kind === 'ignore' ? scopeOf(brief, directive) : { from: 0, to: Infinity };
    for (const { code, at } of named) {
      const hit = reports.filter((report) => report.code === code && within(rangeOf(report.place), scope));
      for (const report of hit) silenced.add(report);
      if (hit.length > 0 || severity === 'off') continue;
      const message = codes.has(code)
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
  }
  return [...reports.filter((report) => !silenced.has(report)), ...idle];
}

function within(range: Range, scope: Range): boolean {
  return range.from >= scope.from && range.from < scope.to;
}

/** The block that the comment stands in or before; before a question or an answer, the whole of it. */
function scopeOf(brief: Brief, { block, fact }: Placed<Directive>): Range {
  const index = brief.blocks.indexOf(block);
  const alone = block.facts.segments.length === 0;
  const target = alone ? brief.blocks.slice(index + 1).find(({ facts }) => facts.segments.length > 0) : block;
  if (!target) return { from: rangeOf({ block, at: fact.at }).to, to: block.from + block.length };
  const owner = [...brief.questions, ...brief.answers].find(({ segments }) => segments[0].block === target);
  return owner ? extentOf(owner.segments) : { from: target.from, to: target.from + target.length };
}
