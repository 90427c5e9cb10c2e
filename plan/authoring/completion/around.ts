import type { Day } from '../../day.ts';
import type { Agenda, Plan } from '../../model/index.ts';
import type { Shape } from '../../schema/shape.ts';
import type { Cursor } from '../../syntax/cursor.ts';
import type { Indentation } from '../../syntax/indentation.ts';
import { fieldBelow } from '../../syntax/levels.ts';
import type { ScalarStyle } from '../../syntax/tree.ts';
import type { TeamFormat } from '../../team-format.ts';

/** What is at hand beside the cursor. */
export interface Around {
  readonly text: string;
  readonly offset: number;
  readonly cursor: Cursor;
  /** The shapes along the cursor's path: first that of the document, then one for each step, as far as the format knows them. */
  readonly shapes: readonly (Shape | undefined)[];
  readonly model: Plan | Agenda | undefined;
  readonly plan: Plan | undefined;
  /** The plan that an agenda reviews. */
  readonly reviewed: Plan | undefined;
  /** How the text indents. */
  readonly indentation: Indentation;
  readonly today: Day;
  readonly team: TeamFormat;
  /** The file's own name, such as `acme.qbr.yaml`; '' where it has none. */
  readonly file: string;
}

/** Whatever holds the cursor directly: the mapping it is in, or that its list belongs to. */
export function holderOf({ shapes }: Around): Shape | undefined {
  return shapes.findLast(shape => shape?.properties);
}

/** A field of the nearest thing around the cursor that can have it, as it is written in the text just now. */
export function near(around: Around, ...keys: readonly string[]): string | undefined {
  const { shapes, cursor, text } = around;
  for (let depth = shapes.length - 1; depth > 0; depth--) {
    const [first = '', second] = keys;
    const field = shapes[depth]?.properties?.get(first);
    if (field && (second === undefined || field.properties?.has(second)))
      return fieldBelow(text, cursor.levels[depth - 1], keys);
  }
  return undefined;
}

/** The name of the plan that an agenda is called after; undefined where its file has no name. */
export function planBeside({ file }: Around): string | undefined {
  const name = file.replace(/(?:\.qbr|\.success-plan)?\.ya?ml$/, '');
  return name === '' || name === file ? undefined : `${name}.success-plan.yaml`;
}

/** How a plan writes its days, its names, its other texts: as most of the first ones are, since some need quotes; in quotes where there is none yet. */
export function styleOf({ text }: Around, what: 'day' | 'name' | 'text'): ScalarStyle {
  const found = [...text.slice(0, 20_000).matchAll(STYLED[what])].slice(0, 15).map(([, quote = '']) => quote);
  const often = (one: string) => found.filter(quote => quote === one).length;
  const [usual] = found.toSorted((a, b) => often(b) - often(a));
  return usual === undefined ? 'double' : (STYLES[usual] ?? 'plain');
}

const STYLED = {
  day: /:[ \t]+(["']?)\d{4}-\d\d-\d\d/g,
  name: /\b(?:name|owner|role):[ \t]+(["']?)\p{L}/gu,
  text: /\b(?:company|industry|description|metric|current|goal|mitigation|summary):[ \t]+(["']?)[\p{L}\d]/gu,
};
const STYLES: Readonly<Record<string, ScalarStyle>> = { '"': 'double', "'": 'single' };
