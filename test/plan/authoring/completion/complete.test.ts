import { describe, expect, it } from 'vitest';
import { complete } from '../../../../plan/authoring/completion/complete.ts';
import { applyEdits, readPlanFile } from '../../../../plan/check.ts';
import { day } from '../../../../plan/day.ts';
import { withCursor } from '../../../support/cursor.ts';
import { soundPlan } from '../../../support/examples.ts';

const TODAY = day('2026-02-10');

function candidates(marked: string) {
  const { text, offset } = withCursor(marked);
  const read = readPlanFile(text).documents;
  const model = read.findLast(({ model: one }) => one.syntax.start <= offset)?.model;
  return { text, found: complete(text, offset, model, TODAY) };
}

/** The text after the first candidate that begins with a word was accepted. */
function accepted(marked: string, label: string): string {
  const { text, found } = candidates(marked);
  const one = found.find(candidate => candidate.label === label);
  if (!one) throw new Error(`${label} is not offered, but ${found.map(c => c.label).join(', ')}`);
  return applyEdits(text, [{ ...one.replace, newText: one.insert }]);
}

const labels = (marked: string) => candidates(marked).found.map(c => c.label);

/** The sound plan with a piece of it replaced. */
function sound(from: string, to: string): string {
  if (!soundPlan().includes(from)) throw new Error(`no “${from}”`);
  return soundPlan().replace(from, to);
}

describe('keys', () => {
  it('come with what is to follow: a value, fields, or the first entry of a list', () => {
    expect(accepted('plan:\n  <|>\n', 'status')).toBe('plan:\n  status: \n');
    expect(accepted('customer:\n  company: Acme\n  con<|>\n', 'contract')).toBe(
      'customer:\n  company: Acme\n  contract:\n    \n',
    );
    expect(accepted('outcomes:\n  - id: O1\n    <|>\n', 'milestones')).toBe(
      'outcomes:\n  - id: O1\n    milestones:\n      - \n',
    );
    expect(accepted('outcomes:\n  - <|>\n', 'description')).toBe('outcomes:\n  - description: \n');
    expect(accepted('<|>', 'plan')).toBe('plan:\n  ');
  });

  it('replace the word under the cursor, and leave a colon that is there', () => {
    expect(accepted('plan:\n  sta<|>ge: onboarding\n', 'status')).toBe('plan:\n  status: onboarding\n');
    expect(accepted('plan: { version: 1, st<|> }\n', 'status')).toBe('plan: { version: 1, status:  }\n');
  });

  it('are those of an agenda in an agenda', () => {
    expect(labels('qbr:\n  duration: 60 minutes\n  <|>\n')).toEqual(['agenda', 'date', 'plan', 'attendees']);
    expect(labels('plan:\n  version: 1\n---\nqbr:\n  agenda:\n    - <|>\n')).toEqual(['topic', 'duration', 'content']);
  });

  it('begin the list where only its key stands', () => {
    expect(accepted('outcomes:\n  <|>\n', 'description')).toBe('outcomes:\n  - description: \n');
  });
});

describe('values', () => {
  it('are the people of the side that is asked for, with role and side', () => {
    const owner = candidates(sound('  co_owner: Dana Ruiz', '  co_owner: <|>')).found;
    expect(owner.map(c => [c.label, c.detail])).toEqual([
      ['Dana Ruiz', 'VP Operations, customer'],
      ['Ken Abe', 'Depot Manager, customer'],
    ]);
  });

  it('put those who left last, and say so', () => {
    const left = sound('      engagement: active\n      priorities', '      until: "2026-01-31"\n      priorities');
    const people = candidates(left.replace('owner: Ken Abe\n', 'owner: <|>\n')).found;
    expect(people.at(-1)).toMatchObject({ label: 'Dana Ruiz', detail: 'VP Operations, customer, no longer there' });
  });

  it('are ids with what they stand for', () => {
    const cited = candidates(sound('    - outcome: O1', '    - outcome: <|>')).found;
    expect(cited.map(c => c.label)).toEqual(['O1', 'O2', 'O3']);
    expect(cited[1]?.detail).toContain('wrong deliveries');
  });

  it('are likely days: now for what happened, later, the quarter’s end and the renewal for what is planned', () => {
    expect(labels(sound('        target_date: "2026-03-31"', '        target_date: "<|>"'))).toEqual([
      '2026-02-10',
      '2026-03-12',
      '2026-05-11',
      '2026-03-31',
      '2026-10-01',
    ]);
    expect(labels(sound('        actual_date: "2025-12-12"', '        actual_date: <|>'))).toEqual(['2026-02-10']);
  });

  it('stay inside the quotes that are open', () => {
    const text = sound('owner: Ken Abe\n', 'owner: "Ke<|>"\n');
    expect(accepted(text, 'Ken Abe')).toContain('owner: "Ken Abe"\n');
    const open = sound('owner: Ken Abe\n', "owner: 'Ke<|>\n");
    expect(accepted(open, 'Ken Abe')).toContain("owner: 'Ken Abe'\n");
  });

  it('get quotes where they need them', () => {
    const text = sound('    - name: Ken Abe\n', '    - name: "Abe, Ken"\n').replace(
      '[Dana Ruiz, Ken Abe, Priya Shah]',
      '[Dana Ruiz, <|>]',
    );
    expect(accepted(text, 'Abe, Ken')).toContain('[Dana Ruiz, "Abe, Ken"]');
  });
});

it('answers at every place of a plan without throwing, and what it replaces is around the cursor', () => {
  const text = soundPlan();
  const model = readPlanFile(text).documents[0]?.model;
  let offered = 0;
  for (let offset = 0; offset <= text.length; offset += 3) {
    for (const { replace } of complete(text, offset, model, TODAY)) {
      offered++;
      expect(replace.start <= offset && offset <= replace.end).toBe(true);
    }
  }
  expect(offered).toBeGreaterThan(1000);
});
