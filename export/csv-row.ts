import type { Plan } from '../plan/model/index.ts';
import { peopleOf } from '../plan/model/people.ts';
import { spoken } from '../plan/words.ts';
import { line } from './line.ts';

/** One dated thing of a plan. Days are `YYYY-MM-DD`, numbers plain numbers; what does not apply is absent. */
export interface CsvRow {
  readonly company: string;
  readonly kind:
    | 'outcome'
    | 'key_result'
    | 'measurement'
    | 'milestone'
    | 'step'
    | 'phase'
    | 'decision'
    | 'go_live'
    | 'action'
    | 'risk'
    | 'review'
    | 'shared'
    | 'sign_off'
    | 'contract'
    | 'renewal';
  readonly id?: string;
  readonly name: string;
  readonly outcome?: string;
  readonly owner?: string;
  readonly side?: string;
  readonly status?: string;
  readonly planned?: string | undefined;
  readonly actual?: string | undefined;
  readonly slip_days?: number | undefined;
  readonly baseline?: number | undefined;
  readonly now?: number | undefined;
  readonly expected?: number | undefined;
  readonly goal?: number | undefined;
  readonly unit?: string;
  readonly attainment_percent?: number | undefined;
  readonly expected_percent?: number | undefined;
  readonly forecast?: string | undefined;
  readonly health?: string;
  readonly impact?: string;
  readonly likelihood?: string;
  readonly score?: number | undefined;
  readonly opened_on?: string | undefined;
  readonly reviewed_on?: string | undefined;
  readonly note?: string;
}

/** A row but for the company, which all rows of a plan share. */
export type Row = Omit<CsvRow, 'company'>;

/** The sides that some owners are on, each once, as one text. */
export type Sides = (owners: readonly string[]) => string;

/** `customer`, `vendor`, `partner`; of several owners each side once. */
export function sidesOf(plan: Plan): Sides {
  const people = peopleOf(plan);
  return owners => [...new Set(owners.flatMap(owner => people.find(owner)?.side ?? []))].join(', ');
}

/** A word of the format as people read it: `in progress`. */
export function key(text: string | undefined): string {
  return line(spoken(text ?? ''));
}
