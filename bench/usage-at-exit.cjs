// For `node --require`: writes into the file $BENCH_USAGE what the process has used, as its last act. Looked at from outside, the end of a
// process is always missed.
const { appendFileSync, readFileSync, rmSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

const file = process.env.BENCH_USAGE;
// What this process starts shall not write over it.
delete process.env.BENCH_USAGE;
if (file && isMainThread) {
  rmSync(file, { force: true });
  process.on('exit', () => {
    try {
      appendFileSync(file, `${readFileSync('/proc/self/stat', 'utf8')}${readFileSync('/proc/self/status', 'utf8')}`);
    } catch {
      // A system without /proc: time alone is measured.
    }
  });
}
