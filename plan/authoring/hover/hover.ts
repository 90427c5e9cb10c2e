import type { PlanFile } from '../../check.ts';
import { type Day, parseDay } from '../../day.ts';
import { type Agenda, emptyPlan, type Plan, type Visit } from '../../model/index.ts';
import { readQuantity } from '../../quantity/index.ts';
import { absolute, type Span } from '../../syntax/tree.ts';
import { attendeeWords, minutesWords } from './agendas.ts';
import { dayWords, writtenDayFacts } from './days.ts';
import { keyWords, valueWords } from './guidance.ts';
import { mentionAt } from './mention.ts';
import { thingNamed } from './named-things.ts';
import { type AddressOf, MARKDOWN, type Pen } from './pen.ts';
import { namedPersonWords, personWords } from './people.ts';
import { planWords, sectionWords, successMetricWords } from './plan-level.ts';
import { readingWords, relationWords } from './quantities.ts';
import { reviewWords } from './reviews.ts';
import type { Telling } from './telling.ts';
import { type Thing, thingAt } from './thing.ts';
import { referredWords, thingWords } from './things.ts';

/** What is said of the thing at an offset, and the span it is about, counted from the start of the text. */
export interface Explanation {
  readonly markdown: string;
  readonly span: Span;
}

/** What the editor can show and open. */
export interface Showing {
  readonly pen?: Pen;
  /** The address of a place of the file. */
  readonly addressOf?: AddressOf | undefined;
  /** The address of a rule's page. */
  readonly pageOf?: (rule: string) => string | undefined;
  /** For an agenda: the plan that it is about, and the addresses of that plan's places. */
  readonly reviewed?: { readonly plan: Plan; readonly addressOf: AddressOf } | undefined;
}

/** Guidance for a field, and what is known of a value; undefined where there is nothing to say. Never throws. */
export function explain(file: PlanFile, offset: number, today: Day, showing: Showing = {}): Explanation | undefined {
  const thing = thingAt(file, offset);
  if (!thing) return undefined;
  const { pen = MARKDOWN, pageOf = () => undefined } = showing;
  const telling = tellingOf(thing.model, file, today, pen, showing);
  const inText = thing.on === 'value' && isProse(thing) ? mentioned(file, thing, offset, telling) : undefined;
  const said =
    thing.on === 'key'
      ? [pen.lines(sectionFacts(thing, telling)), keyWords(thing, pen, pageOf)]
      : (inText?.said ?? [
          ...borrowed(thing, file.text, pen, showing),
          valueWords(thing, pen),
          ...facts(thing, telling),
        ]);
  const markdown = said.filter(text => text !== '').join('\n\n');
  return markdown === '' ? undefined : { markdown, span: inText?.span ?? thing.span };
}

/** An agenda is told of beside the plan that it is about, if that is known: the one handed in, or one of the same file. */
function tellingOf(
  model: Plan | Agenda,
  file: PlanFile,
  today: Day,
  pen: Pen,
  { addressOf, reviewed }: Showing,
): Telling {
  const own = model.kind === 'plan' ? model : file.documents.map(read => read.model).find(one => one.kind === 'plan');
  const plan = (model.kind === 'agenda' ? reviewed?.plan : undefined) ?? own ?? emptyPlan();
  const address = plan === reviewed?.plan ? reviewed.addressOf : addressOf;
  return { plan, today, pen, at: place => address?.(absolute(plan.syntax, place)) };
}

/** Where a value that is written elsewhere comes from. */
function borrowed({ node, base }: Thing, text: string, pen: Pen, { addressOf }: Showing): string[] {
  if (node.kind !== 'alias') return [];
  const before = text.slice(0, base + node.start);
  const at = [...before.matchAll(/&[^\s,[\]{}]+/g)].findLast(match => match[0] === `&${node.name}`)?.index;
  if (at === undefined) return [];
  const place = { start: at, end: at + node.name.length + 1 };
  return [`The same as at ${pen.link(pen.text(`&${node.name}`), addressOf?.(place))}.`];
}

function sectionFacts({ path, holder, model }: Thing, telling: Telling): string[] {
  if (model.kind === 'agenda') return path.join('.') === 'qbr.agenda' ? minutesWords(model) : [];
  const outcome = holder?.kind === 'outcome' ? holder.element : undefined;
  return sectionWords(path, outcome, telling);
}

