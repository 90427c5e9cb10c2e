import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isAlias, isMap, isNode, isScalar, isSeq } from 'yaml';
import { ALL_RULES } from '../../plan/generated/rules.ts';
import { findingsOf, marked } from '../support/findings.ts';
import type { Mark } from './defects.ts';
import { OUTCOME_DEFECTS } from './defects-outcomes.ts';
import { PLAN_DEFECTS } from './defects-plan.ts';
import { dayOf, documentsOf, layouts, written } from './layouts.ts';

const folder = new URL('./plans/', import.meta.url);
const files = readdirSync(folder);
const plan = (name: string): string => {
  const file = files.find(one => one.startsWith(name));
  if (file === undefined) throw new Error(`no plan ${name}`);
  return readFileSync(new URL(file, folder), 'utf8');
};

const defects = [...PLAN_DEFECTS, ...OUTCOME_DEFECTS];

describe.each(defects.map(defect => [`${defect.rule}: ${defect.what}`, defect] as const))('%s', (_, defect) => {
  it.each(defect.into)('in %s, in every layout', name => {
    const text = plan(name);
    const documents = documentsOf(text);
    const [first] = documents;
    if (!first) throw new Error('an empty plan');
    const mark = defect.put(first);
    const wrong: string[] = [];
    for (const [layout, laidOut] of layouts(written(documents))) {
      const at = spanOf(laidOut, mark);
      const findings = findingsOf(laidOut, defect.today ?? dayOf(text));
      const own = findings.filter(finding => finding.rule === defect.rule);
      const severity = defect.severity ?? ALL_RULES.find(rule => rule.id === defect.rule)?.severity;
      const hit = own.some(one => one.start >= at.start && one.end <= at.end && one.severity === severity);
      const loud = findings.filter(
        one => one.rule !== defect.rule && !defect.also?.includes(one.rule) && /error|warning/.test(one.severity),
      );
      const place = laidOut.slice(at.start, at.end);
      if (!hit) wrong.push(`${layout}: no ${severity} at ${place}, but\n${marked(laidOut, own)}`);
      if (loud.length > 0) wrong.push(`${layout}: beside it\n${marked(laidOut, loud)}`);
    }
    expect(wrong.slice(0, 3).join('\n')).toBe('');
  });
});

/** Where a mark is in a text; a value of several lines is marked at its key. */
function spanOf(text: string, { path, on }: Mark): { start: number; end: number } {
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  const [document] = documentsOf(text.slice(bom));
  let node: unknown = document?.contents;
  let keyNode: unknown;
  for (const step of path) {
    if (isAlias(node) && document) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(one => isScalar(one.key) && one.key.value === step);
      keyNode = pair?.key;
      node = pair?.value;
    } else {
      keyNode = undefined;
      node = isSeq(node) && typeof step === 'number' ? node.items[step] : undefined;
    }
  }
  const several = isScalar(node) && (node.value === null || node.type?.startsWith('BLOCK'));
  const range = rangeOf(on === 'key' || (several && keyNode) ? keyNode : node);
  if (!range) throw new Error(`nothing stands at ${path.join('.')}`);
  return { start: range[0] + bom, end: range[1] + bom };
}

function rangeOf(node: unknown): readonly [number, number] | undefined {
  const range = isNode(node) ? node.range : undefined;
  return range ? [range[0], range[1]] : undefined;
}
