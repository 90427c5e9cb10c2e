import type colors from 'picocolors';

type Paint = Pick<ReturnType<typeof colors.createColors>, 'bold' | 'dim'>;

/** The Markdown of the rule pages (headings, fences, code, strong) as plain or coloured text; examples are indented. */
export function markdownForTerminal(markdown: string, paint: Paint): string {
  let fenced = false;
  const lines: string[] = [];
  for (const line of markdown.split('\n')) {
    if (line.startsWith('```')) fenced = !fenced;
    else if (fenced) lines.push(line === '' ? '' : paint.dim(`    ${line}`));
    else if (line.startsWith('#')) lines.push(paint.bold(inline(line.replace(/^#+ /, ''))));
    else lines.push(inline(line));
  }
  return `${lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

function inline(line: string): string {
  return line.replaceAll(/`([^`]+)`/g, '$1').replaceAll(/\*\*([^*]+)\*\*/g, '$1');
}
