import { nearest } from '../../nearest.ts';
import { agendaShape, planShape } from '../../schema/shape.ts';
import { violations } from '../../schema/validate.ts';
import type { Editor } from '../../syntax/edit.ts';
import type { Part } from '../../syntax/tree.ts';
import { defineRule, type Fix, type Report } from '../rule.ts';

export default defineRule({
  id: 'unknown-key',
  severity: 'warning',
  summary: 'A key that the format does not know',
  why: `What stands under a misspelt key is not read: a \`targt_date\` is no date, and nobody is reminded of it. Fields of
your own (a CRM id, a region) are welcome under a key that begins with \`x-\`.`,
  looksAt: ['part', 'document'],
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
  ],
  check(element, { report }) {
    if ('definition' in element) {
      for (const violation of violations(element.part, element.definition)) {
        if (violation.kind !== 'unknown-key') continue;
        const owner = violation.owner.title.toLowerCase();
        const known = [...(violation.owner.properties?.keys() ?? [])];
        report(unknown(element.part, violation.key, `${article(owner)} ${owner}`, known));
      }
      return;
    }
    const known = [...((element.kind === 'plan' ? planShape() : agendaShape()).properties?.keys() ?? [])];
    // What a mistake above has torn off stands at the top level too.
    if (element.syntax.broken) return;
    for (const { part } of element.syntax.sections) {
      if (!part.key || part.section.startsWith('x-') || known.includes(part.section) || part.section === '<<') continue;
      report(unknown(part, part.key, element.kind === 'plan' ? 'a success plan' : 'a review agenda', known));
    }
  },
});

function unknown(
  part: Part,
  key: { start: number; end: number; text: string },
  owner: string,
  known: readonly string[],
): Report {
  const close = nearest(key.text, known);
  const at = { part, start: key.start, end: key.end };
  const advice = close ? `Did you mean “${close}”?` : 'Write it with x- in front if it is a field of your own.';
  const rename =
    (title: string, name: string, safe: boolean) =>
    (edit: Editor): Fix => ({ title, edits: [edit.replace(at, name)], safe });
  return {
    at,
    message: `${owner.charAt(0).toUpperCase()}${owner.slice(1)} has no field “${key.text}”. ${advice}`,
    fixes: edit => [
      close ? rename(`Change to “${close}”`, close, false)(edit) : undefined,
      rename(`Mark as your own: “x-${key.text}”`, `x-${key.text}`, false)(edit),
    ],
  };
}

function article(noun: string): string {
  return /^[aeiou]/.test(noun) ? 'an' : 'a';
}
