import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { folderWith } from './cli.ts';

/** A real repository in a folder that lasts for one test. */
export class TestRepository {
  readonly folder: string;

  constructor(files: Readonly<Record<string, string>> = {}) {
    this.folder = folderWith(files);
    this.git(['init', '--quiet', '--initial-branch=main']);
  }

  /** Writes files and commits everything at noon of a day. */
  commit(day: string, files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) this.write(name, text);
    this.git(['add', '--all']);
    this.git(['commit', '--quiet', '--allow-empty', '--message', `As of ${day}`], day);
  }

  /** Commits many versions of one file in one go, each at noon of its day. Texts are plain ASCII. */
  commitMany(name: string, versions: readonly (readonly [day: string, text: string])[]): void {
    const commits = versions.map(([day, text]) => {
      const seconds = Date.parse(`${day}T12:00:00Z`) / 1000;
      return `commit refs/heads/main\ncommitter Priya Shah <priya@vendor.example> ${seconds} +0000\ndata 0\nM 100644 inline ${name}\ndata ${text.length}\n${text}\n`;
    });
    execFileSync('git', ['fast-import', '--quiet'], { cwd: this.folder, input: commits.join('') });
    this.git(['reset', '--quiet', '--hard']);
  }

  write(name: string, text: string): void {
    mkdirSync(path.dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), text);
  }

  rename(from: string, to: string): void {
    mkdirSync(path.dirname(this.path(to)), { recursive: true });
    renameSync(this.path(from), this.path(to));
  }

  path(name: string): string {
    return path.join(this.folder, name);
  }

  /** Runs git here as somebody whose own settings do not matter. */
  git(args: readonly string[], day = '2026-01-01'): string {
    const date = `${day}T12:00:00+01:00`;
    return execFileSync('git', args, {
      cwd: this.folder,
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        HOME: this.folder,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: 'Priya Shah',
        GIT_AUTHOR_EMAIL: 'priya@vendor.example',
        GIT_COMMITTER_NAME: 'Priya Shah',
        GIT_COMMITTER_EMAIL: 'priya@vendor.example',
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_DATE: date,
      },
    });
  }
}
