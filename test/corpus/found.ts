import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { isAlias, isMap, isNode, isScalar, isSeq } from 'yaml';
import { day } from '../../plan/day.ts';
import { ALL_RULES } from '../../plan/generated/rules.ts';
import { findingsOf, marked } from '../support/findings.ts';
import type { Defect, Mark } from './defects.ts';
import { dayOf, documentsOf, type LaidOut, layOut, written } from './layouts.ts';

const folder = new URL('./plans/', import.meta.url);
const files = readdirSync(folder);

function planCalled(name: string): string {
  const file = files.find(one => one.startsWith(name));
  if (file === undefined) throw new Error(`no plan ${name}`);
  return readFileSync(new URL(file, folder), 'utf8');
}

/** Puts a defect into a plan and expects that its rule finds it at its place and that no other speaks loudly, in the layouts that are wanted. */
export function expectFound(defect: Defect, name: string, isWanted: (layout: string) => boolean = () => true): void {
  const text = planCalled(name);
  const documents = documentsOf(text);
  const [first] = documents;
  if (!first) throw new Error('an empty plan');
  const mark = defect.put(first);
  const severity = defect.severity ?? ALL_RULES.find(rule => rule.id === defect.rule)?.severity;
  const history = defect.reviewed ? [{ text, committedOn: day(defect.reviewed) }] : undefined;
  const wrong: string[] = [];
  for (const laidOut of layOut(written(documents), isWanted)) {
    const at = spanOf(laidOut, mark);
    const findings = findingsOf(laidOut.text, defect.today ?? dayOf(text), undefined, history);
    const own = findings.filter(finding => finding.rule === defect.rule);
    const hit = own.some(one => one.start >= at.start && one.end <= at.end && one.severity === severity);
    const loud = findings.filter(
      one => one.rule !== defect.rule && !defect.also?.includes(one.rule) && /error|warning/.test(one.severity),
    );
    const place = laidOut.text.slice(at.start, at.end);
    if (!hit) wrong.push(`${laidOut.name}: no ${severity} at ${place}, but\n${marked(laidOut.text, own)}`);
    if (loud.length > 0) wrong.push(`${laidOut.name}: beside it\n${marked(laidOut.text, loud)}`);
  }
  expect(wrong.slice(0, 3).join('\n')).toBe('');
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where a mark is in a layout, found in the text with bare line feeds and without a byte order mark. */
function spanOf({ plain, text, bom }: LaidOut, mark: Mark): Range {
  const { start, end } = spanIn(plain, mark);
  const returns = (until: number) => (text.includes('\r') ? plain.slice(0, until).split('\n').length - 1 : 0);
  return { start: start + bom + returns(start), end: end + bom + returns(end) };
}

/** Layouts that differ in their line ends alone are read once. */
let last: { readonly text: string; readonly mark: Mark; readonly span: Range } | undefined;

/** Where a mark is in a text; a value of several lines is marked at its key. */
function spanIn(text: string, mark: Mark): Range {
  if (last?.text === text && last.mark === mark) return last.span;
  const [document] = documentsOf(text);
  let node: unknown = document?.contents;
  let keyNode: unknown;
  for (const step of mark.path) {
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
  const marked = mark.on === 'key' || (several && keyNode) ? keyNode : node;
  const range = isNode(marked) ? marked.range : undefined;
  if (!range) throw new Error(`nothing stands at ${mark.path.join('.')}`);
  last = { text, mark, span: { start: range[0], end: range[1] } };
  return last.span;
}
