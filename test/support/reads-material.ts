import { readdirSync, readFileSync } from 'node:fs';
import { readPlanFile } from '../../plan/check.ts';
import { day } from '../../plan/day.ts';
import { ALL_RULES } from '../../plan/generated/rules.ts';
import type { PlanVersion } from '../../plan/history/versions.ts';
import type { ReadDocument } from '../../plan/model/index.ts';
import type { Occasion } from '../../plan/rules/said.ts';
import { OUTCOME_DEFECTS } from '../corpus/defects-outcomes.ts';
import { PEOPLE_DEFECTS } from '../corpus/defects-people.ts';
import { PLAN_DEFECTS } from '../corpus/defects-plan.ts';
import { dayOf, documentsOf, written } from '../corpus/layouts.ts';
import { EXAMPLE_DAY } from './examples.ts';
import { overlaid } from './overlay.ts';
import { RARE_PLANS } from './rare-plans.ts';

/** A document to be looked at. */
export interface Material {
  readonly read: ReadDocument;
  readonly occasion: Occasion;
}

/** Every plan that the tests know of: the rules' examples, the examples of the package, the corpus sound and with each of its defects. */
export function* everyPlan(): Generator<Material> {
  for (const { examples } of ALL_RULES) {
    for (const { bad, good, today = EXAMPLE_DAY, without, earlier } of examples) {
      const versions = earlier?.map(({ text, committedOn }) => ({
        text: overlaid(text, without),
        committedOn: day(committedOn),
      }));
      for (const text of [bad, good]) yield* documentsIn(overlaid(text, without), today, versions);
    }
  }
  for (const [folder, dated] of [
    ['../../examples/', false],
    ['../corpus/plans/', true],
  ] as const) {
    for (const text of textsIn(folder)) yield* documentsIn(text, dated ? dayOf(text) : EXAMPLE_DAY, undefined);
  }
  for (const text of RARE_PLANS) yield* documentsIn(text, EXAMPLE_DAY, undefined);
  for (const defect of [...PLAN_DEFECTS, ...PEOPLE_DEFECTS, ...OUTCOME_DEFECTS]) {
    for (const name of defect.into) {
      const text = corpusPlan(name);
      const documents = documentsOf(text);
      const [first] = documents;
      if (!first) continue;
      defect.put(first);
      const versions = defect.reviewed ? [{ text, committedOn: day(defect.reviewed) }] : undefined;
      yield* documentsIn(written(documents), defect.today ?? dayOf(text), versions);
    }
  }
}

const CORPUS = new URL('../corpus/plans/', import.meta.url);

function corpusPlan(name: string): string {
  const file = readdirSync(CORPUS).find(one => one.startsWith(name));
  return file ? readFileSync(new URL(file, CORPUS), 'utf8') : '';
}

function textsIn(folder: string): readonly string[] {
  const url = new URL(folder, import.meta.url);
  const files = readdirSync(url).filter(file => /\.(?:success-plan|qbr)\.yaml$/.test(file));
  return files.map(file => readFileSync(new URL(file, url), 'utf8'));
}

function* documentsIn(text: string, today: string, versions: readonly PlanVersion[] | undefined): Generator<Material> {
  for (const [index, read] of readPlanFile(text).documents.entries()) {
    const history = versions && { versions, text, index };
    yield { read, occasion: { today: day(today), history } };
  }
}
