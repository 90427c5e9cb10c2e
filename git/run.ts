import * as os from 'node:os';
import * as path from 'node:path';
import spawn from 'nano-spawn';

/** Longest that one call may take unless it is given more, in milliseconds. */
const TIMEOUT = 2000;

/** Most that one call may say unless it is let say more, in UTF-16 units. */
const LONGEST = 10_000_000;

/** What a call of git said. `too-long`: it was stopped because it said too much. */
export type Answer = { readonly text: string } | { readonly failed: 'too-long' | 'other' };

/**
 * Nothing that a repository brings along is run: no hook, no monitor, no pager, no external diff, no filter, no signature check, no fetching of what a
 * partial clone lacks. Nothing is written either, and paths are taken as they are.
 */
const CAREFUL = [
  '--no-pager',
  '--no-optional-locks',
  '--no-replace-objects',
  ...[
    'core.fsmonitor=false',
    'core.untrackedCache=false',
    `core.hooksPath=${os.devNull}`,
    `core.attributesFile=${os.devNull}`,
    'diff.external=',
    'log.showSignature=false',
    'i18n.logOutputEncoding=UTF-8',
    'protocol.allow=never',
  ].flatMap(setting => ['-c', setting]),
];

/** How one call differs from the others. */
interface Options {
  readonly input?: string;
  readonly signal?: AbortSignal | undefined;
  /** In milliseconds. */
  readonly timeout?: number;
  /** In UTF-16 units. */
  readonly longest?: number;
  /** False for commands that cannot take paths as they are. */
  readonly literal?: boolean;
}

/** Runs git on a folder with fixed arguments, without a shell. Never rejects: no git, no repository and an impatient caller are failures like others. */
export async function git(
  folder: string,
  args: readonly string[],
  { input = '', signal, timeout = TIMEOUT, longest = LONGEST, literal = true }: Options = {},
): Promise<Answer> {
  let length = 0;
  try {
    const running = spawn('git', [...CAREFUL, ...(literal ? ['--literal-pathspecs'] : []), '-C', folder, ...args], {
      // Not in the repository: Windows looks for programs in the current folder first.
      cwd: path.dirname(process.execPath),
      env: environment(),
      stdin: { string: input },
      timeout,
      killSignal: 'SIGKILL',
      windowsHide: true,
      ...(signal && { signal }),
    });
    running.nodeChildProcess.then(
      child =>
        child.stdout?.on('data', (chunk: string) => {
          length += chunk.length;
          if (length > longest) child.kill('SIGKILL');
        }),
      () => undefined,
    );
    const { stdout } = await running;
    return { text: stdout };
  } catch {
    return { failed: length > longest ? 'too-long' : 'other' };
  }
}

/** The environment less what a hook that calls us says of its own repository; configuration is the user's and stays. */
function environment(): Record<string, string | undefined> {
  const inherited = Object.keys(process.env)
    .filter(name => /^GIT_/i.test(name) && !/^GIT_(?:CONFIG|EXEC_PATH)/i.test(name))
    .map(name => [name, undefined] as const);
  return {
    ...Object.fromEntries(inherited),
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_PAGER: 'cat',
  };
}
