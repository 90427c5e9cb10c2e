import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { DocumentView } from '../../plan/view/types.ts';
import type { Broken } from '../../protocol/panel.ts';
import { actOf } from '../../webview/act.ts';
import { Panel, type PanelProps } from '../../webview/components/Panel.tsx';
import { litKey } from '../../webview/lit.ts';
import { BEGUN, CROWD, EMPTY, SCRIPTS } from '../plan/view/support/crowds.ts';
import { MEASURED, planOf, QBR, TEMPLATE, TODAY, viewOf } from '../plan/view/support/plans.ts';
import { ACME } from './support/acme.ts';
import { element, tag } from './support/element.ts';
import { AGENDA, NO_CONTRACT, STRESS, VARIANTS } from './support/states.ts';

const BROKEN: Broken = { line: 61, cause: 'a colon is missing after “owner”.', at: 1200 };
/** The page's markup, with its controls. */
function renderPanel(props: PanelProps): string {
  return renderToString(<Panel {...props} />);
}

const PAGES: Readonly<Record<string, string>> = {
  acme: renderPanel({ view: ACME, controls: true }),
  lit: renderPanel({ view: ACME, lit: 'O1·4', controls: true }),
  variants: renderPanel({ view: VARIANTS, controls: true }),
  empty: renderPanel({ view: planOf(EMPTY), controls: true }),
  'no contract': renderPanel({ view: NO_CONTRACT, controls: true }),
  agenda: renderPanel({ view: AGENDA, controls: true }),
  broken: renderPanel({ view: ACME, broken: BROKEN, controls: true }),
  'never read': renderPanel({ view: null, broken: BROKEN, controls: true }),
  waiting: renderPanel({ view: null, controls: true }),
  stress: renderPanel({ view: STRESS, controls: true }),
  template: renderPanel({ view: planOf(TEMPLATE), controls: true }),
  measured: renderPanel({ view: planOf(MEASURED), lit: 'risk/0', controls: true }),
  crowd: renderPanel({ view: planOf(CROWD), controls: true }),
  scripts: renderPanel({ view: planOf(SCRIPTS), controls: true }),
  begun: renderPanel({ view: planOf(BEGUN), controls: true }),
  customer: renderPanel({ view: planOf(MEASURED, TODAY, 'customer'), controls: true }),
  paper: renderPanel({ view: planOf(MEASURED) }),
  'agenda template': renderPanel({ view: viewOf(QBR), controls: true }),
};

/** The words of the page, as a reader gets them. */
function words(html: string): string {
  return html
    .replace(/<(?:title|defs)>.*?<\/(?:title|defs)>/gsu, '')
    .replace(/<[^>]+>/gu, ' ')
    .replace(/\s+/gu, ' ');
}

describe.each(Object.entries(PAGES))('the page %s', (_, html) => {
  it('needs no inline style and no inline script', () => {
    expect(html).not.toMatch(/\sstyle=/u);
    expect(html).not.toMatch(/<script|\son[a-z]+=|javascript:/iu);
  });

  it('has no value that was not written', () => {
    expect(html).not.toMatch(/undefined|NaN|\[object|Infinity/u);
  });

  it('leads every control somewhere', () => {
    const row = element({ class: 'row' });
    for (const control of html.match(/<button[^>]*>|<g [^>]*role="button"[^>]*>/gu) ?? []) {
      if (control.includes(' disabled')) expect(control).toContain('aria-disabled="true"');
      else
        expect([control, actOf(tag(control, row), place => place)]).toEqual([
          control,
          expect.objectContaining({ type: expect.any(String) }),
        ]);
    }
  });

  it('can be entered by the tab key at one mark', () => {
    const marks = html.match(/<g [^>]*role="button"[^>]*>/gu) ?? [];
    expect(marks.filter(mark => mark.includes('tabindex="0"'))).toHaveLength(marks.length > 0 ? 1 : 0);
    for (const mark of marks) expect(mark).toMatch(/aria-label="[^"]{8,}"/u);
  });

  it('uses only marks that exist', () => {
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/gu)].map(match => match[1]));
    for (const match of html.matchAll(/href="#([^"]+)"/gu)) expect(ids).toContain(match[1]);
    for (const match of html.matchAll(/aria-labelledby="([^"]+)"/gu)) expect(ids).toContain(match[1]);
  });
});

