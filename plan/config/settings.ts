import type { RuleSetting } from '../rules/engine.ts';
import { STANDARD_FORMAT, type TeamFormat } from '../team-format.ts';
import type { Override } from './config.ts';
import { globMatcher } from './glob.ts';
import { overlaid } from './layer.ts';
import { inside } from './paths.ts';

/** What counts for the plans of a configuration, all that it extends taken in. */
export interface Settings {
  /** Names of presets and paths of files, in the order in which they are laid over: the later wins. */
  readonly from: readonly string[];
  /** Globs of further plans and the folder that they count from: of the nearest file that has any. */
  readonly plans: { readonly folder: string; readonly globs: readonly string[] } | undefined;
  /** Settings for every plan, before overrides. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
  /** In the order in which they are laid over. What a later configuration says for every plan is not in them. */
  readonly overrides: readonly PlacedOverride[];
  readonly team: TeamFormat;
  /** Dotted paths of fields that stay out of what a customer gets. */
  readonly redact: readonly string[];
}

/** An override with the file that says it, and the folder that its globs count from. */
export interface PlacedOverride extends Override {
  readonly file: string;
  readonly folder: string;
}

/** The settings of a team that has set nothing. */
export const NO_SETTINGS: Settings = {
  from: [],
  plans: undefined,
  rules: new Map(),
  overrides: [],
  team: STANDARD_FORMAT,
  redact: [],
};

/**
 * The rules' settings for a plan, its overrides laid over in their order. `path` is absolute, with `/`; without one no
 * override applies. Plans that share their overrides get the same map.
 */
export function settingsFor(settings: Settings, path: string | undefined): ReadonlyMap<string, RuleSetting> {
  let rules = settings.rules;
  for (const override of overridesFor(settings, path)) {
    const next = steps.get(rules)?.get(override) ?? overlaid(rules, override.rules);
    const known = steps.get(rules) ?? new WeakMap<Override, ReadonlyMap<string, RuleSetting>>();
    steps.set(rules, known.set(override, next));
    rules = next;
  }
  return rules;
}

/** The overrides that are laid over for a plan, in their order. */
export function overridesFor({ overrides }: Settings, path: string | undefined): readonly PlacedOverride[] {
  return overrides.filter(override => {
    const relative = path === undefined ? undefined : inside(override.folder, path);
    return relative !== undefined && matcherOf(override)(relative);
  });
}

/** What an override made of settings, so that plans alike share one checker. */
const steps = new WeakMap<ReadonlyMap<string, RuleSetting>, WeakMap<Override, ReadonlyMap<string, RuleSetting>>>();

const matchers = new WeakMap<Override, (path: string) => boolean>();

function matcherOf(override: Override): (path: string) => boolean {
  const known = matchers.get(override) ?? globMatcher(override.files);
  matchers.set(override, known);
  return known;
}
