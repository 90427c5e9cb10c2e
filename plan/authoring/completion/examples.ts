import type { Shape } from '../../schema/shape.ts';

/** Examples of what may stand in a field: those of the schema, else those that its guidance calls good. */
export function examplesOf(shape: Shape): readonly string[] {
  if (shape.examples.length > 0) return shape.examples;
  const good = /^Good: (.*)$/m.exec(shape.description)?.[1] ?? '';
  return [...good.matchAll(/`([^`]+)`/g)].map(match => match[1] ?? '');
}
