import { type ComponentChild, Fragment, h, options, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { DocumentView } from '../plan/view/types.ts';
import { Panel } from './components/Panel.tsx';

/**
 * The page's markup for paper: the same components, and nothing that asks for a hand. What leads somewhere becomes the text that it shows, what
 * acts is left out, and no attribute is left that only the panel's script reads.
 */
export function renderOnPaper(view: DocumentView): string {
  return renderPart(h(Panel, { view }));
}

/** What components make. */
export type Markup = ComponentChild;

/** The same for a part of the page, or for any other markup. */
export function renderPart(part: Markup): string {
  return withoutControls(() => renderToString(h(Fragment, null, part)));
}

/** Runs a rendering, every element of which is made fit for paper as it is made. */
function withoutControls(render: () => string): string {
  const before = options.vnode;
  options.vnode = vnode => {
    before?.(vnode);
    if (typeof vnode.type === 'string') settle(vnode);
  };
  try {
    return render();
  } finally {
    if (before) options.vnode = before;
    else delete options.vnode;
  }
}

/** What is there for hands alone. */
const TOOLS: ReadonlySet<unknown> = new Set(['input', 'select', 'textarea', 'dialog', 'menu']);

function settle(vnode: VNode): void {
  const props: Record<string, unknown> = vnode.props;
  const isButton = vnode.type === 'button';
  if (TOOLS.has(vnode.type) || (isButton && !leads(props))) {
    vnode.type = Fragment;
    vnode.props = { children: null };
    return;
  }
  if (isButton) {
    vnode.type = 'span';
    delete props.type;
    // What has another name than its text is a picture.
    if (props['aria-label'] !== undefined) props.role = 'img';
  }
  if (vnode.type === 'details') props.open = true;
  // A mark that can be pressed in the panel is a picture here.
  if (props.role === 'button') props.role = 'img';
  for (const name of Object.keys(props))
    if (
      /^(?:data-|on[A-Z]|tabindex$|aria-(?:controls|expanded|pressed|haspopup|current|keyshortcuts|description)$)/i.test(
        name,
      )
    )
      delete props[name];
}

/** True for a button that shows a place and does nothing else. */
function leads(props: Readonly<Record<string, unknown>>): boolean {
  const acts = ['data-dialogue', 'data-edit', 'data-audience', 'data-export', 'aria-pressed', 'onClick'];
  const shows = props['data-at'] !== undefined || props['data-problems'] !== undefined;
  return shows && acts.every(name => props[name] === undefined);
}
