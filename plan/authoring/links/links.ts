import type { PlanFile } from '../../check.ts';
import { isAbsolute, isPath } from '../../config/paths.ts';
import { findIgnores } from '../../ignores.ts';
import { textPlaces } from '../../syntax/text-places.ts';
import { absolute, type Node, partsOf, type Scalar, type Source, type Span, sectionNamed } from '../../syntax/tree.ts';

/** A stretch of text that leads somewhere: to an address on the web, a file seen from this one's folder, or a rule's page. */
export interface Link extends Span {
  readonly to: 'web' | 'file' | 'rule';
  readonly target: string;
}

/** More are not looked for. */
const MOST = 2_000;

/** The links of a plan or agenda: addresses in its values, the plan that an agenda names, and the rules in comments. Never throws. */
export function linksIn({ source, documents }: PlanFile): Link[] {
  const links = [...webLinks(source), ...ruleLinks(source)];
  for (const { model } of documents) {
    const plan = model.kind === 'agenda' ? model.qbr?.plan : undefined;
    if (!plan || plan.borrowed || plan.text === '' || isAbsolute(plan.text)) continue;
    links.push({ to: 'file', target: plan.text, ...contentOf(source, absolute(model.syntax, plan), plan.node) });
  }
  return links;
}

/** The links of a configuration: the files that it extends, and the rules in comments. Never throws. */
export function configLinks(source: Source): Link[] {
  const [document] = source.documents;
  const section = document && sectionNamed(document, 'extends');
  const parts = section ? [...(section.items ?? []), section.part] : [];
  const links: Link[] = [];
  for (const part of parts) {
    const base = document?.starts.get(part) ?? 0;
    for (const scalar of scalarsIn(part.node)) {
      if (typeof scalar.value !== 'string' || !isPath(scalar.text) || isAbsolute(scalar.text)) continue;
      const span = { start: base + scalar.start, end: base + scalar.end };
      links.push({ to: 'file', target: scalar.text, ...contentOf(source, span, scalar) });
    }
  }
  return links;
}

function* webLinks(source: Source): Generator<Link> {
  if (!/https?:\/\//i.test(source.text)) return;
  let left = MOST;
  for (const document of source.documents) {
    for (const part of partsOf(document)) {
      const base = document.starts.get(part) ?? document.start;
      for (const scalar of scalarsIn(part.node)) {
        for (const { 0: found, index } of scalar.text.matchAll(ADDRESS)) {
          if (--left < 0) return;
          const target = trimmed(found);
          const raw = source.text.slice(base + scalar.start, base + scalar.end);
          const span = textPlaces(raw, scalar)?.span(index, index + target.length);
          if (span)
            yield { to: 'web', target, start: base + scalar.start + span.start, end: base + scalar.start + span.end };
        }
      }
    }
  }
}

const ADDRESS = /(?<![\p{L}\p{N}+.-])https?:\/\/[^\s<>"'`“”‘’|\\^{}]+/giu;

/** Without the stop or the bracket of the sentence that it stands in. */
function trimmed(address: string): string {
  // How many brackets of a kind are closed beyond those that are opened.
  const excess: Record<string, number> = { ')': 0, ']': 0 };
  for (const sign of address) {
    if (sign === ')' || sign === ']') excess[sign] = (excess[sign] ?? 0) + 1;
    else if (sign === '(') excess[')'] = (excess[')'] ?? 0) - 1;
    else if (sign === '[') excess[']'] = (excess[']'] ?? 0) - 1;
  }
  let end = address.length;
  for (; end > 0; end--) {
    const last = address.charAt(end - 1);
    const beyond = excess[last];
    if (beyond === undefined ? !/[.,;:!?…*_]/.test(last) : beyond <= 0) break;
    if (beyond !== undefined) excess[last] = beyond - 1;
  }
  return address.slice(0, end);
}

function ruleLinks(source: Source): Link[] {
  return findIgnores(source).flatMap(({ rules }) =>
    rules.map(({ id, start, end }) => ({ to: 'rule' as const, target: id, start, end })),
  );
}

function* scalarsIn(node: Node): Generator<Scalar> {
  // What an alias stands for is looked through where it is written.
  const own = node.kind === 'alias' ? undefined : node;
  if (own?.kind === 'scalar') yield own;
  else if (own?.kind === 'sequence') for (const item of own.items) yield* scalarsIn(item);
  else if (own?.kind === 'mapping') for (const { value } of own.pairs) yield* scalarsIn(value);
}

/** What stands between the quotes. */
function contentOf({ text }: Source, { start, end }: Span, scalar: Scalar): Span {
  const span = textPlaces(text.slice(start, end), scalar)?.span(0, scalar.text.length);
  return span ? { start: start + span.start, end: start + span.end } : { start, end };
}
