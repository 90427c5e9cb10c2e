import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** The change as a unified diff that `git apply` and `patch -p1` take. */
export function unifiedDiff(name: string, before: string, after: string): string {
  const diff = createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
  // A tab ends a name with blanks, as git writes it: patch would take the first word for all of it.
  return diff.replace(/^(--- a[^"\n]* [^"\n]*)\n(.*)\n/, '$1\t\n$2\t\n');
}