/** What is known of a value. */
function facts(thing: Thing, telling: Telling): string[] {
  const { text, shape, read, holder, property, model } = thing;
  const { pen } = telling;
  if (text === undefined || text === '') return [];
  if (model.kind === 'agenda') return agendaFacts(thing, model, telling);
  if (read?.kind === 'day') return writtenDayFacts(read.element, holder, telling);
  if (read?.kind === 'quantity') {
    const { value } = read.element.field;
    const relates = holder?.kind === 'baseline' || holder?.kind === 'target' || holder?.kind === 'measurement';
    if (!value) return [];
    return [
      pen.lines([readingWords(value, telling), ...(relates ? relationWords(holder.element, value, telling) : [])]),
    ];
  }
  if (read?.kind === 'reference') {
    const { to } = read.element;
    if (to === 'person') return [pen.lines(namedPersonWords(text, telling))];
    if (to === 'plan' && text === 'plan') return [pen.lines(planWords(telling))];
    const named = thingNamed(text, telling.plan);
    return named ? [pen.lines(referredWords(named, telling))] : [];
  }
  if (shape?.name === 'money') return [readingWords(readQuantity(text), telling)];
  if (shape?.name === 'successMetric') return [successMetricWords(text, telling)];
  const own = model.team.fields.get(property);
  const day = own?.type === 'date' ? parseDay(text) : undefined;
  if (day) return [dayWords(day, telling)];
  if (own?.type === 'money' || own?.type === 'quantity') return [readingWords(readQuantity(text), telling)];
  return holder && TELLING.has(property) ? [pen.lines(holderFacts(holder, telling))] : [];
}

/** Fields that stand for the whole thing they belong to. */
const TELLING: ReadonlySet<string> = new Set([
  'id',
  'name',
  'description',
  'status',
  'role',
  'type',
  'engagement',
  'impact',
  'likelihood',
  'company',
  'title',
]);

function holderFacts(holder: Visit, telling: Telling): string[] {
  switch (holder.kind) {
    case 'planSection':
    case 'customer':
      return planWords(telling);
    case 'outcome':
    case 'keyResult':
    case 'milestone':
    case 'decisionStep':
    case 'risk':
    case 'priority':
    case 'phase':
      return thingWords(holder.element, telling);
    case 'customerPerson':
    case 'vendorPerson':
    case 'partnerPerson': {
      const side =
        holder.kind === 'customerPerson' ? 'customer' : holder.kind === 'vendorPerson' ? 'vendor' : 'partner';
      return personWords(holder.element, side, telling);
    }
    case 'review':
      return reviewWords(holder.element, telling);
    default:
      return [];
  }
}

function agendaFacts({ text = '', path, read, property }: Thing, agenda: Agenda, telling: Telling): string[] {
  const { pen } = telling;
  if (read?.kind === 'day' && read.element.field.value) return [dayWords(read.element.field.value, telling)];
  if (property === 'duration') return [pen.lines([readingWords(readQuantity(text), telling), ...minutesWords(agenda)])];
  if (path[1] === 'attendees' && (property === 'customer' || property === 'vendor'))
    return [pen.lines(attendeeWords(text, property, telling))];
  return [];
}

/** True for free text, in which people, ids and days may be named. */
function isProse({ node, shape, read, text, property, path }: Thing): boolean {
  if (node.kind !== 'scalar' || read || !text || shape?.values || path[1] === 'attendees') return false;
  return shape?.name !== 'day' && shape?.name !== 'money' && property !== 'id' && property !== 'email';
}

/** What a text names under the cursor. */
function mentioned(
  file: PlanFile,
  thing: Thing,
  offset: number,
  telling: Telling,
): { said: string[]; span: Span } | undefined {
  const found = mentionAt(file, thing, offset, telling.plan);
  if (!found) return undefined;
  const { day, people, things, start, end } = found;
  const said = [
    ...(day ? [[dayWords(day, telling)]] : []),
    ...people.map(({ person, side }) => personWords(person, side, telling)),
    ...things.map(thing => referredWords(thing, telling)),
  ];
  return said.length > 0 ? { said: said.map(lines => telling.pen.lines(lines)), span: { start, end } } : undefined;
}
