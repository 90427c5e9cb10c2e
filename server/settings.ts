import { type Day, parseDay } from '../plan/day.ts';
import type { EditorSettings } from '../protocol/settings.ts';
import { isRecord } from '../protocol/unknown.ts';

/** What the client said when it started, or later. */
export interface Settings {
  /** The day to judge plans by; undefined is the calendar's today. */
  readonly today: Day | undefined;
  /** Rules that this editor does not show. */
  readonly hiddenRules: ReadonlySet<string>;
  /** Where the rules' pages are, as an address that ends with a slash. */
  readonly rulePages: string | undefined;
  /** The command by which the editor opens its list of suggestions. */
  readonly suggestCommand: string | undefined;
  /** True where the editor has the commands that lenses run. */
  readonly commands: boolean;
  readonly codeLens: { readonly numbers: boolean; readonly actions: boolean };
  readonly inlayHints: { readonly distance: boolean; readonly slip: boolean };
}

/** What counts until the client says otherwise. */
export const DEFAULT_SETTINGS: Settings = {
  today: undefined,
  hiddenRules: new Set(),
  rulePages: undefined,
  suggestCommand: undefined,
  commands: false,
  codeLens: { numbers: true, actions: true },
  inlayHints: { distance: true, slip: true },
};

/** The settings after a client has sent some; what is not understood counts as not said. Never throws. */
export function settingsAfter(now: Settings, sent: Readonly<Record<string, unknown>>): Settings {
  const said: { [K in keyof EditorSettings]?: unknown } = sent;
  const { codeLens, inlayHints } = now;
  return {
    ...now,
    today: said.today === undefined ? now.today : parseDay(text(said.today) ?? ''),
    hiddenRules: Array.isArray(said.hiddenRules) ? new Set(said.hiddenRules.map(String)) : now.hiddenRules,
    suggestCommand: text(said.suggestCommand) || now.suggestCommand,
    commands: typeof said.commands === 'boolean' ? said.commands : now.commands,
    codeLens: {
      numbers: flag(said.codeLens, 'numbers', codeLens.numbers),
      actions: flag(said.codeLens, 'actions', codeLens.actions),
    },
    inlayHints: {
      distance: flag(said.inlayHints, 'distance', inlayHints.distance),
      slip: flag(said.inlayHints, 'slip', inlayHints.slip),
    },
  };
}

function text(sent: unknown): string | undefined {
  return typeof sent === 'string' ? sent : undefined;
}

/** A switch as it was sent, or as it stands where nothing that is one was sent. */
function flag(sent: unknown, key: string, now: boolean): boolean {
  const value = isRecord(sent) ? sent[key] : undefined;
  return typeof value === 'boolean' ? value : now;
}
