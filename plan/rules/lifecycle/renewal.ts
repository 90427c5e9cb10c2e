import { type Day, formatFullDay } from '../../day.ts';
import type { Measurement, Outcome, Plan, Renewal } from '../../model/index.ts';
import { isPursued } from '../../model/outcomes.ts';
import { type Readable, readable } from '../../model/readable.ts';
import { oncePer } from '../../once.ts';
import { oneLine } from '../../words.ts';
import { Digest } from '../digest.ts';
import { hasUnreadable } from '../measures/measurable.ts';
import { type Measured, measuredOf, newestMeasurement, quantityIn } from '../measures/measured.ts';
import { isPlaceholder } from '../text/placeholder.ts';
import { idsAndWordsOf } from '../text/word-stems.ts';

/** The renewal date where it is still to come and the contract's own dates do not contradict it. */
export function comingRenewal(plan: Plan, today: Day): Readable<Day> | undefined {
  const contract = plan.customer?.contract;
  const renewal = readable(contract?.renewal_date);
  const start = contract?.start_date?.value;
  if (!renewal || renewal.value < today) return undefined;
  return start !== undefined && renewal.value <= start ? undefined : renewal;
}

/** True for an outcome that says itself what it will show at the renewal, or that the renewal section cites. */
export function isCited(outcome: Outcome, plan: Plan): boolean {
  return isEvidence(evidenceOf(outcome), plan);
}

/** Whether an outcome says itself what it will show, and how the renewal section would call it. */
interface Evidence {
  readonly itself: boolean;
  readonly id: string;
}

function isEvidence({ itself, id }: Evidence, { renewal }: Plan): boolean {
  return itself || (id !== '' && renewal !== undefined && evidenceWords(renewal).has(id));
}

function evidenceOf(outcome: Outcome): Evidence {
  const own = outcome.renewal_evidence;
  return {
    itself: (own !== undefined && !isPlaceholder(own.text)) || hasUnreadable(outcome, 'renewal_evidence'),
    id: outcome.id?.text.toLowerCase() ?? '',
  };
}

/** True for an outcome that is worked for or achieved: one that was missed or put off speaks for no renewal. */
export function speaksForRenewal(outcome: Outcome): boolean {
  return isPursued(outcome) || outcome.status?.value === 'achieved';
}

/** Of each outcome: whether it says itself what it will show, how the renewal section would call it, and whether it can speak for the renewal at all. */
export const evidences = new Digest(outcome => {
  const { itself, id } = evidenceOf(outcome);
  const isAchieved = outcome.status?.value === 'achieved';
  return [itself, id, speaksForRenewal(outcome), isAchieved, outcome.label] as const;
});

/** Those that can speak for the renewal: whether each is achieved, and what it is called. Never throws. */
export function speakersForRenewal(plan: Plan): readonly { readonly isAchieved: boolean; readonly label: string }[] {
  return evidences.of(plan).flatMap(([, , speaks, isAchieved, label]) => (speaks ? [{ isAchieved, label }] : []));
}

/** True once at least one outcome is tied to the renewal, and also where what is written there cannot be read. */
export function isRenewalLinked(plan: Plan): boolean {
  const { renewal } = plan;
  if (renewal?.word && !isPlaceholder(renewal.word.text)) return true;
  if (renewal?.part.node.kind === 'sequence' || renewal?.evidence.node?.kind === 'mapping') return true;
  if (renewal?.evidence.word && !isPlaceholder(renewal.evidence.word.text)) return true;
  // Somebody meant an outcome, even if there is none of that id: another rule says so.
  if (renewal?.evidence.items.some(({ outcome }) => outcome && !isPlaceholder(outcome.text))) return true;
  return evidences.of(plan).some(([itself, id]) => isEvidence({ itself, id }, plan));
}

/** True where the strategy for the renewal speaks of an outcome by its id. */
export function strategyNamesOutcome(plan: Plan): boolean {
  const words = idsAndWordsOf(plan.renewal?.strategy?.text ?? '');
  if (words.size === 0) return false;
  return evidences.of(plan).some(([, id]) => id !== '' && words.has(id));
}

/** What a plan knows of an outcome's result, as one sentence of its own facts: `Order entry time from 12 minutes on 3 Nov 2025 to 4 minutes on 20 Jan 2026`. */
export function resultInFigures(outcome: Outcome, today: Day): string | undefined {
  const holder = measuredOf(outcome).find(one => quantityIn(one.baseline?.current));
  const metric = holder ? metricOf(holder) : '';
  const from = holder?.baseline?.current?.text;
  if (!holder || !from || metric === '') return confirmedResult(outcome, today);
  const start = holder.baseline?.measured_on?.value;
  const begin = dated(from, start);
  const last = latest(holder.measurements.items, start, today);
  if (last?.value) return `${metric} from ${begin} to ${dated(last.value.text, last.date?.value)}`;
  const goal = holder.target?.goal;
  if (outcome.status?.value === 'achieved')
    return quantityIn(goal) ? `${metric} from ${begin} to the goal of ${oneLine(goal?.text ?? '')}` : undefined;
  return `${metric} measured against ${begin}`;
}

/** The result of an outcome that the customer has confirmed by word. */
function confirmedResult(outcome: Outcome, today: Day): string | undefined {
  const { description, acknowledged_by: by, acknowledged_on: on } = outcome;
  const what = oneLine(description?.text ?? '').replace(/[.;]$/, '');
  if (what === '' || !on?.value || on.value > today) return undefined;
  return `${what} (confirmed${by && !isPlaceholder(by.text) ? ` by ${by.text}` : ''} on ${formatFullDay(on.value)})`;
}

function metricOf({ baseline, target }: Measured): string {
  const names = [target?.metric?.text ?? '', baseline?.metric?.text ?? ''];
  return oneLine(names.find(name => !isPlaceholder(name)) ?? '');
}

function dated(text: string, on: Day | undefined): string {
  return `${oneLine(text)}${on ? ` on ${formatFullDay(on)}` : ''}`;
}

function latest(all: readonly Measurement[], after: Day | undefined, today: Day): Measurement | undefined {
  const later = all.filter(({ date }) => date?.value !== undefined && (after === undefined || date.value > after));
  return newestMeasurement(later, today);
}

/** Every id and word in the evidence of the renewal section, in lower case; collected once. */
const evidenceWords = oncePer(({ evidence }: Renewal): ReadonlySet<string> => {
  const text = evidence.items.flatMap(one => [
    one.outcome?.text ?? '',
    one.statement?.text ?? '',
    one.word?.text ?? '',
  ]);
  return idsAndWordsOf([...text, evidence.word?.text ?? ''].join('\n'));
});
