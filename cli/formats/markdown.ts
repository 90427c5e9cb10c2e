import { list, md } from '../../export/markdown/text.ts';
import { countSeverities, type Severity } from '../../plan/rules/rule.ts';
import { count } from '../../plan/words.ts';
import type { CheckedFile, Reported } from '../report.ts';
import { COMMENT_ROOM } from './comment.ts';
import type { Writer } from './format.ts';
import { countWords, summary } from './summary.ts';

/**
 * For people who review a pull request: the summary first, then a section a plan with what is wrong as a list, notes and hints folded away. Made to be a
 * comment or a job's summary on GitHub and GitLab, and no longer than these take. Nothing that a plan says can begin a link, a mention or HTML.
 */
export function markdown(): Writer {
  const sections: string[] = [];
  let length = 0;
  let leftOut = 0;
  return {
    begin: () => '',
    file: file => {
      if (file.findings.length === 0) return '';
      const section = sectionOf(file);
      if (leftOut > 0 || length + section.length > COMMENT_ROOM) leftOut++;
      else {
        sections.push(section);
        length += section.length;
      }
      return '';
    },
    end: tally => {
      const more =
        leftOut > 0 ? [`… and ${count(leftOut, 'more plan')} with findings, for which there is no room here.`] : [];
      const undone = list(tally.failures.slice(0, MOST).map(line => `**not checked**: ${md(line)}`));
      const blocks = ['### Success plans', summary(tally), ...undone, ...sections, ...more];
      return `${blocks.join('\n\n')}\n`;
    },
  };
}

/** More that could not be done are the log's. */
const MOST = 50;

function sectionOf({ name, findings }: CheckedFile): string {
  const loud = findings.filter(({ severity }) => LOUD.has(severity));
  const quiet = findings.filter(({ severity }) => !LOUD.has(severity));
  const folded = list(quiet.map(lineOf)).flatMap(one => [
    `<details><summary>${countWords(countSeverities(quiet))}</summary>`,
    one,
    '</details>',
  ]);
  return [`#### ${md(name)}`, ...list(loud.map(lineOf)), ...folded].join('\n\n');
}

const LOUD: ReadonlySet<Severity> = new Set(['error', 'warning']);

function lineOf({ severity, range, message, rule, fixes }: Reported): string {
  const safe = fixes.some(fix => fix.safe) ? ' _`success-plan fix` repairs it._' : '';
  return `**${NAMES[severity]}**, line ${range.start.line + 1}: ${md(message)} (\`${rule}\`)${safe}`;
}

const NAMES: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note', hint: 'hint' };
