// A Chromium with a profile of its own, for the tests that need a browser.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { setupChromium } from '../../scripts/setup.mjs';

const NAVIGATION_LIMIT_MS = 90_000; // a busy machine

/** Opens an empty page of `width` by `height` pixels; `scale` 2 makes screenshots for sharp displays. */
export async function openPage({ width = 1280, height = 800, scale = 1 } = {}) {
  const profile = mkdtempSync(path.join(tmpdir(), 'success-plan-page-'));
  const remove = () => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  process.once('exit', remove);
  mkdirSync(path.join(profile, 'Default'));
  // Webviews are frames of other origins: where third-party cookies are blocked, they do not load.
  const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };
  writeFileSync(path.join(profile, 'Default/Preferences'), JSON.stringify(preferences));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: setupChromium(),
    headless: true,
    viewport: { width, height },
    deviceScaleFactor: scale,
    permissions: ['clipboard-read', 'clipboard-write'],
    args: [
      '--no-sandbox', // the pages are our own, and as root Chromium does not start with it
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultNavigationTimeout(NAVIGATION_LIMIT_MS);
  const close = async () => {
    await context.close();
    remove();
  };
  return { page, close };
}
