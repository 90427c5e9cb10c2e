import type { Day } from '../../day.ts';
import type { Plan } from '../../model/index.ts';
import { hasLeft, type People } from '../../model/people.ts';
import { heldReviews } from '../../model/reviews.ts';
import type { Edit, Editor } from '../../syntax/edit.ts';
import { quoteLike } from '../../syntax/quote.ts';
import { styleIn } from '../repair/set-field.ts';
import { listValue, newSection } from '../repair/writing.ts';
import { defineRule, type Fix } from '../rule.ts';
import { companyOf } from '../text/company.ts';
import { isPlaceholder } from '../text/placeholder.ts';

export default defineRule({
  id: 'communication-missing',
  severity: 'hint',
  summary: 'A joint plan that does not say how both sides keep in touch',
  why: `Two teams that share the work need one place to talk and a time to meet, or every blocker waits for the next review.
One channel or one regular meeting is enough. Only plans of the format \`joint_accountability\` are asked. Where reviews
were held, the repair writes them down as the meeting that there is, with those who came to the last one.`,
  looksAt: ['plan'],
  reads: ['plan', 'customer', 'communication'],
  appliesTo: {
    onlyWhole: true,
    formats: ['joint_accountability'],
    exceptStatuses: ['completed', 'archived'],
  },
  fixable: true,
  examples: [
    {
      bad: `plan:
  format: joint_accountability
`,
      good: `plan:
  format: joint_accountability
communication:
  channels: [Shared channel "northwind-orders"]
  meetings:
    - { name: Rollout check-in, cadence: every_two_weeks, attendees: [Ken Abe, Priya Shah] }
`,
    },
  ],
  check(plan, { people, today, report }) {
    const { communication } = plan;
    const at = communication ?? plan.plan;
    if (!at || communication?.word || hasAny(plan)) return;
    const company = companyOf(plan);
    report({
      at,
      message: `This plan is shared work, but it does not say where you and ${company} talk between the reviews. Write down the channel you use, or the regular meeting with those who come to it.`,
      fixes: edit => [reviewAsMeeting(plan, people, today, edit)],
    });
  },
});

/** A channel or a meeting, or something in their place that another rule speaks of. */
function hasAny(plan: Plan): boolean {
  const { communication } = plan;
  if (!communication) return false;
  const { channels, meetings } = communication;
  const said = [...channels.items, channels.word, meetings.word].some(one => one && !isPlaceholder(one.text));
  const shapeless = (['channels', 'meetings'] as const).some(
    key => communication[key].items.length === 0 && communication[key].node?.kind === 'mapping',
  );
  return said || meetings.items.length > 0 || shapeless || communication.part.node.kind === 'sequence';
}

/** The meeting that is known to take place: the review, in its rhythm, with those who came to the last one. */
function reviewAsMeeting(plan: Plan, people: People, today: Day, edit: Editor): Fix | undefined {
  const last = heldReviews(plan, today).at(-1);
  const cadence = plan.plan?.review_cadence?.value ?? 'quarterly';
  const names = (last?.review.attendees.items ?? []).flatMap(({ text }) => {
    const known = people.find(text);
    return known && !hasLeft(known.person, today) ? [text] : [];
  });
  if (!last || names.length < 2) return undefined;
  const style = styleIn(last.review.mapping, ['summary']);
  const write = (text: string) => quoteLike(style, text);
  const name = `${NAMES[cadence]} review`;
  const item = [`name: ${write(name)}`, `cadence: ${cadence}`, `attendees: [${names.map(write).join(', ')}]`];
  const change = added(plan, item, edit);
  return (
    change && { title: `Write down the ${name.toLowerCase()} as the meeting you have`, edits: [change], safe: false }
  );
}

const NAMES = { monthly: 'Monthly', quarterly: 'Quarterly', semi_annual: 'Half-yearly', annual: 'Yearly' } as const;

function added(plan: Plan, item: readonly string[], edit: Editor): Edit | undefined {
  const { communication } = plan;
  const block = listValue(item.join('\n'), false);
  if (!communication) return newSection(edit, 'communication', `\n  meetings:${block.replaceAll('\n', '\n  ')}`);
  const { mapping, meetings, part } = communication;
  if (communication.borrowed) return undefined;
  if (meetings.node)
    return meetings.node.kind === 'scalar' && meetings.node.style === 'empty' && !mapping?.flow
      ? edit.appendItem(part, meetings.node, meetings.key, item.join('\n'))
      : undefined;
  return edit.insertKey(communication, 'meetings', mapping?.flow ? `[{ ${item.join(', ')} }]` : block, ['channels']);
}
