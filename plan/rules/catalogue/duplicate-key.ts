import type { Edit, Editor } from '../../syntax/edit.ts';
import { isTorn, type Mapping, type Node, type Pair, type Part, type Place, resolve } from '../../syntax/tree.ts';
import { takesInMore } from '../../syntax/unclosed.ts';
import { defineRule, type Fix } from '../rule.ts';

export default defineRule({
  id: 'duplicate-key',
  severity: 'error',
  summary: 'A key that stands twice in one group',
  why: `Only one of the two is read, and which one depends on the tool. A goal date that stands twice means two promises
to the customer; keep the one that was agreed.`,
  looksAt: ['problem'],
  reads: [],
  fixable: true,
  examples: [
    {
      bad: `customer:
  company: Northwind Traders
  segment: enterprise
  segment: mid_market
`,
      good: `customer:
  company: Northwind Traders
  segment: mid_market
`,
    },
  ],
  check({ problem, part }, { report }) {
    if (problem.code !== 'DUPLICATE_KEY' || !problem.first) return;
    // Behind a place that cannot be read, keys of several things run into one.
    if (part.problems.some(other => isTorn(other) && other.start < problem.start)) return;
    const found = pairAt(part.node, problem.start);
    const same = found && sameValue(found.pair, found.mapping);
    report({
      at: { part, start: problem.start, end: problem.end },
      message: `“${problem.message}” stands twice here. Keep the one that holds and remove the other.`,
      related: [{ at: { part, ...problem.first }, message: `“${problem.message}” stands here first` }],
      fixes: edit =>
        found && isAlone(edit, { part, start: found.pair.start, end: found.pair.end })
          ? [
              removal(
                `Remove this “${problem.message}”`,
                edit.removePair(part, found.mapping, found.pair),
                same === true && !edit.hasComment(part, found.pair),
              ),
            ]
          : [],
    });
  },
});

/** What an alias elsewhere may stand for. */
const ANCHOR = /(?:^|[\s[{,:])&[^\s,\]}&]/;

/** True if nothing else goes when a pair does: no lines that an unclosed quote takes in, nothing that an alias stands for. */
function isAlone(edit: Editor, pair: Place): boolean {
  return !ANCHOR.test(edit.at(pair)) && !takesInMore(edit, pair);
}

/** Needs no judgement where nothing is lost by it: neither another value nor a comment. */
function removal(title: string, removed: Edit, safe: boolean): Fix {
  return { title, edits: [removed], safe };
}

/** True if both say the same, so that removing one loses nothing. */
function sameValue(pair: Pair, mapping: Mapping): boolean {
  const first = mapping.pairs.find(p => p.key.text === pair.key.text);
  const [a, b] = [first?.value, pair.value];
  return a?.kind === 'scalar' && b.kind === 'scalar' && a.text === b.text;
}

function pairAt(node: Node | Part['node'], offset: number): { mapping: Mapping; pair: Pair } | undefined {
  const target = node.kind === 'alias' ? undefined : resolve(node);
  if (target?.kind === 'sequence') {
    const item = target.items.find(i => i.start <= offset && offset <= i.end);
    return item && pairAt(item, offset);
  }
  if (target?.kind !== 'mapping') return undefined;
  const pair = target.pairs.find(p => p.start <= offset && offset <= p.end);
  if (!pair) return undefined;
  return pair.key.start === offset ? { mapping: target, pair } : pairAt(pair.value, offset);
}
