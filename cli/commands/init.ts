import * as path from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { planMatcher } from '../../plan/config/glob.ts';
import { CONFIG_FILE, isPlanName } from '../../plan/config/names.ts';
import { addMonths, type Day } from '../../plan/day.ts';
import type { PlanFormat, PlanStage } from '../../plan/generated/model.ts';
import { english } from '../../plan/phrase.ts';
import { FORMATS, STAGES } from '../../plan/templates/formats.ts';
import { capitalise, enumerate } from '../../plan/words.ts';
import { ConfigFiles, slashed } from '../../server/config-file.ts';
import { asArgument } from '../as-argument.ts';
import { readConfig } from '../config-reports.ts';
import { writeNewFile } from '../new-file.ts';
import { displayName } from '../plan-paths.ts';
import { EXIT } from '../report.ts';
import { readToday } from './check-options.ts';
import type { Register } from './command.ts';

const FORMAT_NAMES = FORMATS.map(({ value }) => value);
const STAGE_NAMES = STAGES.map(({ value }) => value);

const EXAMPLES = `
Examples:
  success-plan init acme-retail.success-plan.yaml
  success-plan init --format goal_card --customer "Acme Retail" --renewal 2026-12-01

What is not said here says TBD in the file, and success-plan check asks for it.`;

const notFoundByName = (name: string) =>
  `${name} is not the name of a plan: a folder that is checked leaves it out, and an editor takes it for plain YAML. Call it ${path.parse(name).name}.success-plan.yaml, or name it under “plans” in ${CONFIG_FILE}`;

interface InitOptions {
  readonly format: PlanFormat;
  readonly stage?: PlanStage;
  readonly customer?: string;
  readonly owner?: string;
  readonly coOwner?: string;
  readonly renewal?: string;
  readonly today?: Day;
}

/** `init`: a new plan from the same templates as the editor's. */
export const registerInit: Register = (program, host, exit) => {
  const command = program
    .command('init')
    .description('write a new plan, its dates worked out backwards from the renewal')
    .argument('[file]', 'where to; named after the customer unless said')
    .addOption(
      new Option('--format <format>', enumerate(FORMAT_NAMES, 'or'))
        .argParser(oneOf(FORMAT_NAMES))
        .default('outcome_based'),
    )
    .addOption(
      new Option('--stage <stage>', `${enumerate(STAGE_NAMES, 'or')} (default: onboarding)`).argParser(
        oneOf(STAGE_NAMES),
      ),
    )
    .option('--customer <name>', 'the customer (default: from the name of the file)')
    .option('--owner <name>', 'who owns the plan at the vendor: "Jane Smith, Customer Success Manager"')
    .option('--co-owner <name>', 'who owns it at the customer')
    .option('--renewal <day>', 'when the contract is renewed (default: in a year)')
    .addOption(
      new Option('--today <day>', 'begin the plan as of this day, YYYY-MM-DD (default: today)').argParser(readToday),
    )
    .addHelpText('after', EXAMPLES)
    .action(async (file: string | undefined, options: InitOptions) => {
      // Loaded only here: a check needs no templates.
      const { daySaid, fileNameOf, filledIn, named, newPlan, tooSoon } = await import(
        '../../plan/authoring/dialogues/without-asking.ts'
      );
      const today = options.today ?? host.today;
      const said =
        options.renewal === undefined ? { day: addMonths(today, 12) } : daySaid(options.renewal, today, 'ahead');
      const wrong = said.day === undefined ? said.wrong : tooSoon(said.day, today);
      if (said.day === undefined || wrong) return command.error(`error: ${wrong ? english(wrong) : 'no day'}`);
      const company = options.customer?.trim() || (file === undefined ? 'TBD' : companyIn(file));
      const snippet = newPlan({
        format: options.format,
        stage: options.stage ?? (options.format === 'mutual_action_plan' ? 'pre_sale' : 'onboarding'),
        company,
        owner: named(options.owner?.trim() || 'TBD'),
        coOwner: named(options.coOwner?.trim() || 'TBD'),
        renewal: said.day,
        today,
      });
      const target = file ?? (company === 'TBD' ? 'success-plan.yaml' : `${fileNameOf(company)}.success-plan.yaml`);
      const absolute = path.resolve(host.cwd, target);
      const name = displayName(absolute, target, host.cwd);
      const failure = await writeNewFile(absolute, filledIn(snippet));
      if (failure !== undefined) {
        host.err(`success-plan: ${name}: ${failure}\n`);
        return exit(EXIT.failed);
      }
      host.out(
        `${name} is written. What is still to be told says TBD; success-plan check ${asArgument(name)} names what matters most.\n`,
      );
      if (!(await isFoundByName(absolute))) host.err(`success-plan: ${notFoundByName(path.basename(absolute))}\n`);
      return exit(EXIT.clean);
    });
};

/** Whether a folder that is checked finds a file: by its name, or as its configuration names it. */
async function isFoundByName(file: string): Promise<boolean> {
  if (isPlanName(file)) return true;
  const { plans } = (await new ConfigFiles(readConfig).nearest(file)).settings;
  if (!plans || plans.globs.length === 0) return false;
  return planMatcher(plans.globs)(slashed(path.relative(path.normalize(plans.folder), file)));
}

function oneOf<T extends string>(words: readonly T[]): (value: string) => T {
  return value => {
    const found = words.find(
      word =>
        word ===
        value
          .trim()
          .toLowerCase()
          .replaceAll(/[\s-]+/g, '_'),
    );
    if (found === undefined)
      throw new InvalidArgumentError(`There is no “${value}”. Choose ${enumerate(words, 'or')}.`);
    return found;
  };
}

/** `customers/acme-retail.success-plan.yaml` → `Acme Retail` */
function companyIn(file: string): string {
  const stem = path
    .basename(file)
    .replace(/\.ya?ml$/i, '')
    .replace(/(?:^|\.)success-plan$/i, '');
  const words = stem.split(/[-_.\s]+/).filter(word => word !== '');
  return words.length === 0 || stem === 'plan' ? 'TBD' : words.map(capitalise).join(' ');
}
