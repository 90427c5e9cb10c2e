import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Panel, type PanelProps } from './components/Panel.tsx';

/** The page's markup as a string, for tests and for pages that stand alone. */
export function renderPanel(props: PanelProps): string {
  return renderToString(h(Panel, props));
}
