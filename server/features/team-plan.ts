import * as path from 'node:path';
import { TEAM_PLAN_METHOD } from '../../protocol/team-plan.ts';
import { isRecord } from '../../protocol/unknown.ts';
import { pathOf } from '../config-document.ts';
import { slashed } from '../config-file.ts';
import { type Feature, onWorkspace } from '../feature.ts';
import type { Session } from '../session.ts';
import { matcherOf } from '../workspace/found-files.ts';

/** Whether a file is a plan because its team says so. */
export const teamPlan: Feature = {
  register(session) {
    session.connection.onRequest(
      TEAM_PLAN_METHOD,
      onWorkspace<unknown, boolean>(session, 'team plan', false, async params => isTeamPlan(session, params)),
    );
  },
};

async function isTeamPlan(session: Session, params: unknown): Promise<boolean> {
  const document = isRecord(params) ? params.textDocument : undefined;
  const uri = isRecord(document) ? document.uri : undefined;
  const file = typeof uri === 'string' ? pathOf(uri) : undefined;
  if (file === undefined) return false;
  const { plans } = (await session.configs.nearest(file)).settings;
  return plans !== undefined && matcherOf(plans)(slashed(path.relative(path.normalize(plans.folder), file)));
}
