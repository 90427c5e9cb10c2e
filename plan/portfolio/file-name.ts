/** What a plan is called that names no customer: its file without the ending, or its folder where the file has no name of its own. `path` has `/`. */
export function nameFromPath(path: string): string {
  const [last = '', folder = ''] = path
    .split('/')
    .filter(part => part !== '')
    .reverse();
  const name = last.replace(/\.ya?ml$/i, '').replace(/(?:^|\.)(?:success-plan|qbr)$/i, '');
  return name || folder || last || path;
}
