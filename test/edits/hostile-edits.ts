import fc from 'fast-check';

/**
 * What may happen to a text in an editor. Places are given as a share of the text's length, so that a sequence of edits can be shortened and still means
 * something.
 */
export type HostileEdit =
  | { readonly kind: 'insert'; readonly at: number; readonly text: string }
  | { readonly kind: 'delete'; readonly at: number; readonly length: number }
  | {
      readonly kind: 'line';
      readonly at: number;
      readonly how: 'delete' | 'double' | 'indent' | 'dedent' | 'split' | 'up';
    }
  | { readonly kind: 'value'; readonly at: number; readonly text: string }
  | { readonly kind: 'end'; readonly at: number; readonly text: string }
  | { readonly kind: 'move'; readonly at: number; readonly to: number; readonly lines: number }
  | { readonly kind: 'section'; readonly at: number; readonly text: string }
  | { readonly kind: 'undo' };

/** Pieces of YAML that change how what follows is read, and what people type in plans. */
const SNIPPETS = [
  ...[
    ' ',
    '  ',
    '\n',
    '\t',
    ':',
    ': ',
    '- ',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    '#',
    ' #',
    ',',
    '|',
    '>',
    '@',
    '`',
    '%',
    '\r',
    '\r\n',
  ],
  ...[
    '&a ',
    '*a',
    '<<: *a',
    '<<: { status: pending }\n',
    '---\n',
    '...\n',
    ' |\n',
    ' >-\n',
    ' |2\n',
    '!!str ',
    '? ',
    '\uFEFF',
    'ä',
    '😀',
    '客户',
  ],
  ...[
    'status: at_risk',
    'status: ',
    'owner: Nobody Known',
    'target_date: 2026-13-45',
    '2026-01-31',
    '12%',
    '$40,000',
    'null',
    'none',
    '~',
  ],
  ...[
    '\n  ',
    '\n    ',
    '\n- ',
    '\n  - ',
    '\n  - id: O1\n',
    '\n    milestones:\n      - name: Signed off\n        target_date: 2026-04-01\n',
  ],
  ...[
    'risks:\n',
    'outcomes:\n',
    'milestones:\n',
    'stakeholders:\n',
    'plan:\n',
    'qbr:\n',
    'internal:\n',
    'wht',
    '\nris',
    '\n"risks": []\n',
    '\nmy key: 1\n',
  ],
  ...[
    '# success-plan-ignore outcome-unmeasured\n',
    ' # success-plan-ignore schema',
    '# success-plan-ignore-file milestone-overdue\n',
  ],
] as const;

const VALUES = [
  '',
  'complete',
  'in_progress',
  'x',
  '2025-01-01',
  '"',
  "'",
  '[a, b',
  '{ a: 1 }',
  '|',
  '>',
  '&a x',
  '*a',
  '40%',
  'true',
  'O2',
  'R1',
  'M1',
];

const KEYS = [
  'outcomes',
  'risks',
  'milestones',
  'phases',
  'review_history',
  'stakeholders',
  'plan',
  'outcome',
  'qbr',
  'O1',
  'risks ',
];

const at = fc.double({ min: 0, max: 1, noNaN: true });

/** One edit; most leave a text that a person could have on the screen, some tear it apart. */
export const hostileEdit: fc.Arbitrary<HostileEdit> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('insert' as const), at, text: fc.constantFrom(...SNIPPETS) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('end' as const), at, text: fc.constantFrom(...SNIPPETS) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('delete' as const), at, length: fc.integer({ min: 1, max: 30 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('line' as const),
      at,
      how: fc.constantFrom('delete', 'double', 'indent', 'dedent', 'split', 'up'),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('value' as const), at, text: fc.constantFrom(...VALUES) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('move' as const), at, to: at, lines: fc.integer({ min: 1, max: 12 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('section' as const), at, text: fc.constantFrom(...KEYS) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('undo' as const) }) },
);

/** The text after an edit. */
export function edited(text: string, edit: Exclude<HostileEdit, { kind: 'undo' }>): string {
  const offset = Math.round(edit.at * text.length);
  if (edit.kind === 'insert') return text.slice(0, offset) + edit.text + text.slice(offset);
  if (edit.kind === 'delete') return text.slice(0, offset) + text.slice(offset + edit.length);
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const newline = text.indexOf('\n', offset);
  const end = newline < 0 ? text.length : newline;
  const line = text.slice(start, end);
  if (edit.kind === 'section') return renamed(text, offset, edit.text);
  if (edit.kind === 'end') return text.slice(0, end) + edit.text + text.slice(end);
  if (edit.kind === 'value')
    return text.slice(0, start) + line.replace(/(:)\s.*$/, `$1 ${edit.text}`) + text.slice(end);
  if (edit.kind === 'move') return moved(text, edit.at, edit.to, edit.lines);
  return text.slice(0, start) + changedLine(line, edit.how) + text.slice(edit.how === 'delete' ? end + 1 : end);
}

function changedLine(line: string, how: Extract<HostileEdit, { kind: 'line' }>['how']): string {
  if (how === 'delete') return '';
  if (how === 'double') return `${line}\n${line}`;
  if (how === 'indent') return `  ${line}`;
  if (how === 'dedent') return line.replace(/^ {1,2}/, '');
  if (how === 'split') return line.replace(/(: ?)/, '$1\n');
  return line.trimStart();
}

/** The top-level key above a place, called otherwise. */
function renamed(text: string, offset: number, key: string): string {
  const above = [...text.slice(0, offset).matchAll(/^\w+(?=:)/gm)].at(-1);
  return above ? text.slice(0, above.index) + key + text.slice(above.index + above[0].length) : text;
}

function moved(text: string, at: number, to: number, count: number): string {
  const lines = text.split('\n');
  const cut = lines.splice(Math.floor(at * lines.length), count);
  lines.splice(Math.floor(to * lines.length), 0, ...cut);
  return lines.join('\n');
}
