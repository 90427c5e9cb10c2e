import { createHash } from 'node:crypto';
import { formatFullDay } from '../plan/day.ts';
import { renderOnPaper } from '../webview/on-paper.ts';
import type { PlanOnPaper } from './on-paper.ts';
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
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${STYLES_HASH}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="success-plan">
<title>${escaped(`${name}: success plan`)}</title>
<style>${STYLES}</style>
</head>
<body>
${renderOnPaper(view)}
<p class="edition" dir="auto">${escaped(edition)}</p>
</body>
</html>
`;
}

const STYLES_HASH = createHash('sha256').update(STYLES).digest('base64');

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, character => ENTITIES[character] ?? '');
}
