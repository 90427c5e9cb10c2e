import { formatFullDay } from '../plan/day.ts';
import type { PlanOnPaper } from '../plan/view/paper.ts';
import { renderOnPaper } from '../webview/on-paper.ts';
import { escaped, pageOf } from './page.ts';
import { STYLES } from './styles.ts';

/**
 * The plan as one page that needs nothing else: the panel's own drawing, light, for the screen and for A4 or Letter. It has no script, loads nothing,
 * and its policy allows neither. Never throws.
 */
export function planHtml({ view, today }: PlanOnPaper): string {
  const { title } = view.header;
  const [edition, name] =
    view.audience === 'customer'
      ? [`Prepared for ${title}, ${formatFullDay(today)}.`, title]
      : ['Internal: for your own team, not for the customer.', `${title} (internal)`];
  return pageOf({
    title: `${name}: success plan`,
    styles: STYLES,
    // On paper it stands above all else, with its day: below, both might be left alone on a last page.
    body: [
      `<p class="edition printed" dir="auto">${escaped(`${view.footer} ${edition}`)}</p>`,
      renderOnPaper(view),
      `<p class="edition" dir="auto">${escaped(edition)}</p>`,
    ].join('\n'),
  });
}
