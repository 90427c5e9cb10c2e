/**
 * Asks the panel's page, in a real browser and under its policy, for pictures: whether a drawing in lines becomes a PNG of the right size that
 * is not blank, and what happens with what is no drawing or is too large.
 *
 *   node test/webview/picture.mjs            with a drawing of its own
 *   node test/webview/picture.mjs FILE.svg   with that file; the picture is written beside it
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleScript, bundleStyles, hosted, launch, top } from './support/browser.mjs';

const OWN = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="120" viewBox="0 0 400 120">
<style>.bar { fill: #1a85ff }</style>
<script>document.documentElement.setAttribute('width', '10')</script>
<image href="http://elsewhere.test/x.png" width="10" height="10"/>
<rect class="bar" x="100" y="20" width="200" height="40"/>
<text x="20" y="100" font-size="20">北風 – Order entry time &lt;b&gt;</text></svg>`;

const file = process.argv[2];
const svg = file === undefined ? OWN : readFileSync(file, 'utf8');

const script = await bundleScript({ entryPoints: [join(top, 'webview', 'main.tsx')] });
const host = `window.sent = []; window.acquireVsCodeApi = () => ({
  postMessage: message => window.sent.push(message), getState: () => null, setState: () => {},
});`;
const html = hosted(await bundleStyles(), host, script);

const browser = await launch();
try {
  const page = await browser.newPage({ viewport: { width: 900, height: 600 } });
  const failures = [];
  const asked = [];
  page.on('pageerror', error => failures.push(error.message));
  page.on('console', message => message.type() === 'error' && failures.push(message.text()));
  page.on('request', request => asked.push(request.url()));
  await page.route('http://panel.test/**', route => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto('http://panel.test/');

  let count = 0;
  /** What the page answers to a wish for a picture. */
  const picture = async (text, scale = 2) => {
    count += 1;
    await page.evaluate(data => window.postMessage(data, '*'), { type: 'picture', id: count, svg: text, scale });
    await page.waitForFunction(
      id => window.sent.some(message => message.type === 'picture' && message.id === id),
      count,
    );
    const { png } = await page.evaluate(id => window.sent.find(message => message.id === id), count);
    return png === null ? null : Buffer.from(png, 'base64');
  };
  /** Size and some colours of a PNG, as the browser reads it. */
  const look = (png, ...places) =>
    page.evaluate(
      async ([data, at]) => {
        const image = new Image();
        image.src = `data:image/png;base64,${data}`;
        await image.decode();
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
        const context = canvas.getContext('2d');
        context.drawImage(image, 0, 0);
        const { data: pixels } = context.getImageData(0, 0, canvas.width, canvas.height);
        const colours = new Set();
        for (let i = 0; i < pixels.length; i += 4) colours.add(pixels.slice(i, i + 4).join());
        return {
          width: canvas.width,
          height: canvas.height,
          colours: colours.size,
          at: at.map(([x, y]) => context.getImageData(x, y, 1, 1).data.join()),
        };
      },
      [png.toString('base64'), places],
    );

  const png = await picture(svg);
  assert.ok(png !== null, 'a picture');
  assert.equal(png.subarray(1, 4).toString(), 'PNG');
  if (file === undefined) {
    const seen = await look(png, [400, 80], [40, 20], [790, 230]);
    assert.deepEqual(seen, {
      ...seen,
      width: 800,
      height: 240,
      at: ['26,133,255,255', '255,255,255,255', '255,255,255,255'],
    });
    assert.ok(seen.colours > 10, 'text is drawn');

    assert.equal(await picture('no drawing'), null);
    assert.equal(await picture(''), null);
    const tall = await picture(
      OWN.replaceAll('height="120" viewBox="0 0 400 120"', 'height="30000" viewBox="0 0 400 30000"'),
    );
    const size = await look(tall, [219, 40]);
    assert.equal(size.height, 16_384, 'as large as a browser draws, and no larger');
    assert.equal(size.width, Math.round((400 * 16_384) / 30_000));
    assert.notEqual(size.colours, 1);
  } else {
    const seen = await look(png);
    assert.ok(seen.colours > 20, `${seen.colours} colours`);
    const out = file.replace(/\.svg$/u, '.png');
    writeFileSync(out, png);
    console.log(`${out}: ${seen.width} × ${seen.height}, ${seen.colours} colours`);
  }
  assert.deepEqual(
    asked.filter(url => !url.startsWith('http://panel.test/') && !url.startsWith('data:')),
    [],
    'nothing is loaded',
  );
  assert.deepEqual(failures, [], 'no rule of the page is broken');
  console.log('pictures ok');
} finally {
  await browser.close();
}
