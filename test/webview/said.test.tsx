import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Said } from '../../webview/components/Said.tsx';

const said = (text: string) => renderToString(h(Said, { text }));

describe('a sentence with texts of the plan', () => {
  it('keeps a text that runs from right to left to itself', () => {
    expect(said('No value; “تفعيل الجدولة التلقائية” 26 days late, “Audit” open.')).toBe(
      'No value; <bdi>“تفعيل الجدولة التلقائية”</bdi> 26 days late, <bdi>“Audit”</bdi> open.',
    );
  });

  it('keeps the sign of an amount on its line', () => {
    expect(said('The result is at −€5,900,000, and NPS at −5.')).toBe(
      'The result is at −\u2060€5,900,000, and NPS at −5.',
    );
  });

  it('leaves all others as they are, hostile ones as text', () => {
    expect(said('“Automated scheduling” is blocked.')).toBe('“Automated scheduling” is blocked.');
    expect(said('“<b>שלום</b>” is blocked.')).toBe('<bdi>“&lt;b>שלום&lt;/b>”</bdi> is blocked.');
  });
});
