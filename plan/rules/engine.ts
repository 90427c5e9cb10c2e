import { emptyLooks, type Looks } from '../generated/looks.ts';
import type { ReadDocument, Visit, VisitKind } from '../model/index.ts';
import type { Steps } from '../steps.ts';
import { type Part, partsOf } from '../syntax/tree.ts';
import { LookedAt, type Remembered } from './facts.ts';
import type { Memory, Stamp, Sum } from './memory.ts';
import type { Looked, PreparedRule, Severity } from './rule.ts';
import { asBefore, type Case, type Occasion, type RawFinding, type Said } from './said.ts';
import { type Things, thingsAt, thingsIn, visitsOfWhole, visitsOutside } from './things.ts';
import { Choice, entriesOf, Walk } from './walk.ts';

/** How one rule is set for a document: left out, or with a severity of the team's own and options. */
export interface RuleSetting {
  readonly severity?: Severity | 'off';
  readonly options?: Readonly<Record<string, unknown>>;
}

/** Rules that look at the same sections, so that what they said stands or falls together. */
interface Group extends Remembered {
  readonly looks: Looks;
  /** At which kinds of things they look. */
  readonly kinds: Set<VisitKind>;
  /** Whether they look at the document as a whole, and at something in its parts. */
  ofWhole: boolean;
  ofParts: boolean;
}

/** A group, and what decides about its answers now. */
interface Asked {
  readonly group: Group;
  readonly stamp: Stamp;
}

/** What rules are asked about, and where their findings go. */
interface Asking {
  readonly memory: Memory;
  readonly read: ReadDocument;
  readonly part: Part | undefined;
  readonly findings: RawFinding[];
  /** What all that is said of parts hangs on. */
  readonly stamps: object;
}

const NOTHING: readonly RawFinding[] = [];
const NO_VISITS: readonly Visit[] = [];

/** What is another object in every version: it is looked at as a whole. */
const WHOLE: ReadonlySet<VisitKind> = new Set(['document', 'plan', 'agenda'] as const);

/** Rules set up once for a configuration and used on any number of documents. */
export class Engine {
  private readonly looks = emptyLooks();
  private readonly groups: Group[] = [];
  private readonly lookedAt = new LookedAt();
  private readonly working = new Map<string, PreparedRule>();
  private readonly choice: Choice;
  /** True if a rule at work compares a plan with its older versions. */
  readonly asksForHistory: boolean;

  constructor(rules: readonly PreparedRule[], settings: ReadonlyMap<string, RuleSetting>) {
    const groups = new Map<string, Group>();
    for (const rule of rules) {
      const setting = settings.get(rule.id);
      if (setting?.severity === 'off') continue;
      const severity = setting?.severity;
      const index = this.working.size;
      this.working.set(rule.id, rule);
      rule.install((kind, look) => {
        const entry = { rule, index, severity, look };
        this.looks[kind].push(entry);
        // Comments are looked at once everything else was said.
        if (kind === 'ignore') return;
        const group = this.groupFor(groups, rule, kind);
        group.looks[kind].push(entry);
        group.kinds.add(kind);
        if (WHOLE.has(kind)) group.ofWhole = true;
        else group.ofParts = true;
      }, setting?.options ?? {});
    }
    this.groups = [...groups.values()];
    this.choice = new Choice([...this.working.values()]);
    this.asksForHistory = [...this.working.values()].some(rule => rule.appliesTo.onlyWithHistory);
  }

  /** Shows everything in a document to all rules, one rule after the other. Never throws. */
  run(read: ReadDocument, occasion: Occasion): Said {
    const walk = this.walk(read, occasion);
    for (const [kind, visits] of thingsIn(read))
      for (const entry of entriesOf(this.looks, kind)) walk.ask(entry, visits);
    return walk;
  }

  /** The same for some documents, in their order: a rule that has seen one is warm for the next, which takes a tenth less than one by one. */
  runAll(cases: readonly Case[]): readonly Said[] {
    const walks = cases.map(({ read, occasion }) => ({ walk: this.walk(read, occasion), things: thingsIn(read) }));
    const kinds = new Set(walks.flatMap(({ things }) => [...things.keys()]));
    for (const kind of kinds) {
      for (const entry of entriesOf(this.looks, kind))
        for (const { walk, things } of walks) walk.ask(entry, things.get(kind) ?? NO_VISITS);
    }
    return walks.map(({ walk }) => walk);
  }

