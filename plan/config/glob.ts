import picomatch from 'picomatch';

const options = { dot: true };

/** Tests paths against globs, `/` between the parts, both counted from one folder. Globs that begin with ! take away. */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  const wanted = globs.filter(glob => !glob.startsWith('!')).map(glob => picomatch(glob, options));
  const unwanted = globs.filter(glob => glob.startsWith('!')).map(glob => picomatch(glob.slice(1), options));
  return path =>
    (wanted.length === 0 || wanted.some(matches => matches(path))) && !unwanted.some(matches => matches(path));
}

/**
 * Tests which files `plans` names, counted from its folder. Plans are YAML: a glob that leaves the end of names open, such as `accounts/**`, takes no
 * pictures and notes that lie beside them. Where nothing is named there is nothing to be taken away from.
 */
export function planMatcher(globs: readonly string[]): (path: string) => boolean {
  const named = globs.filter(glob => !glob.startsWith('!'));
  if (named.length === 0) return () => false;
  const fits = globMatcher(globs);
  const exact = named.filter(glob => !glob.endsWith('*')).map(glob => picomatch(glob, options));
  return path => fits(path) && (/\.ya?ml$/i.test(path) || exact.some(matches => matches(path)));
}
