import type { ExecFileException } from 'node:child_process';
import * as os from 'node:os';
import * as path from 'node:path';

/** Longest that one call may take unless it is given more, in milliseconds. */
const TIMEOUT = 2000;

/** Most that one call may say unless it is let say more, in bytes. */
export const LONGEST = 10_000_000;

/** For what goes through a whole working copy or commit: it takes git a while, and is still to end some day; there is room for a million names. */
export const OF_ALL_FILES = { timeout: 120_000, longest: 200_000_000 };

/** `too-long`: it was stopped because it said too much; `missing`: there is no git; `distrusted`: the folder belongs to somebody else. */
type Failure = 'too-long' | 'missing' | 'distrusted' | 'other';

/** What a call of git said, and what it complained of all the same. */
export type Answer = { readonly text: string; readonly complaints: string } | { readonly failed: Failure };

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
  readonly timeout?: number | undefined;
  /** In bytes. */
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
  // Loaded only here: a server that is asked for no history starts sooner.
  const { execFile } = await import('node:child_process');
  return new Promise(resolve => {
    const options = {
      // Not in the repository: Windows looks for programs in the current folder first.
      cwd: path.dirname(process.execPath),
      env: { ...process.env, ...environment() },
      maxBuffer: longest,
      timeout,
      killSignal: 'SIGKILL',
      windowsHide: true,
      ...(signal && { signal }),
    } as const;
    try {
      const all = [...CAREFUL, ...(literal ? ['--literal-pathspecs'] : []), '-C', folder, ...args];
      const child = execFile('git', all, options, (error, stdout, complaints) => {
        if (error) resolve({ failed: causeOf(error, complaints) });
        else resolve({ text: stdout.replace(/\r?\n$/, ''), complaints });
      });
      // Git may end before it has read all; that is told by its exit.
      child.stdin?.on('error', () => undefined).end(input);
    } catch {
      resolve({ failed: 'other' });
    }
  });
}

function causeOf({ code }: ExecFileException, complaints: string): Failure {
  if (code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return 'too-long';
  if (code === 'ENOENT') return 'missing';
  return /^fatal: detected dubious ownership/m.test(complaints) ? 'distrusted' : 'other';
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
