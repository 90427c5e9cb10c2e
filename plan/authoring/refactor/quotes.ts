import type { Plan } from '../../model/index.ts';
import type { Mapping, Node, ScalarStyle } from '../../syntax/tree.ts';
import { type NewEntry, words } from './new-node.ts';

const DAYS = ['date', 'target_date', 'measured_on', 'due_date', 'opened_on', 'created', 'last_reviewed', 'next_review'];
const TEXTS = ['description', 'name', 'decisions', 'summary', 'mitigation', 'owner', 'attendees', 'company', 'version'];

/** Writes the fields of a new item in the quotes that its neighbour has, else those of the plan. */
export class Quotes {
  private readonly plan: Plan;
  private readonly like: Mapping | undefined;

  constructor(plan: Plan, like: Mapping | undefined) {
    this.plan = plan;
    this.like = like;
  }

  /** The quotes that a text or a day has under a key. */
  of(key: string, kind: 'text' | 'day' = 'text'): ScalarStyle {
    const { plan, customer } = this.plan;
    const near = [key, ...(kind === 'day' ? DAYS : TEXTS)];
    for (const mapping of [this.like, plan?.mapping, customer?.mapping]) {
      for (const name of near) {
        const style = styleOf(mapping?.pairs.find(pair => pair.key.text === name)?.value);
        if (style) return style;
      }
    }
    return 'plain';
  }

  /** An entry whose value is a text. */
  text(key: string, text: string): NewEntry {
    return [key, words(text, this.of(key))];
  }

  /** An entry whose value is a day. */
  day(key: string, day: string): NewEntry {
    return [key, words(day, this.of(key, 'day'))];
  }

  /** A word of the format, which needs no quotes. */
  word(key: string, word: string): NewEntry {
    return [key, words(word, 'plain')];
  }
}

/** The quotes of a text, or of the first of several; a block text has none that another could take over. */
function styleOf(node: Node | undefined): ScalarStyle | undefined {
  const one = node?.kind === 'sequence' ? node.items[0] : node;
  if (one?.kind !== 'scalar' || one.value === null) return undefined;
  return one.style === 'plain' || one.style === 'single' || one.style === 'double' ? one.style : undefined;
}
