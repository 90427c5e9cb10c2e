import type { OutcomeView } from '../../plan/view/types.ts';
import { kept } from '../kept.ts';
import { Go } from './Act.tsx';
import { Sign } from './marks.tsx';
import { Said } from './Said.tsx';
import { Cell, Table } from './Table.tsx';

interface OutcomeTableProps {
  readonly outcomes: readonly OutcomeView[];
  readonly open: boolean;
  readonly lit?: string | undefined;
}

const COLUMNS = [
  'Outcome',
  'Health',
  'Attained',
  'Baseline',
  'Today',
  'Expected',
  'Goal',
  'Forecast',
  'Milestones',
  'Reason',
];

/** What the drawing of the attainment shows, in words. */
export const OutcomeTable = kept(({ outcomes, open, lit }: OutcomeTableProps) => {
  return (
    <Table name="Outcomes" columns={COLUMNS} open={open}>
      {outcomes.map(outcome => (
        <tr key={outcome.key} class={open && lit === outcome.key ? 'lit' : undefined}>
          <Row outcome={outcome} open={open} />
        </tr>
      ))}
    </Table>
  );
});

const Row = kept(({ outcome, open }: { readonly outcome: OutcomeView; readonly open: boolean }) => {
  const { facts, attainment, milestones, health } = outcome;
  return (
    <>
      <th scope="row" dir="auto">
        {open ? (
          <Go at={outcome.at}>
            <span class="oid">{outcome.name}</span> {outcome.title}
          </Go>
        ) : (
          `${outcome.name} ${outcome.title}`
        )}
      </th>
      <Cell of="Health" strong>
        <span class="nw">
          {open && <Sign name={`h-${health.mark}`} />} {health.word}
        </span>
      </Cell>
      <Cell of="Attained" strong>
        {attainment.text}
      </Cell>
      <Cell of="Baseline">{facts.baseline}</Cell>
      <Cell of="Today">{facts.today}</Cell>
      <Cell of="Expected">{facts.expected}</Cell>
      <Cell of="Goal">{facts.goal}</Cell>
      <Cell of="Forecast">{facts.forecast}</Cell>
      <Cell of="Milestones">{milestones?.text}</Cell>
      <Cell of="Reason">
        <Said text={health.reason} />
      </Cell>
    </>
  );
});