describe('the page', () => {
  it('escapes what people write', () => {
    const evil = '<img src=x onerror=alert(1)>"\'</title><script>';
    const text = TEMPLATE.replaceAll('Acme Corp', evil.replaceAll('"', '\\"'))
      .replaceAll('Mike Torres', evil.replaceAll('"', '\\"'))
      .replaceAll('Data sources connected', evil.replaceAll('"', '\\"'))
      .replaceAll('Report generation time', evil.replaceAll('"', '\\"'));
    const html = renderPanel({ view: planOf(text) });
    expect(html).toContain('&lt;img src=x');
    expect(html).not.toMatch(/<img|<script/u);
  });

  it('shows an unknown attainment as a word', () => {
    const text = words(PAGES.template ?? '');
    expect(text).toContain('Unknown 78% expected');
    expect(text).toContain('No measurement yet');
    expect(text).not.toContain(' 0% ');
  });

  it('keeps the last drawing, pale, under the cause', () => {
    const html = PAGES.broken ?? '';
    expect(words(html)).toContain(
      'Line 61 cannot be read: a colon is missing after “owner”. Drawn below is the plan as it was last readable, as of 10 Feb 2026. Go to line 61',
    );
    expect(html).toContain('class="old"');
    expect(words(html)).toContain('54%');
    expect(words(PAGES['never read'] ?? '')).toContain('The drawing appears as soon as it can.');
  });

  it('says why a customer gets nothing, and leads back', () => {
    const html = renderPanel({ view: null, unsure: 'It is not certain what a customer must not see.', controls: true });
    expect(words(html)).toContain('It is not certain what a customer must not see. Show the internal drawing');
    expect(words(html)).not.toContain('Reading the plan');
    expect(html).toContain('data-audience="internal"');
  });

  it('draws no empty axes', () => {
    const html = renderPanel({ view: planOf('plan:\n  status: draft\n') });
    expect(html).not.toContain('class="plot"');
    expect(words(html)).toContain('No outcomes yet.');
  });

  it('shows the list of milestones where a name found no room', () => {
    expect(PAGES.stress).toContain('class="words shown"');
    expect(PAGES.acme).toContain('class="words"');
  });
});

