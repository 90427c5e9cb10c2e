import { nearest } from '../../nearest.ts';

/** Words of other tools and habits, and the words of the format that they most likely stand for: the first that is known in its place counts. */
const SYNONYMS: readonly (readonly [meant: readonly string[], words: readonly string[]])[] = [
  [
    ['complete', 'achieved', 'done', 'completed', 'closed'],
    [
      'complete',
      'completed',
      'done',
      'finished',
      'delivered',
      'closed',
      'reached',
      'met',
      'achieved',
      'success',
      'resolved',
    ],
  ],
  [
    ['in_progress', 'active', 'open'],
    [
      'in progress',
      'ongoing',
      'started',
      'wip',
      'working',
      'active',
      'on track',
      'running',
      'current',
      'green',
      'live',
    ],
  ],
  [['open'], ['mitigating', 'in mitigation', 'monitoring', 'monitored', 'watching', 'identified']],
  [
    ['pending', 'not_started', 'open', 'draft'],
    [
      'pending',
      'not started',
      'todo',
      'to do',
      'planned',
      'upcoming',
      'scheduled',
      'new',
      'open',
      'backlog',
      'not begun',
    ],
  ],
  [
    ['skipped', 'cancelled', 'deferred', 'archived'],
    ['skipped', 'cancelled', 'canceled', 'dropped', 'removed', 'obsolete', 'abandoned', 'inactive'],
  ],
  [
    ['deferred', 'blocked'],
    ['deferred', 'on hold', 'paused', 'postponed', 'parked'],
  ],
  [
    ['blocked', 'at_risk'],
    ['stuck', 'waiting', 'impeded'],
  ],
  [['at_risk'], ['delayed', 'late', 'behind', 'slipping', 'yellow', 'amber', 'red', 'off track', 'endangered']],
  [
    ['missed', 'occurred'],
    ['failed', 'not met', 'not achieved', 'lost', 'happened', 'materialised', 'materialized'],
  ],
  [
    ['mitigated', 'closed'],
    ['handled', 'under control', 'reduced'],
  ],
  [['high'], ['critical', 'severe', 'very high', 'major', 'extreme']],
  [
    ['medium', 'moderate'],
    ['medium', 'mid', 'med', 'moderate', 'normal', 'average'],
  ],
  [['active'], ['high', 'very high', 'strong', 'engaged', 'highly engaged', 'very active']],
  [['low'], ['minor', 'small', 'very low', 'minimal']],
  [['disengaged'], ['none', 'inactive', 'gone', 'silent']],
  [['primary_owner'], ['csm', 'customer success manager', 'owner', 'account owner', 'primary']],
  [['executive_sponsor'], ['sponsor', 'executive', 'exec', 'exec sponsor']],
  [['account_executive'], ['ae', 'account manager', 'sales', 'am']],
  [
    ['technical_resource', 'technical_contact'],
    ['se', 'engineer', 'solutions engineer', 'technical', 'it', 'tam'],
  ],
  [['day_to_day_contact'], ['main contact', 'primary contact', 'contact', 'project manager', 'admin', 'day to day']],
  [['economic_buyer'], ['buyer', 'budget owner', 'decision maker']],
  [['end_user_lead'], ['user', 'end user', 'key user']],
  [
    ['semi_annual', 'six_month'],
    [
      'biannual',
      'half yearly',
      'half year',
      'semiannual',
      'twice a year',
      'every six months',
      'every 6 months',
      'six months',
      '6 months',
      '6 month',
    ],
  ],
  [
    ['annual', 'rolling_12_month'],
    [
      'annual',
      'yearly',
      'once a year',
      'annually',
      'one year',
      '1 year',
      'full year',
      'twelve months',
      'twelve month',
      '12 months',
      '12 month',
      'every 12 months',
    ],
  ],
  [['quarterly'], ['every quarter', 'qbr', 'every three months', 'every 3 months', '3 months', 'every 90 days']],
  [['monthly'], ['every month', 'each month', 'once a month']],
  [['every_two_weeks'], ['biweekly', 'bi weekly', 'fortnightly']],
  [['pre_sale'], ['presales', 'pre sales', 'sales', 'evaluation']],
  [['steady_state'], ['adoption', 'live', 'growth', 'run']],
  [['onboarding'], ['implementation', 'launch', 'setup']],
  [['mutual_action_plan'], ['map', 'mutual plan', 'mutual success plan', 'close plan']],
];

/** Every two months to some, and twice a month to others. */
const AMBIGUOUS = /^bi ?monthly$/;

/** True for a word of the format in other letters, with blanks or hyphens: `Active`, `in progress`. Never throws. */
export function isSameWord(written: string, value: string): boolean {
  return plainWords(written) === plainWords(value);
}

function plainWords(written: string): string {
  return written
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
    .slice(0, 40);
}

/** The word of a list that was most likely meant: what people call it elsewhere, else a slip of the pen. Undefined where it is anybody's guess. Never throws. */
export function meantValue(written: string, known: readonly string[]): string | undefined {
  const plain = plainWords(written);
  const same = known.find(value => value.replaceAll('_', ' ') === plain);
  if (same) return same;
  if (AMBIGUOUS.test(plain)) return undefined;
  for (const [meant, words] of SYNONYMS) {
    const found = words.includes(plain) ? meant.find(value => known.includes(value)) : undefined;
    if (found) return found;
  }
  // Another number is no slip of the pen: 18 months are not six.
  const figures = plain.match(/\d+/g) ?? [];
  return nearest(
    written,
    known.filter(value => figures.every(figure => value.includes(figure))),
  );
}
