import type { Day } from '../day.ts';
import type { QuantityReading } from '../quantity/index.ts';
import type { Mapping, Node, Part, Place, Problem, Scalar, Span } from '../syntax/tree.ts';

/**
 * The shapes every model element is made of. A value never comes without its place: `part`, `start` and `end` say
 * where it stands, `key` where its key does. Reading never fails, so anything may be absent or unreadable.
 */

/** One value of the plan. */
export interface Field<T> extends Place {
  /** The value, or undefined where nothing is written or what is written cannot be read as one. */
  readonly value: T | undefined;
  /** What is written, without quotes; '' where nothing is. */
  readonly text: string;
  readonly key: Span | undefined;
  readonly node: Scalar;
  /** True if the text stands elsewhere (an alias or a merge key): no edit may touch it from here. */
  readonly borrowed: boolean;
}

/** A list of elements or values. An absent list has no key and no items. */
export interface List<T> {
  readonly items: readonly T[];
  /** Where the list's key stands; undefined if the list is absent. */
  readonly place: Place | undefined;
  readonly key: Place | undefined;
  readonly node: Node | undefined;
  /** The word that stands where a list should, such as `none`. */
  readonly word: Field<string> | undefined;
}

/** What every mapping of the format has, whatever its fields. */
export interface Element extends Place {
  /** The definition in the schema, such as `milestone`. */
  readonly definition: string;
  readonly key: Span | undefined;
  /** The mapping itself; undefined where something else stands in its place. */
  readonly mapping: Mapping | undefined;
  /** What people call it: its id, else its name, else ''. */
  readonly label: string;
  /** Where its name stands: the smallest place that can stand for the whole. */
  readonly mark: Span;
  readonly borrowed: boolean;
  /** The text that stands where a mapping could, such as a business value in words. */
  readonly word: Field<string> | undefined;
  readonly holder: Element | undefined;
}

/** A value that names something defined elsewhere in the document. */
export interface Reference {
  readonly field: Field<string>;
  /** The property it stands in, such as `owner`. */
  readonly property: string;
  readonly holder: Element;
  readonly to: 'person' | 'outcome' | 'milestone' | 'risk' | 'priority' | 'phase' | 'plan';
  /** The side a person must be on, where the format says so. */
  readonly side: 'customer' | 'vendor' | undefined;
}

/** A day that somebody wrote, with the property it stands in. */
export interface WrittenDay {
  readonly field: Field<Day>;
  readonly property: string;
  readonly holder: Element;
}

/** A quantity that somebody wrote, with the property it stands in. */
export interface WrittenQuantity {
  readonly field: Field<QuantityReading>;
  readonly property: string;
  readonly holder: Element;
}

/** A part as it stands, for rules that look at its syntax. `definition` names the schema definition its node must fit. */
export interface WrittenPart {
  readonly part: Part;
  readonly definition: string;
}

/** Something that YAML itself cannot read. */
export interface WrittenProblem {
  readonly problem: Problem;
  readonly part: Part;
}

/** A rule that a comment names in order to silence it, or a comment that names none. Offered once all other rules have spoken. */
export interface WrittenIgnore extends Place {
  /** `keyword`: the comment is not written as it must be; `nameless`: it names no rule. The place is then that of its keyword. */
  readonly fault: 'keyword' | 'nameless' | undefined;
  /** The rule as it is written; '' in a comment that names none. */
  readonly id: string;
  /** The rules of the catalogue. */
  readonly rules: readonly string[];
  /** The rules that a comment with another keyword names. */
  readonly meant: readonly string[];
  /** True where naming this rule in the comment silences something, or could in a checker that asks that rule. */
  readonly serves: (id: string) => boolean;
  /** What is to go so that the comment no longer names it: the rule alone, or the comment with its line. */
  readonly removal: Place;
  readonly isWhole: boolean;
  /** True where a blank line parts the comment from what stands below it. */
  readonly adrift: boolean;
  /** True where the comment stands behind something else in a line, and so speaks for that line alone. */
  readonly behind: boolean;
  /** The nearest place in the document where that rule finds something that no comment silences. */
  readonly elsewhere: (rule: string) => Place | undefined;
}
