/** So many files of one name are more than anybody keeps in a folder. */
const MOST = 99;

/**
 * The name, or the first of `name-2`, `name-3` … that is not taken; the number stands before the first dot, since what follows says what
 * kind of file it is. Undefined when all are taken.
 */
export async function freeName(name: string, isTaken: (name: string) => Promise<boolean>): Promise<string | undefined> {
  const dot = name.indexOf('.', 1);
  const end = dot < 0 ? name.length : dot;
  for (let number = 1; number <= MOST; number++) {
    const tried = number === 1 ? name : `${name.slice(0, end)}-${number}${name.slice(end)}`;
    if (!(await isTaken(tried))) return tried;
  }
  return undefined;
}
