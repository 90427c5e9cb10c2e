import { spokenDay } from '../day.ts';
import type { Element } from '../model/index.ts';
import { outcomeName } from '../rules/text/names.ts';
import { capitalise, decapitalise, quoteShort } from '../words.ts';
import type { Both } from './differences.ts';
import { fieldOf } from './parts-of.ts';

/** Sections of which there is one: what is said of their fields names them. */
const WHOLE: ReadonlySet<string> = new Set([
  'planSection',
  'customer',
  'contract',
  'agreement',
  'stakeholders',
  'decision',
  'implementation',
  'communication',
  'renewal',
  'qbr',
  'qbrAttendees',
]);

/** What belongs so closely to the thing it stands in that it goes by the name of that. */
const WITHIN: ReadonlySet<string> = new Set(['target', 'baseline', 'businessValue']);

/** The thing that a sentence about a value names; undefined in sections of which there is one. */
export function subjectOf(both: Both): Both | undefined {
  const element = both.now ?? both.old;
  if (!element || WHOLE.has(element.definition)) return undefined;
  return WITHIN.has(element.definition) && both.around ? subjectOf(both.around) : both;
}

/** What a thing is called as a subject, by what it is now. */
export function nameOfBoth({ old, now, around }: Both): string {
  const element = now ?? old;
  return element ? nameOf(element, around) : 'The plan';
}

/** What an element is called as the subject of a sentence: `Outcome O1`, `Milestone “Depots trained” of O1`, `Dana Ruiz`. `around` is what it stands in. */
export function nameOf(element: Element, around: Both | undefined): string {
  const { definition, label } = element;
  const described = fieldOf(element, 'description')?.text ?? '';
  switch (definition) {
    case 'outcome':
      return outcomeName(element);
    case 'keyResult':
      return `Key result ${label || quoteShort(described, 40)}${of(around)}`;
    case 'milestone':
      return `${label ? `Milestone ${quoteShort(label)}` : 'A milestone'}${of(around) || to(fieldOf(element, 'outcome')?.text)}`;
    case 'action':
      return `Action ${quoteShort(described, 40)}${of(around)}`;
    case 'risk':
      return label ? `Risk ${label}` : `Risk ${quoteShort(described, 40)}`;
    case 'review':
      return label ? `The review of ${spokenDay(label)}` : 'A review';
    case 'measurement':
      return `The measurement${label ? ` of ${spokenDay(label)}` : ''}${of(around)}`;
    case 'customerPerson':
    case 'vendorPerson':
    case 'partnerPerson':
      return label || 'Somebody';
    case 'signOff':
      return `The sign-off of ${fieldOf(element, 'person')?.text || 'somebody'}`;
    case 'evidence':
      return `The renewal evidence${to(fieldOf(element, 'outcome')?.text, 'for')}`;
    case 'topic':
      return `Topic ${quoteShort(label, 40)}`;
    default:
      return `${capitalise(KINDS[definition] ?? definition)}${label ? ` ${quoteShort(label)}` : ''}`;
  }
}

/** The same in the midst of a sentence. */
export function inner(element: Element, around: Both | undefined): string {
  const name = nameOf(element, around);
  return /^(?:Outcome|The|This|Milestone|Key|Risk|Action) /.test(name) ? decapitalise(name) : name;
}

const KINDS: Readonly<Record<string, string>> = {
  decisionStep: 'step of the decision',
  phase: 'phase',
  priority: 'priority',
  resource: 'resource',
  meeting: 'meeting',
};

/** ` of O1`, ` of the review of 20 Jan 2026`; '' where what it stands in has no name. */
function of(around: Both | undefined): string {
  const holder = around?.now ?? around?.old;
  if (!holder || WHOLE.has(holder.definition)) return '';
  if (holder.definition === 'outcome' && holder.label) return to(holder.label);
  return ` of ${inner(holder, around?.around)}`;
}

function to(name: string | undefined, word = 'of'): string {
  return name ? ` ${word} ${name}` : '';
}