  /**
   * The same where an earlier version of the document may have been looked at: of what nothing has changed for, it is remembered what was said. A
   * step is some rules at one part. Never throws.
   */
  *runOn(memory: Memory, read: ReadDocument, occasion: Occasion): Steps<Said> {
    memory.begin(read);
    const walk = this.walk(read, occasion);
    for (const visit of visitsOutside(read)) walk.visit(this.looks, visit);
    const findings = [...walk.findings];
    const seen = this.lookedAt.in(read, occasion);
    const asked: Asked[] = this.groups
      .filter(group => !(group.onlyWhole && read.model.syntax.broken) && !(group.onlyWithHistory && !occasion.history))
      .map(group => ({ group, stamp: memory.stamp(seen, group) }));
    const ofWhole = asked.filter(({ group }) => group.ofWhole);
    const ofParts = asked.filter(({ group }) => group.ofParts);
    const stamps = memory.all(ofParts.map(({ stamp }) => stamp));
    const parts = partsOf(read.model.syntax);
    const sums: (Sum | undefined)[] = [];
    yield* this.askAll(walk, ofWhole, { memory, read, part: undefined, findings, stamps });
    for (let index = memory.takeOver(parts, 0, stamps, { sums, findings }); index < parts.length; ) {
      const part = parts[index];
      sums.push(yield* this.askAll(walk, ofParts, { memory, read, part, findings, stamps }));
      index = memory.takeOver(parts, index + 1, stamps, { sums, findings });
    }
    memory.end({ stamps, parts, sums });
    return { findings, failures: walk.failures };
  }

  /** Asks those groups of rules that must be asked about a part, or the document as a whole. All that is said of it; undefined if a rule broke. */
  private *askAll(walk: Walk, groups: readonly Asked[], asking: Asking): Steps<Sum | undefined> {
    const { memory, read, part, findings, stamps } = asking;
    const shelf = memory.shelf(part);
    const from = findings.length;
    const further = new Set<Looked>();
    let things: Things | undefined;
    let hasFailed = false;
    for (const { group, stamp } of groups) {
      const before = shelf.kept[group.index];
      let kept = memory.recall(before, stamp);
      let said = kept?.findings;
      if (!said) {
        const failures = walk.failures.length;
        things ??= thingsAt(read, part);
        said = asBefore(ask(walk, group, things), before?.findings);
        // A rule that breaks is asked again: what it would have said is not known.
        kept = walk.failures.length === failures ? memory.keep(read, stamp, said, walk.further) : undefined;
        shelf.kept[group.index] = kept;
        yield;
      }
      hasFailed ||= kept === undefined;
      for (const slice of memory.slicesOf(kept?.further)) further.add(slice);
      for (const one of said) findings.push(one);
    }
    const said = from < findings.length ? findings.slice(from) : NOTHING;
    shelf.sum = hasFailed ? undefined : { stamps, further: memory.further(read, further), findings: said };
    return shelf.sum;
  }

  /** What the rules say of things that are known only once a document was walked. Never throws. */
  say(read: ReadDocument, occasion: Occasion, visits: readonly Visit[]): Said {
    const walk = this.walk(read, occasion);
    for (const visit of visits) walk.visit(this.looks, visit);
    return walk;
  }

  /** All that the rule of a finding says where it is shown the same thing in this version of the document: that may have other surroundings now. */
  sayAgain({ visit, rule }: RawFinding, read: ReadDocument, occasion: Occasion): readonly RawFinding[] {
    const walk = this.walk(read, occasion);
    const whole = visitsOfWhole(read).find(({ kind }) => kind === visit.kind);
    walk.visit(this.looks, whole ?? visit, rule);
    return walk.findings;
  }

  /** True for a rule that is at work; one that is switched off, or asks for what is not at hand, says nothing. */
  asks(id: string, { history }: Occasion): boolean {
    const rule = this.working.get(id);
    return rule !== undefined && (history !== undefined || !rule.appliesTo.onlyWithHistory);
  }

  private walk(read: ReadDocument, occasion: Occasion): Walk {
    return new Walk(read, occasion, this.choice);
  }

  private groupFor(groups: Map<string, Group>, rule: PreparedRule, kind: VisitKind): Group {
    const common = this.lookedAt.groupOf(rule, kind);
    const name = JSON.stringify(common);
    const group = groups.get(name) ?? {
      ...common,
      index: groups.size,
      looks: emptyLooks(),
      kinds: new Set<VisitKind>(),
      ofWhole: false,
      ofParts: false,
    };
    groups.set(name, group);
    return group;
  }
}

/** What the rules of a group say of some things. */
function ask(walk: Walk, { looks, kinds }: Group, things: Things): readonly RawFinding[] {
  walk.findings = [];
  walk.further.clear();
  for (const kind of kinds) {
    const visits = things.get(kind);
    if (visits) for (const entry of entriesOf(looks, kind)) walk.ask(entry, visits);
  }
  return walk.findings;
}
