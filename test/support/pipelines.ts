import { readFileSync } from 'node:fs';
import { parse, parseAllDocuments } from 'yaml';

/** What ships for pipelines, as far as tests look at it. */
interface Input {
  readonly description?: string;
  readonly default?: string;
  readonly options?: readonly string[];
}

/** `action.yml`. */
export interface Action {
  readonly inputs: Readonly<Record<string, Input>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly {
      readonly id?: string;
      readonly shell?: string;
      readonly env: Readonly<Record<string, string>>;
      readonly run: string;
    }[];
  };
}

/** The two documents of `templates/success-plan.yml`. */
export interface GitLab {
  readonly inputs: Readonly<Record<string, Input>>;
  readonly job: { readonly variables: Readonly<Record<string, string>>; readonly script: readonly string[] };
}

/** A hook of pre-commit. */
export interface Hook {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly entry: string;
  readonly files: string;
}

export const ACTION_FILE = 'action.yml';
export const GITLAB_FILE = 'templates/success-plan.yml';
export const HOOKS_FILE = '.pre-commit-hooks.yaml';

/** What is in `action.yml`. */
export function readAction(): Action {
  return parse(readFileSync(ACTION_FILE, 'utf8'));
}

/** What is in the template for GitLab. */
export function readGitLab(): GitLab {
  const [head, body, ...others] = parseAllDocuments(readFileSync(GITLAB_FILE, 'utf8')).map(document => document.toJS());
  if (others.length > 0) throw new Error('GitLab takes two documents');
  return { inputs: head.spec.inputs, job: body['success-plan'] };
}

/** The hooks that the repository offers. */
export function readHooks(): Hook[] {
  return parse(readFileSync(HOOKS_FILE, 'utf8'));
}
