/** Paths of configurations, `/` between the parts on every system: the faces translate. */

/** The folder of a file: `/plans/emea` of `/plans/emea/success-plan.config.yaml`. */
export function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf('/')));
}

/** The file that a relative path names, seen from a folder; `.` and `..` followed. */
export function joined(folder: string, relative: string): string {
  const parts = folder.split('/');
  for (const part of relative.split('/')) {
    // Nothing lies above the root.
    if (part === '..') parts.length = Math.max(1, parts.length - 1);
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** A path counted from a folder; undefined for one that lies outside of it. */
export function inside(folder: string, file: string): string | undefined {
  return file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : undefined;
}

/** Whether an entry of `extends` is a path, and not the name of a preset. */
export function isPath(text: string): boolean {
  return /[/\\]|\.ya?ml$/i.test(text);
}

/** True for what does not begin at the file's own folder: an absolute path or an address. */
export function isAbsolute(text: string): boolean {
  return /^(?:[/\\]|[a-z][a-z0-9+.-]*:)/i.test(text);
}
