// npm run soak [-- ROUNDS [FIRST_SEED]]: the tests that try random texts, each round with another seed, until one fails.
// A fast-check seed that failed is printed with its round: `SEED=… npm run unit` repeats it.
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import process from 'node:process';

const [rounds = '20', first = String(Date.now() % 1_000_000)] = process.argv.slice(2);
const files = globSync('test/**/*.test.{ts,tsx}', {
  exclude: ['test/{vscode,ui,process,edits}/**', '**/node_modules/**'],
}).filter(file => readFileSync(file, 'utf8').includes("from 'fast-check'"));

for (let round = 0; round < Number(rounds); round++) {
  const SEED = String(Number(first) + round);
  process.stdout.write(`\nSEED=${SEED}\n`);
  const { status } = spawnSync('npx', ['--no-install', 'vitest', 'run', ...files], {
    stdio: 'inherit',
    env: { ...process.env, SEED },
  });
  if (status !== 0) process.exit(status ?? 1);
}
