import { readDuration } from '../../quantity/index.ts';

/** A number of minutes in the unit that another duration is written in: `75 min` like `60 min`, `1.5 hours` like `1 hour`; whole minutes where that would be no round figure. */
export function writtenMinutes(minutes: number, like: string): string {
  const [, number, space = '', unit = ''] = /^(\d+(?:\.\d+)?)( ?)([A-Za-z]*)$/.exec(like.trim()) ?? [];
  if (number === undefined) return inMinutes(minutes);
  const isHours = /^h/i.test(unit);
  const amount = isHours ? minutes / 60 : minutes;
  const text = `${amount}${space}${unit === '' ? '' : inNumber(unit, amount)}`;
  const round = Number.isInteger(isHours ? amount * 2 : amount);
  return round && readDuration(text) === minutes ? text : inMinutes(minutes);
}

function inMinutes(minutes: number): string {
  return `${Number(minutes.toFixed(2))} minutes`;
}

/** `hour` and `minute` as their number wants them; short forms have none. */
function inNumber(unit: string, amount: number): string {
  if (!/^(?:hour|minute)s?$/i.test(unit)) return unit;
  return amount === 1 ? unit.replace(/s$/i, '') : unit.replace(/s?$/i, 's');
}
