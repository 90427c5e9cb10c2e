import { agendaShape, definitionShape, planShape, type Shape } from '../plan/schema/shape.ts';

/** Groups of fields by their definitions: a milestone has the same wherever it stands. */
type Groups = ReadonlyMap<string, { readonly path: string; readonly shape: Shape }>;

/** The page of all fields of plans and agendas, from the schemas. */
export function fieldsPage(): string {
  const groups = new Map<string, { path: string; shape: Shape }>();
  collect(planShape(), [], groups);
  collect(agendaShape(), [], groups);
  const kinds = new Map<string, Shape>();
  const table = (heading: string, shape: Shape) => [
    `## ${heading}`,
    '',
    '| field | takes | |',
    '|---|---|---|',
    ...[...(shape.properties ?? [])].map(([key, field]) => {
      const name = shape.required.includes(key) ? `**\`${key}\`**` : `\`${key}\``;
      return `| ${name} | ${takes(field, groups, kinds)} | ${firstWords(field)} |`;
    }),
    '',
  ];
  return [
    '<!-- This page is generated from the schemas by `npm run generate`. Do not edit. -->',
    '# The fields of a plan',
    '',
    'The editor offers them and tells more of each: a good example, a weak one, and a question to ask the customer. Here they stand for',
    'those who read plans elsewhere, or write them by a program; paths are those that [`redact` and `custom_fields`](configuration.md) take.',
    'A **bold** field is needed; keys that begin with `x-` are your own. The examples show [whole plans](../examples/README.md).',
    '',
    ...table('A plan', planShape()),
    ...table('The agenda of a review', agendaShape()),
    ...[...groups.values()].flatMap(({ path, shape }) => table(`\`${path}\``, shape)),
    '## What fields take',
    '',
    '| | |',
    '|---|---|',
    ...[...kinds.values()]
      .sort((a, b) => (a.title < b.title ? -1 : 1))
      .map(kind => `| ${kind.title.toLowerCase()} | ${firstWords(kind)} |`),
  ].join('\n');
}

/** All groups in a group, each where it stands first. */
function collect(shape: Shape, path: readonly string[], groups: Map<string, { path: string; shape: Shape }>): void {
  for (const [key, field] of shape.properties ?? []) {
    const group = field.items ?? field;
    if (group.properties === undefined || groups.has(group.name)) continue;
    const within = [...path, key];
    groups.set(group.name, { path: within.join('.'), shape: group });
    collect(group, within, groups);
  }
}

function takes(field: Shape, groups: Groups, kinds: Map<string, Shape>): string {
  const { items, orText } = field;
  const one = items ?? field;
  const list = items ? 'list of ' : '';
  const group = groups.get(one.name);
  if (group) return `${list}[\`${group.path}\`](#${group.path.replaceAll('.', '')})${orText ? ', or text' : ''}`;
  if (one.values) return list + one.values.map(({ value }) => `\`${value}\``).join(', ');
  kinds.set(one.name, definitionShape(one.name) ?? one);
  return `${list}${one.title.toLowerCase()}${orText ? ', or one alone' : ''}`;
}

/** What it is for, without the examples. */
function firstWords({ description }: Shape): string {
  return (description.split('\n\n')[0] ?? '').replaceAll('\n', ' ').replaceAll('|', '\\|');
}
