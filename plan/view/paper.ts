import { type PlanStanding, planStanding } from '../attainment/index.ts';
import type { Audience } from '../audience/audience.ts';
import { forAudience } from '../audience/for-audience.ts';
import { type LeftOut, NOTHING_LEFT_OUT } from '../audience/left-out.ts';
import { type PlanFile, readPlanFile } from '../check.ts';
import type { Day } from '../day.ts';
import type { Finding } from '../finding.ts';
import type { Plan } from '../model/index.ts';
import { type Phrase, phrase } from '../phrase.ts';
import type { TeamFormat } from '../team-format.ts';
import { planView } from './document.ts';
import type { PlanView } from './types.ts';
import { cannotRead, whyUnreadable } from './unreadable.ts';

/** What every file for somebody is written from: all of it holds only what the reader may see. */
export interface PlanOnPaper {
  readonly plan: Plan;
  /** The drawing of the same plan on the same day: files say the panel's numbers in the panel's words. */
  readonly view: PlanView;
  readonly standing: PlanStanding;
  readonly today: Day;
}

/** The plan as its owners see it. */
export interface PlanToWrite {
  readonly file: PlanFile;
  /** What was found in it that day; a customer is told nothing of it. */
  readonly findings: readonly Finding[];
  readonly settings: { readonly team: TeamFormat; readonly redact: readonly string[] };
}

/** A plan for somebody, or why there is none. */
export type Paper =
  | {
      readonly type: 'paper';
      readonly paper: PlanOnPaper;
      /** What its reader does not get. */
      readonly leftOut: LeftOut;
    }
  | { readonly type: 'refused'; readonly reason: Phrase };

/**
 * What of a plan may leave the house, as the writers of files get it: the one way to all of them. What the audience must not see is taken out of the
 * text first, and everything else is read of the rest. Of several plans in a file the first is taken; a text that cannot be read is refused. Never throws.
 */
export function planOnPaper(source: PlanToWrite, audience: Audience, today: Day): Paper {
  const made = fileFor(source, audience);
  if (made.type === 'refused') return made;
  const plans = made.file.documents.map(read => read.model).filter(model => model.kind === 'plan');
  const [plan, ...others] = plans.filter(({ syntax }) => syntax.sections.length > 0);
  if (!plan) return { type: 'refused', reason: phrase('There is no success plan in it.') };
  const view = planView(plan, audience === 'internal' ? source.findings : [], today, audience);
  return {
    type: 'paper',
    paper: { plan, view, standing: planStanding(plan, today), today },
    leftOut: { ...made.leftOut, gone: [...made.leftOut.gone, ...furtherPlans(others.length)] },
  };
}

function furtherPlans(count: number): Phrase[] {
  if (count === 0) return [];
  return [count === 1 ? phrase('The other plan of the file') : phrase('The {0} other plans of the file', count)];
}

type FileFor =
  | { readonly type: 'file'; readonly file: PlanFile; readonly leftOut: LeftOut }
  | Extract<Paper, { type: 'refused' }>;

/** The file as the audience may see it. */
function fileFor({ file, settings }: PlanToWrite, audience: Audience): FileFor {
  if (audience === 'internal') {
    const reason = whyUnreadable(file);
    return reason ? { type: 'refused', reason } : { type: 'file', file, leftOut: NOTHING_LEFT_OUT };
  }
  const made = forAudience(file.text, audience, settings.redact);
  if (made.type === 'unreadable') return { type: 'refused', reason: cannotRead(file.text, made) };
  return { type: 'file', file: readPlanFile(made.text, settings.team), leftOut: made.leftOut };
}
