// A module's `run` inside the extension host of a real VS Code, through @vscode/test-electron: VS Code's desktop edition where there is a
// desktop, otherwise code-server behind code.mjs.
import path from 'node:path';
import { hasDesktop, root, setupChromium, setupHost } from '../../scripts/setup.mjs';

/**
 * Opens a window with one extension and calls `run` of the module `tests` in its extension host, with `env` in its environment. `folder` is opened,
 * `data` keeps the window's profile. Rejects if `run` does, or if no window could be opened.
 */
export async function runInside({ extension, tests, folder, data, env }) {
  const executable = process.env.VSCODE_EXECUTABLE ?? (hasDesktop() ? undefined : standIn());
  const { runTests } = await import('@vscode/test-electron');
  await runTests({
    ...(executable ? { vscodeExecutablePath: executable } : {}),
    extensionDevelopmentPath: extension,
    extensionTestsPath: tests,
    extensionTestsEnv: env,
    launchArgs: [folder, '--disable-extensions', '--disable-workspace-trust', '--user-data-dir', data],
    cachePath: path.join(root, 'node_modules/.cache/vscode'),
  });
}

/** The executable that opens windows in code-server, with all that it needs. */
function standIn() {
  setupHost();
  setupChromium();
  return path.join(root, 'test/vscode/code.mjs');
}
