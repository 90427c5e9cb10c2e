import type { ComponentChildren } from 'preact';

interface SwitchProps {
  /** Which drawing is meant. */
  readonly of: string;
  readonly on: boolean;
  press(): void;
}

/** Shows a drawing as a table, or the table as a drawing. */
export function TableSwitch({ of, on, press }: SwitchProps) {
  return (
    <button type="button" class="switch" aria-pressed={on} onClick={press}>
      Table<span class="vh"> instead of the drawing: {of}</span>
    </button>
  );
}

interface TableProps {
  readonly name: string;
  readonly columns: readonly string[];
  /** False while the drawing stands in its place: the table is then there for screen readers alone. */
  readonly open: boolean;
  readonly children: ComponentChildren;
}

/** A drawing's facts in rows. Where it is wider than the page it scrolls by itself, by keyboard, too. */
export function Table({ name, columns, open, children }: TableProps) {
  return (
    <div class={open ? 'facts' : 'facts vh'} role="region" aria-label={name} tabindex={open ? 0 : undefined}>
      <table>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

interface CellProps {
  /** The column's name, which stands before the cell where rows are stacked. */
  readonly of: string;
  readonly children?: ComponentChildren;
  readonly strong?: boolean | undefined;
}

/** A cell; one without anything in it is left out where rows are stacked. */
export function Cell({ of, children, strong }: CellProps) {
  const empty = children === undefined || children === '';
  return (
    <td class={empty ? 'none' : strong ? 'b' : undefined} data-of={of} dir="auto">
      {children}
    </td>
  );
}
