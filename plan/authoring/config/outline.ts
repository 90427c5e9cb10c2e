import { type Phrase, phrase } from '../../phrase.ts';
import { absolute, type Node, type Part, type Source, type Span } from '../../syntax/tree.ts';
import { oneLine, short } from '../../words.ts';
import { Growth } from '../outline/growth.ts';
import { MOST, nested, type OutlineEntry, rest, wordsOf } from '../outline/outline.ts';

/** The outline of a configuration: its settings, rules, words and fields by name, each with its value. Grows and ends as that of a plan does. Never throws. */
export function outlineConfig({ text, documents }: Source, most = MOST): OutlineEntry[] {
  const growth = new Growth(most);
  const sections = documents.flatMap(document =>
    document.sections.flatMap(({ part, items }) => {
      if (!part.key || !growth.takes()) return [];
      const at = (inner: Part, { start, end }: Span) => absolute(document, { part: inner, start, end });
      const last = items?.at(-1);
      const whole = at(part, { start: 0, end: part.length });
      const end = last ? at(last, { start: 0, end: last.length }).end : whole.end;
      const children = items
        ? items.map(item => ({ node: item.node, at: (span: Span) => at(item, span) }))
        : [{ node: part.node, at: (span: Span) => at(part, span) }];
      const section = entry(
        wordsOf(part.section),
        part.node,
        { start: whole.start, end },
        at(part, part.key),
        'section',
      );
      growth.afterwards(() => {
        children.forEach(({ node, at: place }, index) => {
          section.children.push(...(items ? item(node, index, place, growth) : below(node, place, growth)));
        });
      });
      return [section];
    }),
  );
  growth.finish();
  return growth.isCut ? [...sections, rest(text.length, most)] : sections;
}

type Place = (span: Span) => Span;

interface Growing extends OutlineEntry {
  readonly children: OutlineEntry[];
}

function below(node: Node, place: Place, growth: Growth): OutlineEntry[] {
  if (node.kind === 'sequence') return node.items.flatMap((one, index) => item(one, index, place, growth));
  if (node.kind !== 'mapping') return [];
  return node.pairs.flatMap(pair => {
    if (!growth.takes()) return [];
    const own = entry(oneLine(pair.key.text) || '…', pair.value, place(pair), place(pair.key), 'other');
    growth.afterwards(() => own.children.push(...below(pair.value, place, growth)));
    return [own];
  });
}

/** An item of a list goes by its own text, else by its number. */
function item(node: Node, index: number, place: Place, growth: Growth): OutlineEntry[] {
  if (!growth.takes()) return [];
  const text = node.kind === 'scalar' ? oneLine(node.text) : '';
  const own: Growing = { ...entry(text || `${index + 1}`, node, place(node), place(node), 'other'), detail: [] };
  growth.afterwards(() => own.children.push(...below(node, place, growth)));
  return [own];
}

function entry(label: string, value: Node, whole: Span, name: Span, kind: OutlineEntry['kind']): Growing {
  return { label: short(label, 80), detail: textOf(value), kind, isGone: false, ...nested(whole, name), children: [] };
}

function textOf(node: Node): readonly Phrase[] {
  const text = node.kind === 'scalar' ? short(node.text, 80) : '';
  return text === '' ? [] : [phrase('{0}', text)];
}
