import { laneModes } from '../../../plan/view/timeline/arrange.ts';
import type { TimelineDraft } from '../../../plan/view/timeline/draft.ts';
import { type Facets, isFiltered } from '../../../plan/view/timeline/filter.ts';
import type { LaneMode, MilestoneFilter, StateFilter } from '../../../plan/view/timeline/options.ts';
import { kept } from '../../kept.ts';
import type { PanelSettings } from '../../settings.ts';
import { ZoomTools } from './ZoomTools.tsx';

interface ToolsProps {
  readonly draft: TimelineDraft;
  readonly facets: Facets;
  readonly settings: PanelSettings;
  readonly show: MilestoneFilter;
  choose(chosen: Partial<PanelSettings>): void;
}

const LANES: Readonly<Record<LaneMode, string>> = { outcome: 'Outcome', phase: 'Phase', owner: 'Owner', side: 'Side' };
const STATES: Readonly<Record<StateFilter, string>> = {
  open: 'Open',
  late: 'Late',
  blocked: 'Blocked',
};

/** What of the timeline is shown, and how: lanes, milestones, time. As a table it has neither lanes nor a time. */
export const Tools = kept(({ draft, facets, settings, show, choose }: ToolsProps) => {
  const modes = laneModes(draft);
  const table = settings.tables.timeline;
  const lanes = modes.includes(settings.lanes) ? settings.lanes : 'outcome';
  return (
    <div class="tools">
      {modes.length > 1 && !table && (
        <fieldset class="tool">
          <legend>Lanes</legend>
          <span class="seg">
            {modes.map(mode => (
              <button key={mode} type="button" aria-pressed={lanes === mode} onClick={() => choose({ lanes: mode })}>
                {LANES[mode]}
              </button>
            ))}
          </span>
        </fieldset>
      )}
      {facets.all > 0 && <Filters facets={facets} show={show} choose={filter => choose({ show: filter })} />}
      {!table && <ZoomTools draft={draft} zoom={settings.zoom} choose={zoom => choose({ zoom })} />}
    </div>
  );
});

interface FiltersProps {
  readonly facets: Facets;
  readonly show: MilestoneFilter;
  choose(filter: MilestoneFilter): void;
}

/** A chip for each choice, with how many milestones it would show next to all else that is chosen. */
function Filters({ facets, show, choose }: FiltersProps) {
  const { state: _state, ...butState } = show;
  const { side: _side, ...butSide } = show;
  const { owner: _owner, ...butOwner } = show;
  return (
    <fieldset class="tool chips">
      <legend>Show</legend>
      <Chip name="All" count={facets.all} pressed={!isFiltered(show)} press={() => choose({})} />
      {facets.states.map(({ state, count }) => (
        <Chip
          key={state}
          name={STATES[state]}
          count={count}
          pressed={show.state === state}
          press={() => choose(show.state === state ? butState : { ...butState, state })}
        />
      ))}
      {facets.sides.length > 1 &&
        facets.sides.map(({ side, name, count }) => (
          <Chip
            key={side}
            name={name}
            count={count}
            pressed={show.side === side}
            press={() => choose(show.side === side ? butSide : { ...butSide, side })}
          />
        ))}
      {facets.owners.length > 1 && (
        <select
          class={show.owner === undefined ? 'chip' : 'chip on'}
          aria-label="Owner"
          value={show.owner === undefined ? '' : `=${show.owner}`}
          onChange={({ currentTarget: { value } }) =>
            choose(value === '' ? butOwner : { ...butOwner, owner: value.slice(1) })
          }
        >
          <option value="">{show.owner === undefined ? 'Owner' : 'Every owner'}</option>
          {facets.owners.map(({ name, count }) => (
            <option key={name} value={`=${name}`}>
              {name === '' ? 'No owner' : name} ({count})
            </option>
          ))}
        </select>
      )}
    </fieldset>
  );
}

interface ChipProps {
  readonly name: string;
  readonly count: number;
  readonly pressed: boolean;
  press(): void;
}

function Chip({ name, count, pressed, press }: ChipProps) {
  return (
    <button type="button" class="chip" aria-pressed={pressed} onClick={press}>
      <bdi>{name}</bdi> <span class="n">{count}</span>
    </button>
  );
}
