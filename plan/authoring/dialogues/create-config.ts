import { PRESETS } from '../../config/presets.ts';
import { MONTHS } from '../../config/read-month.ts';
import { phrase } from '../../phrase.ts';
import { newConfig } from '../../templates/new-config.ts';
import { pickOne } from './asking.ts';
import type { Dialogue } from './dialogue.ts';

const USES = {
  recommended: phrase('Every rule at its own level, as without a configuration'),
  strict: phrase('For plans that others sign: everything speaks one step louder'),
  'pre-sale': phrase('Quiet about progress and renewal, loud about the way to the decision'),
} as const;

/** A configuration for a team: what to start from, and when its year begins. */
export const createConfig: Dialogue = {
  title: phrase('Create Config'),
  *ask() {
    const uses: Readonly<Record<string, (typeof USES)[keyof typeof USES]>> = USES;
    const preset = yield* pickOne(
      'preset',
      phrase('Which rules do you want to start from?'),
      PRESETS.map(({ name, summary }) => ({ value: name, label: name, detail: uses[name] ?? summary })),
    );
    const month = yield* pickOne(
      'fiscalYear',
      phrase('In which month does your fiscal year begin?'),
      MONTHS.map((value, index) => ({ value, label: MONTH_PHRASES[index] ?? value })),
    );
    return () => ({ type: 'create', fileName: 'success-plan.config.yaml', snippet: newConfig(preset, month) });
  },
};

/** Written out, so that they are found when the phrases are collected. */
const MONTH_PHRASES = [
  phrase('January'),
  phrase('February'),
  phrase('March'),
  phrase('April'),
  phrase('May'),
  phrase('June'),
  phrase('July'),
  phrase('August'),
  phrase('September'),
  phrase('October'),
  phrase('November'),
  phrase('December'),
];
