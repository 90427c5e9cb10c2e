import { ALL_RULES } from '../generated/rules.ts';
import { nearest } from '../nearest.ts';
import type { RuleSetting } from '../rules/engine.ts';
import type { PreparedRule } from '../rules/rule.ts';
import { configShape } from '../schema/shape.ts';
import { parse } from '../syntax/parse.ts';
import { absolute, type Part, resolve, type Section, type Span, type SyntaxDocument } from '../syntax/tree.ts';
import { enumerate, quoteShort } from '../words.ts';
import { readRuleSetting } from './rule-setting.ts';

/** What a team has set. */
export interface Config {
  /** Globs of further plans, from the folder that the file is in. */
  readonly plans: readonly string[];
  /** Settings by rule id; rules that are not named stay as they are. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
}

/** Something in a configuration that cannot be followed. The span counts UTF-16 units from the start of the text. */
export interface ConfigProblem extends Span {
  readonly message: string;
}

/** A configuration, as far as it can be read, and what in it cannot. */
export interface ReadConfig {
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
}

/** The configuration of a team that has set nothing. */
export const NO_CONFIG: Config = { plans: [], rules: new Map() };

/** Reads the text of a `success-plan.config.yaml`. What is wrong becomes problems in text order; the rest counts. Never throws. */
export function readConfig(text: string, rules: readonly PreparedRule[] = ALL_RULES): ReadConfig {
  const reader = new Reader(text, rules);
  reader.read();
  const { plans, settings } = reader;
  return {
    config: { plans, rules: settings },
    problems: reader.problems.sort((a, b) => a.start - b.start || a.end - b.end),
  };
}

class Reader {
  readonly plans: string[] = [];
  readonly settings = new Map<string, RuleSetting>();
  readonly problems: ConfigProblem[] = [];
  private readonly rules: ReadonlyMap<string, PreparedRule>;
  private readonly document: SyntaxDocument | undefined;
  private readonly further: SyntaxDocument | undefined;

  constructor(text: string, rules: readonly PreparedRule[]) {
    this.rules = new Map(rules.map(rule => [rule.id, rule]));
    [this.document, this.further] = parse(text).documents;
  }

  read(): void {
    const { document, further } = this;
    if (!document) return;
    if (further) {
      const { start } = further;
      this.problems.push({
        start,
        end: start + 1,
        message: 'A configuration is one document: what follows “---” is not read.',
      });
    }
    for (const { start, end, ...problem } of document.problems) {
      this.problems.push({ start: document.start + start, end: document.start + end, message: sentence(problem) });
    }
    for (const { part, items = [] } of document.sections) {
      for (const one of [part, ...items]) {
        for (const problem of one.problems.filter(found => !found.follows)) this.mark(one, problem, sentence(problem));
      }
    }
    for (const section of document.sections) this.section(section);
  }

  private section(section: Section): void {
    const { part } = section;
    if (!part.key) {
      this.say(
        part,
        part.node,
        'A configuration is a group of settings, such as “rules:” with a rule and its level below.',
      );
    } else if (part.section === 'plans') {
      this.globs(section);
    } else if (part.section === 'rules') {
      this.ruleSettings(part);
    } else if (!part.section.startsWith('x-')) {
      const known = [...(configShape().properties?.keys() ?? [])];
      this.say(
        part,
        part.key,
        `There is no setting ${quoteShort(part.key.text)}. ${meant(part.key.text, known) ?? `Settings are ${enumerate(known)}.`}`,
      );
    }
  }

  private globs({ part, items }: Section): void {
    const node = resolve(part.node);
    if (isEmpty(node)) return;
    if (node?.kind !== 'sequence') {
      this.say(
        part,
        part.node,
        '“plans” should be a list of globs. Put each on a line of its own, with a dash in front.',
      );
      return;
    }
    const globs = items
      ? items.map(item => ({ part: item, node: item.node }))
      : node.items.map(item => ({ part, node: item }));
    for (const glob of globs) {
      const value = resolve(glob.node);
      if (value?.kind === 'scalar' && typeof value.value === 'string' && value.text.trim() !== '')
        this.plans.push(value.text);
      else this.say(glob.part, glob.node, 'This should be a glob, such as “customers/**/*.yaml”.');
    }
  }

  private ruleSettings(part: Part): void {
    const node = resolve(part.node);
    if (isEmpty(node)) return;
    if (node?.kind !== 'mapping') {
      this.say(part, part.node, '“rules” should be a group: one rule a line, then a colon and its level.');
      return;
    }
    // Spans of what an alias stands for belong to another part: the alias itself is marked instead.
    const at = (span: Span) => (part.node.kind === 'alias' ? part.node : span);
    for (const { key, value } of node.pairs) {
      const rule = this.rules.get(key.text);
      if (!rule) {
        this.say(
          part,
          at(key),
          `There is no rule ${quoteShort(key.text)}. ${meant(key.text, [...this.rules.keys()]) ?? '“success-plan explain” lists all rules.'}`,
        );
        continue;
      }
      const { setting, problems } = readRuleSetting(rule, value);
      if (setting) this.settings.set(rule.id, setting);
      for (const problem of problems)
        this.say(part, at(problem.at.start < problem.at.end ? problem.at : key), problem.message);
    }
  }

  /** A setting that makes no sense. In a text that is not even YAML this would only repeat, in other words, what breaks it. */
  private say(part: Part, span: Span, message: string): void {
    if (!this.document?.broken) this.mark(part, span, message);
  }

  private mark(part: Part, { start, end }: Span, message: string): void {
    if (this.document) this.problems.push({ ...absolute(this.document, { part, start, end }), message });
  }
}

function sentence(problem: { code: string; message: string }): string {
  return problem.code === 'DUPLICATE_KEY'
    ? `${quoteShort(problem.message)} stands twice here. Keep one.`
    : problem.message;
}

/** “Did you mean”, where a known word is near. */
function meant(word: string, known: readonly string[]): string | undefined {
  const close = nearest(word, known);
  return close && `Did you mean “${close}”?`;
}

function isEmpty(node: ReturnType<typeof resolve>): boolean {
  return node?.kind === 'scalar' && node.value === null;
}
