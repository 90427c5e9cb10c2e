import { folderOf, isAbsolute, joined } from '../../config/paths.ts';

/** Whether a file name is that of a review agenda. */
export function isAgendaName(file: string): boolean {
  return AGENDA.test(file);
}

const AGENDA = /\.qbr\.ya?ml$/i;
const PLAN = /(?:^|\.)success-plan\.ya?ml$/i;

/**
 * The plan that an agenda reviews: the one that its `plan` names, seen from its folder; without that the plan beside it that is called as it is
 * (`acme.qbr.yaml` or `acme-april.qbr.yaml` beside `acme.success-plan.yaml`), the folder's `success-plan.yaml`, or the only one there. Paths are
 * absolute, with `/`; `beside` are those of the agenda's folder. Undefined where it could be any.
 */
export function linkedPlan(agenda: string, named: string | undefined, beside: readonly string[]): string | undefined {
  const folder = folderOf(agenda);
  if (named) return pathFrom(agenda, named);
  const own = nameIn(agenda).replace(AGENDA, '').toLowerCase();
  const plans = beside.filter(file => folderOf(file) === folder && !isAgendaName(file));
  const called = plans
    .map(file => ({ file, base: nameIn(file).replace(PLAN, '').toLowerCase() }))
    .filter(
      ({ base }) => base === '' || own === base || (own.startsWith(base) && /[-_. ]/.test(own.charAt(base.length))),
    )
    .sort((a, b) => b.base.length - a.base.length);
  return called[0]?.file ?? (plans.length === 1 ? plans[0] : undefined);
}

/** The file that a text of a file names: seen from its folder, never an address of another kind. */
export function pathFrom(file: string, named: string): string | undefined {
  const path = named.trim().replaceAll('\\', '/');
  if (path === '' || isAbsolute(path)) return undefined;
  return joined(folderOf(file), path);
}

function nameIn(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}
