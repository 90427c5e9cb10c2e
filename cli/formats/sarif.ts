import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  ArtifactLocation,
  Invocation,
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
import { fingerprints } from '../fingerprints.ts';
import type { Range } from '../positions.ts';
import type { CheckedFile, Reported } from '../report.ts';
import { JsonArray, type Look, type Writer } from './format.ts';

const LEVELS = { error: 'error', warning: 'warning', info: 'note', hint: 'note' } as const satisfies Record<
  Severity,
  Result.level
>;

/**
 * For code scanning: SARIF 2.1.0 (OASIS). Lines and columns from 1, columns in UTF-16 units. What could not be done stands behind the results, as it is
 * known only then: the order of keys says nothing in JSON.
 */
export function sarif(_look: Look, version: string): Writer {
  const results = new JsonArray(3);
  return {
    begin: () => opened(version),
    file: file => {
      const known = fingerprints(file);
      return results.add(file.findings.map((finding, index) => toResult(file, finding, known[index] ?? '')));
    },
    end: ({ couldBeDone, failures }) => {
      const invocation: Invocation = {
        executionSuccessful: couldBeDone,
        toolExecutionNotifications: failures.map(line => ({ level: 'error', message: { text: line } })),
      };
      const invocations = new JsonArray(3);
      return `${results.end()},\n      "invocations": [${invocations.add([invocation])}${invocations.end()}\n    }\n  ]\n}\n`;
    },
  };
}

/** The log up to its first result. */
function opened(version: string): string {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'success-plan', version, rules: [...ALL_RULES.map(describe), CONFIG] } },
        columnKind: 'utf16CodeUnits',
        results: [],
      },
    ],
  };
  const closed = JSON.stringify(log, null, 2);
  return closed.slice(0, closed.lastIndexOf('[') + 1);
}

/** Where each rule stands among those that the log describes. */
const INDEX_OF: ReadonlyMap<string, number> = new Map(
  [...ALL_RULES.map(rule => rule.id), CONFIG_ID].map((id, at) => [id, at]),
);

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

function toResult(file: CheckedFile, finding: Reported, fingerprint: string): Result {
  return {
    ruleId: finding.rule,
    ruleIndex: INDEX_OF.get(finding.rule) ?? -1,
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: physical(file, finding.range) }],
    // Whoever compares two runs knows a finding again that has moved, or tells another number of days.
    partialFingerprints: { 'successPlan/v1': fingerprint },
    ...(finding.related.length > 0 && {
      relatedLocations: finding.related.map((related, index) => relatedLocation(file, related, index)),
    }),
    ...(finding.fixes.length > 0 && { fixes: finding.fixes.map(({ title, edits }) => toFix(file, title, edits)) }),
  };
}

function relatedLocation(file: CheckedFile, related: Reported['related'][number], id: number): Location {
  return { id, physicalLocation: physical(file, related.range), message: { text: related.message } };
}

function toFix(file: CheckedFile, title: string, edits: Reported['fixes'][number]['edits']): SarifFix {
  const replacements = edits.map(edit => ({
    deletedRegion: regionOf(edit.range),
    insertedContent: { text: edit.newText },
  }));
  return { description: { text: title }, artifactChanges: [{ artifactLocation: artifact(file), replacements }] };
}

function physical(file: CheckedFile, range: Range): PhysicalLocation {
  return { artifactLocation: artifact(file), region: regionOf(range) };
}

function regionOf({ start, end }: Range): Region {
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
