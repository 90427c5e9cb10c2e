import type { Day } from '../../day.ts';
import type { KeyResult, Outcome, Plan } from '../../model/index.ts';
import { setField } from '../../rules/repair/set-field.ts';
import type { Edit, Editor } from '../../syntax/edit.ts';
import { addItem } from './add-item.ts';
import { words } from './new-node.ts';
import { placeByDay } from './place-by-day.ts';
import { Quotes } from './quotes.ts';

/** Records a value of an outcome or a key result: in place of another of that day, else as a new measurement where its day belongs. */
export function recordMeasurement(
  edit: Editor,
  plan: Plan,
  holder: Outcome | KeyResult,
  day: Day,
  value: string,
): Edit | undefined {
  const { measurements, baseline, target } = holder;
  const sameDay = measurements.items.find(({ date }) => date?.value === day);
  if (sameDay) return setField(edit, sameDay, 'value', value, { after: ['date'] });
  const like = measurements.items.at(-1)?.mapping;
  const quotes = new Quotes(plan, like ?? baseline?.mapping ?? holder.mapping);
  const valueQuotes = like
    ? quotes.of('value')
    : new Quotes(plan, target?.mapping ?? baseline?.mapping).of(target ? 'goal' : 'current');
  const index = placeByDay(
    day,
    measurements.items.map(({ date }) => date?.value),
  );
  return addItem(
    edit,
    plan,
    { holder, key: 'measurements', list: measurements, after: ['target', 'baseline', 'description'] },
    { entries: [quotes.day('date', day), ['value', words(value, valueQuotes)]] },
    index,
  );
}
