import { render } from 'preact';
import { Checker, readPlanFile } from '../../../plan/check.ts';
import { documentView } from '../../../plan/view/index.ts';
import type { Broken } from '../../../protocol/panel.ts';
import { Panel } from '../../../webview/components/Panel.tsx';
import { ACME, TODAY } from './acme.ts';
import { AGENDA, EMPTY, NO_CONTRACT, STRESS, VARIANTS } from './states.ts';

/* Draws one fixture in the browser: the address says which, `#acme`. */

/** The plan template's text, put in by the bundler. */
declare const TEMPLATE_TEXT: string;

const template = readPlanFile(TEMPLATE_TEXT);
const TEMPLATE = documentView(template.documents, new Checker().check(template, TODAY).findings, TODAY) ?? null;

const BROKEN: Broken = { line: 61, cause: 'a colon is missing after “owner”', at: 1200 };
const PAGES = {
  acme: <Panel view={ACME} lit="O1·4" />,
  template: <Panel view={TEMPLATE} />,
  variants: <Panel view={VARIANTS} />,
  empty: <Panel view={EMPTY} />,
  'no-contract': <Panel view={NO_CONTRACT} />,
  agenda: <Panel view={AGENDA} />,
  broken: <Panel view={ACME} broken={BROKEN} />,
  'never-read': <Panel view={null} broken={BROKEN} />,
  waiting: <Panel view={null} />,
  stress: <Panel view={STRESS} />,
};

const name = location.hash.slice(1);
const root = document.getElementById('root');
if (root !== null) render(Object.entries(PAGES).find(([key]) => key === name)?.[1] ?? PAGES.acme, root);
