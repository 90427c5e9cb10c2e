import { expect, it } from 'vitest';
import { globMatcher } from '../../../../plan/config/glob.ts';
import { globsFrom } from '../../../../plan/config/print/globs-from.ts';

it.each([
  ['pilots/**', '/plans', '/plans', ['pilots/**']],
  ['pilots/**', '/plans', '/plans/pilots', ['**']],
  ['pilots/**', '/plans', '/plans/pilots/emea', ['**']],
  ['pilots/*.yaml', '/plans', '/plans/pilots', ['*.yaml']],
  ['pilots/*.yaml', '/plans', '/plans/pilots/emea', []],
  ['p*/emea/plan.yaml', '/plans', '/plans/pilots', ['emea/plan.yaml']],
  ['**/plan.yaml', '/plans', '/plans/pilots', ['**/plan.yaml']],
  ['**/pilots/*.yaml', '/plans', '/plans/pilots', ['**/pilots/*.yaml', '*.yaml']],
  ['!pilots/old/**', '/plans', '/plans/pilots', ['!old/**']],
  ['other/**', '/plans', '/plans/pilots', []],
  ['*.yaml', '/plans/standards', '/plans', ['standards/*.yaml']],
  ['*.yaml', '/plans/[new]', '/plans', ['\\[new\\]/*.yaml']],
  ['../plans/**/plan.yaml', '/standards', '/plans', ['**/plan.yaml']],
  ['./a.yaml', '/plans', '/plans', ['a.yaml']],
  ['*.yaml', '/standards', '/plans', []],
  ['{pilots/emea,trials}/*.yaml', '/plans', '/plans/pilots', ['emea/*.yaml']],
  ['@(pilots/emea|trials)/*.yaml', '/plans', '/plans/pilots', undefined],
])('%s in %s is, from %s, %s', (glob, folder, target, expected) => {
  expect(globsFrom(glob, folder, target)).toEqual(expected);
});

it('fits the same files from any folder on the way', () => {
  const globs = [
    '**',
    '**/*.yaml',
    'a/**',
    'a/**/c/*.yaml',
    '**/b/**',
    'a/*/c/**',
    '{a,b}/b/*.yaml',
    '{a/b,b}/**',
    '*/b/c/d.yaml',
  ];
  const files = ['d.yaml', 'b/d.yaml', 'b/c/d.yaml', 'c/d.yaml', 'c/c/d.yaml', 'b/c/b/d.yaml', 'c/b/c/.d.yaml'];
  for (const glob of globs)
    for (const way of ['a', 'b', 'a/b', 'a/b/c', 'a/c', 'b/b'])
      for (const file of files) {
        const from = globsFrom(glob, '/plans', `/plans/${way}`) ?? [];
        const fits = globMatcher([glob])(`${way}/${file}`);
        expect(from.length > 0 && globMatcher(from)(file), `${glob}: ${way} | ${file}`).toBe(fits);
      }
});
