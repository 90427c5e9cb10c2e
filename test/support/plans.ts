import { readdirSync, readFileSync } from 'node:fs';
import { layouts } from '../corpus/layouts.ts';
import { soundSections } from './examples.ts';

const FOLDERS = ['examples', 'test/corpus/plans', 'test/fixtures'];

/** Every plan, agenda and configuration that the project has lying about, by name. */
export const ALL_PLANS: readonly (readonly [name: string, text: string])[] = [
  ['the sound plan', soundSections()],
  ...FOLDERS.flatMap(folder =>
    readdirSync(folder)
      .filter(name => name.endsWith('.yaml'))
      .map(name => [name, readFileSync(`${folder}/${name}`, 'utf8')] as const),
  ),
];

/** The plans of the corpus in all their layouts, by name. */
export function laidOutPlans(): (readonly [name: string, text: string])[] {
  return readdirSync('test/corpus/plans').flatMap(name =>
    layouts(readFileSync(`test/corpus/plans/${name}`, 'utf8')).map(
      ([layout, text]) => [`${name}, ${layout}`, text] as const,
    ),
  );
}
