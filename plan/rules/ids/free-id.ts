/**
 * Gives out free ids, each once: one with the same letters that is `awaited`, named somewhere though nothing has it; else the next number after
 * the highest with the same letters before it, as wide as the others (O4, R03), and `login-2` for an id without a number. `except`: what it
 * names itself, and cannot be.
 */
export function idsBeside(ids: Iterable<string>, awaited: Iterable<string> = []) {
  const taken = new Set(ids);
  const highest = new Map<string, number>();
  for (const id of taken) {
    const [, prefix = '', figures = ''] = NUMBERED.exec(id) ?? [];
    if (figures !== '') highest.set(prefix, Math.max(Number(figures), highest.get(prefix) ?? 0));
  }
  return (id: string, except: readonly string[] = []): string => {
    const [, letters = id, figures = ''] = NUMBERED.exec(id) ?? [];
    const named =
      figures === '' ? undefined : [...awaited].find(one => isFreeLike(one, letters, taken) && !except.includes(one));
    if (named !== undefined) {
      taken.add(named);
      return named;
    }
    const prefix = figures === '' ? `${id}-` : letters;
    let number = Math.max(figures === '' ? 1 : 0, highest.get(prefix) ?? 0);
    let free: string;
    do free = numbered(prefix, ++number, figures);
    while (taken.has(free));
    taken.add(free);
    highest.set(prefix, number);
    return free;
  };
}

/**
 * Free ids for those of a row that have none ('' stands for none), in the scheme of the row: the number that the place asks for (O2 between O1
 * and O3), and the one after the highest. `letters` open them where no other has a number. To be asked in the order of the row: the
 * first id of each answer is taken from then on.
 */
export function freeIds(row: readonly string[], letters: string): (index: number) => readonly string[] {
  const read = row.map((id, at) => readId(id, at));
  const before = sweep(read);
  const after = sweep(read.toReversed()).toReversed();
  const taken = new Set(row);
  const highest = new Map<string, number>();
  const note = (prefix: string, number: number) => highest.set(prefix, Math.max(number, highest.get(prefix) ?? 0));
  for (const id of read) if (id) note(id.prefix, id.number);
  return index => {
    const near = before[index] ?? after[index];
    const { prefix, figures } = near ?? { prefix: letters, figures: '' };
    const wanted = near ? near.number + index - near.at : index + 1;
    const fitting = wanted > 0 ? numbered(prefix, wanted, figures) : '';
    let number = (highest.get(prefix) ?? 0) + 1;
    while (taken.has(numbered(prefix, number, figures))) number += 1;
    const next = numbered(prefix, number, figures);
    const isFree = fitting !== '' && !taken.has(fitting);
    taken.add(isFree ? fitting : next);
    note(prefix, isFree ? wanted : number);
    if (!isFree) return [next];
    return near && fitting !== next ? [fitting, next] : [fitting];
  };
}

function isFreeLike(id: string, letters: string, taken: ReadonlySet<string>): boolean {
  const [, prefix, figures = ''] = NUMBERED.exec(id) ?? [];
  return figures !== '' && prefix === letters && !taken.has(id);
}

interface NumberedId {
  readonly prefix: string;
  readonly figures: string;
  readonly number: number;
  readonly at: number;
}

function readId(id: string, at: number): NumberedId | undefined {
  const [, prefix = '', figures = ''] = NUMBERED.exec(id) ?? [];
  return figures === '' ? undefined : { prefix, figures, number: Number(figures), at };
}

/** For each place the last numbered id before it. */
function sweep(ids: readonly (NumberedId | undefined)[]): (NumberedId | undefined)[] {
  let last: NumberedId | undefined;
  return ids.map(id => {
    const found = last;
    last = id ?? last;
    return found;
  });
}

const NUMBERED = /^(.*?)(\d{0,9})$/s;

function numbered(prefix: string, number: number, like: string): string {
  return `${prefix}${like.startsWith('0') ? String(number).padStart(like.length, '0') : number}`;
}
