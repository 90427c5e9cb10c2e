import { type Metric, measuredIn, mismatch, outcomeNumbers, tellLatest } from '../../attainment/index.ts';
import { formatFullDay } from '../../day.ts';
import type { KeyResult, Outcome, Plan } from '../../model/index.ts';
import { isPursued } from '../../model/outcomes.ts';
import { type Phrase, phrase } from '../../phrase.ts';
import { quantityOf, readQuantity } from '../../quantity/index.ts';
import { oneLine, short } from '../../words.ts';
import { recordMeasurement as recorded } from '../refactor/record-measurement.ts';
import { selected } from '../refactor/selection.ts';
import { askDay, askText, pickOne } from './asking.ts';
import { noPlan, notHere, planAt } from './context.ts';
import type { Asking, Dialogue } from './dialogue.ts';
import { isBare, needsUnit, typedValue } from './typed-value.ts';

/** A value of an outcome on a day. */
export const recordMeasurement: Dialogue = {
  title: phrase('Record Measurement'),
  *ask(context) {
    const here = planAt(context);
    if (!here) return noPlan;
    const { plan, edit, at } = here;
    const outcome = at.outcome ?? (yield* askOutcome(plan));
    if (!outcome)
      return () => ({
        type: 'refused',
        reason: phrase('This plan has no outcome yet whose progress could be measured.'),
      });
    const holder = at.keyResult ?? (yield* askKeyResult(outcome));
    const { today } = context;
    const metric = metricOf(outcome, holder, today);
    const answer = yield* askText({
      id: 'value',
      prompt: valuePrompt(outcome, metric),
      placeholder: metric?.like?.written ?? '',
      check: text => wrongValue(text, metric),
    });
    const value = typedValue(answer, metric);
    const date = yield* askDay({
      id: 'date',
      prompt: phrase('On which day was it measured?'),
      value: today,
      today,
      tense: 'behind',
      check: day => (day > today ? phrase('{0} is still to come.', formatFullDay(day)) : undefined),
    });
    return () => {
      const change = recorded(edit, plan, holder, date, value);
      return change ? { type: 'edit', edits: [change], select: selected([change], change, value) } : notHere();
    };
  },
};

function* askOutcome(plan: Plan): Asking<Outcome | undefined> {
  const all = plan.outcomes.items.filter(({ mapping }) => mapping);
  const open = all.filter(isPursued);
  const offered = open.length > 0 ? open : all;
  if (offered.length <= 1) return offered[0];
  const picked = yield* pickOne(
    'outcome',
    phrase('Which outcome was measured?'),
    offered.map(outcome => ({
      value: String(all.indexOf(outcome)),
      label:
        outcome.label || short(outcome.description?.text ?? '', 60) || phrase('Outcome {0}', all.indexOf(outcome) + 1),
      description: (outcome.target?.metric ?? outcome.baseline?.metric)?.text,
      detail: outcome.label ? oneLine(outcome.description?.text ?? '') : undefined,
    })),
  );
  return all[Number(picked)];
}

function* askKeyResult(outcome: Outcome): Asking<Outcome | KeyResult> {
  const results = outcome.key_results.items.filter(({ mapping }) => mapping);
  if (results.length <= 1) return results[0] ?? outcome;
  const picked = yield* pickOne(
    'metric',
    phrase('Which key result was measured?'),
    results.map((result, index) => ({
      value: String(index),
      label: result.label || short(result.description?.text ?? '', 60) || phrase('Key result {0}', index + 1),
      description: (result.target?.metric ?? result.baseline?.metric)?.text,
      detail: result.label ? oneLine(result.description?.text ?? '') : undefined,
    })),
  );
  return results[Number(picked)] ?? outcome;
}

function metricOf(
  outcome: Outcome,
  holder: Outcome | KeyResult,
  today: Parameters<typeof outcomeNumbers>[1],
): Metric | undefined {
  const { metrics } = outcomeNumbers(outcome, today);
  return metrics[measuredIn(outcome).indexOf(holder)];
}

/** `Order entry time: 12 minutes at first, 8.5 minutes last, 4 minutes wanted. What is it now?` */
function valuePrompt({ label }: Outcome, metric: Metric | undefined): Phrase {
  const { baseline, goal } = metric ?? {};
  const name = oneLine(metric?.name ?? '') || label;
  const last = metric && tellLatest(metric);
  const [first, wanted] = [baseline?.written, goal?.written];
  if (first && last && wanted)
    return phrase('{0}: {1} at first, {2} last, {3} wanted. What is it now?', name, first, last, wanted);
  if (first && wanted) return phrase('{0}: {1} at first, {2} wanted. What is it now?', name, first, wanted);
  if (first) return phrase('{0}: {1} at first. What is it now?', name, first);
  if (wanted) return phrase('{0}: {1} wanted. What is it now?', name, wanted);
  return name === '' ? phrase('What was measured?') : phrase('{0}: what is it now?', name);
}

function wrongValue(answer: string, metric: Metric | undefined): Phrase | undefined {
  const like = metric?.like;
  const quantity = quantityOf(readQuantity(answer));
  if (!quantity)
    return like
      ? phrase('A number is needed, such as {0}.', like.written)
      : phrase('A number is needed, with its unit.');
  if (needsUnit(quantity, like)) return phrase('A number is needed, with its unit.');
  if (!metric || !like || isBare(quantity)) return undefined;
  switch (mismatch(quantity, like, metric.names)) {
    case undefined:
      return undefined;
    case 'currency':
      return phrase('“{0}” is in another currency than {1}.', answer, like.written);
    case 'per':
      return phrase('“{0}” is for each of something else than {1}.', answer, like.written);
    default:
      return phrase('“{0}” cannot be compared with {1}: use the same unit.', answer, like.written);
  }
}
