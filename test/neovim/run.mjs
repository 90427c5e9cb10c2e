// Neovim's own LSP client against the built server, with the very lines that README and docs/editors.md tell people to
// write. The report goes to out/reports/neovim.json; ends with "N passed, N failed".
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { node24, root, runMain, setupNeovim } from '../../scripts/setup.mjs';

const LIMIT_MS = 90_000;
const PLAN = 'harbor-foods.success-plan.yaml';
const here = path.join(root, 'test/neovim');

await runMain(async () => {
  const nvim = setupNeovim();
  const report = path.join(root, 'out/reports/neovim.json');
  mkdirSync(path.dirname(report), { recursive: true });
  rmSync(report, { force: true });

  const [current, older] = luaBlocks('docs/editors.md');
  assert.ok(luaBlocks('README.md').includes(current), 'README and docs/editors.md tell the same lines');
  const results = [
    ...runIn(nvim, 'README’s lines, success-plan lsp', current, ['cli.js', 'lsp']),
    ...runIn(nvim, 'lines for Neovim 0.7, the server by itself', older, ['server.js']),
  ];
  const passed = results.filter(({ error }) => !error).length;
  const failed = results.length - passed;
  writeFileSync(report, JSON.stringify({ passed, failed, results }, null, 2));
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0 || passed === 0) process.exitCode = 1;
});

/** The blocks of Lua in a page. */
function luaBlocks(page) {
  const text = readFileSync(path.join(root, page), 'utf8');
  return [...text.matchAll(/^```lua\n(.*?)^```$/gms)].map(([, block]) => block);
}

/** Runs the checks in a Neovim with `init` as its init.lua, where `success-plan` is a bundle of dist/. */
function runIn(nvim, title, init, [bundle, ...words]) {
  console.log(`  ${title}`);
  const dir = mkdtempSync(path.join(tmpdir(), 'success-plan-nvim-'));
  try {
    const folder = path.join(dir, 'plans');
    cpSync(path.join(root, 'test/vscode/workspace'), folder, { recursive: true });
    const bin = path.join(dir, 'bin');
    mkdirSync(bin);
    const command = path.join(bin, 'success-plan');
    const drop = words.length === 0 ? 'shift; ' : '';
    writeFileSync(command, `#!/bin/sh\n${drop}exec '${node24}' '${path.join(root, 'dist', bundle)}' "$@"\n`);
    chmodSync(command, 0o755);
    const configuration = path.join(dir, 'init.lua');
    const before = readFileSync(path.join(here, 'before.lua'), 'utf8');
    writeFileSync(configuration, `${before}\n${init}`);
    const answers = path.join(dir, 'answers.json');
    const ran = spawnSync(
      nvim,
      ['--headless', '--clean', '-u', configuration, PLAN, '-c', `luafile ${path.join(here, 'checks.lua')}`],
      {
        cwd: folder,
        encoding: 'utf8',
        timeout: LIMIT_MS,
        killSignal: 'SIGKILL',
        env: {
          ...process.env,
          PATH: `${bin}${path.delimiter}${process.env.PATH}`,
          ANSWERS: answers,
          ...Object.fromEntries(['CONFIG', 'DATA', 'STATE', 'CACHE'].map(name => [`XDG_${name}_HOME`, dir])),
        },
      },
    );
    if (!existsSync(answers)) {
      const error = `no answers (${ran.error?.message ?? `exit code ${ran.status}`})\n${ran.stdout}${ran.stderr}`;
      return told([{ name: title, error }]);
    }
    const results = JSON.parse(readFileSync(answers, 'utf8'));
    const end = { name: 'Neovim ends, and the server with it' };
    if (ran.status !== 0) end.error = `exit code ${ran.status}: ${ran.stderr}`;
    return told([...results, end]).map(({ name, error }) => ({ name: `${title}: ${name}`, error }));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function told(results) {
  for (const { name, error } of results) {
    console.log(`  ${error ? '✗' : '✓'} ${name}`);
    if (error) console.log(String(error).replace(/^/gm, '      '));
  }
  return results;
}
