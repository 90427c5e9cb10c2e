/** What the panel's page is made of: addresses as the webview may load them. */
export interface PageParts {
  readonly script: string;
  readonly style: string;
  /** The webview's own source, from which styles may come. */
  readonly cspSource: string;
  /** Fresh and unguessable at every call: only the script that carries it runs. */
  readonly nonce: string;
}

/** The panel's page: one script, one style sheet, and nothing else may be loaded or run. */
export function panelPage({ script, style, cspSource, nonce }: PageParts): string {
  // Pictures only from the page itself: the script draws one from lines when a plan is exported as pixels.
  const policy = `default-src 'none'; img-src data:; style-src ${cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Plan panel</title>
<link rel="stylesheet" href="${attribute(style)}">
</head>
<body>
<div id="root"></div>
<script nonce="${attribute(nonce)}" src="${attribute(script)}"></script>
</body>
</html>
`;
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
