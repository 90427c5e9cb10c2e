import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** The change as a unified diff that `git apply` and `patch -p1` take. */
export function unifiedDiff(name: string, before: string, after: string): string {
  return createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
