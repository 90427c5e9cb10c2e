// A real VS Code without a desktop: code-server on 127.0.0.1 with folders of its own, gone without a trace at the end.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hostDir, node24 } from '../../scripts/setup.mjs';

/** A profile in which nothing but the extension asks for attention: no welcome, no trust question, no updates. */
export const CALM_SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off', // as on the desktop; in the browser its default is otherwise
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** What tests want on top: nothing kept from one run to the next, nothing of the repository around. */
const TEST_SETTINGS = { ...CALM_SETTINGS, 'files.hotExit': 'off', 'git.enabled': false };

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 5_000;

/**
 * Starts code-server. `vsix`: an extension package to install first; `port`: 0 takes a free one; `args`: further
 * arguments. Returns its origin, its log so far, a promise of its end, and `stop`, which ends every process of it.
 */
export async function startHost({ settings = TEST_SETTINGS, vsix, port = 0, args: extra = [] } = {}) {
  const codeServer = createRequire(path.join(hostDir, 'package.json')).resolve('code-server/out/node/entry.js');
  const dir = mkdtempSync(path.join(tmpdir(), 'success-plan-host-'));
  for (const folder of ['data/User', 'tmp']) mkdirSync(path.join(dir, folder), { recursive: true });
  const remove = () => rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  const config = path.join(dir, 'config.yaml');
  writeFileSync(config, 'auth: none\n');
  writeFileSync(path.join(dir, 'data/User/settings.json'), JSON.stringify(settings, null, 2));

  const own = [
    '--config',
    config,
    '--user-data-dir',
    path.join(dir, 'data'),
    '--extensions-dir',
    path.join(dir, 'ext'),
  ];
  const env = {
    ...process.env,
    EXTENSIONS_GALLERY: '{}',
    TMPDIR: path.join(dir, 'tmp'),
    XDG_CONFIG_HOME: path.join(dir, 'xdg'),
    XDG_DATA_HOME: path.join(dir, 'xdg'),
  };
  delete env.VSCODE_IPC_HOOK_CLI; // set in a VS Code terminal: code-server would open the folder in that window instead
  delete env.PORT; // code-server prefers it to --bind-addr

  if (vsix) {
    const done = spawnSync(node24, [codeServer, ...own, '--install-extension', vsix], { env, encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`code-server did not install ${vsix}:\n${done.stdout}${done.stderr}`);
  }

  const flags = ['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust', '--auth', 'none'];
  const bind = ['--disable-getting-started-override', '--bind-addr', `127.0.0.1:${port}`];
  const server = spawn(node24, [codeServer, ...own, ...flags, ...bind, ...extra], {
    env,
    detached: true, // a process group of its own: ending the main process alone would leave extension hosts behind
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = signal => {
    try {
      process.kill(-server.pid, signal);
    } catch {
      // The group is empty already.
    }
  };
  process.once('exit', () => {
    kill('SIGKILL');
    remove();
  });
  const gone = new Promise(resolve => server.once('exit', resolve));
  let log = '';

  const stop = async () => {
    const limit = setTimeout(() => kill('SIGKILL'), STOP_LIMIT_MS);
    kill('SIGTERM');
    await gone;
    clearTimeout(limit);
    kill('SIGKILL');
    remove();
  };

  try {
    const origin = await new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`code-server did not start:\n${log}`)), START_LIMIT_MS);
      timer.unref();
      server.once('exit', code => reject(new Error(`code-server exited with ${code}:\n${log}`)));
      const read = chunk => {
        log += chunk;
        const listening = /HTTP server listening on (http:\/\/[^/\s]+)/.exec(log);
        if (listening) {
          clearTimeout(timer);
          resolve(listening[1]);
        }
      };
      server.stdout.on('data', read);
      server.stderr.on('data', read);
    });
    return { origin, log: () => log, gone, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** How the page names a file of the server's machine. */
export function remoteUri(origin, file) {
  return `vscode-remote://${new URL(origin).host}${file}`;
}

/** The address that opens `folder`; `payload` holds the workbench's own options as pairs of name and value. */
export function pageUrl(origin, folder, payload = []) {
  const url = new URL(origin);
  if (folder) url.searchParams.set('folder', folder);
  else url.searchParams.set('ew', 'true');
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
