import { fieldPaths } from '../../config/field-paths.ts';
import { configShape, type Shape, shapeAt } from '../../schema/shape.ts';
import { type Location, locate, type Step } from '../../syntax/locate.ts';
import { type Node, resolve, type Source } from '../../syntax/tree.ts';
import { withArticle } from '../../words.ts';
import type { Explanation } from '../hover/hover.ts';

/**
 * What is said of the thing at an offset of a configuration: what a setting is for, what a rule finds, what a level, preset or
 * word means. `pageOf` gives the address of a rule's page. Undefined where there is nothing to say. Never throws.
 */
export function explainConfig(
  source: Source,
  offset: number,
  pageOf: (rule: string) => string | undefined,
): Explanation | undefined {
  const location = locate(source, offset);
  const step = location?.steps.at(-1);
  if (!location || !step || location.on === 'between') return undefined;
  const shape = shapeAt(configShape(), location.path);
  const node: Node = step.kind === 'item' ? step.node : location.on === 'key' ? step.pair.key : step.pair.value;
  const markdown = shape ? (location.on === 'key' ? ofKey(shape, location, step, pageOf) : ofValue(shape, node)) : '';
  return markdown === ''
    ? undefined
    : { markdown, span: { start: location.base + node.start, end: location.base + node.end } };
}

function ofKey(shape: Shape, { path }: Location, step: Step, pageOf: (rule: string) => string | undefined): string {
  const name = String(path.at(-1));
  // A word of the team's own has no shape but that of what it stands for.
  if (path.length === 4 && path[1] === 'statuses') {
    const standard = step.kind === 'pair' ? resolve(step.pair.value) : undefined;
    const counts =
      standard?.kind === 'scalar' && standard.text !== '' ? ` It counts as ${standard.text} everywhere.` : '';
    return `**${name}** — Your word for the status of ${withArticle(String(path[2]))}.${counts}`;
  }
  const page = path.at(-2) === 'rules' ? pageOf(name) : undefined;
  const link = page ? `\n\n[Why it matters, with an example](${page})` : '';
  return `**${name}** — ${shape.description}${link}`;
}

function ofValue(shape: Shape, node: Node): string {
  const value = resolve(node);
  if (value?.kind !== 'scalar') return '';
  const choice = shape.values ? shape : (shape.items ?? shape);
  const meaning = choice.values?.find(one => one.value === value.text)?.meaning;
  if (meaning) return `**${value.text}** — ${meaning}`;
  const field = ['fieldPath', 'place'].includes(choice.name) ? fieldPaths().get(value.text) : undefined;
  return field ? `**${value.text}** — ${field.shape.description}` : '';
}
