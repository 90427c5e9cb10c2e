import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { expect, it } from 'vitest';

/** What package.json tells VS Code. */
interface Manifest {
  readonly contributes: {
    readonly languages: readonly {
      readonly id: string;
      readonly extensions?: readonly string[];
      readonly filenames?: readonly string[];
    }[];
    readonly yamlValidation?: unknown;
    readonly jsonValidation?: unknown;
  };
  readonly activationEvents?: readonly string[];
}

const manifest: Manifest = JSON.parse(readFileSync(path.resolve('package.json'), 'utf8'));

it('gives plans a language of their own, so that the YAML extension and its schemas keep out', () => {
  const [language, ...others] = manifest.contributes.languages;
  expect(others).toEqual([]);
  expect(language?.id).toBe('success-plan');
  expect(language?.extensions).toEqual(['.success-plan.yaml', '.success-plan.yml', '.qbr.yaml', '.qbr.yml']);
  expect(language?.filenames).toEqual(['success-plan.yaml', 'success-plan.yml']);
  expect(manifest.contributes.yamlValidation).toBeUndefined();
  expect(manifest.contributes.jsonValidation).toBeUndefined();
});
