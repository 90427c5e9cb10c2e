import { createHash } from 'node:crypto';
import { visibleMarkup } from '../plan/visible.ts';

/** A page that needs nothing else. It has no script, loads nothing, and its policy allows neither; the one style is told by its hash. `body` is markup, `title` text. */
export function pageOf({
  title,
  styles,
  body,
}: {
  readonly title: string;
  readonly styles: string;
  readonly body: string;
}): string {
  const hash = createHash('sha256').update(styles).digest('base64');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="success-plan">
<title>${visibleMarkup(escaped(title))}</title>
<style>${styles}</style>
</head>
<body>
${visibleMarkup(body)}
</body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it stands in markup. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, character => ENTITIES[character] ?? '');
}
