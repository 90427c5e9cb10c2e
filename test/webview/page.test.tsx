import { describe, expect, it } from 'vitest';
import type { DocumentView } from '../../plan/view/types.ts';
import type { Broken } from '../../protocol/panel.ts';
import { litKey } from '../../webview/lit.ts';
import { renderPanel } from '../../webview/page.ts';
import { planOf, QBR, TEMPLATE, viewOf } from '../plan/view/support/plans.ts';
import { ACME } from './support/acme.ts';
import { AGENDA, EMPTY, NO_CONTRACT, STRESS, VARIANTS } from './support/states.ts';

const BROKEN: Broken = { line: 61, cause: 'a colon is missing after “owner”.', at: 1200 };
const PAGES: Readonly<Record<string, string>> = {
  acme: renderPanel({ view: ACME }),
  lit: renderPanel({ view: ACME, lit: 'O1·4' }),
  variants: renderPanel({ view: VARIANTS }),
  empty: renderPanel({ view: EMPTY }),
  'no contract': renderPanel({ view: NO_CONTRACT }),
  agenda: renderPanel({ view: AGENDA }),
  broken: renderPanel({ view: ACME, broken: BROKEN }),
  'never read': renderPanel({ view: null, broken: BROKEN }),
  waiting: renderPanel({ view: null }),
  stress: renderPanel({ view: STRESS }),
  template: renderPanel({ view: planOf(TEMPLATE) }),
  'agenda template': renderPanel({ view: viewOf(QBR) }),
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
    for (const control of html.match(/<button[^>]*>|<g [^>]*role="button"[^>]*>/gu) ?? []) {
      expect(control).toMatch(/data-at="-?\d+"|data-problems/u);
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
  });

  it('is none outside', () => {
    expect(key('risks:')).toBeUndefined();
    expect(litKey(null, 5)).toBeUndefined();
    expect(litKey(AGENDA, 5)).toBeUndefined();
  });

  it('gets its frame in the drawing', () => {
    expect(PAGES.lit).toMatch(/class="mk lit"[^>]*data-key="O1·4"/u);
  });
});
