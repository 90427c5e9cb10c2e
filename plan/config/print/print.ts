import { ALL_RULES } from '../../generated/rules.ts';
import { readConfig } from '../config.ts';
import type { Layer } from '../layer.ts';
import { CONFIG_FILE } from '../names.ts';
import { PRESETS } from '../presets.ts';
import { MONTHS } from '../read-month.ts';
import type { ResolvedConfig } from '../resolve.ts';
import { overridesFor, type PlacedOverride, settingsFor } from '../settings.ts';
import { globsFrom } from './globs-from.ts';
import { originsOf, type Source } from './origins.ts';
import { ruleLines, settingLines } from './rules.ts';
import { fieldLines, vocabularyLines } from './team.ts';
import { list, quoted, scalar } from './text.ts';

/** What is to be printed. Paths are absolute, with `/`. */
export interface Wanted {
  readonly config: Pick<ResolvedConfig, 'settings' | 'files'>;
  /** From where globs are to count. */
  readonly folder: string;
  /** The plan in that folder that it is asked for; undefined where it is for all plans there. */
  readonly plan: string | undefined;
  /** Whether rules that nobody has set are named too. */
  readonly all: boolean;
  /** A path as people see it, on one line. */
  nameOf(path: string): string;
}

/**
 * What counts for a plan or a folder as a configuration of its own, which extends nothing: in that folder it would give the plans there the same
 * settings. Comments say where each came from. What cannot be followed is not in it. Never throws.
 */
export function printedConfig(wanted: Wanted): string {
  const { settings } = wanted.config;
  const { team, redact } = settings;
  const rules = ruleLines(ALL_RULES, settingsFor(settings, wanted.plan), originsOf(sourcesOf(wanted)), wanted.all);
  const sections = [
    section('plans', planLines(wanted)),
    section('rules', rules),
    // Those that count for one plan are laid over already.
    section(
      'overrides',
      wanted.plan === undefined ? settings.overrides.flatMap(one => overrideLines(one, wanted)) : [],
    ),
    section('vocabulary', vocabularyLines(team)),
    section('custom_fields', fieldLines(team)),
    team.fiscalYearStart === undefined ? '' : `fiscal_year_start: ${MONTHS[team.fiscalYearStart - 1]}\n`,
    redact.length === 0 ? '' : `redact: ${list(redact)}\n`,
  ];
  return [heading(wanted), ...sections.filter(text => text !== '')].join('\n');
}

function heading(wanted: Wanted): string {
  const { plan, folder, nameOf } = wanted;
  const name = nameOf(plan ?? folder);
  const where = `# What counts for ${name === '.' ? 'this folder' : name}`;
  const [first, ...others] = namesOf(wanted);
  if (first === undefined)
    return `${where}: no ${CONFIG_FILE} lies there or above, so every rule speaks at its own level.\n`;
  if (others.length === 0) return `${where}, from ${first}.\n`;
  return [`${where}, from these, of which the later wins:`, ...[first, ...others].map(one => `#   ${one}`), ''].join(
    '\n',
  );
}

/** Each once, at its last place, and behind a file those of its overrides that count for the plan. */
function namesOf({ config, nameOf, plan }: Wanted): string[] {
  const { from } = config.settings;
  const overrides = overridesFor(config.settings, plan);
  return from
    .filter((one, at) => from.lastIndexOf(one) === at)
    .flatMap(one => [
      isPreset(one) ? one : nameOf(one),
      ...overrides.filter(({ file }) => file === one).map(override => nameOfOverride(override, nameOf)),
    ]);
}

const isPreset = (name: string) => PRESETS.some(preset => preset.name === name);

function nameOfOverride({ files, file }: PlacedOverride, nameOf: Wanted['nameOf']): string {
  return `the override for ${quoted(files.join(', '))} in ${nameOf(file)}`;
}

/** All that sets rules, in its order; where there is but one, nobody needs to be named. */
function sourcesOf({ config: { settings, files }, plan, nameOf }: Wanted): Source[] {
  const sources = settings.from.map(name => {
    const preset = PRESETS.find(one => one.name === name);
    if (preset) return { name, rules: preset.settings(ALL_RULES) };
    const text = files.find(file => file.path === name)?.text ?? '';
    return { name: nameOf(name), rules: readConfig(text).config.rules };
  });
  const overrides = overridesFor(settings, plan).map(one => ({ name: nameOfOverride(one, nameOf), rules: one.rules }));
  const all = [...sources, ...overrides];
  const isSet = ({ severity, options }: Layer) => severity !== undefined || options !== undefined;
  return all.filter(({ rules }) => [...rules.values()].some(isSet)).length > 1 ? all : [];
}

function planLines({ config: { settings }, folder }: Wanted): string[] {
  const { plans } = settings;
  return plans ? globLines(plans.globs, plans.folder, folder) : [];
}

/** An override as an item of the list; nothing where it fits no plan in the folder. */
function overrideLines(override: PlacedOverride, { config, folder, nameOf }: Wanted): string[] {
  const globs = globLines(override.files, override.folder, folder);
  const rules = settingLines(override.rules);
  if (globs.length === 0 || rules.length === 0) return [];
  if (globs.every(line => line.startsWith('#'))) return globs;
  const from = config.settings.from.length > 1 ? ` # ${nameOf(override.file)}` : '';
  return [`- files:${from}`, ...globs.map(line => `    ${line}`), '  rules:', ...rules.map(line => `    ${line}`)];
}

/** Globs as items of a list, counted from the folder. Where nothing is left to be taken from, nothing is taken away. */
function globLines(globs: readonly string[], from: string, folder: string): string[] {
  const lines = globs.flatMap(glob => {
    const counted = globsFrom(glob, from, folder);
    return counted
      ? counted.map(one => `- ${scalar(one)}`)
      : `# ${scalar(glob)} counts from another folder, and cannot be told from here`;
  });
  return lines.every(line => line.startsWith('- "!')) && globs.some(glob => !glob.startsWith('!')) ? [] : lines;
}

function section(name: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${name}:\n${lines.map(line => `  ${line}\n`).join('')}`;
}
