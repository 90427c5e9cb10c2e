import { cloneElement, render } from 'preact';
import type { Audience } from '../../../plan/audience/audience.ts';
import { forAudience } from '../../../plan/audience/for-audience.ts';
import { leftOutIn } from '../../../plan/audience/left-out.ts';
import { Checker, readPlanFile } from '../../../plan/check.ts';
import { day } from '../../../plan/day.ts';
import { english } from '../../../plan/phrase.ts';
import { documentView, type PlanView } from '../../../plan/view/index.ts';
import type { Broken } from '../../../protocol/panel.ts';
import { Panel } from '../../../webview/components/Panel.tsx';
import { DEFAULT_SETTINGS, type PanelSettings } from '../../../webview/settings.ts';
import { listenToTips } from '../../../webview/tips.ts';
import { BEGUN, CROWD, EMPTY, FORTY, SCRIPTS } from '../../plan/view/support/crowds.ts';
import { measured } from '../../plan/view/support/measured.ts';
import { ACME, TODAY } from './acme.ts';
import { AGENDA, NO_CONTRACT, STRESS, VARIANTS } from './states.ts';

/* Draws fixtures in the browser, one after the other on the same page: `fixture('acme')`. To begin with, the address says which, `#acme`. */

/** The plan template's text, put in by the bundler. */
declare const TEMPLATE_TEXT: string;

function viewOf(text: string, audience: Audience = 'internal'): PlanView | null {
  const left = forAudience(text, audience, []);
  if (left.type === 'unreadable') return null;
  const file = readPlanFile(left.text);
  const findings = audience === 'internal' ? new Checker().check(file, TODAY).findings : [];
  const view = documentView(file.documents, findings, TODAY, audience);
  if (view?.kind !== 'plan') return null;
  return audience === 'internal' ? view : { ...view, leftOut: leftOutIn(left.leftOut, english) };
}

const MEASURED = viewOf(measured(TEMPLATE_TEXT));
/** The reference drawing over the parts that follow from the same plan. */
const WHOLE: PlanView = MEASURED === null ? ACME : { ...MEASURED, ...ACME };

const BROKEN: Broken = { line: 61, cause: 'a colon is missing after “owner”', at: 1200 };
/* Made when asked for: some take a while. */
const PAGES = {
  acme: () => <Panel view={WHOLE} lit="O1·4" controls />,
  template: () => <Panel view={viewOf(TEMPLATE_TEXT)} lit="risk/0" controls />,
  measured: () => <Panel view={MEASURED} lit="person/customer/1" controls />,
  customer: () => <Panel view={viewOf(measured(TEMPLATE_TEXT), 'customer')} controls />,
  paper: () => <Panel view={MEASURED} />,
  crowd: () => <Panel view={viewOf(CROWD)} controls />,
  forty: () => <Panel view={viewOf(FORTY)} controls />,
  scripts: () => <Panel view={viewOf(SCRIPTS)} lit="review/1" controls />,
  variants: () => <Panel view={VARIANTS} controls />,
  empty: () => <Panel view={viewOf(EMPTY)} controls />,
  begun: () => <Panel view={viewOf(BEGUN)} controls />,
  'no-contract': () => <Panel view={NO_CONTRACT} controls />,
  agenda: () => <Panel view={AGENDA} controls />,
  broken: () => <Panel view={WHOLE} broken={BROKEN} controls />,
  'never-read': () => <Panel view={null} broken={BROKEN} controls />,
  waiting: () => <Panel view={null} controls />,
  stress: () => <Panel view={STRESS} controls />,
};

/** Pages on which somebody has chosen something: the page that it was chosen on, and what. */
const CHOSEN: Readonly<Record<string, readonly [keyof typeof PAGES, Partial<PanelSettings>]>> = {
  'by-owner': ['acme', { lanes: 'owner' }],
  'by-side': ['crowd', { lanes: 'side' }],
  'crowd-by-owner': ['crowd', { lanes: 'owner' }],
  quarter: ['acme', { zoom: 'quarter' }],
  'three-weeks': ['measured', { zoom: { from: day('2026-01-12'), days: 21 } }],
  'crowd-quarter': ['crowd', { zoom: 'quarter' }],
  'stress-quarter': ['stress', { zoom: 'quarter' }],
  open: ['acme', { show: { state: 'open', side: 'customer' } }],
  tables: ['acme', { tables: { attainment: true, timeline: true } }],
  'stress-tables': ['stress', { tables: { attainment: true, timeline: true } }],
};

function isPage(name: string): name is keyof typeof PAGES {
  return name in PAGES;
}

/* So long the page waits before it draws tables that are out of sight, and a little more. */
const SETTLED_MS = 300;

const root = document.getElementById('root');
let drawn: string | undefined;

/** Draws a fixture anew, unless it is there already: its width is the styles' own. Done when nothing more is to come. */
async function fixture(name: string): Promise<void> {
  if (root === null || name === drawn) return;
  drawn = name;
  const [base, chosen] = CHOSEN[name] ?? [isPage(name) ? name : 'acme', {}];
  const page = PAGES[base]();
  const draw = (settings: PanelSettings): void =>
    render(page.props.controls ? cloneElement(page, { settings, onSettings: draw }) : page, root);
  render(null, root);
  window.scrollTo(0, 0);
  draw({ ...DEFAULT_SETTINGS, ...chosen });
  await new Promise(done => setTimeout(done, SETTLED_MS));
}

if (root !== null) listenToTips(root);
Object.assign(window, { fixture });
void fixture(location.hash.slice(1));
