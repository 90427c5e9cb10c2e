import picomatch from 'picomatch';
import { inside } from '../paths.ts';

/**
 * A glob that counts from one folder, as it is written to count from another: none where it fits nothing there, and several where `**` may stand for
 * more or less of the way. Folders are absolute, with `/`. Undefined where the way leads through a group that holds a `/`, such as `@(a/b|c)`.
 */
export function globsFrom(glob: string, folder: string, target: string): string[] | undefined {
  if (glob.startsWith('!')) return globsFrom(glob.slice(1), folder, target)?.map(one => `!${one}`);
  if (glob.startsWith('./')) return globsFrom(glob.slice(2), folder, target);
  if (glob.startsWith('../')) return globsFrom(glob.slice(3), folder.slice(0, folder.lastIndexOf('/')), target);
  if (folder === target) return [glob];
  const above = inside(target, folder);
  if (above !== undefined) return [`${above.replaceAll(/[\\*?[\]{}()!+@]/g, '\\$&')}/${glob}`];
  const way = inside(folder, target);
  if (way === undefined) return [];
  let left = withoutBraces(glob).map(one => one.split('/'));
  for (const name of way.split('/')) {
    if (left.some(([first = '']) => isTorn(first))) return undefined;
    left = left.flatMap(steps => behind(steps, name));
  }
  const globs = new Set(left.map(steps => steps.join('/')));
  return globs.has('**') ? ['**'] : [...globs].filter(one => one !== '');
}

/** A glob for each text in braces that lead into folders: `a/x` and `b/x` of `{a/x,b/x}`. */
function withoutBraces(glob: string): string[] {
  const [group, inner = ''] = /\{([^{}]*\/[^{}]*)\}/.exec(glob) ?? [];
  return group === undefined ? [glob] : inner.split(',').flatMap(one => withoutBraces(glob.replace(group, () => one)));
}

/** What is left of a glob in a folder of that name. */
function behind([first, ...others]: readonly string[], name: string): string[][] {
  if (first === undefined) return [];
  // Of no folders, of this one, or of more.
  if (first === '**') return [[first, ...others], ...behind(others, name)];
  return picomatch(first, { dot: true })(name) ? [others] : [];
}

/** Whether a piece between two `/` is half of a group. */
function isTorn(piece: string): boolean {
  return ['{}', '()', '[]'].some(([open = '', close = '']) => piece.split(open).length !== piece.split(close).length);
}
