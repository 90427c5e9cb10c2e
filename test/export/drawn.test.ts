import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exportName } from '../../export/file-name.ts';
import { planHtml } from '../../export/html.ts';
import { LIGHT } from '../../export/svg/palette.ts';
import { planSvg } from '../../export/svg/svg.tsx';
import { soundPlan } from '../support/examples.ts';
import { exported, HOSTILE, paperOf, planSaying } from './paper.ts';

const ACME = paperOf(readFileSync('examples/acme.success-plan.yaml', 'utf8'));

/** The tags that are open at the end, or closed out of order; [] for markup that is well formed. */
function unbalanced(markup: string): string[] {
  const open: string[] = [];
  for (const [, close, name = '', attributes = '', selfClosed] of markup.matchAll(
    /<(\/?)([\w:]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|<[^>]*>/g,
  )) {
    if (name === '') return ['a tag that cannot be read'];
    const names = [...attributes.matchAll(/\s([\w:-]+)="[^"]*"/g)].map(([, one]) => one);
    if (new Set(names).size < names.length) return [`${name} has an attribute twice`];
    if (close === '/') {
      if (open.pop() !== name) return [`</${name}>`];
    } else if (selfClosed !== '/') open.push(name);
  }
  return open;
}

describe('the page', () => {
  const html = planHtml(ACME);

  it('has a policy that allows its one style sheet and nothing else', () => {
    const [, styles = ''] = /<style>(.*?)<\/style>/s.exec(html) ?? [];
    const hash = createHash('sha256').update(styles).digest('base64');
    expect(html).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(styles).not.toMatch(/@import|url\(/);
    expect(html).not.toMatch(/ style="|<script|<link|<img|https?:/);
  });

  it.each(HOSTILE)('shows what nobody would see, and the picture too: %j', text => {
    const paper = paperOf(planSaying(text));
    for (const drawn of [planHtml(paper), planSvg(paper)])
      expect(drawn).not.toMatch(/(?![\t\n\r])[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
  });

  it('has nothing that asks for a hand, and all marks', () => {
    const [, body = ''] = html.split('<body>');
    expect(body).not.toMatch(/<(?:button|select|input)|tabindex|data-|role="button"|aria-keyshortcuts/);
    expect(body.match(/href="#ms-done"/g)?.length).toBeGreaterThan(4);
    expect(body).toMatch(/class="rm [^"]*"[^>]*role="img"[^>]*>R1</);
  });

  it('says whose it is', () => {
    expect(html).toContain('<title>Acme Corp (internal): success plan</title>');
    expect(html).toContain('Internal: for your own team, not for the customer.');
    const theirs = planHtml({ ...ACME, view: { ...ACME.view, audience: 'customer' } });
    expect(theirs).toContain('<title>Acme Corp: success plan</title>');
    expect(theirs).toContain('Prepared for Acme Corp, 10 Feb 2026.');
  });
});

describe('a timeline that is higher than a sheet of paper', () => {
  const drawn = (outcomes: number) => {
    const list = Array.from(
      { length: outcomes },
      (_, i) => `  - id: O${i + 1}
    baseline: { metric: Wrong deliveries of depot ${i + 1}, current: 10%, measured_on: 2025-11-03 }
    target: { metric: Wrong deliveries of depot ${i + 1}, goal: 3%, target_date: 2026-08-31 }
    milestones: [{ name: New scanners, target_date: 2026-04-01, status: pending }]\n`,
    );
    const html = planHtml(
      paperOf(
        `customer:\n  contract: { start_date: 2025-10-01, renewal_date: 2026-10-01 }\noutcomes:\n${list.join('')}`,
      ),
    );
    const drawings = [...html.matchAll(/<svg[^>]*class="plot"[^>]*height="(\d+)"/g)];
    return { html, heights: drawings.map(([, height]) => Number(height)) };
  };

  it('stands on several, each with its ticks, and with all lanes', () => {
    const { html, heights } = drawn(40);
    expect(heights.length).toBeGreaterThan(3);
    for (const height of heights) expect(height).toBeLessThanOrEqual(1040);
    expect(html.match(/>Today, 10 Feb</g)?.length).toBe(heights.length);
    expect(html).toContain('O40 Wrong deliveries');
  });

  it('is made a little smaller where that is enough', () => {
    const { html, heights } = drawn(9);
    expect(heights.length).toBe(1);
    expect(html).toContain('class="tl high"');
  });
});

describe('the picture', () => {
  it.each([...HOSTILE, 'Order entry time'])('is well formed, whatever the plan says: %j', text => {
    const svg = planSvg(paperOf(planSaying(text)));
    expect(unbalanced(svg)).toEqual([]);
    expect(svg).not.toMatch(/(?![\t\n\r])[\p{Cc}\p{Cs}]|\]\]>/u);
  });

  it('needs nothing that only browsers know', () => {
    const svg = planSvg(ACME);
    expect(svg).toMatch(/^<svg xmlns:xlink="[^"]+" xmlns="http:\/\/www.w3.org\/2000\/svg" width="1100" height="\d+"/);
    expect(svg).not.toMatch(/var\(|color-mix|foreignObject|[\d.]%"|@media|@container|NaN|undefined/);
    expect(svg.match(/ href="/g)?.length).toBe(svg.match(/ xlink:href="#/g)?.length);
  });

  it('is light', () => {
    const svg = planSvg(ACME);
    expect(svg).toContain(`.f-paper{fill:${LIGHT.paper}}`);
    expect(svg).toContain(`svg text{font-size:11px;fill:${LIGHT.ink}}`);
  });

  it('has the texts of header, outcomes and timeline', () => {
    const text = planSvg(ACME)
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ');
    for (const said of [
      'Acme Corp',
      'One of three outcomes is off track.',
      '54%',
      'Forecast 18 Jun',
      'Today, 10 Feb',
      'Contract',
    ])
      expect(text).toContain(said);
  });
});

it('the picture’s figures have their whole unit', () => {
  const svg = planSvg(paperOf('plan: { next_review: 2025-12-01 }\ncustomer: { company: Acme }\n'));
  const text = svg.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ');
  expect(text).toContain('71 days overdue');
  expect(text).not.toContain('…');
});

describe('the picture’s lanes', () => {
  it('have their whole names, on as many lines as there is room for', () => {
    const svg = planSvg(paperOf(readFileSync('examples/northwind.success-plan.yaml', 'utf8')));
    const text = svg.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
    for (const name of ['O2 Share of wrong deliveries', 'O4 Depots on the common system']) expect(text).toContain(name);
    expect(text).not.toContain('…');
  });
});

describe('the file', () => {
  it('is named after the plan and its reader', () => {
    expect(exportName('acme.success-plan.yaml', 'html', 'internal')).toBe('acme.html');
    expect(exportName('acme.success-plan.yml', 'markdown', 'customer')).toBe('acme-customer.md');
    expect(exportName('success-plan.yaml', 'ics', 'internal')).toBe('success-plan.ics');
    expect(exportName('', 'csv', 'customer')).toBe('success-plan-customer.csv');
    expect(exportName('a/../b:c*.yaml', 'svg', 'internal')).toBe('a-..-b-c-.svg');
  });

  it('says that a further plan of the same file is not in it', () => {
    const two = `${soundPlan()}---\n${soundPlan()}`;
    expect(exported(two, { format: 'csv', audience: 'internal' })).toMatchObject({
      type: 'written',
      leftOut: { gone: ['The other plan of the file'], stays: [] },
    });
  });

  it('is refused where there is nothing to write', () => {
    const refused = (text: string, format: 'ics' | 'html' = 'html') => {
      const made = exported(text, { format, audience: 'internal' });
      return made.type === 'refused' ? made.reason : undefined;
    };
    expect(refused('')).toBe('There is no success plan in it.');
    expect(refused('qbr: { duration: 60 minutes }')).toBe('There is no success plan in it.');
    expect(refused('plan: { status: active }', 'ics')).toContain('a calendar would be empty');
    expect(refused('plan:\n  status: [')).toMatch(/^Line \d cannot be read: ./);
    expect(refused('plan: { status: active }')).toBeUndefined();
  });
});
