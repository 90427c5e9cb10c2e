import { describe, expect, it } from 'vitest';
import { panelPage } from '../../../client/panel/page.ts';

const PAGE = panelPage({
  script: 'https://panel.example/dist/webview.js?a=1&b="2"',
  style: 'https://panel.example/dist/panel.css',
  cspSource: 'https://panel.example',
  nonce: 'r4nd0m',
});

describe('panelPage', () => {
  it('lets nothing load but the script with the nonce and the editor’s own styles', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(PAGE)?.[1];
    expect(policy?.split('; ')).toEqual([
      "default-src 'none'",
      'img-src data:',
      'style-src https://panel.example',
      "script-src 'nonce-r4nd0m'",
    ]);
  });

  it('has one script, which carries the nonce, and no script or style within the page', () => {
    expect(PAGE.match(/<script\b[^>]*>/g)).toEqual([
      '<script nonce="r4nd0m" src="https://panel.example/dist/webview.js?a=1&amp;b=&quot;2&quot;">',
    ]);
    expect(PAGE).toMatch(/><\/script>/);
    expect(PAGE).not.toMatch(/<style|style="|\son[a-z]+=/i);
  });

  it('has the place that the panel draws into, before the script', () => {
    expect(PAGE.indexOf('id="root"')).toBeGreaterThan(0);
    expect(PAGE.indexOf('id="root"')).toBeLessThan(PAGE.indexOf('<script'));
  });
});
