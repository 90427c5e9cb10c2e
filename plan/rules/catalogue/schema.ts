import type { Shape } from '../../schema/shape.ts';
import { type Violation, violations } from '../../schema/validate.ts';
import { type Node, OUTSIDE, resolve, type Scalar } from '../../syntax/tree.ts';
import { nearest } from '../nearest.ts';
import { defineRule, type Fix } from '../rule.ts';

export default defineRule({
  id: 'schema',
  severity: 'error',
  summary: 'A value of the wrong kind or shape',
  why: `A status that no tool knows, a list where a name belongs, an outcome without a description: the plan is then read
otherwise than it was meant, and the numbers shown to the customer are wrong.`,
  looksAt: ['part', 'document'],
  fixable: true,
  examples: [
    {
      bad: `risks:
  - id: R1
    description: The data team is busy with a migration until March
    impact: hihg
    likelihood: medium
    mitigation: Weekly slot agreed with the data lead
    status: open
    owner: Dana Ruiz
`,
      good: `risks:
  - id: R1
    description: The data team is busy with a migration until March
    impact: high
    likelihood: low
    mitigation: Weekly slot agreed with the data lead
    status: open
    owner: Dana Ruiz
`,
    },
  ],
  check(element, { report }) {
    if (!('definition' in element)) {
      if (element.kind === 'plan' && !element.plan && !element.syntax.broken) report(withoutPlan(element.syntax.sections[0]?.part));
      return;
    }
    const { part, definition } = element;
    for (const violation of violations(part, definition)) {
      if (violation.kind === 'missing-key') report({ at: { part, ...violation.at }, message: missing(violation) });
      if (violation.kind !== 'misfit' || spokenForElsewhere(violation)) continue;
      const { node, shape } = violation;
      const scalar = resolve(node);
      const close = shape.values && scalar?.kind === 'scalar' ? nearest(scalar.text, shape.values.map(v => v.value)) : undefined;
      report({
        at: { part, start: violation.at.start, end: violation.at.end },
        message: misfit(violation, close),
        fixes: edit => {
          if (node.kind !== 'scalar') return [];
          const field = { part, start: node.start, end: node.end, node, key: undefined };
          if (close) return [fix(`Change to ${close}`, edit.setValue(field, close))];
          const text = asText(shape, node);
          return text === undefined ? [] : [{ ...fix(`Put ${text} in quotes`, edit.replace(field, text)), safe: true }];
        },
      });
    }
  },
});

/** Days and quantities have rules of their own, which know more of what stands there, as long as it is one value. */
function spokenForElsewhere({ shape, node }: Extract<Violation, { kind: 'misfit' }>): boolean {
  return (shape.name === 'day' || shape.name === 'quantity') && resolve(node)?.kind === 'scalar';
}

function withoutPlan(part: { key: Scalar | undefined } | undefined) {
  const message = 'There is no plan section, so nothing says how this plan stands. Begin with “plan:” and its version, dates and status.';
  const key = part?.key;
  return { at: { ...OUTSIDE, part: OUTSIDE, start: key?.start ?? 0, end: key?.end ?? 0 }, message };
}

function missing({ owner, property, path }: Extract<Violation, { kind: 'missing-key' }>): string {
  const which = typeof path.at(-1) === 'number' ? `${owner.title} ${Number(path.at(-1)) + 1}` : `This ${owner.title.toLowerCase()}`;
  const purpose = owner.properties?.get(property)?.description.split('\n')[0] ?? '';
  return `${which} has no ${property}. ${purpose || `Add “${property}:”.`}`;
}

function misfit({ node, shape, path }: Extract<Violation, { kind: 'misfit' }>, close: string | undefined): string {
  const name = String(path.findLast(step => typeof step === 'string') ?? shape.title.toLowerCase());
  const scalar = resolve(node);
  if (shape.values && scalar?.kind === 'scalar') {
    const known = shape.values.map(v => v.value);
    const advice = close ? `Did you mean “${close}”?` : `It can be ${known.slice(0, -1).join(', ')} or ${known.at(-1)}.`;
    return `“${shorten(scalar.text)}” is no ${shape.title.toLowerCase()}. ${advice}`;
  }
  return `“${name}” should be ${expected(shape)}, and here stands ${found(scalar)}. ${remedy(shape, scalar)}`;
}

function expected(shape: Shape): string {
  if (shape.items && shape.orText) return 'one entry or a list';
  if (shape.items) return 'a list';
  if (shape.properties) return shape.orText ? 'text or a group of fields' : 'a group of fields';
  return shape.name === 'count' ? 'a whole number' : shape.name === 'yesNo' ? 'yes or no' : 'a single text';
}

function found(node: Exclude<Node, { kind: 'alias' }> | undefined): string {
  if (node?.kind === 'sequence') return 'a list';
  if (node?.kind === 'mapping') return 'a group of fields';
  if (typeof node?.value === 'boolean') return `${node.text}, which YAML reads as yes or no`;
  return typeof node?.value === 'number' ? 'a number' : `the text “${shorten(node?.text ?? '')}”`;
}

function remedy(shape: Shape, node: Exclude<Node, { kind: 'alias' }> | undefined): string {
  if (shape.items) return 'Put each entry on a line of its own, with a dash in front.';
  if (shape.properties) {
    const example = [...shape.properties.keys()].slice(0, 3).join(', ');
    return `Put its fields below it, indented: ${example} …`;
  }
  if (node?.kind === 'sequence' || node?.kind === 'mapping') return 'Write it as one value behind the colon; put it in quotes if it begins with [ or {.';
  return shape.name === 'count' ? 'Write digits only.' : 'Put it in quotes.';
}

/** The value in quotes, where text is wanted and YAML read something else. */
function asText(shape: Shape, node: Scalar): string | undefined {
  const isText = shape.items === undefined && shape.properties === undefined && !['count', 'yesNo'].includes(shape.name);
  return isText && typeof node.value !== 'string' && node.style === 'plain' ? `"${node.text}"` : undefined;
}

function fix(title: string, edit: Fix['edits'][number]): Fix {
  return { title, edits: [edit], safe: false };
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

