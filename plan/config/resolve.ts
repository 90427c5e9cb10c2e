import { ALL_RULES } from '../generated/rules.ts';
import type { PreparedRule } from '../rules/rule.ts';
import type { TeamFormat } from '../team-format.ts';
import { quoteShort } from '../words.ts';
import { type Config, readConfig } from './config.ts';
import type { ConfigProblem } from './finding.ts';
import { type Layer, leftUnder, overlaid } from './layer.ts';
import { folderOf, isPath, joined } from './paths.ts';
import { PRESETS } from './presets.ts';
import type { Base } from './read-extends.ts';
import { NO_SETTINGS, type PlacedOverride, type Settings } from './settings.ts';

export { NO_SETTINGS, type Settings, settingsFor } from './settings.ts';

/** One of the files that a configuration was put together from. */
export interface ConfigText {
  /** Absolute, with `/`. */
  readonly path: string;
  readonly text: string;
  /** In text order. */
  readonly problems: readonly ConfigProblem[];
}

/** A configuration with all that it extends. */
export interface ResolvedConfig {
  readonly settings: Settings;
  /** The files that could be read: the configuration itself, then what it extends, each once. */
  readonly files: readonly ConfigText[];
  /** Every path that was asked for, also those where nothing could be read: when one of them changes, so may this. */
  readonly asked: readonly string[];
}

/** Reads a file, or says why it cannot, as a phrase. Must not reject. */
export type Load = (
  path: string,
) => Promise<{ readonly text?: string | undefined; readonly failure?: string | undefined }>;

/** So many files may extend one another in a row. */
const DEEPEST = 10;

/**
 * Reads a configuration and what it extends: of several the later one wins, and the file's own settings win over all.
 * `path` is absolute, with `/`. Never rejects: what cannot be followed is a problem of the file that says it.
 */
export async function resolveConfig(
  path: string,
  text: string,
  load: Load,
  rules: readonly PreparedRule[] = ALL_RULES,
): Promise<ResolvedConfig> {
  const resolver = new Resolver(load, rules);
  const settings = await resolver.file(path, text, []);
  const files = resolver.files.map(file => ({
    ...file,
    problems: [...file.problems].sort((a, b) => a.start - b.start || a.end - b.end),
  }));
  return { settings, files, asked: [...resolver.asked] };
}

class Resolver {
  readonly files: ConfigText[] = [];
  readonly asked = new Set<string>();
  private readonly known = new Map<string, Promise<Settings>>();
  private readonly load: Load;
  private readonly rules: readonly PreparedRule[];

  constructor(load: Load, rules: readonly PreparedRule[]) {
    this.load = load;
    this.rules = rules;
  }

  async file(path: string, text: string, above: readonly string[]): Promise<Settings> {
    this.asked.add(path);
    const { config, problems } = readConfig(text, this.rules);
    this.files.push({ path, text, problems });
    let settings = NO_SETTINGS;
    for (const base of config.extends) settings = await this.extend(settings, base, path, [...above, path]);
    return own(settings, config, path);
  }

  /** Settings with those of one entry of `extends` over them. */
  private async extend(settings: Settings, base: Base, from: string, chain: readonly string[]): Promise<Settings> {
    const preset = PRESETS.find(({ name }) => name === base.name);
    if (preset) {
      const above = preset.settings(this.rules);
      return {
        ...settings,
        from: [...settings.from, preset.name],
        rules: overlaid(settings.rules, above),
        overrides: overridesUnder(settings, above),
      };
    }
    const path = isPath(base.name) ? joined(folderOf(from), base.name.replaceAll('\\', '/')) : base.name;
    if (chain.includes(path)) {
      const circle = path === from ? 'itself' : `${quoteShort(base.name)}, which extends this one`;
      base.say(`This configuration extends ${circle}: it goes around in a circle. Leave one of the two out.`);
      return settings;
    }
    if (chain.length >= DEEPEST) {
      base.say(`More than ${DEEPEST} configurations extend one another here. Extend the last one directly.`);
      return settings;
    }
    let extended = this.known.get(path);
    if (!extended) {
      this.asked.add(path);
      const { text, failure } = await this.load(path);
      if (text === undefined) {
        base.say(
          `${quoteShort(base.name)} cannot be read: ${failure ?? 'no such file'}. The path counts from this file’s folder.`,
        );
        return settings;
      }
      extended = this.file(path, text, chain);
      this.known.set(path, extended);
    }
    return over(settings, await extended);
  }
}

/** Settings with those of another configuration over them. */
function over(below: Settings, above: Settings): Settings {
  return {
    from: [...below.from, ...above.from],
    plans: above.plans ?? below.plans,
    rules: overlaid(below.rules, above.rules),
    overrides: [...overridesUnder(below, above.rules), ...above.overrides],
    team: joinedFormat(below.team, above.team),
    redact: [...new Set([...below.redact, ...above.redact])],
  };
}

/** The overrides as far as what comes later does not say otherwise: they are laid over the rules of their own file, and not over all. */
function overridesUnder({ overrides }: Settings, above: ReadonlyMap<string, Layer>): readonly PlacedOverride[] {
  if (above.size === 0) return overrides;
  return overrides.flatMap(override => {
    const rules = leftUnder(override.rules, above);
    return rules.size > 0 ? { ...override, rules } : [];
  });
}

/** Settings with what a file itself says over them. */
function own(below: Settings, config: Config, file: string): Settings {
  const folder = folderOf(file);
  return over(below, {
    from: [file],
    plans: config.plans && { folder, globs: config.plans },
    rules: config.rules,
    overrides: config.overrides.map(override => ({ ...override, file, folder })),
    team: {
      ...config.vocabulary,
      fields: config.customFields,
      fiscalYearStart: config.fiscalYearStart,
    },
    redact: config.redact,
  });
}

/** Words add up, so that a team keeps those of its company; of two meanings of a word, and of two fields, the nearer one counts. */
function joinedFormat(below: TeamFormat, above: TeamFormat): TeamFormat {
  const words = new Map(below.words);
  for (const [name, more] of above.words) words.set(name, new Map([...(words.get(name) ?? []), ...more]));
  const texts = new Map(below.texts);
  for (const [name, more] of above.texts) texts.set(name, [...new Set([...(texts.get(name) ?? []), ...more])]);
  return {
    words,
    texts,
    fields: new Map([...below.fields, ...above.fields]),
    fiscalYearStart: above.fiscalYearStart ?? below.fiscalYearStart,
  };
}
