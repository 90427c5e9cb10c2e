import { oncePer } from '../../once.ts';
import { agendaShape, planShape, type Shape } from '../../schema/shape.ts';
import { violations } from '../../schema/validate.ts';
import type { Editor } from '../../syntax/edit.ts';
import { quoted, quoteLike } from '../../syntax/quote.ts';
import type { Mapping, Node, Part, Problem, Scalar } from '../../syntax/tree.ts';
import type { TeamFormat } from '../../team-format.ts';
import { enumerate } from '../../words.ts';
import { isAskedFor } from '../format/misnamed.ts';
import { fits, meantField } from '../format/usual-field.ts';
import { defineRule, type Report } from '../rule.ts';

export default defineRule({
  id: 'unknown-key',
  severity: 'warning',
  summary: 'A key that the format does not know',
  why: `What stands under a misspelt key is not read: a \`targt_date\` is no date, and nobody is reminded of it. Fields of
your own (a CRM id, a region) are welcome under a key that begins with \`x-\`. Inside braces a comma ends a value that has no
quotes, so that the second half of an amount becomes such a key; the amount is read as it is meant, and other tools will not.`,
  looksAt: ['part', 'document', 'problem'],
  reads: { part: [], problem: [], document: ['whole'] },
  fixable: true,
  examples: [
    {
      without: ['customer.industry'],
      bad: `customer:
  company: Northwind Traders
  indutry: Logistics
`,
      good: `customer:
  company: Northwind Traders
  industry: Logistics
  x-crm-id: 0015g00000Qx
`,
    },
    {
      bad: `customer:
  contract: { start_date: 2025-11-01, renewal_date: 2026-11-01, arr: $40,000 }
`,
      good: `customer:
  contract: { start_date: 2025-11-01, renewal_date: 2026-11-01, arr: "$40,000" }
`,
    },
  ],
  check(element, { document, report }) {
    const { team } = document;
    if ('problem' in element) {
      if (element.problem.code === 'SPLIT_VALUE') report(split(element));
      return;
    }
    if ('definition' in element) {
      const { part, definition } = element;
      for (const violation of violations(part, definition)) {
        if (violation.kind !== 'unknown-key') continue;
        const { owner, mapping, key } = violation;
        const { values, names } = written(mapping);
        const value = values.get(key);
        const name = owner.title.toLowerCase();
        if (value) report(unknown(part, { key, value }, `${article(name)} ${name}`, { owner, names, team }));
      }
      return;
    }
    const owner = element.kind === 'plan' ? planShape() : agendaShape();
    // What a mistake above has torn off stands at the top level too.
    if (element.syntax.broken) return;
    const { sections } = element.syntax;
    const names = new Set(sections.map(({ part }) => part.section));
    const name = element.kind === 'plan' ? 'a success plan' : 'a review agenda';
    for (const { part } of sections) {
      const { key, section, node: value } = part;
      if (!key || section.startsWith('x-') || owner.properties?.has(section) || section === '<<') continue;
      report(unknown(part, { key, value }, name, { owner, names, team }));
    }
  },
});

/** The keys of a mapping, and what stands under each: asked for every key that is not known. */
const written = oncePer(({ pairs }: Mapping) => ({
  names: new Set(pairs.map(({ key }) => key.text)),
  values: new Map(pairs.map(({ key, value }) => [key, value])),
}));

interface Surroundings {
  readonly owner: Shape;
  readonly names: ReadonlySet<string>;
  readonly team: TeamFormat;
}

function unknown(
  part: Part,
  { key, value }: { readonly key: Scalar; readonly value: Node },
  where: string,
  { owner, names, team }: Surroundings,
): Report {
  const known = [...(owner.properties?.keys() ?? [])];
  const free = known.filter(name => !names.has(name));
  const close = owner.properties && meantField(key.text, owner.properties, names);
  const isTaken = close !== undefined && names.has(close);
  const at = { part, start: key.start, end: key.end };
  // A key over several lines is a text that lacks its colon: nobody knows where the name ends.
  const rename = (title: string, name: string) => (edit: Editor) =>
    edit.at(at).includes('\n')
      ? undefined
      : { title, edits: [edit.replace(at, quoteLike(key.style, name))], safe: false };
  const shape = close === undefined ? undefined : owner.properties?.get(close);
  const own = `x-${key.text}`;
  return {
    at,
    message: `${where.charAt(0).toUpperCase()}${where.slice(1)} has no field “${key.text}”. ${advice(close, isTaken, free, known)}`,
    fixes: edit => {
      const meant = close && !isTaken && shape && fits(value, shape, team) ? close : undefined;
      return [
        meant === undefined ? undefined : rename(`Change to “${meant}”`, meant)(edit),
        names.has(own) || (meant !== undefined && isAskedFor(meant))
          ? undefined
          : rename(`Mark as your own: “${own}”`, own)(edit),
      ];
    },
  };
}

function advice(
  close: string | undefined,
  isTaken: boolean,
  free: readonly string[],
  known: readonly string[],
): string {
  if (close) return isTaken ? `“${close}” is there already: keep one of the two.` : `Did you mean “${close}”?`;
  const fields = free.length > 0 ? `may have ${listed(free)}` : `has ${listed(known)}`;
  return `It ${fields}; a field of your own begins with x-.`;
}

/** The first names of a longer list, which are those that matter most. */
function listed(names: readonly string[]): string {
  return enumerate(names.length > 6 ? [...names.slice(0, 5), 'more'] : names);
}

function split({ problem, part }: { readonly problem: Problem; readonly part: Part }): Report {
  const at = { part, start: problem.start, end: problem.end };
  return {
    at,
    message: problem.message,
    fixes: edit => [{ title: 'Put it in quotes', edits: [edit.replace(at, quoted(edit.at(at)))], safe: false }],
  };
}

function article(noun: string): string {
  return /^[aeiou]/.test(noun) ? 'an' : 'a';
}
