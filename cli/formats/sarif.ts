import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  ArtifactLocation,
  Location,
  Log,
  PhysicalLocation,
  Region,
  ReportingDescriptor,
  Result,
  Fix as SarifFix,
} from 'sarif';
import { CONFIG_HELP, CONFIG_ID, CONFIG_SUMMARY, CONFIG_WHY, configPage } from '../../plan/config/finding.ts';
import { ALL_RULES } from '../../plan/generated/rules.ts';
import { ruleHelp } from '../../plan/rules/help.ts';
import { rulePage } from '../../plan/rules/page.ts';
import type { PreparedRule, Severity } from '../../plan/rules/rule.ts';
import type { Edit } from '../../plan/syntax/edit.ts';
import type { Span } from '../../plan/syntax/tree.ts';
import { type CheckedFile, couldBeDone, type Report, type Reported } from '../report.ts';

const LEVELS = { error: 'error', warning: 'warning', info: 'note', hint: 'note' } as const satisfies Record<
  Severity,
  Result.level
>;

/** For code scanning: SARIF 2.1.0 (OASIS). Lines and columns from 1, columns in UTF-16 units. */
export function sarif(report: Report): string {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'success-plan', version: report.version, rules: [...ALL_RULES.map(describe), CONFIG] },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: couldBeDone(report),
            toolExecutionNotifications: report.failures.map(line => ({ level: 'error', message: { text: line } })),
          },
        ],
        results: report.files.flatMap(file => file.findings.map(finding => toResult(file, finding))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function describe(rule: PreparedRule): ReportingDescriptor {
  const page = rulePage(rule);
  return {
    id: rule.id,
    shortDescription: { text: rule.summary },
    fullDescription: { text: rule.why.trim().replaceAll(/\s+/g, ' ') },
    help: { text: page, markdown: page },
    defaultConfiguration: { level: LEVELS[rule.severity] },
    properties: { help: ruleHelp(rule.id) },
  };
}

/** What findings in a configuration are reported under: it is no rule, and no team can set it. */
const CONFIG: ReportingDescriptor = {
  id: CONFIG_ID,
  shortDescription: { text: CONFIG_SUMMARY },
  fullDescription: { text: CONFIG_WHY },
  help: { text: configPage(), markdown: configPage() },
  defaultConfiguration: { level: 'error' },
  properties: { help: CONFIG_HELP },
};

function toResult(file: CheckedFile, finding: Reported): Result {
  return {
    ruleId: finding.rule,
    ruleIndex: finding.rule === CONFIG_ID ? ALL_RULES.length : ALL_RULES.findIndex(rule => rule.id === finding.rule),
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: physical(file, finding) }],
    ...(finding.related.length > 0 && {
      relatedLocations: finding.related.map((related, index) => relatedLocation(file, related, index)),
    }),
    ...(finding.fixes.length > 0 && { fixes: finding.fixes.map(({ title, edits }) => toFix(file, title, edits)) }),
  };
}

function relatedLocation(file: CheckedFile, related: Span & { readonly message: string }, id: number): Location {
  return { id, physicalLocation: physical(file, related), message: { text: related.message } };
}

function toFix(file: CheckedFile, title: string, edits: readonly Edit[]): SarifFix {
  const replacements = edits.map(edit => ({
    deletedRegion: regionOf(file, edit),
    insertedContent: { text: edit.newText },
  }));
  return { description: { text: title }, artifactChanges: [{ artifactLocation: artifact(file), replacements }] };
}

function physical(file: CheckedFile, span: Span): PhysicalLocation {
  return { artifactLocation: artifact(file), region: regionOf(file, span) };
}

function regionOf({ positions }: CheckedFile, span: Span): Region {
  const { start, end } = positions.range(span);
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** Relative to the current folder, which in a pipeline is the repository; files outside it by their full address. */
function artifact({ name, path: file }: CheckedFile): ArtifactLocation {
  if (file !== undefined && (name.startsWith('../') || path.isAbsolute(name))) return { uri: pathToFileURL(file).href };
  return { uri: name.split('/').map(encodeURIComponent).join('/') };
}
