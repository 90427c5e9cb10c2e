// Called by the extension host, on the desktop and in code-server alike: runs every suite beside it, writes the report.
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

interface Result {
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'pending';
  readonly milliseconds: number | undefined;
  readonly error: string | undefined;
}

/** Results leave by the report; what is printed is up to the one who reads it. */
class Silent extends Mocha.reporters.Base {
  override epilogue(): void {}
}

/** Rejects if a test failed. The report at SUITES_REPORT is written last, so that without one nothing counts as run. */
export function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', timeout: 20_000, reporter: Silent });
  if (process.env.SUITES_GREP) mocha.grep(process.env.SUITES_GREP);
  const dir = path.join(__dirname, 'suite');
  for (const file of readdirSync(dir).sort()) {
    if (file.endsWith('.test.js')) mocha.addFile(path.join(dir, file));
  }
  return new Promise((resolve, reject) => {
    const results: Result[] = [];
    const record =
      (state: Result['state']) =>
      (test: Mocha.Runnable, error?: Error): void => {
        results.push({ title: test.fullTitle(), state, milliseconds: test.duration, error: error?.stack });
      };
    const runner = mocha.run(() => {
      const count = (state: Result['state']): number => results.filter(result => result.state === state).length;
      const report = { passed: count('passed'), failed: count('failed'), pending: count('pending'), results };
      const file = process.env.SUITES_REPORT;
      if (file) writeFileSync(file, JSON.stringify(report, null, 2));
      if (report.failed > 0) reject(new Error(`${report.failed} failed`));
      else resolve();
    });
    // 'fail' also tells of hooks, which 'test end' does not.
    runner.on('pass', record('passed')).on('fail', record('failed')).on('pending', record('pending'));
  });
}
