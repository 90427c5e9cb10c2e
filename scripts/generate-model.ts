import { type Definition, type Property, readSchema, type Schema } from './schema-source.ts';

/**
 * Turns the JSON Schemas into plan/generated/model.ts: one interface and one reader an object definition, the enums'
 * values, and the kinds that rules can look at. How a property is read follows from the definition it refers to.
 */
export function generateModel(): string {
  const plan = readSchema('success-plan.schema.json');
  const qbr = readSchema('qbr.schema.json');
  const objects = [...objectsOf(plan), ...objectsOf(qbr)];
  const enums = [...enumsOf(plan), ...enumsOf(qbr)];
  return [
    '// Generated from schemas/ by `npm run generate`. Do not edit.',
    "import type { Day } from '../day.ts';",
    "import type { QuantityReading } from '../quantity/index.ts';",
    "import type { Element, Field, List, Reference, WrittenDay, WrittenIgnore, WrittenPart, WrittenProblem, WrittenQuantity } from '../model/field.ts';",
    "import { ElementReader, type Reading } from '../model/reader.ts';",
    "import type { Slot } from '../model/slots.ts';",
    "import { Beside } from '../once.ts';",
    "import { PartReader } from '../model/part-reader.ts';",
    "import type { SectionReader } from '../model/section-reader.ts';",
    "import type { Agenda, Plan } from '../model/documents.ts';",
    '',
    ...enums.map(enumCode),
    ...objects.map(interfaceCode),
    visitKinds(objects),
    holdingCode(),
    ...objects.map(readerCode),
    sectionsCode('Plan', plan),
    sectionsCode('Agenda', qbr),
    sectionTable(plan, qbr),
  ].join('\n');
}

/** The table of what looks at each kind of thing: a literal, so that its type needs no cast. */
export function generateLooks(): string {
  const kinds = ['document', 'plan', 'agenda', 'part', 'problem', 'day', 'quantity', 'reference', 'ignore'];
  const objects = [readSchema('success-plan.schema.json'), readSchema('qbr.schema.json')]
    .flatMap(objectsOf)
    .map(o => o.name);
  return [
    '// Generated from schemas/ by `npm run generate`. Do not edit.',
    "import type { Entry } from '../rules/said.ts';",
    "import type { VisitKind } from './model.ts';",
    '',
    '/** The rules at work, by the kind of thing that they look at. */',
    'export type Looks = { readonly [K in VisitKind]: Entry<K>[] };',
    '',
    'export function emptyLooks(): Looks {',
    '  return {',
    ...[...kinds, ...objects].map(kind => `    ${kind}: [],`),
    '  };',
    '}',
  ].join('\n');
}

interface ObjectDefinition {
  readonly name: string;
  readonly properties: readonly Property[];
}

function objectsOf(schema: Schema): ObjectDefinition[] {
  return schema.definitions.filter(isObject).map(d => ({ name: d.name, properties: d.properties ?? [] }));
}

function enumsOf(schema: Schema): Definition[] {
  return schema.definitions.filter(d => d.values !== undefined);
}

function isObject(definition: Definition): boolean {
  return definition.properties !== undefined;
}

function enumCode(definition: Definition): string {
  const values = (definition.values ?? []).map(v => `'${v}'`).join(', ');
  const constant = constantName(definition.name);
  return `export const ${constant} = [${values}] as const;\n/** ${definition.title}. */\nexport type ${typeName(definition.name)} = (typeof ${constant})[number];\n`;
}

function interfaceCode({ name, properties }: ObjectDefinition): string {
  const fields = properties.map(p => `  readonly ${p.name}: ${typeOf(p)};`);
  return `export interface ${typeName(name)} extends Element {\n  readonly definition: '${name}';\n${fields.join('\n')}\n}\n`;
}

/** What stands around others that are asked for it. */
const HOLDERS = ['outcome', 'milestone', 'review'];

function holdingCode(): string {
  const maps = HOLDERS.map(name => `  ${name}: /* @__PURE__ */ new Beside<Element, ${typeName(name)}>(),`);
  return `/** What holds others, by what those know of it: their \`holder\`. */\nexport const HOLDING = {\n${maps.join('\n')}\n};\n`;
}

function readerCode({ name, properties }: ObjectDefinition): string {
  const type = typeName(name);
  const fields = properties.map(p => `    ${p.name}: ${readOf(p)},`);
  return [
    `export function read${type}(reading: Reading, slot: Slot, holder: Element | undefined): ${type} {`,
    `  const r = new ElementReader(reading, '${name}', slot, holder);`,
    '  const { base } = r;',
    `  const element: ${type} = {`,
    '    part: base.part,',
    '    start: base.start,',
    '    end: base.end,',
    `    definition: '${name}',`,
    '    key: base.key,',
    '    mapping: base.mapping,',
    '    label: base.label,',
    '    mark: base.mark,',
    '    borrowed: base.borrowed,',
    '    word: base.word,',
    '    holder,',
    ...fields,
    '  };',
    `  if (element.mapping) reading.visits.push({ kind: '${name}', element });`,
    ...(HOLDERS.includes(name) ? [`  HOLDING.${name}.set(r.base, element);`] : []),
    '  return element;',
    '}',
    '',
  ].join('\n');
}

