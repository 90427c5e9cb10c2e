import { ALL_RULES } from '../generated/rules.ts';
import type { RuleSetting } from '../rules/engine.ts';
import type { PreparedRule } from '../rules/rule.ts';
import { configShape } from '../schema/shape.ts';
import { parse } from '../syntax/parse.ts';
import { absolute, OUTSIDE, partsOf, type Section, type SyntaxDocument } from '../syntax/tree.ts';
import type { CustomField } from '../team-format.ts';
import { enumerate, quoteShort } from '../words.ts';
import type { ConfigProblem } from './finding.ts';
import { type Base, readExtends } from './read-extends.ts';
import { readCustomFields } from './read-fields.ts';
import { readGlob, readPlans, sayIfOutside } from './read-globs.ts';
import { readMonth } from './read-month.ts';
import { readRedact } from './read-redact.ts';
import { type OwnWords, readVocabulary } from './read-vocabulary.ts';
import { readRules } from './rule-setting.ts';
import { Problems, Value } from './value.ts';

/** Settings for the plans of some paths. */
export interface Override {
  /** Globs from the folder of the file that they are written in. */
  readonly files: readonly string[];
  readonly rules: ReadonlyMap<string, RuleSetting>;
}

/** What one file says. */
export interface Config {
  readonly extends: readonly Base[];
  /** Globs of further plans, from the folder that the file is in; undefined where the file has none of its own. */
  readonly plans: readonly string[] | undefined;
  /** Settings by rule id; rules that are not named stay as they are. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly overrides: readonly Override[];
  readonly vocabulary: OwnWords;
  readonly customFields: ReadonlyMap<string, CustomField>;
  readonly fiscalYearStart: number | undefined;
  /** Dotted paths of fields that stay out of what a customer gets. */
  readonly redact: readonly string[];
}

/** A configuration, as far as it can be read, and what in it cannot: in text order once nothing more is said of it. */
export interface ReadConfig {
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
}

/** Reads the text of a `success-plan.config.yaml`. What is wrong becomes problems; the rest counts. Never throws. */
export function readConfig(text: string, rules: readonly PreparedRule[] = ALL_RULES): ReadConfig {
  const [document, further] = parse(text).documents;
  if (!document) return { config: NOTHING, problems: [] };
  const reader = new Reader(document, rules);
  if (further) reader.furtherDocument(further);
  const config = reader.read();
  return { config, problems: reader.problems.all.sort((a, b) => a.start - b.start || a.end - b.end) };
}

const NOTHING: Config = {
  extends: [],
  plans: undefined,
  rules: new Map(),
  overrides: [],
  vocabulary: { words: new Map(), texts: new Map() },
  customFields: new Map(),
  fiscalYearStart: undefined,
  redact: [],
};

class Reader {
  readonly problems: Problems;
  private readonly document: SyntaxDocument;
  private readonly rules: ReadonlyMap<string, PreparedRule>;

  constructor(document: SyntaxDocument, rules: readonly PreparedRule[]) {
    this.document = document;
    this.problems = new Problems(document);
    this.rules = new Map(rules.map(rule => [rule.id, rule]));
  }

  read(): Config {
    this.syntax();
    const said = new Map<string, Value>();
    for (const section of this.document.sections) this.section(section, said);
    const read = <T>(name: string, how: (value: Value) => T, absent: T): T => {
      const value = said.get(name);
      return value ? how(value) : absent;
    };
    return {
      extends: read('extends', readExtends, NOTHING.extends),
      plans: read('plans', readPlans, NOTHING.plans),
      rules: read('rules', value => readRules(value, this.rules), NOTHING.rules),
      overrides: read('overrides', value => this.overrides(value), NOTHING.overrides),
      vocabulary: read('vocabulary', readVocabulary, NOTHING.vocabulary),
      customFields: read('custom_fields', readCustomFields, NOTHING.customFields),
      fiscalYearStart: read('fiscal_year_start', readMonth, NOTHING.fiscalYearStart),
      redact: read('redact', readRedact, NOTHING.redact),
    };
  }

  furtherDocument({ start }: SyntaxDocument): void {
    const message = 'A configuration is one document: what follows “---” is not read.';
    this.problems.all.push({ start, end: start + 1, message });
  }

  private syntax(): void {
    const { document, problems } = this;
    for (const { start, end, ...problem } of document.problems) {
      problems.all.push({ ...absolute(document, { part: OUTSIDE, start, end }), message: sentence(problem) });
    }
    for (const part of partsOf(document)) {
      for (const problem of part.problems.filter(found => !found.follows))
        problems.mark(part, problem, sentence(problem));
    }
  }

  private section(section: Section, said: Map<string, Value>): void {
    const { part } = section;
    if (!part.key) {
      const message = 'A configuration is a group of settings, such as “rules:” with a rule and its level below.';
      this.problems.say(part, part.node, message);
      return;
    }
    const known = [...(configShape().properties?.keys() ?? [])];
    if (known.includes(part.section)) {
      if (!said.has(part.section)) said.set(part.section, Value.ofSection(this.problems, section));
    } else if (!part.section.startsWith('x-')) {
      const key = new Value(this.problems, part, part.key, part.key);
      key.unknown(`There is no setting ${quoteShort(part.section)}.`, known, `Settings are ${enumerate(known)}.`);
    }
  }

  private overrides(value: Value): Override[] {
    const { items } = value;
    if (!items && !value.isEmpty)
      value.say('“overrides” should be a list: each entry with “files”, and with “rules” for them.');
    return (items ?? []).flatMap(item => this.override(item) ?? []);
  }

  private override(item: Value): Override | undefined {
    const { entries } = item;
    if (!entries) {
      item.say('An override is a group: “files” with globs, and “rules” for them.');
      return undefined;
    }
    const known = ['files', 'rules'];
    for (const { name, key } of entries) {
      if (!known.includes(name))
        key.unknown(`An override has no ${quoteShort(name)}.`, known, `It has ${enumerate(known)}.`);
    }
    const of = (name: string) => entries.find(entry => entry.name === name);
    const globs = of('files')?.value.oneOrMore ?? [];
    const files = globs.flatMap(glob => readGlob(glob) ?? []);
    for (const glob of globs) sayIfOutside(glob);
    const first = of('files')?.key ?? entries[0]?.key ?? item;
    if (globs.length === 0) first.say('This override names no files. Add “files” with a glob, such as pilots/**.');
    if (!of('rules')) first.say('This override sets nothing. Add “rules” with a rule and its level.');
    const settings = of('rules')?.value;
    const rules = settings ? readRules(settings, this.rules) : new Map<string, RuleSetting>();
    return files.length > 0 ? { files, rules } : undefined;
  }
}

function sentence(problem: { code: string; message: string }): string {
  return problem.code === 'DUPLICATE_KEY'
    ? `${quoteShort(problem.message)} stands twice here. Keep one.`
    : problem.message;
}
