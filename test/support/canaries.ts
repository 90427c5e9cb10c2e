import { type Document, isCollection, isMap, isScalar, isSeq, type Node, parseAllDocuments, visit } from 'yaml';
import { documentsOf, written } from '../corpus/layouts.ts';

/** A letter that no plan has: wherever it turns up, something came through. */
export const CANARY = 'ꙮ';

/** What the plans below are redacted by, beside what never leaves. */
export const REDACT = [
  'customer.context',
  'customer.priorities',
  'customer.contract.plan_tier',
  'customer.x-crm',
  'outcomes.business_value',
  'outcomes.so_that',
  'outcomes.milestones.blockers',
  'outcomes.milestones.participants',
  'stakeholders.customer.email',
  'risks.mitigation',
  'review_history.decisions',
  'x-anywhere',
] as const;

const NEVER = [
  'internal',
  'customer.contract.arr',
  'renewal.strategy',
  'renewal.expansion',
  'stakeholders.customer.engagement',
  'stakeholders.vendor.engagement',
  'stakeholders.partner.engagement',
] as const;

/** The path that a canary stands at, by its number: for what is said when one comes through. */
export function canary(path: string): string {
  return `${CANARY}${path.replaceAll(/[^a-z]/g, '')}${CANARY}`;
}

/** The plans of a text with a canary in everything that a customer must not see: fields, comments, and what borrows from them. */
export function withCanaries(text: string): string {
  const documents = documentsOf(text);
  for (const document of documents) if (isMap(document.contents)) hide(document);
  return written(documents);
}

function hide(document: Document): void {
  document.setIn(['internal'], {
    notes: [canary('internal'), { [canary('internalkey')]: canary('internal') }],
    text: `${canary('internal')}\n# no comment\n- ${canary('internal')}\n`,
  });
  for (const path of [...NEVER.slice(1), ...REDACT.filter(one => one !== 'x-anywhere')])
    put(document, path.split('.'), path);
  document.setIn(['x-anywhere'], canary('anywhere'));
  put(document, ['outcomes', 'milestones', 'x-anywhere'], 'x-anywhere');
  // What borrows from a withheld place, in fields that are shown.
  const context = document.getIn(['customer', 'context'], true);
  if (isScalar(context)) {
    // Behind its anchor, wherever it stood.
    document.deleteIn(['customer', 'business_case']);
    document.setIn(['customer', 'business_case'], document.createAlias(context, 'withheld'));
  }
  comment(document);
}

/** Sets the field in every mapping that the path leads to, where there is one. */
function put(document: Document, path: readonly string[], name: string): void {
  const reach = (node: unknown, steps: readonly string[]): void => {
    if (isSeq(node)) for (const item of node.items) reach(item, steps);
    const [step, ...further] = steps;
    if (!isMap(node) || step === undefined) return;
    if (further.length > 0) {
      reach(node.get(step, true), further);
      return;
    }
    const value = LISTS.has(step) ? [canary(name), `${canary(name)}: more`] : canary(name);
    node.set(step, document.createNode(value));
  };
  reach(document.contents, path);
}

const LISTS: ReadonlySet<string> = new Set(['priorities', 'blockers', 'participants', 'decisions', 'expansion']);

/** A comment wherever one can stand. */
function comment(document: Document): void {
  const said = ` ${canary('comment')}`;
  document.commentBefore = said;
  document.comment = said;
  visit(document, {
    Pair(_, pair, path) {
      if (path.some(step => isCollection(step) && step.flow)) return;
      if (isScalar(pair.key)) pair.key.commentBefore = said;
      if (isScalar(pair.value) && !pair.value.type?.startsWith('BLOCK')) pair.value.comment = said;
    },
    Seq(_, list) {
      if (list.flow) return;
      for (const item of list.items) if (isCollection(item) && !item.flow) (item satisfies Node).commentBefore = said;
    },
  });
}

/** What a text says, as plain data, without what is withheld: worked out on the data, not on the text. */
export function withoutWithheld(text: string): unknown {
  return values(text).map(document => {
    const paths = [...NEVER, ...REDACT].map(path => path.split('.'));
    return leftOf(document, paths);
  });
}

/** The same of a text from which it was taken: what is empty and what is not there are one. */
export function saidIn(text: string): unknown {
  return values(text).map(document => leftOf(document, []));
}

function values(text: string): unknown[] {
  const documents = parseAllDocuments(text, { merge: true });
  // A text in which nothing stands has one document that says nothing.
  return Array.isArray(documents) && documents.length > 0
    ? documents.map(document => document.toJS({ maxAliasCount: -1 }))
    : [null];
}

function leftOf(value: unknown, paths: readonly (readonly string[])[]): unknown {
  if (Array.isArray(value)) return value.map(item => leftOf(item, paths));
  if (typeof value !== 'object' || value === null) return value === '' ? null : value;
  const kept = Object.entries(value).flatMap(([key, inner]) => {
    const below = paths.flatMap(([step, ...further]) => (step === key ? [further] : []));
    if (key === 'x-anywhere' || below.some(path => path.length === 0)) return [];
    const left = leftOf(inner, below);
    return left === null || left === undefined ? [] : [[key, left] as const];
  });
  return kept.length === 0 ? null : Object.fromEntries(kept);
}
