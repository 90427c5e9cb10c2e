// Brings a bare clone to a ready state. Plain JavaScript and Node's own modules only, because it runs before anything
// is installed, under whatever Node (20 or later) the machine has. Every function is quick when there is nothing to do.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's root folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
/** The folder that holds code-server, apart from the project's own dependencies. */
export const hostDir = path.join(root, 'test/vscode/host');
/** The Node 24 that the project brings along, whatever the machine has. */
export const node24 = path.join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

const windows = process.platform === 'win32';
const localBin = path.join(root, 'node_modules/.bin');

/** Something that only the person at the machine can put right: shown as one message, without a stack. */
export class SetupError extends Error {}

/** The environment in which `node` is the project's Node 24. */
export function projectEnvironment() {
  const rest = (process.env.PATH ?? '').split(path.delimiter).filter(dir => dir !== localBin);
  return { ...process.env, PATH: [localBin, ...rest].join(path.delimiter), PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' };
}

/** Installs the project's dependencies exactly as locked, unless that is what is there. */
export function setupProject() {
  if (existsSync(node24) && isInstalledAsLocked()) return;
  console.log('Installing the project’s dependencies …');
  // Without the project's own Node on the PATH: npm may replace that one while it runs.
  const env = projectEnvironment();
  env.PATH = env.PATH.split(path.delimiter).slice(1).join(path.delimiter);
  // Not `npm ci`: it refuses a lock file made where the packages of other platforms could not be had. The versions are
  // those of the lock file all the same.
  npm(['install', '--no-save', '--include=dev'], root, env);
}

/** npm keeps in node_modules what it installed last; the same versions as in the lock file means ready. */
function isInstalledAsLocked() {
  const installed = readJson(path.join(root, 'node_modules/.package-lock.json'))?.packages;
  const locked = readJson(path.join(root, 'package-lock.json'))?.packages;
  if (!installed || !locked) return false;
  return Object.entries(locked).every(([where, wanted]) => {
    if (where === '' || (wanted.optional && !installed[where])) return true;
    return installed[where]?.version === wanted.version;
  });
}

/** Whether a window could be opened here. */
export function hasDesktop() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Installs code-server, the VS Code that needs no desktop, unless the locked one is there. */
export function setupHost() {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(hostDir, 'package-lock.json')))
    .digest('hex');
  const stamp = path.join(hostDir, 'node_modules/.ready');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  if (windows) {
    throw new SetupError('code-server does not run on Windows: install VS Code, or use WSL.');
  }
  console.log('Installing code-server, a VS Code for machines without a desktop (once, about half a minute) …');
  // Without install scripts: they would build native modules that nothing here needs.
  npm(['ci', '--ignore-scripts'], hostDir, projectEnvironment());
  // code-server's own postinstall would install VS Code's dependencies; `npm ci` refuses its shrinkwrap.
  const vscode = path.join(hostDir, 'node_modules/code-server/lib/vscode');
  npm(['install', '--omit=dev', '--ignore-scripts'], vscode, projectEnvironment());
  buildLogging(vscode);
  writeFileSync(stamp, lock);
}

/** Builds what VS Code writes its log files and output channels with, where a compiler is at hand. It runs without. */
function buildLogging(vscode) {
  const canBuild = ['g++', 'make', 'python3'].every(tool => spawnSync(tool, ['--version']).status === 0);
  if (!canBuild) return;
  const headers = path.join(root, 'node_modules/node/node_modules', `node-${process.platform}-${process.arch}`);
  const env = { ...projectEnvironment(), npm_config_nodedir: headers };
  const packages = ['@vscode/spdlog', '@vscode/native-watchdog'];
  const { status } = spawnSync('npm', ['rebuild', ...packages], { cwd: vscode, env, stdio: 'ignore' });
  if (status !== 0) console.log('VS Code’s logging could not be built: the Output view will stay empty.');
}

const BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The Chromium (or Chrome) of this machine: its path, or undefined. The variable CHROMIUM names another one. */
function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  return BROWSERS.find(file => existsSync(file));
}

/** Finds a Chromium, or installs Debian's where that can be done without asking anyone. Returns its path. */
export function setupChromium() {
  const found = findChromium() ?? (installDebian('Chromium', ['chromium', 'fonts-dejavu-core']) && findChromium());
  if (found) return found;
  throw new SetupError('No Chromium or Chrome was found: install one, or set CHROMIUM to its executable.');
}

/** The Neovim of this machine: its command, or undefined. The variable NVIM_BIN names another one. */
function findNeovim() {
  const command = process.env.NVIM_BIN ?? 'nvim';
  return spawnSync(command, ['--version']).status === 0 ? command : undefined;
}

/** Finds a Neovim, or installs Debian's where that can be done without asking anyone. Returns its command. */
export function setupNeovim() {
  const found = findNeovim() ?? (installDebian('Neovim', ['neovim']) && findNeovim());
  if (found) return found;
  throw new SetupError('No Neovim was found: install one, or set NVIM_BIN to its executable.');
}

/** Installs Debian packages; false where somebody would have to be asked for that. */
function installDebian(title, packages) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log(`Installing ${title} …`);
  const apt = ['-qq', '-o', 'DPkg::Lock::Timeout=120'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', [...apt, 'update'], root, env);
  run('apt-get', [...apt, 'install', '-y', '--no-install-recommends', ...packages], root, env);
  return true;
}

function npm(args, cwd, env) {
  run(windows ? 'npm.cmd' : 'npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], cwd, env);
}

function run(command, args, cwd, env) {
  const { status, error } = spawnSync(command, args, {
    cwd,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: windows,
  });
  if (status !== 0) throw new SetupError(`${command} ${args.join(' ')} failed${error ? `: ${error.message}` : ''}`);
}

function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** Runs `main` and tells of a SetupError in one line. */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    process.exitCode = 1;
  }
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await runMain(() => {
    setupProject();
    const all = process.argv.includes('--all');
    if (all || process.argv.includes('--host')) {
      setupHost();
      setupChromium();
    }
    if (all) setupNeovim();
    console.log('Ready.');
  });
}