describe('the lower half of the page', () => {
  const html = PAGES.measured ?? '';
  const text = words(html);

  it('has a heading for each part, in reading order', () => {
    expect([...html.matchAll(/<h2 id="h-\w+">([^<]+)/gu)].map(match => match[1]).slice(-4)).toEqual([
      'Risks',
      'People',
      'Reviews',
      'Checklist',
    ]);
  });

  it('gives the cells of the matrix names, and its marks theirs', () => {
    expect(html).toContain('<table aria-label="Risks by impact and likelihood">');
    expect(html).toContain('<th scope="row" aria-label="Impact high">High</th>');
    expect(html).toContain('<th scope="col" aria-label="Likelihood medium">Medium</th>');
    expect(html).toMatch(
      /class="rm open lit" tabindex="-1" data-at="\d+" title="R1, open: IT security approval for API access may delay automation milestone \(impact high, likelihood medium, score 6 of 9\)" aria-label="R1, open/u,
    );
    expect(html).toMatch(/<td class="sev i-medium l-high">.{0,120}<span class="vh"> severe<\/span>/u);
  });

  it('says everything in words', () => {
    for (const said of [
      'R1 IT security approval for API access may delay automation milestone Open, severe. CSM to schedule call',
      'No contingency written down. Holds up O1·3 .',
      'Mike Torres Operations Manager, day-to-day contact active 2: O1·3 , 26 days late, blocked ; O2·3 , 1 Apr',
      'Tom Brown Solutions Engineer, technical resource – not known none in this plan',
      'To bring: a new day for O1·3 ; a first value for O3 ; a contingency for R1 .',
      'Logged change of O1·3 to 1 Mar is not in the plan',
      'Checklist 7 of 10 pass',
      'Fails: Tied to the renewal.',
    ])
      expect(text).toContain(said);
  });

  it('offers what can be done', () => {
    const labels = (page: string) =>
      [...page.matchAll(/<button[^>]*data-(?:dialogue|edit)=[^>]*>([^<]+)/gu)].map(match => match[1]);
    expect(labels(html)).toEqual([
      'Record…',
      'Record…',
      'Record measurement',
      'Move to 1 Mar',
      'Move to 1 Apr',
      'Prepare agenda',
      'Log review',
    ]);
    expect(labels(PAGES.begun ?? '')).toEqual(['Add the first outcome', 'Add people', 'Schedule the first review']);
    expect(PAGES.begun).toContain('class="plot"');
    expect(labels(PAGES.paper ?? '')).toEqual([]);
    expect(PAGES.paper).not.toMatch(/data-(?:audience|export|problems)/u);
    expect(words(PAGES.paper ?? '')).toContain('Checklist 7 of 10 pass');
  });

  it('switches off what edits while the plan cannot be read, and leaves what leads somewhere', () => {
    const edits = (PAGES.broken ?? '').match(/<button[^>]*data-(?:dialogue|edit)=[^>]*>/gu) ?? [];
    expect(edits.length).toBeGreaterThan(3);
    for (const edit of edits) expect(edit).toMatch(/ disabled.* aria-disabled="true"/u);
    expect(PAGES.broken).toMatch(/<button type="button" data-at="90">Show log/u);
  });

  it('shows a customer no findings and nothing to edit, and closes up', () => {
    const customer = PAGES.customer ?? '';
    expect(customer).not.toMatch(/data-(?:edit|dialogue|problems)/u);
    expect(words(customer)).not.toMatch(/Findings|Checklist|disagree|No contingency|To bring|Drag/u);
    expect(customer).toContain('class="kpi of-4"');
    expect(customer).toMatch(/data-audience="customer" aria-pressed="true"/u);
  });

  it('keeps many of a kind out of sight until they are asked for', () => {
    const crowd = PAGES.crowd ?? '';
    expect([...crowd.matchAll(/<summary>([^<]+)/gu)].map(match => match[1])).toEqual([
      '34 more',
      '36 more',
      '12 more',
      '97 earlier reviews',
    ]);
    expect(crowd).not.toContain('<details class="rest" open');
    expect(renderPanel({ view: planOf(CROWD), lit: 'review/3', controls: true })).toContain(
      '<details class="rest" open',
    );
    // Nobody can open them on paper.
    expect(renderPanel({ view: planOf(CROWD) }).match(/<details class="rest" open/gu)).toHaveLength(4);
  });

  it('lets every name run in its own direction', () => {
    for (const name of ['سارة عبد الرحمن', '田中 美咲', 'דנה לוי'])
      expect(PAGES.scripts).toContain(`<bdi>${name}</bdi>`);
  });
});

describe('the thing under the cursor', () => {
  const view: DocumentView = planOf(TEMPLATE);
  const key = (text: string) => litKey(view, TEMPLATE.indexOf(text));

  it('is the innermost one that is drawn', () => {
    expect(key('Data sources connected')).toBe('outcome/0/1');
    expect(key('20 of 25')).toBe('outcome/1/goal');
    expect(key('Reduce monthly')).toBe('outcome/0');
    expect(key('Q1 review')).toBe('review/0');
    expect(key('2026-05-01')).toBe('review/next');
    expect(key('2026-08-01')).toBe('contract/renewal');
    expect(key('IT security approval')).toBe('risk/0');
    expect(key('VP Operations')).toBe('person/customer/0');
    expect(key('Solutions Engineer')).toBe('person/vendor/1');
  });

  it('is none outside', () => {
    expect(key('review_history:')).toBeUndefined();
    expect(litKey(null, 5)).toBeUndefined();
    expect(litKey(AGENDA, 5)).toBeUndefined();
  });

  it('gets its frame in the drawing', () => {
    expect(PAGES.lit).toMatch(/class="mk lit"[^>]*data-key="O1·4"/u);
  });
});
