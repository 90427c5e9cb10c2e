import type { Visit } from '../generated/model.ts';
import { Beside, oncePer, oncePerItem } from '../once.ts';
import type { Part, Section } from '../syntax/tree.ts';
import type { TeamFormat } from '../team-format.ts';
import type { List } from './field.ts';
import { borrowBudget, emptyList, type Reading } from './reader.ts';
import type { Slot } from './slots.ts';

/** What was read of a part, with what rules can look at in it. */
export interface PartContents<T> {
  readonly value: T;
  readonly visits: Visit[];
}

/**
 * Reads parts of one kind, each once: what is read of a part depends on the part and the team's format alone, so it stays as long as the
 * part does, from one version of a text to the next.
 */
export class PartReader<T> {
  readonly read: (reading: Reading, slot: Slot, holder: undefined) => T;
  /** The list where there is none. */
  readonly absent: List<T> = emptyList();
  /** Of a section that is one thing. */
  readonly parts = new Kept<Part, PartContents<T>>();
  /** Of all items of a section that was cut into them, for a team. */
  readonly items = oncePer((team: TeamFormat) => oncePerItem((part: Part) => this.contents(part, team)));
  /** Of a section whose items are no parts of their own. */
  readonly uncut = new Kept<Part, PartContents<List<T>>>();
  /** Of a section that was cut into its items. */
  readonly lists = new Kept<Section, List<T>>();

  constructor(read: (reading: Reading, slot: Slot, holder: undefined) => T) {
    this.read = read;
  }

  /** A part that is one thing, read now. */
  contents(part: Part, team: TeamFormat, budget = borrowBudget()): PartContents<T> {
    const visits: Visit[] = [];
    const slot: Slot = { node: part.node, key: part.key, borrowed: undefined };
    return { value: this.read({ part, visits, budget, team }, slot, undefined), visits };
  }
}

/** What was made for an object and a team. */
class Kept<K extends object, V> {
  private readonly made = new Beside<K, { readonly team: TeamFormat; readonly value: V }>();

  /** What is kept, or else what `make` gives. */
  get(key: K, team: TeamFormat, make: () => V): V {
    const known = this.made.get(key);
    if (known?.team === team) return known.value;
    const value = make();
    this.made.set(key, { team, value });
    return value;
  }
}
