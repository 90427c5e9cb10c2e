import type { WrittenIgnore } from '../../model/index.ts';
import { nearest } from '../../nearest.ts';
import { quoteShort } from '../../words.ts';
import { defineRule, type Fix } from '../rule.ts';

export default defineRule({
  id: 'unused-ignore',
  severity: 'warning',
  summary: 'A comment that silences nothing, or names no rule',
  why: `A comment that no longer silences anything hides the next weakness that comes up at its place, and one that is misspelt
never did what its author thought. \`# success-plan-ignore RULE: reason\` speaks for its own line, or, where it has a line for itself, for the
one that it stands right above, with other comments between them if need be, but no blank line. Above an item of a list it also speaks for that item's id and name.
\`# success-plan-ignore-file RULE: reason\` speaks for the whole file, wherever it stands in it. Several rules are separated by commas.

The rule stays silent about rules that the team has switched off, about \`plan-change-unlogged\` where the older versions are not at hand, and
while part of the file cannot be read. A reason is what a reviewer will ask for, so write one; a comment without one works all the same
and is not reported. To keep a comment for later, add \`unused-ignore\` to the rules that it names.`,
  looksAt: ['ignore'],
  fixable: true,
  examples: [
    {
      bad: `customer:
  # success-plan-ignore unknown-key: our CRM reads it
  segment: enterprise
`,
      good: `customer:
  # success-plan-ignore unknown-key: our CRM reads it
  crm_number: NW-2210
`,
    },
    {
      bad: `customer:
  crm_number: NW-2210 # success-plan-ignore unknown-keys, unknown-key: our CRM reads it
`,
      good: `customer:
  crm_number: NW-2210 # success-plan-ignore unknown-key: our CRM reads it
`,
    },
  ],
  check(ignore, { report }) {
    if (ignore.fault === undefined && ignore.id !== 'yaml-syntax' && ignore.serves(ignore.id)) return;
    const elsewhere = ignore.fault === undefined ? ignore.elsewhere(ignore.id) : undefined;
    report({
      at: ignore,
      message: messageFor(ignore, elsewhere !== undefined),
      related: elsewhere ? [{ at: elsewhere, message: `What ${ignore.id} finds` }] : [],
      fixes: edit => {
        const fix = (title: string, newText: string, at = newText === '' ? ignore.removal : ignore): Fix => ({
          title,
          edits: [edit.replace({ part: at.part, start: at.start, end: at.end }, newText)],
          safe: false,
        });
        const other = ignore.fault === undefined ? meantBy(ignore) : undefined;
        const isMeant = ignore.meant.length > 0 && ignore.meant.every(ignore.serves);
        return [
          other !== undefined && ignore.serves(other) ? fix(`Change to “${other}”`, other) : undefined,
          ignore.fault === 'keyword' && isMeant
            ? fix('Write it as “success-plan-ignore”', 'success-plan-ignore')
            : undefined,
          fix(ignore.isWhole ? 'Remove the comment' : `Remove “${ignore.id}” from the comment`, ''),
        ];
      },
    });
  },
});

/** The rule that a name which is none of them most likely means. */
function meantBy({ id, rules }: WrittenIgnore): string | undefined {
  return rules.includes(id) ? undefined : nearest(id, rules);
}

function messageFor(ignore: WrittenIgnore, isElsewhere: boolean): string {
  const { id, fault, rules, adrift, behind } = ignore;
  if (fault === 'keyword')
    return 'This comment silences nothing: it has to begin with “success-plan-ignore” or “success-plan-ignore-file”, in small letters and with hyphens. Correct it, or remove the comment.';
  if (fault === 'nameless')
    return 'This comment names no rule and silences nothing. Name the rule and the reason, as in “success-plan-ignore milestone-overdue: moved by phone”, or remove the comment.';
  if (id === 'yaml-syntax')
    return 'What cannot be read as YAML cannot be silenced. Remove “yaml-syntax” from the comment.';
  if (!rules.includes(id)) {
    const meant = meantBy(ignore);
    return `There is no rule ${quoteShort(id)}. ${meant ? `Did you mean “${meant}”?` : 'Correct the name, or remove it.'}`;
  }
  if (isElsewhere)
    return `There is nothing here for ${id} to find: what it finds stands in another line. ${behind ? 'Give the comment a line of its own' : 'Move the comment'} right above that one, or remove it.`;
  return adrift
    ? `Nothing stands right below this comment for ${id} to find. Move the comment right above the line that it is about, or remove it.`
    : `There is nothing here for ${id} to find any more. Remove it, so that the comment does not hide what comes later.`;
}
