import picomatch from 'picomatch';

/** Tests paths against globs, `/` between the parts, both counted from one folder. Globs that begin with ! take away. */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  const options = { dot: true };
  const wanted = globs.filter(glob => !glob.startsWith('!')).map(glob => picomatch(glob, options));
  const unwanted = globs.filter(glob => glob.startsWith('!')).map(glob => picomatch(glob.slice(1), options));
  return path =>
    (wanted.length === 0 || wanted.some(matches => matches(path))) && !unwanted.some(matches => matches(path));
}
