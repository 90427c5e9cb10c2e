import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../../plan/authoring/completion/candidate.ts';
import { complete } from '../../../../plan/authoring/completion/complete.ts';
import { completeConfig } from '../../../../plan/authoring/config/complete.ts';
import { applyEdits, type PlanFile, readPlanFile } from '../../../../plan/check.ts';
import { day } from '../../../../plan/day.ts';
import { partsOf } from '../../../../plan/syntax/tree.ts';

const TODAY = day('2026-02-10');

/** A candidate is put in at every so many offsets; all of them are looked at everywhere. */
const STRIDE = 17;

const FILES = [...in_('examples'), ...in_('test/fixtures'), ...in_('test/corpus/plans')].filter(
  file => !file.endsWith('config.yaml'),
);

function in_(folder: string): string[] {
  return readdirSync(folder)
    .filter(name => /\.ya?ml$/.test(name))
    .map(name => path.join(folder, name));
}

function problemsOf({ source }: PlanFile): string[] {
  return source.documents.flatMap(one =>
    [...one.problems, ...[...partsOf(one)].flatMap(part => part.problems)].map(problem => problem.message),
  );
}

function modelAt({ documents }: PlanFile, offset: number) {
  return documents.findLast(({ model }) => model.syntax.start <= offset)?.model;
}

/** What is wrong with where a candidate goes. */
function misplaced(text: string, offset: number, { replace, insert, label }: Candidate): string[] {
  const outside = replace.start > offset || replace.end < offset;
  const lines = text.slice(replace.start, replace.end).includes('\n');
  return outside || lines || insert.includes('undefined') ? [`${offset}: ${label}`] : [];
}

/** Numbers that look thrown, the same at every run. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state % below;
  };
}

/** A snippet as an editor leaves it when nobody touches its stops. */
function untouched(snippet: string): string {
  const values = new Map<string, string>();
  return snippet
    .replaceAll(/\$\{(\d+)(?::((?:[^\\}]|\\.)*)|\|((?:[^\\|]|\\.)*)\|)?\}/g, (_, number, text, choices) => {
      const first = text ?? choices?.split(/(?<!\\),/)[0];
      if (first !== undefined) values.set(number, first);
      return values.get(number) ?? '';
    })
    .replaceAll(/\\([\\$},|])/g, '$1');
}

function offsetsOf(text: string, eol: string, file: string): { wrong: string[]; put: number; offered: number } {
  const read = readPlanFile(text);
  const isReadable = problemsOf(read).length === 0;
  const roll = dice(text.length);
  const wrong: string[] = [];
  let put = 0;
  let offered = 0;
  for (let offset = 0; offset <= text.length; offset += eol.length * eol.length) {
    const found = complete(text, offset, modelAt(read, offset), TODAY, undefined, path.basename(file));
    offered += found.length;
    for (const one of found) wrong.push(...misplaced(text, offset, one));
    if (offset % (STRIDE * eol.length) !== 0 || found.length === 0) continue;
    const one = found[roll(3) === 0 ? 0 : roll(found.length)];
    if (!one) continue;
    for (const written of [one.insert, untouched(one.snippet ?? one.insert)]) {
      put++;
      const after = applyEdits(text, [{ ...one.replace, newText: written.replaceAll('\n', eol) }]);
      const [problem] = problemsOf(readPlanFile(after, undefined, read));
      if (problem && isReadable)
        wrong.push(`${offset}: ${JSON.stringify(written)} in ${text.slice(offset - 20, offset)}<|>: ${problem}`);
    }
  }
  return { wrong, put, offered };
}

describe.each(FILES)('in %s', { timeout: 60_000 }, file => {
  const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');

  it.each(['\n', '\r\n'])(
    'what is offered anywhere goes where the cursor is and leaves the plan readable, lines ending with %j',
    eol => {
      const whole = text.replaceAll('\n', eol);
      const { wrong, put, offered } = offsetsOf(whole, eol, file);
      expect(wrong.slice(0, 5).join('\n')).toBe('');
      expect(put).toBeGreaterThan(text.length / 600);
      expect(offered).toBeGreaterThan(text.length / 8);
    },
  );

  it('every key can be completed from any beginning of it, with the rest of the plan below', () => {
    const read = readPlanFile(text);
    const roll = dice(5);
    const isReadable = problemsOf(read).length === 0;
    const missing: string[] = [];
    let keys = 0;
    for (const match of text.matchAll(/^([ -]*)([a-z_]+):.*$/gm)) {
      const [line, lead = '', key = ''] = match;
      if (/^[^#]*(?:: [|>]|[{[])/.test(line) || inProse(text, match.index)) continue;
      if (isReadable && !OWN.has(key)) keys++;
      else continue;
      const cut = 1 + roll(key.length - 1);
      const before = text.slice(0, match.index) + lead + key.slice(0, cut);
      const found = complete(
        before + text.slice(match.index + line.length),
        before.length,
        modelAt(read, match.index),
        TODAY,
        undefined,
        path.basename(file),
      );
      // In a group of the team's own nothing is known.
      if (found.every(({ label }) => label === 'x-')) continue;
      if (!found.some(({ label }) => label === key))
        missing.push(`${line.trim()} at ${cut}: ${found.map(f => f.label)}`);
    }
    expect(missing.slice(0, 5).join('\n')).toBe('');
    expect(keys).toBeGreaterThan(isReadable && !file.includes('-ebr.') ? 0 : -1);
  });
});

/** Keys that the examples have beyond the format. */
const OWN: ReadonlySet<string> = new Set(['health', 'notes', 'checked', 'open']);

/** True in a text block, or in brackets over several lines. */
function inProse(text: string, at: number): boolean {
  const indent = /^[ -]*/.exec(text.slice(at))?.[0].length ?? 0;
  const above = text
    .slice(0, at)
    .split('\n')
    .toReversed()
    .find(line => line.trim() !== '' && line.search(/[^ -]/) < indent);
  return /[:-] [|>]|[[{,]\s*$/.test(above ?? '') || /[{,[]\s*$/.test(text.slice(0, at));
}

it('answers at the end of every beginning of a plan', () => {
  const text = readFileSync('test/fixtures/template.success-plan.yaml', 'utf8');
  const wrong: string[] = [];
  let model: ReturnType<typeof modelAt>;
  for (let end = 0; end <= text.length; end++) {
    const begun = text.slice(0, end);
    if (end % 50 === 0) model = modelAt(readPlanFile(begun), end);
    for (const one of complete(begun, end, model, TODAY)) wrong.push(...misplaced(begun, end, one));
  }
  expect(wrong.slice(0, 5).join('\n')).toBe('');
});

it('answers everywhere in a configuration', () => {
  const text = readFileSync('examples/success-plan.config.yaml', 'utf8');
  const wrong: string[] = [];
  for (let offset = 0; offset <= text.length; offset++)
    for (const one of completeConfig(text, offset)) wrong.push(...misplaced(text, offset, one));
  expect(wrong.slice(0, 5).join('\n')).toBe('');
});
