import type { Standing } from '../../../../plan/view/label-row.ts';
import { textWidth } from '../../../../plan/view/text-width.ts';
import type { Tier } from '../../../../plan/view/types.ts';

/** Where a label's words stand, around its place. */
export function standing(
  label: { x: number; dx: number; anchor: string; tier: Tier },
  text: string,
  strong: boolean,
): Standing {
  const width = textWidth(text, strong);
  const from = label.anchor === 'start' ? label.dx : label.anchor === 'end' ? label.dx - width : label.dx - width / 2;
  return { x: label.x, from, to: from + width, tier: label.tier };
}
