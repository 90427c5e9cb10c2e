import { distance } from 'fastest-levenshtein';
import { definitionShape, type Shape } from '../../schema/shape.ts';
import { usualTexts } from '../../schema/team-shape.ts';
import type { Node, Part, Scalar } from '../../syntax/tree.ts';
import type { TeamFormat } from '../../team-format.ts';
import { quoteShort } from '../../words.ts';
import type { Report } from '../rule.ts';
import { fieldViolations } from './team-fields.ts';

/** What a part holds against the team's own declarations: its typed fields, and slips in words that it groups plans by. */
export function teamReports(part: Part, definition: string, team: TeamFormat): Report[] {
  return [...fieldReports(part, team), ...slips(part, definition, team)];
}

/** A wrong value stops nobody from reading the plan, but whatever the team joins by it: a warning. A wrong place is worth a word. */
function fieldReports(part: Part, team: TeamFormat): Report[] {
  return fieldViolations(part, team).map(({ at, message, kind }) => ({
    at: { part, start: at.start, end: at.end },
    message,
    severity: kind === 'value' ? 'warning' : 'info',
  }));
}

/**
 * Segments and plan tiers are free text, and what a team declares only adds to what may stand there: a text of its own is
 * left alone. One that is a declared word but for its case or a letter splits a report in two, and is named.
 */
function slips(part: Part, definition: string, team: TeamFormat): Report[] {
  if (team.texts.size === 0) return [];
  const found: Report[] = [];
  const walk = (node: Node, shape: Shape | undefined): void => {
    if (node.kind !== 'mapping' || !shape) return;
    for (const { key, value } of node.pairs) {
      const usual = usualTexts(shape, key.text, team);
      if (usual.length > 0 && value.kind === 'scalar') found.push(...slip(part, key.text, value, usual));
      else walk(value, shape.properties?.get(key.text));
    }
  };
  walk(part.node, definition === '' ? undefined : definitionShape(definition));
  return found;
}

function slip(part: Part, property: string, scalar: Scalar, usual: readonly string[]): Report[] {
  const meant = usual.includes(scalar.text) ? undefined : usual.find(word => isSlip(scalar.text, word));
  if (meant === undefined) return [];
  const at = { part, start: scalar.start, end: scalar.end };
  return [
    {
      at,
      severity: 'info',
      message: `${quoteShort(scalar.text)} is not among your team’s words for ${property}. Did you mean “${meant}”?`,
      fixes: edit => {
        const field = { part, start: scalar.start, end: scalar.end, node: scalar, key: undefined };
        return [{ title: `Change to ${meant}`, edits: [edit.setValue(field, meant)], safe: false }];
      },
    },
  ];
}

/** The same word but for case, space and hyphens, or one letter of five and more. */
function isSlip(text: string, word: string): boolean {
  const [a, b] = [text, word].map(one => one.toLowerCase().replaceAll(/[\s_-]+/g, ''));
  if (a === undefined || b === undefined || a.length > 80) return false;
  return a === b || (Math.min(a.length, b.length) >= 5 && distance(a, b) === 1);
}
