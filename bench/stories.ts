import type { Random } from './random.ts';

/** What a customer wants to reach, with numbers filled in. Readings run from the baseline (0) to the goal (1). */
export interface Story {
  readonly description: readonly [string, string];
  readonly value: string;
  readonly metric: string;
  readonly reading: (part: number) => string;
  readonly milestones: readonly string[];
}

const SETUP = ['Scope and owners agreed', 'Access and single sign-on in place', 'Historical data migrated'];
const HABIT = [
  'Training delivered to all shifts',
  'Weekly check of the figures established',
  'Team leads work without our help',
];

/** The kinds of outcomes that plans are made of; each call gives other numbers. */
export const STORIES: readonly ((random: Random) => Story)[] = [
  random => {
    const from = random.between(4, 12);
    const to = random.between(20, 60);
    return {
      description: [
        `Cut the time to close a monthly report from ${from} hours to ${to} minutes`,
        'by automating the core operational reports.',
      ],
      value: `Frees ${from * random.between(9, 14)} hours a year of analyst time`,
      metric: 'Report preparation time',
      reading: part => `${Math.round(from * 60 + (to - from * 60) * part)} minutes per report`,
      milestones: [...SETUP, 'Report templates configured', 'Scheduling switched on', ...HABIT],
    };
  },
  random => {
    const team = random.between(25, 400);
    const [from, to] = [Math.round(team * 0.3), Math.round(team * 0.8)];
    return {
      description: [
        `Bring ${to} of the ${team} people in operations to weekly use`,
        'within two quarters of the launch.',
      ],
      value: 'One process everywhere, less effort for training new colleagues',
      metric: 'Weekly active users',
      reading: part => `${Math.round(from + (to - from) * part)} of ${team}`,
      milestones: [
        'Champions named in every team',
        ...HABIT,
        'Half of the team active',
        'Old tool switched to read-only',
      ],
    };
  },
  random => {
    const from = random.between(12, 30);
    const to = random.between(2, 6);
    return {
      description: [
        `Lower invoices with errors from ${from}% to ${to}% of all invoices`,
        'so that customers pay in time and nobody corrects by hand.',
      ],
      value: `About $${random.between(20, 90)},000 a year of rework avoided`,
      metric: 'Invoices with errors',
      reading: part => `${(from + (to - from) * part).toFixed(1)}%`,
      milestones: [...SETUP, 'Validation rules live', 'First month without manual corrections', ...HABIT],
    };
  },
  random => {
    const from = random.between(10, 30);
    const to = from + random.between(12, 30);
    return {
      description: [
        `Raise the satisfaction of dealers from NPS ${from} to NPS ${to}`,
        'by answering their questions on the first contact.',
      ],
      value: 'Dealers who recommend us order a fifth more',
      metric: 'Dealer NPS',
      reading: part => `NPS ${Math.round(from + (to - from) * part)}`,
      milestones: ['Survey agreed with sales', 'Knowledge base filled', 'First survey wave evaluated', ...HABIT],
    };
  },
  random => {
    const from = random.between(30, 90);
    const to = random.between(7, 21);
    return {
      description: [
        `Shorten the onboarding of a new site from ${from} days to ${to} days`,
        'with a checklist that site managers fill in by themselves.',
      ],
      value: `Room for ${random.between(3, 12)} more openings a year with the same team`,
      metric: 'Days to onboard a site',
      reading: part => `${Math.round(from + (to - from) * part)} days`,
      milestones: [
        ...SETUP,
        'Checklist tried at a pilot site',
        'Three sites onboarded',
        'Checklist owned by operations',
      ],
    };
  },
  random => {
    const from = random.between(200, 600) * 10;
    const to = Math.round(from * 0.6);
    return {
      description: [
        'Answer routine questions before they become tickets,',
        `from ${from} tickets a month down to ${to}.`,
      ],
      value: `Support handles growth without ${random.between(2, 6)} new positions`,
      metric: 'Support tickets per month',
      reading: part => `${Math.round(from + (to - from) * part)} tickets per month`,
      milestones: ['Top twenty questions written up', 'Self-service page live', 'Routing rules agreed', ...HABIT],
    };
  },
  random => {
    const from = random.between(120, 300);
    const to = from + random.between(80, 200);
    return {
      description: [
        `Grow online renewals from $${from}k to $${to}k a quarter`,
        'without a call from the account team.',
      ],
      value: 'Account managers spend their time on new business',
      metric: 'Renewals closed online',
      reading: part => `$${Math.round(from + (to - from) * part)}k per quarter`,
      milestones: [...SETUP, 'Payment provider approved by legal', 'First hundred renewals online', 'Reminders tuned'],
    };
  },
];

export const FIRST_NAMES =
  'Sarah Mike Lisa Jane Tom Aisha Daniel Maria Kenji Olga Pedro Hannah Ravi Chloe Lukas Nina Omar Grace Mateo Ingrid'.split(
    ' ',
  );
export const LAST_NAMES =
  'Chen Torres Park Smith Brown Novak Fischer Okafor Tanaka Silva Larsen Dubois Rossi Kowalski Haddad Murphy Jansen Costa Weber Iyer'.split(
    ' ',
  );
export const COMPANIES = [
  'Acme Corp',
  'Northwind Logistics',
  'Harbor Foods',
  'Meridian Insurance',
  'Alpine Energy',
  'Brightwater Clinics',
];
export const INDUSTRIES = ['Financial Services', 'Logistics', 'Food and Beverage', 'Insurance', 'Energy', 'Healthcare'];

export const RISKS: readonly (readonly [description: string, mitigation: string])[] = [
  [
    'IT security approval for API access may delay the automation',
    'CSM to bring both security teams together this month',
  ],
  ['Two team leads prefer the tool they know', 'One-to-one sessions on the tasks of their own week'],
  ['The data owner leaves the company in spring', 'Hand over the mappings to a named successor before that'],
  ['Budget for the second site is not released yet', 'Sponsor to show the first results to the board'],
  ['Peak season leaves no time for training', 'Short sessions of 20 minutes at the start of a shift'],
];

export const BLOCKERS = [
  'Waits for API access from IT security',
  'Works council has to agree to the reports',
  'Test data is not complete yet',
];
export const SUMMARIES: readonly (readonly [string, string])[] = [
  [
    'Good progress on the first outcomes, figures confirmed by the team.',
    'Adoption is ahead of the schedule; no new risks were named.',
  ],
  [
    'The figures of the quarter were walked through with the sponsor.',
    'Both sides agree on the next steps and on who takes them.',
  ],
  [
    'The team showed its new weekly routine. Reports are used in the',
    'management meeting — the old spreadsheets are gone.',
  ],
];
export const DECISIONS = [
  'Accelerate training for the remaining team members',
  'Invite the data owner to the next review',
  'Show the results to the second business unit',
  'Keep the weekly check until the end of the quarter',
];
