import { type Health, planStanding } from '../../plan/attainment/index.ts';
import { type Phrase, phrase } from '../../plan/phrase.ts';
import { formatPercent } from '../../plan/quantity/index.ts';
import type { Severity } from '../../plan/rules/rule.ts';
import type { DocumentParams } from '../../protocol/panel.ts';
import { type PlanStatus, STATUS_METHOD } from '../../protocol/status.ts';
import type { OpenDocument } from '../documents.ts';
import { type Feature, onDocument } from '../feature.ts';
import type { Session } from '../session.ts';

const HEALTH: Readonly<Record<Exclude<Health, 'unknown'>, Phrase>> = {
  achieved: phrase('achieved'),
  on_track: phrase('on track'),
  at_risk: phrase('at risk'),
  off_track: phrase('off track'),
  not_started: phrase('not started'),
};

/** What the status bar tells: findings by severity, mean attainment, health. */
export const status: Feature = {
  register(session) {
    session.connection.onRequest(
      STATUS_METHOD,
      onDocument<DocumentParams, PlanStatus | null>(session, 'status', null, open => statusOf(session, open)),
    );
  },
};

async function statusOf(session: Session, open: OpenDocument): Promise<PlanStatus> {
  const shown = await session.checks.shown(open);
  const count = (severity: Severity) => shown.filter(finding => finding.severity === severity).length;
  const counts = { error: count('error'), warning: count('warning'), info: count('info'), hint: count('hint') };
  const plan = open.file.documents.map(read => read.model).find(model => model.kind === 'plan');
  if (!plan || plan.outcomes.items.length === 0) return { version: open.version, findings: counts };
  const { mean, judgement } = planStanding(plan, session.today());
  return {
    version: open.version,
    findings: counts,
    attainment: session.say(mean ? phrase('mean {0}', formatPercent(mean.mean)) : phrase('not measured')),
    ...(judgement.health !== 'unknown' && { health: session.say(HEALTH[judgement.health]) }),
  };
}
