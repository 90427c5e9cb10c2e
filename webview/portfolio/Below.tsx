import { Component, type ComponentChild } from 'preact';
import type { Day } from '../../plan/day.ts';
import { type CsmAhead, daysAhead } from '../../plan/portfolio/ahead.ts';
import type { PlanSummary } from '../../plan/portfolio/types.ts';
import { kept } from '../kept.ts';
import { Ahead } from './Ahead.tsx';
import type { DrawnPart } from './drawn-part.tsx';
import { Goals } from './Goals.tsx';
import { workedOutBelow } from './worked-out.ts';

export interface BelowProps {
  /** The plans that the table shows. */
  readonly shown: readonly PlanSummary[];
  readonly asOf: Day;
  /** `, of the 4 plans shown`, where not all are. */
  readonly of: string;
  /** Whether the days to come are listed in words; undefined: where they are few, and there is room for little else. */
  readonly listed: boolean | undefined;
  readonly narrow: boolean;
  /** Pixels of the drawing. */
  readonly width: number;
  readonly still: boolean;
  /** Which lanes of the next 90 days are drawn; absent: all. */
  readonly lanesOf?: ((csms: readonly CsmAhead[]) => DrawnPart | undefined) | undefined;
  /** Nobody sees it now: it stays as it was drawn last, and is not even worked out. */
  readonly waits: boolean;
}

/** So many days to come are listed without being asked for where the drawing has little room. */
const FEW = 40;

const SteadyAhead = kept(Ahead);
const SteadyGoals = kept(Goals);

/** What stands below the table. Behind a thousand lines it would cost every letter in the search field, and more than the table at the first drawing. */
export class Below extends Component<BelowProps> {
  override shouldComponentUpdate({ waits }: BelowProps): boolean {
    return !waits;
  }

  override render(): ComponentChild {
    const { shown, asOf, of, listed, narrow, width, still, lanesOf, waits } = this.props;
    if (waits) return null;
    const { coming, goals } = workedOutBelow(shown, asOf);
    const few = daysAhead(coming) <= FEW;
    return (
      <>
        <SteadyAhead
          ahead={coming}
          width={width}
          listed={still || (listed ?? (narrow && few))}
          still={still}
          of={of}
          part={lanesOf?.(coming.csms)}
        />
        <SteadyGoals rows={goals} of={of} />
      </>
    );
  }
}