function visitKinds(objects: readonly ObjectDefinition[]): string {
  return [
    '/** What a rule can look at, by kind. */',
    'export interface VisitKinds {',
    '  document: Plan | Agenda;',
    '  plan: Plan;',
    '  agenda: Agenda;',
    '  part: WrittenPart;',
    '  problem: WrittenProblem;',
    '  day: WrittenDay;',
    '  quantity: WrittenQuantity;',
    '  reference: Reference;',
    '  ignore: WrittenIgnore;',
    ...objects.map(o => `  ${o.name}: ${typeName(o.name)};`),
    '}',
    '',
    'export type VisitKind = keyof VisitKinds;',
    '',
    '/** One thing to look at, with its kind. */',
    'export type Visit<K extends VisitKind = VisitKind> = { [P in K]: { readonly kind: P; readonly element: VisitKinds[P] } }[K];',
    '',
  ].join('\n');
}

function sectionsCode(name: string, schema: Schema): string {
  const read = schema.properties.filter(p => p.type !== 'freeForm');
  const types = read.map(p => `  readonly ${p.name}: ${typeOf(p)};`).join('\n');
  const reads = read
    .map(p => `    ${p.name}: r.${p.list ? 'list' : 'section'}('${p.name}', ${name.toUpperCase()}_READERS.${p.name}),`)
    .join('\n');
  const readers = read.map(p => `  ${p.name}: /* @__PURE__ */ new PartReader(read${typeName(p.type)}),`).join('\n');
  return [
    `/** The sections of a document, each absent or read as far as it can be. */`,
    `export interface ${name}Sections {\n${types}\n}\n`,
    `const ${name.toUpperCase()}_READERS = {\n${readers}\n};\n`,
    `export function read${name}Sections(r: SectionReader): ${name}Sections {\n  return {\n${reads}\n  };\n}\n`,
  ].join('\n');
}

function sectionTable(plan: Schema, qbr: Schema): string {
  const entries = (schema: Schema) =>
    schema.properties.map(p => `  ${p.name}: { list: ${p.list}, definition: '${p.type}' },`).join('\n');
  return [
    '/** The top-level sections in the template’s order: whether they are lists, and the definition that they or their items must fit. */',
    `export const PLAN_SECTIONS = {\n${entries(plan)}\n} as const;\n`,
    `export const AGENDA_SECTIONS = {\n${entries(qbr)}\n} as const;\n`,
  ].join('\n');
}

const SIMPLE: Readonly<Record<string, readonly [type: string, read: (name: string) => string]>> = {
  day: ['Field<Day> | undefined', n => `r.day('${n}')`],
  quantity: ['Field<QuantityReading> | undefined', n => `r.quantity('${n}')`],
  money: ['Field<QuantityReading> | undefined', n => `r.amount('${n}')`],
  duration: ['Field<QuantityReading> | undefined', n => `r.amount('${n}')`],
  yesNo: ['Field<boolean> | undefined', n => `r.flag('${n}')`],
  count: ['Field<number> | undefined', n => `r.count('${n}')`],
  personRefs: ['List<Field<string>>', n => `r.references('${n}', 'person')`],
  planChanges: ['List<Field<string>>', n => `r.texts('${n}')`],
};

const REFERENCES: Readonly<Record<string, string>> = {
  personRef: "'person'",
  customerPersonRef: "'person', 'customer'",
  vendorPersonRef: "'person', 'vendor'",
  outcomeRef: "'outcome'",
  riskRef: "'risk'",
  milestoneRef: "'milestone'",
  priorityRef: "'priority'",
  phaseRef: "'phase'",
  planOrRef: "'plan'",
};

function typeOf(property: Property): string {
  if (property.list) return property.object ? `List<${typeName(property.type)}>` : 'List<Field<string>>';
  if (property.object) return `${typeName(property.type)} | undefined`;
  if (property.values) return `Field<${typeName(property.type)}> | undefined`;
  return SIMPLE[property.type]?.[0] ?? 'Field<string> | undefined';
}

function readOf(property: Property): string {
  const { name, type } = property;
  const reference = REFERENCES[type];
  if (property.list) {
    if (property.object) return `r.list('${name}', read${typeName(type)})`;
    return reference ? `r.references('${name}', ${reference})` : `r.texts('${name}')`;
  }
  if (property.object) return `r.element('${name}', read${typeName(type)})`;
  if (property.values) return `r.oneOf('${name}', '${type}', ${constantName(type)})`;
  if (reference) return `r.reference('${name}', ${reference})`;
  return SIMPLE[type]?.[1](name) ?? `r.text('${name}')`;
}

function typeName(definition: string): string {
  return definition.charAt(0).toUpperCase() + definition.slice(1);
}

function constantName(definition: string): string {
  return definition.replace(/[A-Z]/g, letter => `_${letter}`).toUpperCase();
}
