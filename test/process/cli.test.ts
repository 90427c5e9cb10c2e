import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLI_BUNDLE, cliProcess, doubledPlan, folderWith, latePlan } from '../support/cli.ts';
import { soundPlan } from '../support/examples.ts';

/** The command line as it is shipped: what only a process has, such as pipes, exit codes and the calendar's day. */

describe('the process', { timeout: 30_000 }, () => {
  it('exits with 0, 1 and 2', async () => {
    const folder = folderWith({ 'good.success-plan.yaml': soundPlan(), 'late.success-plan.yaml': latePlan() });
    const check = (...args: string[]) => cliProcess(CLI_BUNDLE, folder, ['check', '--today', '2026-02-10', ...args]);
    const [clean, found, failed, wrong] = await Promise.all([
      check('good.success-plan.yaml'),
      check(),
      check('.', 'nowhere'),
      cliProcess(CLI_BUNDLE, folder, ['chek']),
    ]);
    expect(clean).toEqual({ code: 0, out: '1 plan checked: nothing found.\n', err: '' });
    expect([found.code, found.err]).toEqual([1, '']);
    expect(found.out).toMatch(/late\.success-plan\.yaml:\d+:\d+ warning .*\[milestone-overdue\]\n.*\n +\| +\^{12}\n/);
    expect([failed.code, failed.err]).toEqual([2, 'success-plan: nowhere: no such file or folder\n']);
    expect(failed.out).toContain('[milestone-overdue]');
    expect(wrong).toEqual({ code: 2, out: '', err: "success-plan: unknown command 'chek' (Did you mean check?)\n" });
  });

  it('reads what is piped in, and colours nothing that is piped on', async () => {
    const { code, out } = await cliProcess(
      CLI_BUNDLE,
      folderWith({}),
      ['check', '--today', '2026-02-10', '-'],
      doubledPlan(),
    );
    expect(code).toBe(1);
    expect(out).toMatch(/^<stdin>: 1 error\n/);
    expect(out).not.toContain('\u001b');
  });

  it('colours what is piped on where FORCE_COLOR asks for it, and never against NO_COLOR', async () => {
    const folder = folderWith({ 'success-plan.yaml': latePlan() });
    const isColoured = (env: NodeJS.ProcessEnv, ...args: string[]) => {
      const { NO_COLOR: _no, FORCE_COLOR: _force, ...rest } = process.env;
      const ran = spawnSync(process.execPath, [CLI_BUNDLE, 'check', '--today', '2026-02-10', ...args], {
        cwd: folder,
        env: { ...rest, ...env },
        encoding: 'utf8',
      });
      return ran.stdout.includes('\u001b');
    };
    expect(isColoured({ FORCE_COLOR: '1' })).toBe(true);
    expect(isColoured({ FORCE_COLOR: '1' }, '--format', 'json')).toBe(false);
    expect(isColoured({ FORCE_COLOR: '0' })).toBe(false);
    expect(isColoured({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
    expect(isColoured({})).toBe(false);
  });

  it('takes the calendar’s day where none is given', async () => {
    const folder = folderWith({ 'success-plan.yaml': soundPlan() });
    // The plan was sound on a day that is past by now.
    const { code, out } = await cliProcess(CLI_BUNDLE, folder, ['check', '--format', 'json']);
    expect(code).toBe(1);
    expect(out).toContain('milestone-overdue');
  });

  it('ends quietly when the reader of its output does', async () => {
    const folder = folderWith(
      Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`${index}.success-plan.yaml`, latePlan()])),
    );
    const child = spawn(process.execPath, [CLI_BUNDLE, 'check', '--format', 'json'], { cwd: folder });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.stdout.destroy();
    await new Promise(resolve => child.once('close', resolve));
    expect(err).toBe('');
  });

  it('goes on when the reader of its output does not: other outputs are whole, all plans are repaired, and the exit code is that of all of them', async () => {
    const plans = (text: string) =>
      Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`${at}.success-plan.yaml`, text]));
    const unread = async (folder: string, ...args: string[]) => {
      const child = spawn(process.execPath, [CLI_BUNDLE, ...args], {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      child.stdout?.destroy();
      return new Promise(resolve => child.once('close', resolve));
    };
    const late = folderWith(plans(latePlan()));
    const check = ['check', '--today', '2026-02-10', '--format', 'text', '--format', 'json=found.json'];
    expect(await unread(late, ...check)).toBe(1);
    expect(JSON.parse(readFileSync(path.join(late, 'found.json'), 'utf8'))).toHaveLength(40);
    const doubled = folderWith(plans(doubledPlan()));
    expect(await unread(doubled, 'fix', '--today', '2026-02-10', '--format', 'json')).toBe(0);
    for (const name of Object.keys(plans('')))
      expect(readFileSync(path.join(doubled, name), 'utf8')).not.toBe(doubledPlan());
  });

  it.runIf(existsSync('/dev/full'))('says in one line that its output finds no room, and ends with 2', async () => {
    const folder = folderWith({ 'success-plan.yaml': latePlan() });
    const full = openSync('/dev/full', 'w');
    for (const args of [['check'], ['report'], ['explain'], ['--help']]) {
      const child = spawn(process.execPath, [CLI_BUNDLE, ...args], { cwd: folder, stdio: ['ignore', full, 'pipe'] });
      let err = '';
      child.stderr?.setEncoding('utf8').on('data', (text: string) => {
        err += text;
      });
      const code = await new Promise(resolve => child.once('close', resolve));
      expect([code, err]).toEqual([2, 'success-plan: the output cannot be written: no room left on the disk\n']);
    }
    closeSync(full);
  });

  // A limit on the size of files stands for a disk that is full in the middle of one.
  it.skipIf(process.platform === 'win32')(
    'leaves a plan whole that cannot be written to its end, and no half of a new file',
    async () => {
      const folder = folderWith({ 'success-plan.yaml': doubledPlan() });
      const limited = async (...args: string[]) => {
        const child = spawn('sh', ['-c', 'ulimit -f 2; exec "$0" "$@"', process.execPath, CLI_BUNDLE, ...args], {
          cwd: folder,
          stdio: ['ignore', 'ignore', 'pipe'],
        });
        let err = '';
        child.stderr.setEncoding('utf8').on('data', (text: string) => {
          err += text;
        });
        return { code: await new Promise(resolve => child.once('close', resolve)), err };
      };
      const cannot = 'cannot be written: it would be larger than a file may be there';
      const fixed = await limited('fix', '--today', '2026-02-10');
      expect(fixed).toEqual({ code: 2, err: `success-plan: success-plan.yaml: ${cannot}\n` });
      expect(readFileSync(path.join(folder, 'success-plan.yaml'), 'utf8')).toBe(doubledPlan());
      const drawn = await limited('render', 'success-plan.yaml', '-o', 'page.html', '--today', '2026-02-10');
      expect([drawn.code, drawn.err]).toEqual([2, expect.stringContaining(`success-plan: page.html: ${cannot}\n`)]);
      expect(existsSync(path.join(folder, 'page.html'))).toBe(false);
    },
  );

  it('serves an editor, and ends with it', async () => {
    const child = spawn(process.execPath, [CLI_BUNDLE, 'lsp', '--stdio'], {
      cwd: folderWith({}),
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const send = (body: object) => {
      const text = JSON.stringify({ jsonrpc: '2.0', ...body });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
    };
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const before = out;
      out += text;
      const arrived = (id: number) => out.includes(`"id":${id}`) && !before.includes(`"id":${id}`);
      if (arrived(1)) send({ id: 2, method: 'shutdown' });
      if (arrived(2)) send({ method: 'exit' });
    });
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    const code = await new Promise(resolve => child.once('close', resolve));
    expect(out).toMatch(/^Content-Length: \d+\r\n\r\n\{"jsonrpc":"2\.0","id":1,"result":\{.*"capabilities"/);
    expect(code).toBe(0);
  });
});
