import type { Plan } from './index.ts';

/** True for a plan that is completed or archived: nobody waits for anything in it. */
export function isOver({ plan }: Plan): boolean {
  return plan?.status?.value === 'completed' || plan?.status?.value === 'archived';
}
