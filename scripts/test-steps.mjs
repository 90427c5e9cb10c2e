// What `npm test` runs, in the two lanes in which it runs beside each other.
import path from 'node:path';
import { root } from './setup.mjs';

/** Where steps leave what came of them. */
export const reports = path.join(root, 'out/reports');
const unitReport = path.join(reports, 'unit.json');
const corpusReport = path.join(reports, 'corpus.json');
const editsReport = path.join(reports, 'edits.json');
const processReport = path.join(reports, 'process.json');

/** What VS Code and browsers need, in their lane: told of only when it fails. */
export const host = {
  name: 'host',
  title: 'a VS Code and a browser',
  node: ['scripts/setup.mjs', '--host'],
  beside: true,
};

/**
 * `script`: the npm script and its arguments. `needs`: steps without which it makes no sense; it waits for them. `builds`: the build is done
 * first, asked for or not. `beside`: it is in the lane of browsers and editors. `patient`: others go before it where the processor is short.
 * `report`: what it must leave behind, and `count` reads that; a step without a report passes or fails as a whole and counts nothing.
 */
export const steps = [
  { name: 'generated', title: 'generated files are fresh', script: ['generate', '--', '--check'] },
  { name: 'types', title: 'types', script: ['typecheck'] },
  { name: 'lint', title: 'lint and format', script: ['lint'] },
  { name: 'build', title: 'build', script: ['build'] },
  {
    name: 'unit',
    title: 'unit and domain tests',
    script: ['unit', '--', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    patient: true,
    report: unitReport,
    count: ofVitest,
  },
  {
    name: 'corpus',
    title: 'every defect in every plan and layout',
    script: ['corpus', '--', '--reporter=default', '--reporter=json', `--outputFile.json=${corpusReport}`],
    patient: true,
    report: corpusReport,
    count: ofVitest,
  },
  {
    name: 'process',
    title: 'the built server over stdio, the built command line',
    script: ['process:built', '--', '--reporter=default', '--reporter=json', `--outputFile.json=${processReport}`],
    builds: true,
    needs: ['build'],
    report: processReport,
    count: ofVitest,
  },
  {
    name: 'edits',
    title: 'a hundred thousand edits, each compared with reading anew',
    script: ['edits', '--', '--reporter=default', '--reporter=json', `--outputFile.json=${editsReport}`],
    patient: true,
    report: editsReport,
    count: ofVitest,
  },
  {
    name: 'neovim',
    title: 'the server in Neovim',
    script: ['neovim'],
    beside: true,
    needs: ['build'],
    report: path.join(reports, 'neovim.json'),
    count: ofOurs,
  },
  { name: 'panel', title: 'the panel in a browser', script: ['panel'], beside: true, needs: ['host', 'build'] },
  { name: 'package', title: 'package', script: ['package:built'], builds: true, beside: true, needs: ['build'] },
  {
    name: 'vscode',
    title: 'suites inside VS Code',
    script: ['vscode'],
    beside: true,
    needs: ['host', 'build'],
    report: path.join(reports, 'vscode.json'),
    count: ofOurs,
  },
  {
    name: 'ui',
    title: 'the packaged extension, used through the page',
    script: ['ui'],
    beside: true,
    needs: ['host', 'package'],
    report: path.join(reports, 'ui.json'),
    count: ofOurs,
  },
];

function ofVitest({ numPassedTests, numFailedTests }) {
  return { passed: numPassedTests, failed: numFailedTests };
}

function ofOurs({ passed, failed }) {
  return { passed, failed };
}
