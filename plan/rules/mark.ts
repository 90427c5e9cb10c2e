import { isBlockText, type Place, spanOf } from '../syntax/tree.ts';
import type { Target } from './rule.ts';

/** The smallest place that stands for a target: a value, or where nothing is written its key; for an element its name. */
export function markOf(target: Target): Place {
  if ('mark' in target) return { part: target.part, ...spanOf(target.mark) };
  if ('items' in target) return listMark(target);
  if ('node' in target) {
    const place =
      (target.text === '' || isBlockText(target.node)) && target.key && !target.borrowed ? target.key : target;
    return { part: target.part, ...spanOf(place) };
  }
  return target;
}

function listMark(list: Extract<Target, { items: unknown }>): Place {
  const place = list.key ?? list.place;
  if (place) return place;
  throw new Error('a finding was reported on a list that is not in the document');
}
