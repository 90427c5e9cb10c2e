import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { expect, it } from 'vitest';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../../plan/authoring/tokens/legend.ts';

/** What package.json tells VS Code. */
interface Manifest {
  readonly contributes: {
    readonly languages: readonly {
      readonly id: string;
      readonly extensions?: readonly string[];
      readonly filenames?: readonly string[];
    }[];
    readonly semanticTokenTypes: readonly { readonly id: string }[];
    readonly semanticTokenModifiers: readonly { readonly id: string }[];
    readonly semanticTokenScopes: readonly {
      readonly language: string;
      readonly scopes: Readonly<Record<string, readonly string[]>>;
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

it('gives every kind of token a colour of the theme, and one of their own to what is late, done and gone', () => {
  const { semanticTokenTypes, semanticTokenModifiers, semanticTokenScopes } = manifest.contributes;
  expect(semanticTokenTypes.map(({ id }) => id)).toEqual(TOKEN_TYPES);
  // What a definition is, editors know already.
  expect(['definition', ...semanticTokenModifiers.map(({ id }) => id)]).toEqual(TOKEN_MODIFIERS);
  const [{ language, scopes } = { language: '', scopes: {} }] = semanticTokenScopes;
  expect(language).toBe('success-plan');
  for (const selector of [...TOKEN_TYPES, 'date.late', 'status.late', 'date.done', 'status.done', 'person.departed'])
    expect(scopes[selector]?.length, selector).toBeGreaterThan(0);
  expect(scopes['date.late']).not.toEqual(scopes.date);
  expect(scopes['status.done']).not.toEqual(scopes.status);
});
