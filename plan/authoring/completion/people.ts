import type { Day } from '../../day.ts';
import type { Plan } from '../../model/index.ts';
import { hasLeft, isWithdrawn, peopleOf, type Side } from '../../model/people.ts';
import { oncePer } from '../../once.ts';
import type { Shape } from '../../schema/shape.ts';

/** Somebody who may be named, and what is said of them. */
export interface Named {
  readonly name: string;
  readonly detail: string;
  readonly left: boolean;
  readonly withdrawn: boolean;
}

/** True for a shape that names people, one or several. */
export function namesPeople(shape: Shape): boolean {
  return PEOPLE.has(shape.name) || shape.items?.name === 'personRef';
}

const PEOPLE: ReadonlySet<string> = new Set(['personRef', 'personRefs', 'customerPersonRef', 'vendorPersonRef']);

/** The people of a plan that a shape may name, with role and side: those who take part first, then those who do little, those who left at the end. */
export function peopleFor(shape: Shape, plan: Plan, today: Day): readonly Named[] {
  return peopleOfSide(shape.name, plan, today);
}

/** The same by the name of the shape. */
export function peopleOfSide(shape: string, plan: Plan, today: Day): readonly Named[] {
  const side = SIDES[shape];
  const all = described(plan);
  const known = side ? all.filter(one => one.side === side) : all;
  return known
    .map(({ name, detail, person }) => {
      const left = hasLeft(person, today);
      return { name, left, withdrawn: isWithdrawn(person), detail: left ? `${detail}, no longer there` : detail };
    })
    .sort((a, b) => rank(a) - rank(b));
}

/** Who may be named in something new: those who are still there. */
export function activePeople(shape: Shape, plan: Plan, today: Day): string[] {
  return peopleFor(shape, plan, today)
    .filter(({ left, withdrawn }) => !left && !withdrawn)
    .map(({ name }) => name);
}

function rank({ left, withdrawn }: { readonly left: boolean; readonly withdrawn: boolean }): number {
  return left ? 2 : withdrawn ? 1 : 0;
}

const SIDES: Readonly<Record<string, Side>> = { customerPersonRef: 'customer', vendorPersonRef: 'vendor' };

const described = oncePer((plan: Plan) => {
  const seen = new Set<string>();
  return peopleOf(plan).all.flatMap(({ name, side, person }) => {
    if (seen.has(name)) return [];
    seen.add(name);
    return [{ name, side, person, detail: [person.role?.text, side].filter(Boolean).join(', ') }];
  });
});
