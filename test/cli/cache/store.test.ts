import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KEY_LENGTH } from '../../../cli/cache/results-file.ts';
import { Store } from '../../../cli/cache/store.ts';
import { folderWith } from '../../support/cli.ts';

const DAY = 24 * 60 * 60 * 1000;
const MONDAY = Date.UTC(2026, 1, 9, 12);

function key(name: string): Buffer {
  return createHash('sha256').update(name).digest().subarray(0, KEY_LENGTH);
}

/** Opens a store, does something with it, and closes it. Returns what was said. */
function using(folder: string, use: (store: Store) => void, now = MONDAY): string[] {
  const said: string[] = [];
  const store = new Store(folder, line => said.push(line), now);
  use(store);
  store.close();
  return said;
}

/** What a store has for some names. */
function found(folder: string, names: readonly string[], now = MONDAY): (string | undefined)[] {
  let results: (string | undefined)[] = [];
  using(
    folder,
    store => {
      results = names.map(name => store.get(key(name))?.toString());
    },
    now,
  );
  return results;
}

const keep = (names: readonly string[]) => (store: Store) => {
  for (const name of names) store.put(key(name), Buffer.from(`result of ${name}: 北フーズ`));
};

describe('the results of earlier runs', () => {
  it('are there again, also after more were added', () => {
    const folder = path.join(folderWith({}), 'deep/cache');
    expect(using(folder, keep(['acme', 'contoso']))).toEqual([]);
    expect(using(folder, keep(['juniper', 'acme']))).toEqual([]);
    expect(found(folder, ['acme', 'contoso', 'juniper', 'fabrikam'])).toEqual([
      'result of acme: 北フーズ',
      'result of contoso: 北フーズ',
      'result of juniper: 北フーズ',
      undefined,
    ]);
  });

  it('are not written again where nothing is new', () => {
    const folder = folderWith({});
    using(folder, keep(['acme']));
    const before = statSync(path.join(folder, 'results')).ino;
    using(folder, store => void store.get(key('acme')));
    expect(statSync(path.join(folder, 'results')).ino).toBe(before);
  });

  it('go when nobody has asked for them for days', () => {
    const folder = folderWith({});
    using(folder, keep(['acme', 'contoso']));
    using(
      folder,
      store => {
        store.get(key('acme'));
        keep(['juniper'])(store);
      },
      MONDAY + 2 * DAY,
    );
    expect(found(folder, ['acme', 'contoso', 'juniper'])).not.toContain(undefined);
    using(folder, keep(['fabrikam']), MONDAY + 4 * DAY);
    expect(found(folder, ['acme', 'contoso', 'juniper']).map(one => one !== undefined)).toEqual([true, false, true]);
  });

  it('of two runs at once are those of the one that ends last, whole', () => {
    const folder = folderWith({});
    using(folder, keep(['acme']));
    let inner: (string | undefined)[] = [];
    using(folder, store => {
      keep(['contoso'])(store);
      using(folder, keep(['juniper']));
      inner = [store.get(key('acme'))?.toString()];
    });
    expect(inner).toEqual(['result of acme: 北フーズ']);
    expect(found(folder, ['acme', 'contoso', 'juniper'])).toEqual([
      'result of acme: 北フーズ',
      'result of contoso: 北フーズ',
      undefined,
    ]);
    expect(readdirSync(folder)).toEqual(['results']);
  });
});

describe('the folder', () => {
  it('that is made tells git to leave it out; one that was there is left as it is', () => {
    const folder = folderWith({});
    using(path.join(folder, 'new'), keep(['acme']));
    using(folder, keep(['acme']));
    expect(readFileSync(path.join(folder, 'new/.gitignore'), 'utf8')).toBe('*\n');
    expect(readdirSync(folder).sort()).toEqual(['new', 'results']);
  });

  it('is not made where there is nothing to keep', () => {
    const folder = folderWith({});
    using(path.join(folder, 'new'), store => void store.get(key('acme')));
    expect(readdirSync(folder)).toEqual([]);
  });

  it('loses what a run left behind that was ended, once nobody can be writing it', () => {
    const folder = folderWith({ 'results.1-a.unfinished': 'x', 'results.2-b.unfinished': 'y', 'notes.txt': '' });
    const old = new Date(Date.now() - 3 * DAY);
    utimesSync(path.join(folder, 'results.1-a.unfinished'), old, old);
    using(folder, keep(['acme']));
    expect(readdirSync(folder).sort()).toEqual(['notes.txt', 'results', 'results.2-b.unfinished']);
  });

  it('that cannot be written is told once, and nothing fails', () => {
    const folder = folderWith({ file: '' });
    const said = using(path.join(folder, 'file'), keep(['acme', 'contoso']));
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^the cache in .*file /);
  });
});

describe('a file that is not what was written', () => {
  const WORD = /^the cache in .* is damaged, or not ours: what it holds is left out and made anew$/;
  const names = ['acme', 'contoso', 'juniper', 'northwind'];
  const sound = () => {
    const folder = folderWith({});
    using(folder, keep(names));
    return { folder, file: path.join(folder, 'results') };
  };

  it.each([
    ['empty', () => Buffer.alloc(0)],
    ['cut', (bytes: Buffer) => bytes.subarray(0, bytes.length - 7)],
    ['foreign', () => Buffer.from('plan:\n  status: active\n'.repeat(10))],
    [
      'of another layout',
      (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replaceAll('NS01', 'NS02'), 'latin1'),
    ],
    ['longer than it was', (bytes: Buffer) => Buffer.concat([bytes, bytes])],
  ])('as it is %s, is left out with a word, and replaced', (_, damage) => {
    const { folder, file } = sound();
    writeFileSync(file, damage(readFileSync(file)));
    const said = using(folder, store => {
      expect(store.get(key('acme'))).toBeUndefined();
      keep(['acme'])(store);
    });
    expect(said).toEqual([expect.stringMatching(WORD)]);
    expect(found(folder, ['acme'])).toEqual(['result of acme: 北フーズ']);
  });

  it('at any byte, gives no result but the one that was kept', () => {
    const { folder, file } = sound();
    const bytes = readFileSync(file);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ change;
        writeFileSync(file, changed);
        let results: (string | undefined)[] = [];
        using(folder, store => {
          results = names.map(name => store.get(key(name))?.toString());
        });
        results.forEach((result, index) => {
          if (result !== undefined) expect(result).toBe(`result of ${names[index]}: 北フーズ`);
        });
      }),
      { numRuns: 150 },
    );
  });

  it('as it cannot be read, is left out with a word', () => {
    const { folder, file } = sound();
    chmodSync(file, 0);
    let result: string | undefined;
    const said = using(folder, store => {
      result = store.get(key('acme'))?.toString();
    });
    // Some users may read everything.
    if (result === undefined) expect(said).toEqual([expect.stringMatching(WORD)]);
    else expect(said).toEqual([]);
  });
});
