/**
 * The request, from client to server, whether a file is a plan by the globs of its team's configuration (`plans`): true or false. What is a plan
 * by its name, the client knows by itself.
 */
export const TEAM_PLAN_METHOD = 'successPlan/isTeamPlan';
