import { type Day, formatFullDay, parseDay } from '../../plan/day.ts';
import { Sign } from '../components/marks.tsx';
import { shifted } from './words.ts';

/** So many warnings are read in passing. */
const SHOWN = 3;

/** What the checks would newly say. */
export function Warnings({ warnings }: { readonly warnings: readonly string[] }) {
  if (warnings.length === 0) return null;
  return (
    <ul class="warnings">
      {warnings.slice(0, SHOWN).map(text => (
        <li key={text} dir="auto">
          <Sign name="s-warn" />
          <span>{text}</span>
        </li>
      ))}
      {warnings.length > SHOWN && <li class="m">and {warnings.length - SHOWN} more</li>}
    </ul>
  );
}

interface AskProps {
  /** What is moved, in few words. */
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
  readonly warnings: readonly string[];
  /** The review whose plan changes can tell of the move; undefined when there is none. */
  readonly review: Day | undefined;
  readonly onDay: (day: Day) => void;
  readonly onMove: (log: boolean) => void;
  readonly onCancel: () => void;
}

/** Asks before the plan is changed: a drop is easily made by mistake, and the day can be typed here. */
export function Ask({ name, from, to, warnings, review, onDay, onMove, onCancel }: AskProps) {
  const unchanged = to === from;
  return (
    <div class="ask" role="dialog" aria-label={`Move ${name}`}>
      <form
        onSubmit={event => {
          event.preventDefault();
          if (!unchanged) onMove(false);
        }}
      >
        <h3 dir="auto">{name}</h3>
        <label>
          Move to{' '}
          <input
            type="date"
            required
            value={to}
            onInput={event => {
              const day = parseDay(event.currentTarget.value);
              if (day !== undefined) onDay(day);
            }}
          />
        </label>
        <p class="m s">
          {unchanged ? `Planned for ${formatFullDay(from)}` : `${shifted(from, to)} than ${formatFullDay(from)}`}
        </p>
        <Warnings warnings={warnings} />
        <div class="acts">
          <button type="submit" class="pri" disabled={unchanged}>
            Move
          </button>
          {review !== undefined && (
            <button type="button" disabled={unchanged} onClick={() => onMove(true)}>
              Move and log
            </button>
          )}
          <button type="button" onClick={onCancel}>
            Cancel
          </button>
        </div>
        {review !== undefined && (
          <p class="m s">Logged, the review of {formatFullDay(review)} lists it among its plan changes.</p>
        )}
      </form>
    </div>
  );
}
