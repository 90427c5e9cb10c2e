/** Slips of the hand in the text itself, put into every plan of the corpus where it has the line for it. */
export const SLIPS: readonly {
  rule: string;
  what: string;
  slip: (text: string) => readonly [text: string, marked: string] | undefined;
}[] = [
  {
    rule: 'yaml-syntax',
    what: 'a quote that is never closed',
    slip: text =>
      put(text, /^( *)title: "[^"]*"$/m, (_, indent) => [`${indent}title: "Fewer missed appointments`, '"Fewer']),
  },
  {
    rule: 'yaml-syntax',
    what: 'a tab for an indent',
    slip: text => put(text, /^( {2,})mitigation: (.*)$/m, (_, __, rest) => [`\tmitigation: ${rest}`, '\t']),
  },
  {
    rule: 'yaml-syntax',
    what: 'a brace that is never closed',
    slip: text => put(text, /^( *)plan_changes: none$/m, (_, indent) => [`${indent}plan_changes: [none`, '[none']),
  },
  {
    rule: 'duplicate-key',
    what: 'the same key twice',
    slip: text =>
      put(text, /^( {2,})status: (active|in_progress|open)$/m, (line, indent) => [
        `${line}\n${indent}status: at_risk`,
        'status',
      ]),
  },
  {
    rule: 'invalid-date',
    what: 'a month that no year has',
    slip: text =>
      put(text, /^( *next_review: ["']?\d{4}-)(\d\d)(-\d\d["']?)/m, (_, before, __, after) => [
        `${before}13${after}`,
        '-13-',
      ]),
  },
  {
    rule: 'unused-ignore',
    what: 'a comment that silences nothing',
    slip: text =>
      put(text, /^( *)- id: O1$/m, (line, indent) => [
        `${indent}# success-plan-ignore outcome-overdue: agreed in May\n${line}`,
        'outcome-overdue',
      ]),
  },
  {
    rule: 'unused-ignore',
    what: 'a comment that names no rule',
    slip: text =>
      put(text, /^( *)- id: O1$/m, (line, indent) => [
        `${indent}# success-plan-ignore outcome-over-due: agreed\n${line}`,
        'outcome-over-due',
      ]),
  },
];

/** Replaces the first match; undefined where there is none. */
function put(
  text: string,
  pattern: RegExp,
  to: (...groups: string[]) => readonly [string, string],
): readonly [string, string] | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [line, marked] = to(...match.map(group => group ?? ''));
  return [text.slice(0, match.index) + line + text.slice(match.index + match[0].length), marked];
}
