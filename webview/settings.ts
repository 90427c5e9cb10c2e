import { isDay } from '../plan/day.ts';
import { DEFAULT_OPTIONS, type TimelineOptions, type Zoom } from '../plan/view/timeline/options.ts';
import { isRecord } from '../protocol/unknown.ts';

/** What a person chose to see of a plan: plain data, kept with the page. */
export interface PanelSettings extends TimelineOptions {
  /** Which drawings are shown as tables. */
  readonly tables: { readonly attainment: boolean; readonly timeline: boolean };
}

/** What is drawn where nobody chose anything. */
export const DEFAULT_SETTINGS: PanelSettings = { ...DEFAULT_OPTIONS, tables: { attainment: false, timeline: false } };

const LANES: readonly unknown[] = ['outcome', 'phase', 'owner', 'side'];
const STATES: readonly unknown[] = [undefined, 'open', 'late', 'blocked'];
const SIDES: readonly unknown[] = [undefined, 'customer', 'vendor', 'partner'];

/** True for settings of this build's shape. Never throws, whatever it is given. */
export function isPanelSettings(x: unknown): x is PanelSettings {
  if (!isRecord(x) || !isRecord(x.show) || !isRecord(x.tables)) return false;
  const { state, side, owner } = x.show;
  return (
    LANES.includes(x.lanes) &&
    STATES.includes(state) &&
    SIDES.includes(side) &&
    (owner === undefined || typeof owner === 'string') &&
    isZoom(x.zoom) &&
    typeof x.tables.attainment === 'boolean' &&
    typeof x.tables.timeline === 'boolean'
  );
}

function isZoom(x: unknown): x is Zoom {
  if (x === 'fit' || x === 'quarter' || x === 'year') return true;
  return (
    isRecord(x) &&
    typeof x.from === 'string' &&
    isDay(x.from) &&
    typeof x.days === 'number' &&
    Number.isInteger(x.days) &&
    x.days > 0
  );
}

/** The settings of a plan among what was kept for several; those of a fresh page where none were. Never throws, whatever it is given. */
export function settingsOf(kept: unknown, plan: string | undefined): PanelSettings {
  const own = isRecord(kept) && plan !== undefined && Object.hasOwn(kept, plan) ? kept[plan] : undefined;
  return isPanelSettings(own) ? own : DEFAULT_SETTINGS;
}

/** The settings with one drawing as a table, or no longer so. */
export function withTableTurned(settings: PanelSettings, drawing: keyof PanelSettings['tables']): PanelSettings {
  const { tables } = settings;
  return { ...settings, tables: { ...tables, [drawing]: !tables[drawing] } };
}

/** How many plans one page remembers. */
const MOST = 20;

/** What is kept, with the settings of a plan; those of the plans that were touched longest ago are forgotten. */
export function withSettings(kept: unknown, plan: string, settings: PanelSettings): Readonly<Record<string, unknown>> {
  const others = isRecord(kept) ? Object.entries(kept).filter(([key]) => key !== plan) : [];
  return Object.fromEntries([...others.slice(1 - MOST), [plan, settings]]);
}
