import type { Shape } from '../../schema/shape.ts';
import { isOwnWord, valuesOf } from '../../schema/team-shape.ts';
import { type Violation, violations } from '../../schema/validate.ts';
import { quoteLike } from '../../syntax/quote.ts';
import { type Part, resolve, type Scalar } from '../../syntax/tree.ts';
import { isSameWord, meantValue } from '../format/meant-value.ts';
import { misfit, missing } from '../format/shape-words.ts';
import { teamReports } from '../format/team-words.ts';
import { wholeDocument } from '../format/whole-document.ts';
import { piecesOf } from '../ids/nearest-ids.ts';
import { itemValue } from '../repair/writing.ts';
import { defineRule, type Fix } from '../rule.ts';
import { isPlaceholder } from '../text/placeholder.ts';

export default defineRule({
  id: 'schema',
  severity: 'error',
  summary: 'A value of the wrong kind or shape',
  why: `A status that no tool knows, a list where a name belongs, an outcome without a description: the plan is then read
otherwise than it was meant, and the numbers shown to the customer are wrong.`,
  looksAt: ['part', 'document'],
  reads: { part: ['broken'], document: ['whole'] },
  fixable: true,
  examples: [
    {
      bad: `risks:
  - id: R1
    description: The data team is busy with a migration until March
    impact: hihg
    likelihood: low
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
  check(element, { document, report }) {
    if (!('definition' in element)) {
      for (const finding of wholeDocument(element)) report(finding);
      for (const { part, items = [] } of element.syntax.sections)
        if (part.section.startsWith('x-'))
          for (const one of [part, ...items]) for (const finding of teamReports(one, '', element.team)) report(finding);
      return;
    }
    const { part, definition } = element;
    const { team } = document;
    for (const finding of teamReports(part, definition, team)) report(finding);
    for (const violation of violations(part, definition)) {
      if (violation.kind === 'missing-key' && !document.syntax.broken)
        report({ at: { part, ...violation.at }, message: missing(violation) });
      if (violation.kind !== 'misfit' || spokenForElsewhere(violation)) continue;
      const { node } = violation;
      const scalar = resolve(node);
      if (scalar?.kind === 'scalar' && isOwnWord(violation.shape, scalar.text, team)) continue;
      const known = valuesOf(violation.shape, team);
      const shape = known ? { ...violation.shape, values: known } : violation.shape;
      const words = known?.map(v => v.value) ?? [];
      const close = scalar?.kind === 'scalar' ? meantValue(scalar.text, words) : undefined;
      report({
        at: { part, start: violation.at.start, end: violation.at.end },
        message: misfit({ ...violation, shape }, close),
        fixes: edit => {
          if (node.kind !== 'scalar') return [];
          const field = { part, start: node.start, end: node.end, node, key: undefined };
          if (close)
            return [{ ...fix(`Change to ${close}`, edit.setValue(field, close)), safe: isSameWord(node.text, close) }];
          if (shape.name === 'planChanges' && NO_CHANGE.test(node.text))
            return [fix('Change to none', edit.setValue(field, 'none'))];
          const person = PERSON.has(shape.name) && /^\S/.test(node.text) && !/[\n\r]/.test(node.text);
          if (person)
            return [
              fix(
                'Make it a name',
                edit.replace(field, itemValue([['name', node.text, node.style]], isInFlow(part, node))),
              ),
            ];
          const list = asList(shape, node);
          if (list !== undefined)
            return [{ ...fix('Make it a list', edit.replace(field, list)), safe: isOneEntry(node.text) }];
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

const NO_CHANGE = /^(?:none\b|nothing$|unchanged$|no (?:plan )?changes?\b|n\/a$|-$).{0,20}$/i;

/** One text as a list, where a list of texts is wanted: of one, or of the people or ids that it names; the words for nothing as an empty one. */
function asList(shape: Shape, node: Scalar): string | undefined {
  const isOther = shape.orText && shape.name !== 'planChanges';
  if (!shape.items || shape.items.properties || isOther || /[\n\r]/.test(node.text)) return undefined;
  if (isPlaceholder(node.text)) return '[]';
  return `[${entriesOf(node.text, shape.items.name)
    .map(entry => quoteLike(node.style, entry))
    .join(', ')}]`;
}

const PERSON: ReadonlySet<string> = new Set(['customerPerson', 'vendorPerson', 'partnerPerson']);

/** True for an item of a list in brackets, of a section that has its lists right below it. */
function isInFlow({ node }: Part, item: Scalar): boolean {
  const section = resolve(node);
  const lists = section?.kind === 'mapping' ? section.pairs.map(({ value }) => resolve(value)) : [];
  return lists.some(list => list?.kind === 'sequence' && list.flow && list.items.includes(item));
}

/** What a text names one by one: `O1, O2`, `Sarah Chen and Mike Torres`. Of other things only single words are: a sentence may hold a comma. */
function entriesOf(text: string, name: string): readonly string[] {
  const pieces = piecesOf(text).filter(piece => piece !== '');
  return pieces.length > 0 && (name === 'personRef' || pieces.every(piece => !/\s/.test(piece))) ? pieces : [text];
}

/** False for what may be several entries in one text, or a word for nothing. */
function isOneEntry(text: string): boolean {
  return !isPlaceholder(text) && !/[,;&+/]|\band\b/i.test(text);
}

/** The value in quotes, where text is wanted and YAML read something else; in a choice, where it is one of the words. */
function asText(shape: Shape, node: Scalar): string | undefined {
  if (shape.values && !shape.orText && !shape.values.some(({ value }) => value === node.text)) return undefined;
  const isText =
    shape.items === undefined && shape.properties === undefined && !['count', 'yesNo'].includes(shape.name);
  return isText && typeof node.value !== 'string' && node.style === 'plain' ? `"${node.text}"` : undefined;
}

function fix(title: string, edit: Fix['edits'][number]): Fix {
  return { title, edits: [edit], safe: false };
}
