import type { Day } from '../day.ts';
import type { PlanHistory } from '../history/versions.ts';
import type {
  Agenda,
  AgendaSections,
  Element,
  Field,
  List,
  Plan,
  PlanFormat,
  PlanSections,
  PlanStage,
  PlanStatus,
  VisitKind,
  VisitKinds,
} from '../model/index.ts';
import type { People } from '../model/people.ts';
import type { Edit, Editor } from '../syntax/edit.ts';
import type { Place } from '../syntax/tree.ts';
import type { Digest } from './digest.ts';

/** How loudly a finding speaks. Error: cannot be read as meant. Warning: the plan will fail at its job. Info: a better plan has it. Hint: a suggestion. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** The severities, loudest first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** How many findings of each severity there are. */
export type SeverityCounts = Readonly<Record<Severity, number>>;

/** Counts findings by their severity. */
export function countSeverities(findings: readonly { readonly severity: Severity }[]): SeverityCounts {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** Something in the plan that a finding is about; the engine marks the smallest place that can stand for it. */
export type Target = Element | Field<unknown> | List<unknown> | Place;

/** A place that explains a finding. */
export interface Related {
  readonly at: Target;
  readonly message: string;
}

/** A repair. `safe` means that it needs no judgement, so *fix all* may apply it. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly safe: boolean;
}

/** What a rule reports. `fixes` runs only when somebody asks for them. */
export interface Report {
  readonly at: Target;
  readonly message: string;
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  readonly fixes?: (edit: Editor) => readonly (Fix | undefined)[];
}

/** The numbers and switches that a team may set for a rule. */
export type Options = Readonly<Record<string, number | boolean | readonly string[]>>;

/**
 * What a rule can look at beside the thing it is shown: the top-level sections (of the people `stakeholders`), `broken` for whether the document
 * can be read whole, and `whole` for anything else of it, such as where its parts stand in the text.
 */
export type PlanSlice = keyof PlanSections | keyof AgendaSections | 'broken' | 'whole';

/** A slice, or what a rule asks of each outcome before it looks at any. */
export type Looked = PlanSlice | Digest;

/** What a rule looks at by itself at each kind of thing; one list where it is the same at all. */
export type Reads<K extends VisitKind> = readonly Looked[] | { readonly [Kind in K]?: readonly Looked[] };

/** What a rule may know beside the thing it looks at. For a review agenda the plan is an empty one. */
export interface RuleContext<O extends Options> {
  readonly today: Day;
  readonly document: Plan | Agenda;
  readonly plan: Plan;
  readonly people: People;
  readonly options: O;
  /** The older versions of the document, where they are known. */
  readonly history: PlanHistory | undefined;
  report(report: Report): void;
  /**
   * Says, before it is done, that more sections are looked at for this one thing than `reads` declares for all: what few things ask for need not
   * be declared for every one.
   */
  looksFurther(...at: readonly Looked[]): void;
}

/** To which plans a rule speaks. What is not named is not restricted. */
export interface Applicability {
  readonly formats?: readonly PlanFormat[];
  readonly exceptFormats?: readonly PlanFormat[];
  readonly stages?: readonly PlanStage[];
  readonly exceptStages?: readonly PlanStage[];
  readonly exceptStatuses?: readonly PlanStatus[];
  /** True for rules about what is missing: they keep still while the document cannot be read whole. */
  readonly onlyWhole?: boolean;
  /** True for rules that compare a plan with its older versions: they keep still where none were handed in. */
  readonly onlyWithHistory?: boolean;
}

/**
 * A plan that shows the rule at work. A fragment is laid over a sound plan by the test (`test/support/overlay.ts`), from which
 * `without` takes away what the fragment is about and does not say: `risks`, `plan.next_review`, `outcomes.O1.baseline`.
 */
export interface Example {
  readonly bad: string;
  readonly good: string;
  readonly today?: string;
  readonly without?: readonly string[];
  /** Other rules that the same defect awakens in the bad plan. */
  readonly also?: readonly string[];
  /** What the plan said before, newest first: fragments like the others, with the day each was committed. */
  readonly earlier?: readonly { readonly text: string; readonly committedOn: string }[];
}

/** One rule of the catalogue, one file. */
export interface Rule<K extends VisitKind = VisitKind, O extends Options = Options> {
  readonly id: string;
  readonly severity: Severity;
  /** One line: what it finds. */
  readonly summary: string;
  /** Markdown: why it matters to a customer or a renewal. */
  readonly why: string;
  readonly looksAt: readonly K[];
  /**
   * What `check` looks at, by any way through it, beside the thing it is shown, what stands in the same part, and the order of the sections: with
   * these unchanged, its findings are taken from the version before. Another item of the visited thing's own section must be declared; all outcomes
   * also as a digest of them. What `appliesTo` names, `today`, the options, the history and the team's format need not be, nor what only `fixes` look at,
   * which are worked out anew when asked for. A rule, or a kind, that declares nothing looks at everything: always right, and slow.
   */
  readonly reads?: Reads<K>;
  readonly appliesTo?: Applicability;
  readonly options?: O;
  /** What each option sets, in one sentence. */
  readonly optionWords?: { readonly [Name in keyof O]: string };
  readonly examples: readonly Example[];
  readonly fixable?: boolean;
  check(element: VisitKinds[K], context: RuleContext<O>): void;
}

/** What YAML cannot read cannot be silenced. */
export const NEVER_SILENCED = 'yaml-syntax';

/** A rule whose kinds and options are known only to itself. */
export interface PreparedRule {
  readonly id: string;
  readonly severity: Severity;
  readonly summary: string;
  readonly why: string;
  readonly looksAt: readonly VisitKind[];
  /** What it looks at beside a thing of that kind; undefined for everything. */
  readsAt(kind: VisitKind): readonly Looked[] | undefined;
  readonly appliesTo: Applicability;
  readonly options: Options;
  readonly optionWords: Readonly<Record<string, string>>;
  readonly examples: readonly Example[];
  readonly fixable: boolean;
  /** Puts the rule to work with a team's options; values of another type than the default's are left out. */
  install(add: <K extends VisitKind>(kind: K, look: Look<K>) => void, options: Readonly<Record<string, unknown>>): void;
}

/** A rule at work on one kind of thing. */
export type Look<K extends VisitKind> = (
  element: VisitKinds[K],
  context: Omit<RuleContext<Options>, 'options'>,
) => void;

/** Declares a rule. */
export function defineRule<K extends VisitKind, O extends Options = Readonly<Record<never, never>>>(
  rule: Rule<K, O>,
): PreparedRule {
  return {
    ...rule,
    readsAt: kind => readsOf(rule.reads, kind),
    appliesTo: rule.appliesTo ?? {},
    options: rule.options ?? {},
    optionWords: rule.optionWords ?? {},
    fixable: rule.fixable ?? false,
    install(add, given) {
      const options = withOptions(rule.options, given);
      // Taken out once: rules are objects of eighty shapes, and a rule looks at hundreds of things in every plan.
      const { check, options: defaults } = rule;
      if (asksForNone(check, defaults)) {
        for (const kind of rule.looksAt) add(kind, check);
        return;
      }
      let seen: Parameters<Look<K>>[1] | undefined;
      let full: RuleContext<O> | undefined;
      const look: Look<K> = (element, context) => {
        // A walk hands the same context to every look of a rule: it is put together once.
        if (!full || seen !== context) full = withOptionsOf(context, options);
        seen = context;
        check(element, full);
      };
      for (const kind of rule.looksAt) add(kind, look);
    },
  };
}

/** True for a rule without options, as most are. */
function asksForNone<K extends VisitKind, O extends Options>(
  _check: Rule<K, O>['check'],
  defaults: O | undefined,
): _check is Look<K> {
  return defaults === undefined;
}

/** Written out, for spreads are slow. */
function withOptionsOf<O>(
  context: Parameters<Look<VisitKind>>[1],
  options: O,
): Omit<RuleContext<Options>, 'options'> & { readonly options: O } {
  const { today, document, plan, people, history, report, looksFurther } = context;
  return { today, document, plan, people, options, history, report, looksFurther };
}

function readsOf<K extends VisitKind>(reads: Reads<K> | undefined, kind: VisitKind): readonly Looked[] | undefined {
  if (reads === undefined || isOneList(reads)) return reads;
  const byKind: { readonly [Kind in VisitKind]?: readonly Looked[] } = reads;
  return byKind[kind];
}

function isOneList<K extends VisitKind>(reads: Reads<K>): reads is readonly Looked[] {
  return Array.isArray(reads);
}

function withOptions<O extends Options>(defaults: O | undefined, given: Readonly<Record<string, unknown>>): O {
  const options: Record<string, unknown> = { ...defaults };
  for (const [name, value] of Object.entries(given)) {
    if (
      name in options &&
      typeof value === typeof options[name] &&
      Array.isArray(value) === Array.isArray(options[name])
    )
      options[name] = value;
  }
  return isLike(options, defaults) ? options : neverHappens();
}

/** Each option has the type of its default: that is what `withOptions` lets in. */
function isLike<O extends Options>(
  options: Record<string, unknown>,
  defaults: O | undefined,
): options is Record<string, unknown> & O {
  return Object.entries(defaults ?? {}).every(([name, value]) => typeof options[name] === typeof value);
}

function neverHappens(): never {
  throw new TypeError('a rule option changed its type');
}
