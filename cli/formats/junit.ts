import { visible } from '../../plan/visible.ts';
import type { CheckedFile, Reported } from '../report.ts';
import type { Writer } from './format.ts';
import { place } from './place.ts';

/**
 * For CI servers that show tests: JUnit's XML, a suite a plan, a case a finding. Errors and warnings are failed cases, notes and hints cases that passed
 * and have something to say; a plan in which nothing was found is one case that passed. What could not be done is a case with an error.
 */
export function junit(): Writer {
  return {
    begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="success-plan">\n',
    file: suiteOf,
    end: ({ failures }) => `${failures.length > 0 ? undone(failures) : ''}</testsuites>\n`,
  };
}

function suiteOf(file: CheckedFile): string {
  const { name, findings } = file;
  const failures = findings.filter(isFailure).length;
  const cases = findings.length === 0 ? [passed(name)] : findings.map(finding => caseOf(name, finding));
  return suite(name, { tests: cases.length, failures, errors: 0 }, cases);
}

function undone(failures: readonly string[]): string {
  const cases = failures.map(
    line => `    ${element('testcase', { name: line }, element('error', { message: line }))}\n`,
  );
  return suite('success-plan', { tests: cases.length, failures: 0, errors: cases.length }, cases);
}

function suite(name: string, counts: Readonly<Record<string, number>>, cases: readonly string[]): string {
  return `  ${element('testsuite', { name, ...counts }, `\n${cases.join('')}  `)}\n`;
}

function passed(name: string): string {
  return `    ${element('testcase', { name: 'nothing found', classname: name, file: name })}\n`;
}

function caseOf(name: string, finding: Reported): string {
  const { rule, severity, message, range, fixes } = finding;
  const line = range.start.line + 1;
  const said = [`${place(name, range.start)} ${severity} ${message}`, ...fixes.map(({ title }) => `fix: ${title}`)];
  const body = text(said.join('\n'));
  const told = isFailure(finding)
    ? element('failure', { type: severity, message }, body)
    : element('system-out', {}, body);
  return `    ${element('testcase', { name: `${rule} in line ${line}`, classname: name, file: name, line }, told)}\n`;
}

function isFailure({ severity }: Pick<Reported, 'severity'>): boolean {
  return severity === 'error' || severity === 'warning';
}

function element(name: string, attributes: Readonly<Record<string, string | number>>, content = ''): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${text(String(value))}"`);
  return content === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${content}</${name}>`;
}

/** Text and attributes. XML has no way to write most control characters, nor halves of characters: they become pictures. */
function text(said: string): string {
  return said
    .split('\n')
    .map(line => visible(line).replaceAll(/[\ufffe\uffff]/g, '�'))
    .join('\n')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}
