import { figures } from '../../plan/words.ts';
import { kept } from '../kept.ts';
import { COLUMNS, GROUPINGS, GROUPS, type PortfolioSettings, SELECTIONS, type Selection, SORTED } from './settings.ts';

const SHOWN: Readonly<Record<Selection, string>> = {
  all: 'All',
  renewing: 'Renews in 90 days',
  late: 'Late',
  unmeasured: 'Not measured',
};

export interface ControlsProps {
  /** How many plans each selection has. */
  readonly counts: Readonly<Record<Selection, number>>;
  /** Who can be chosen: names, and undefined for plans that nobody has. */
  readonly csms: readonly (string | undefined)[];
  readonly settings: PortfolioSettings;
}

/** What the table is grouped by, and which plans it shows. */
export function Controls({ counts, csms, settings }: ControlsProps) {
  const { by, show, csm, sort } = settings;
  return (
    <div class="bar">
      <span class="grp" role="group" aria-label="Group by">
        <span class="xs m" aria-hidden="true">
          Group by
        </span>
        <span class="seg">
          {GROUPINGS.map(one => (
            <button type="button" key={one} data-by={one} aria-pressed={one === by}>
              {GROUPS[one]}
            </button>
          ))}
        </span>
      </span>
      <span class="grp" role="group" aria-label="Show">
        <span class="xs m" aria-hidden="true">
          Show
        </span>
        {SELECTIONS.map(one => (
          <button type="button" class="chip" key={one} data-show={one} aria-pressed={one === show}>
            {SHOWN[one]} {figures(counts[one])}
          </button>
        ))}
        <SteadyPick csms={csms} csm={csm} />
        <input
          type="search"
          class="find"
          data-find=""
          value={settings.text}
          placeholder="Find"
          aria-label="Find plans by customer, CSM, segment or reason"
          spellcheck={false}
          autocomplete="off"
        />
        <span class="chip pick sorting">
          <select data-sorting="" aria-label="Sort by" value={sort === undefined ? '' : sort.column}>
            <option value="">Sorted by attention</option>
            {COLUMNS.map(column => (
              <option key={column} value={column}>
                Sorted by {SORTED[column]}
              </option>
            ))}
          </select>
        </span>
      </span>
    </div>
  );
}

/* Hundreds of names are not gone through at every key. */
const SteadyPick = kept(CsmPick);

function CsmPick({ csms, csm }: Pick<ControlsProps, 'csms'> & { readonly csm: string | undefined }) {
  return (
    <span class={csm === undefined ? 'chip pick' : 'chip pick on'}>
      <select
        data-csm=""
        aria-label="Plans of one CSM"
        title="Plans of one CSM"
        value={csm === undefined ? '*' : `=${csm}`}
      >
        <option value="*">All CSMs</option>
        {csms.map(name => (
          <option key={name ?? ''} value={`=${name ?? ''}`}>
            {name ?? 'Nobody named'}
          </option>
        ))}
      </select>
    </span>
  );
}
