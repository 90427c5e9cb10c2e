import { formatDay } from '../../plan/day.ts';
import type { Ahead, CsmAhead, PlannedDay } from '../../plan/portfolio/ahead.ts';
import { shortMoney } from '../../plan/portfolio/words.ts';
import { figures } from '../../plan/words.ts';
import { kept } from '../kept.ts';

/** So many days are listed in words; who wants the others shows fewer plans. */
const LISTED = 400;

interface ListingProps {
  readonly ahead: Ahead;
  /** How many they are. */
  readonly days: number;
  readonly still: boolean;
}

/** The next 90 days in words, a table a CSM. */
export function Listing({ ahead, days, still }: ListingProps) {
  return (
    <>
      {listed(ahead.csms).map(({ csm, most }) => (
        <SteadyList key={csm.key} csm={csm} most={most} still={still} />
      ))}
      {days > LISTED && (
        <p class="m s">{figures(days - LISTED)} more are not listed: show fewer plans above, or export all of them.</p>
      )}
    </>
  );
}

interface ListProps {
  readonly csm: CsmAhead;
  /** So many of the days are listed. */
  readonly most: number;
  readonly still: boolean;
}

/** Those that are listed, with how many of the days of each. */
function listed(csms: readonly CsmAhead[]): Omit<ListProps, 'still'>[] {
  const lists: Omit<ListProps, 'still'>[] = [];
  let left = LISTED;
  for (const csm of csms) {
    if (left === 0) break;
    const most = Math.min(left, csm.days.length);
    if (most > 0) lists.push({ csm, most });
    left -= most;
  }
  return lists;
}

const SteadyList = kept(List);

function List({ csm, most, still }: ListProps) {
  return (
    <table>
      <caption dir="auto">{csm.csm}</caption>
      <thead class="vh">
        <tr>
          <th scope="col">Day</th>
          <th scope="col">What</th>
          <th scope="col">Plan</th>
        </tr>
      </thead>
      <tbody>
        {csm.days.slice(0, most).map((one, i) => (
          <tr key={`${one.plan.key} ${one.day} ${one.text} ${i}`}>
            <td class="nw">{formatDay(one.day)}</td>
            <td class="nw">{one.kind}</td>
            <td dir="auto">
              {still ? (
                <b>{one.plan.customer}</b>
              ) : (
                <button type="button" class="go b" data-open={one.plan.key} data-at={one.at}>
                  {one.plan.customer}
                </button>
              )}{' '}
              <span class="m">{detailOf(one)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function detailOf({ kind, text, plan }: PlannedDay): string {
  if (kind === 'review') return '';
  if (kind === 'renewal')
    return plan.arr === undefined ? '' : `${shortMoney(plan.arr.amount, plan.arr.currency)} a year`;
  return text;
}
