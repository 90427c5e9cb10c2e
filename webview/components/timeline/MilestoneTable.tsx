import type { MilestoneRow } from '../../../plan/view/timeline-types.ts';
import { kept } from '../../kept.ts';
import { ActingContext, Go } from '../Act.tsx';
import { Glyph } from '../marks.tsx';
import { Cell, Table } from '../Table.tsx';

interface MilestoneTableProps {
  readonly rows: readonly MilestoneRow[];
  readonly open: boolean;
  readonly lit?: string | undefined;
}

const COLUMNS = ['Milestone', 'Status', 'Planned', 'Actual', 'Slip', 'Owner', 'Blockers', 'Depends on'];

/** All that is known of the milestones that are shown, by date. */
export const MilestoneTable = kept(({ rows, open, lit }: MilestoneTableProps) => {
  if (rows.length === 0) return null;
  return (
    <Table name="Milestones by date" columns={COLUMNS} open={open}>
      {rows.map(row => (
        <tr key={row.key} class={open && lit === row.key ? 'lit' : undefined}>
          <Row row={row} open={open} />
        </tr>
      ))}
    </Table>
  );
});

const Row = kept(({ row, open }: { readonly row: MilestoneRow; readonly open: boolean }) => (
  <>
    <th scope="row" dir="auto">
      {open ? (
        <Go at={row.at}>
          <span class="oid">{row.ref}</span> {row.name}
        </Go>
      ) : (
        `${row.ref} ${row.name}`
      )}
    </th>
    <Cell of="Status" strong={row.strong}>
      {open ? (
        <span class="nw">
          <Glyph name={`ms-${row.glyph}`} width={18} />
          {row.status}
        </span>
      ) : (
        row.status
      )}
    </Cell>
    <Cell of="Planned">{open ? <PlannedDay row={row} /> : row.planned}</Cell>
    <Cell of="Actual">{row.actual}</Cell>
    <Cell of="Slip" strong={row.strong}>
      {row.slip}
    </Cell>
    <Cell of="Owner">{row.owner}</Cell>
    <Cell of="Blockers">{row.blockers}</Cell>
    <Cell of="Depends on">{row.dependsOn}</Cell>
  </>
));

/** The planned day; where it can be changed it is a control that asks for another one. */
function PlannedDay({ row }: { readonly row: MilestoneRow }) {
  return (
    <ActingContext.Consumer>
      {acting =>
        acting === 'on' && row.movable !== undefined ? (
          <button
            type="button"
            class="go link nw"
            aria-label={`${row.ref} ${row.name}: planned ${row.planned}, plan it anew`}
            data-move=""
            data-movable={row.movable}
            data-key={row.key}
            data-at={row.at}
          >
            {row.planned}
          </button>
        ) : (
          row.planned
        )
      }
    </ActingContext.Consumer>
  );
}
