import { distance } from 'fastest-levenshtein';
import { CUSTOMER_PERSON_TYPE, VENDOR_PERSON_TYPE } from '../../generated/model.ts';
import type { Field } from '../../model/index.ts';
import { nearest } from '../../nearest.ts';
import { enumerate, quoteShort } from '../../words.ts';
import { defineRule, type Report } from '../rule.ts';
import { isPlaceholder } from '../text/placeholder.ts';

type Side = 'customer' | 'vendor';

export default defineRule({
  id: 'qbr-attendee-unknown',
  severity: 'warning',
  summary: 'An attendee whose part nobody knows',
  why: `Attendees are listed by their part in the plan, so that an agenda stays right when people change. A part that is
misspelt invites nobody. Names of people are taken as they are: what has a capital letter, a space, a dot or an @ is
somebody's name or address, unless it is all but one of the known parts. A part that belongs to the other side of the table
is pointed out.`,
  looksAt: ['qbrAttendees'],
  reads: [],
  fixable: true,
  examples: [{ bad: agendaExample('executive_sponser'), good: agendaExample('executive_sponsor') }],
  check({ customer, vendor }, { report }) {
    for (const attendee of customer.items) judge(attendee, 'customer', report);
    for (const attendee of vendor.items) judge(attendee, 'vendor', report);
  },
});

const KNOWN: Readonly<Record<Side, readonly string[]>> = {
  customer: CUSTOMER_PERSON_TYPE,
  vendor: ['csm', ...VENDOR_PERSON_TYPE],
};

/** Parts that only one side of the table can have. */
const OWN: Readonly<Record<Side, readonly string[]>> = {
  customer: ['day_to_day_contact', 'technical_contact', 'champion', 'economic_buyer', 'end_user_lead'],
  vendor: ['csm', 'primary_owner', 'account_executive'],
};

/** Other names of a part that everybody understands. */
const SPELT_OUT: ReadonlyMap<string, string> = new Map([
  ['customer_success_manager', 'csm'],
  ['ae', 'account_executive'],
  ['exec_sponsor', 'executive_sponsor'],
]);

function judge(field: Field<string>, side: Side, report: (said: Report) => void): void {
  const { text } = field;
  if (isPlaceholder(text) || text.length > 60) return;
  const other = side === 'customer' ? 'vendor' : 'customer';
  const part = text.toLowerCase().replaceAll(/[\s-]+/g, '_');
  if (OWN[other].includes(part)) {
    report({
      at: field,
      severity: 'info',
      message: `${quoteShort(text)} is a part on the ${other}’s side, but stands among those who come from the ${side}. Move it to the other list, or name who is meant.`,
    });
    return;
  }
  const all = [...KNOWN[side], ...KNOWN[other]];
  if (all.some(known => known === text.toLowerCase())) return;
  const same = all.includes(part) ? part : SPELT_OUT.get(part);
  const meant = same ?? nearest(text, KNOWN[side]);
  const close = same !== undefined || (meant !== undefined && part.length > 5 && distance(part, meant) <= 2);
  const spoken = NAME.test(text);
  if (spoken && !close) return;
  // One small word may be a first name or a title.
  const unsure = !/[_-]/.test(text) && !close;
  report({
    at: field,
    severity: SPELT_OUT.has(part) || (same && /[A-Z ]/.test(text)) ? 'hint' : unsure ? 'info' : 'warning',
    message: `${quoteShort(text)} is no part that people have in a plan, so it is not clear who is to come. ${meant ? `Did you mean ${meant}?` : `Write one of ${enumerate(KNOWN[side].slice(0, 3), 'or')}, or the name of the person.`}`,
    fixes: edit => [
      meant && !field.borrowed
        ? { title: `Change to ${meant}`, edits: [edit.setValue(field, meant)], safe: false }
        : undefined,
    ],
  });
}

/** Looks like a name or an address and not like a part: capitals, spaces, dots, letters beyond ASCII. */
const NAME = /[\p{Lu}\s.@'’]|[^\u0020-\u007E]/u;

function agendaExample(sponsor: string): string {
  return `qbr:
  duration: 60 minutes
  attendees:
    customer: [${sponsor}, Ken Abe]
    vendor: [csm]
  agenda:
    - topic: Progress on the three outcomes
      duration: 50 min
    - topic: Next steps, owners and the next review date
      duration: 10 min
`;
}
