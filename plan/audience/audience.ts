/** For whom a plan is shown: `internal` sees all of it, `customer` what the plan format lets leave the house. */
export const AUDIENCES = ['internal', 'customer'] as const;

export type Audience = (typeof AUDIENCES)[number];

/** True for the name of an audience. Never throws, whatever it is given. */
export function isAudience(x: unknown): x is Audience {
  return AUDIENCES.some(audience => audience === x);
}
