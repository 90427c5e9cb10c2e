import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findingsOf, marked } from '../support/findings.ts';
import { dayOf, layouts } from './layouts.ts';

const folder = new URL('./plans/', import.meta.url);

it.each(readdirSync(folder))('leaves %s in peace, in every layout', file => {
  const text = readFileSync(new URL(file, folder), 'utf8');
  for (const [layout, laidOut] of layouts(text)) {
    const loud = findingsOf(laidOut, dayOf(text)).filter(one => one.severity === 'error' || one.severity === 'warning');
    expect(marked(laidOut, loud), layout).toBe('');
  }
});
