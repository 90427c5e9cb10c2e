import { type Markup, renderPart } from '../../webview/on-paper.ts';

/** A drawing of the panel as it stands in a picture of its own: lengths in pixels, and only the drawing itself. */
export function drawing(part: Markup, name: string, width: number): string {
  return inPixels(cutOut(renderPart(part), name), width);
}

/** The first SVG element of that class, with all that is in it; '' if there is none. */
function cutOut(markup: string, name: string): string {
  const open = new RegExp(`<svg class="${name}[" ]`).exec(markup);
  if (!open) return '';
  let depth = 0;
  for (const tag of markup.slice(open.index).matchAll(/<(\/?)svg\b[^>]*?(\/?)>/g)) {
    if (tag[1] === '/') depth--;
    else if (tag[2] !== '/') depth++;
    if (depth === 0) return markup.slice(open.index, open.index + tag.index + tag[0].length);
  }
  return '';
}

/** Not every program that draws SVG knows what a share of an inner drawing's width is. */
function inPixels(markup: string, width: number): string {
  const inside = / width="/.test(markup.slice(0, markup.indexOf('>')))
    ? markup
    : markup.replace('<svg ', `<svg width="${width}" `);
  return inside.replaceAll(/ (x|x1|x2|cx|width)="(-?[\d.]+)%"/g, (_, name: string, share: string) => {
    const pixels = Math.round(Number(share) * width) / 100;
    return ` ${name}="${pixels}"`;
  });
}

/** Markup at a place. */
export function At({ x, y, markup }: { readonly x: number; readonly y: number; readonly markup: string }) {
  // Not a text of the plan: it was made, and escaped, by the components.
  const inner = { __html: markup };
  return <g transform={`translate(${x} ${y})`} dangerouslySetInnerHTML={inner} />;
}
