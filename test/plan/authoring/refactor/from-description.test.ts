import { describe, expect, it } from 'vitest';
import { changeIn } from '../../../../plan/authoring/refactor/from-description.ts';
import { day } from '../../../../plan/day.ts';

const TODAY = day('2026-02-10');

/** `metric | from | to | by` */
const said = (text: string) => {
  const change = changeIn(text, TODAY);
  return change && [change.metric, change.from, change.to, change.by].map(part => part ?? '–').join(' | ');
};

describe('a change in a description', () => {
  it.each([
    ['Reduce handling time from 12 to 8 minutes by 30 June', 'Handling time | 12 minutes | 8 minutes | 2026-06-30'],
    [
      'Cut the time to enter an order from 12 minutes to 4 minutes',
      'Time to enter an order | 12 minutes | 4 minutes | –',
    ],
    ['Bring wrong deliveries down from 10% to 3% by the end of Q3 2026', 'Wrong deliveries | 10% | 3% | 2026-09-30'],
    ['Raise the share of digital claims from 20 to 45% by 31 Jan', 'Share of digital claims | 20% | 45% | 2027-01-31'],
    ['Increase NPS to 45 by 2026-12-31', 'NPS | – | 45 | 2026-12-31'],
    ['Reduce churn from $1.2M to under $800k until March 2027', 'Churn | $1.2M | $800k | 2027-03-31'],
    ['Grow stores with pick-up from 8 of 25 to 20 of 25', 'Stores with pick-up | 8 of 25 | 20 of 25 | –'],
    [
      'Reduce monthly report\n  generation time from 4 hours to 30 minutes',
      'Monthly report generation time | 4 hours | 30 minutes | –',
    ],
  ])('%s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  it.each(['Make customers happier', 'Close 11 depots', 'From 3 to 5 and from 7 to 9', '', 'Go from 4 hours'])(
    'is none, or not one: %s',
    text => {
      expect(said(text)).toBeUndefined();
    },
  );
});
