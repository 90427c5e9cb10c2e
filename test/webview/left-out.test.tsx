import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { LeftOut } from '../../webview/components/LeftOut.tsx';

it('names what the customer will not see, and what stays although it says the same', () => {
  const html = renderToString(
    h(LeftOut, {
      gone: ['The value of the contract', '2 comments'],
      stays: ['“$84,000” is also said in <b>outcomes</b>'],
    }),
  );
  expect(html).toContain('Left out: the value of the contract · 2 comments.');
  expect(html).toContain('Stays: “$84,000” is also said in &lt;b>outcomes&lt;/b>');
  expect(html.match(/<svg/g)?.length).toBe(1);
});

it('says so when nothing has to be left out', () => {
  expect(renderToString(h(LeftOut, { gone: [], stays: [] }))).toContain('Nothing in this plan has to be left out.');
});
