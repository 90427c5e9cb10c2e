// For `node --require`: writes into the file $BENCH_LOADED which files the process has loaded, as its last act.
const { writeFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

const file = process.env.BENCH_LOADED;
if (file && isMainThread) {
  process.on('exit', () => writeFileSync(file, Object.keys(require.cache).join('\n')));
}
