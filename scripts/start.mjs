// npm start: builds the extension, installs it into a real VS Code with a profile of its own, and opens examples/ there.
// VS Code's desktop edition where there is one, else code-server in the browser. `--port N` fixes code-server's port.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { CALM_SETTINGS, pageUrl, remoteUri, startHost } from '../test/vscode/host.mjs';
import { hasDesktop, projectEnvironment, root, runMain, SetupError, setupHost, setupProject } from './setup.mjs';

const examples = path.join(root, 'examples');
/** The plan that greets: one with nothing to complain about, so that the panel has everything to show. */
const FIRST = path.join(examples, 'northwind.success-plan.yaml');
const PARENT_CHECK_MS = 500;

await runMain(async () => {
  const port = portOf(process.argv.slice(2));
  setupProject();
  console.log('Building and packaging the extension …');
  const vsix = packageExtension();
  const code = findCode();
  if (code) await openDesktop(code, vsix);
  else await openInBrowser(vsix, port);
});

/** The port asked for; 0 lets the system choose. */
function portOf(args) {
  const { values } = parseArgs({ args, options: { port: { type: 'string', default: '0' } } });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new SetupError(`--port ${values.port} is not a port`);
  return port;
}

/** Builds and packages quietly; what went wrong is shown. Returns the package's path. */
function packageExtension() {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const options = { cwd: root, env: projectEnvironment(), encoding: 'utf8', shell: process.platform === 'win32' };
  const { status, stdout, stderr } = spawnSync(npm, ['run', '--silent', 'package'], options);
  if (status !== 0) throw new SetupError(`${stdout}${stderr}\nThe extension could not be packaged.`);
  const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return path.join(root, `${name}-${version}.vsix`);
}

/** The `code` command of a VS Code on this desktop, if there are both. VSCODE_EXECUTABLE names another one. */
function findCode() {
  if (!hasDesktop()) return undefined;
  const names = process.platform === 'win32' ? ['code.cmd'] : ['code'];
  const inPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap(dir => names.map(name => path.join(dir, name)))
    .find(file => existsSync(file));
  return process.env.VSCODE_EXECUTABLE ?? inPath;
}

async function openDesktop(code, vsix) {
  const dir = mkdtempSync(path.join(tmpdir(), 'success-plan-start-'));
  process.once('exit', () => rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  const data = path.join(dir, 'data');
  mkdirSync(path.join(data, 'User'), { recursive: true });
  writeFileSync(path.join(data, 'User/settings.json'), JSON.stringify(CALM_SETTINGS, null, 2));
  const shell = process.platform === 'win32';
  const own = ['--user-data-dir', data, '--extensions-dir', path.join(dir, 'extensions')];
  execFileSync(code, [...own, '--install-extension', vsix], { stdio: 'ignore', shell });

  const window = spawn(code, [...own, '--disable-workspace-trust', '--new-window', '--wait', examples, FIRST], {
    stdio: 'ignore',
    shell,
  });
  console.log('VS Code opens on examples/. Ctrl-C, or closing its window, ends it.');
  const gone = new Promise(resolve => window.once('exit', resolve));
  onSignal(async () => {
    // The command only waits for the window: VS Code itself writes its process id into its profile.
    const lock = path.join(data, 'code.lock');
    if (existsSync(lock)) killQuietly(Number(readFileSync(lock, 'utf8')));
    window.kill();
    await gone;
  });
  await gone;
}

async function openInBrowser(vsix, port) {
  setupHost();
  const host = await startHost({ settings: CALM_SETTINGS, vsix, port });
  const first = [['openFile', remoteUri(host.origin, FIRST)]];
  console.log(`\nVS Code runs with the extension in it. Open this address in your browser:\n`);
  console.log(`  ${pageUrl(host.origin, examples, first)}`);
  console.log('\nCtrl-C ends it.');
  let asked = false;
  onSignal(() => {
    asked = true;
    return host.stop();
  });
  const code = await host.gone;
  if (asked) return;
  await host.stop();
  throw new SetupError(`code-server ended by itself (${code}):\n${host.log()}`);
}

/** Runs `end` once, at the first signal that asks to stop, then exits. */
function onSignal(end) {
  let ending = false;
  const stop = async () => {
    if (ending) return;
    ending = true;
    await end();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  // npm passes a SIGTERM on to its shell only, which dies without a word: the sign is that the parent is another one.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) {
    setInterval(() => process.ppid !== parent && stop(), PARENT_CHECK_MS).unref();
  }
}

function killQuietly(pid) {
  try {
    process.kill(pid, 'SIGTERM');
  } catch {
    // It is gone already.
  }
}
