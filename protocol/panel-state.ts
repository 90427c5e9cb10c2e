import { type Audience, isAudience } from '../plan/audience/audience.ts';
import { isPlanViewResult, type PlanViewResult } from './panel.ts';
import { isRecord } from './unknown.ts';

/** What a page keeps of itself: all that a panel needs to come back as it was. */
export interface PanelState {
  /** The drawing on show; it names the document. */
  readonly result?: PlanViewResult;
  readonly scroll: number;
  /** Key of the mark that the tab key returns to. */
  readonly stop?: string;
  /** Turns to the plan in the active editor. */
  readonly following: boolean;
  readonly audience: Audience;
  /** How the person has set up the drawing; only the page knows what that means. */
  readonly settings?: unknown;
}

/** What a page has kept, as far as it can be read; a drawing of another build is left out. Never throws, whatever it is given. */
export function readPanelState(x: unknown): PanelState {
  const state = isRecord(x) ? x : {};
  return {
    ...(isPlanViewResult(state.result) ? { result: state.result } : {}),
    scroll: typeof state.scroll === 'number' ? state.scroll : 0,
    ...(typeof state.stop === 'string' ? { stop: state.stop } : {}),
    following: state.following === true,
    audience: isAudience(state.audience) ? state.audience : 'internal',
    ...(state.settings === undefined ? {} : { settings: state.settings }),
  };
}

/** The address of the document on show, whichever build drew it; undefined when there was none. Never throws. */
export function documentOf(x: unknown): string | undefined {
  const result = isRecord(x) ? x.result : undefined;
  return isRecord(result) && typeof result.uri === 'string' ? result.uri : undefined;
}
